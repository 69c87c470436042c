"""Tags with how many of the chosen articles have each, and which are to be put on or taken off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop_app.core.folding import fold
from desktop_app.ui.tags.tag_colours import TagColours

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: So many tags are shown at first, and so many more each time the end is nearly seen.
_BATCH = 200
#: A new tag is offered after so many that are there.
_NEW_AFTER = 4
_Check = Qt.CheckState
_Role = Qt.ItemDataRole


class TagChoiceModel(QAbstractTableModel):
    """A tag is checked where all articles have it, half checked where only some do.

    A click puts it on all of them, another takes it off all, a third leaves it as it was. The
    letters typed narrow the tags; what no tag is called yet is offered as a new one.
    """

    def __init__(
        self, articles: int, known: Sequence[str], colours: TagColours, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._articles = articles
        self._colours = colours
        self._carried: dict[str, int] = {}
        self._wanted: dict[str, bool] = {}
        self._known = list(known)
        self._folded: dict[str, str] = {}
        self._typed = ""
        self._new = ""
        self._found: list[str] = []
        self._shown: list[str] = []

    def show_carried(self, carried: Mapping[str, int]) -> None:
        """Take over how many of the articles carry each tag; those come first."""
        self._carried = dict(carried)
        most = sorted(carried, key=lambda path: (-carried[path], fold(path)))
        rest = [path for path in self._known if path not in carried]
        self._known = [*most, *rest]
        self._folded = {path: fold(path) for path in self._known}
        self._narrow()

    def narrow(self, typed: str) -> None:
        """Show the tags with these letters in them."""
        self._typed = typed
        self._narrow()

    @property
    def changes(self) -> tuple[list[str], list[str]]:
        """The tags to put on, and those to take off."""
        added = [path for path, is_on in self._wanted.items() if is_on]
        return added, [path for path, is_on in self._wanted.items() if not is_on]

    def put_on(self, row: int) -> None:
        """Want a row's tag on all articles."""
        self._want(row, True)

    def turn(self, row: int) -> None:
        """On all, on none, as it was: the next of these that differs from what is shown."""
        path = self._shown[row]
        wanted = self._wanted.get(path)
        if wanted is None:
            self._want(row, self._before(path) is not _Check.Checked)
        elif wanted and self._before(path) is _Check.PartiallyChecked:
            self._want(row, False)
        else:
            self._want(row, None)

    # What Qt asks

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether more tags were found than are shown yet."""
        return len(self._shown) < len(self._found)

    def fetchMore(self, parent: _Index) -> None:
        """Show more of those found."""
        first = len(self._shown)
        more = self._found[first : first + _BATCH]
        self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
        self._shown += more
        self.endInsertRows()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many tags are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """The tag, and how many of the articles have it."""
        return 0 if parent.isValid() else 2

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every tag can be checked."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Words, check mark and icon."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        path = self._shown[index.row()]
        say = (_COUNT_SAYS if index.column() else _SAYS).get(role)
        return None if say is None else say(self, path)

    # How it is kept

    def _name(self, path: str) -> str:
        return f"New tag “{path}”" if path == self._new else path

    def _icon(self, path: str) -> QIcon:
        return self._colours.icon(path)

    def _spoken(self, path: str) -> str:
        return f"{path}: {self._words(path) or 'on none'}"

    def _words(self, path: str) -> str:
        if path in self._wanted:
            return "will be on all" if self._wanted[path] else "will be on none"
        carried = self._carried.get(path, 0)
        return "on all" if carried == self._articles else f"on {carried:,}" if carried else ""

    def _before(self, path: str) -> Qt.CheckState:
        carried = self._carried.get(path, 0)
        if carried == 0:
            return _Check.Unchecked
        return _Check.Checked if carried == self._articles else _Check.PartiallyChecked

    def _state(self, path: str) -> Qt.CheckState:
        wanted = self._wanted.get(path)
        if wanted is None:
            return self._before(path)
        return _Check.Checked if wanted else _Check.Unchecked

    def _want(self, row: int, wanted: bool | None) -> None:
        path = self._shown[row]
        before = self._before(path)
        as_it_is = before is (_Check.Checked if wanted else _Check.Unchecked)
        if wanted is None or as_it_is:
            self._wanted.pop(path, None)
        else:
            self._wanted[path] = wanted
        if path == self._new and wanted:
            self._known.insert(0, path)
            self._folded[path] = fold(path)
            self._new = ""
        self.dataChanged.emit(self.index(row, 0), self.index(row, 1))

    def _narrow(self) -> None:
        words = fold(self._typed).split()
        self.beginResetModel()
        found = [path for path in self._known if all(word in self._folded[path] for word in words)]
        typed = " ".join(self._typed.split()).strip("/ ")
        self._new = typed if typed and typed not in self._folded else ""
        found.sort(key=lambda path: path != typed)
        if self._new:
            found.insert(_NEW_AFTER, self._new)
        self._found, self._shown = found, found[:_BATCH]
        self.endResetModel()


_Says = Callable[[TagChoiceModel, str], object]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SAYS: dict[int, _Says] = {
    _Role.DisplayRole: TagChoiceModel._name,
    _Role.CheckStateRole: TagChoiceModel._state,
    _Role.DecorationRole: TagChoiceModel._icon,
    _Role.ToolTipRole: TagChoiceModel._spoken,
    _Role.AccessibleTextRole: TagChoiceModel._spoken,
}
_COUNT_SAYS: dict[int, _Says] = {
    _Role.DisplayRole: TagChoiceModel._words,
    _Role.TextAlignmentRole: lambda _model, _path: _RIGHT,
}
