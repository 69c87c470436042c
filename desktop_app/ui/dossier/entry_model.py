"""What stands in a dossier as a model for Qt, with the row that is being written anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.core.counted import counted
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.dossier import DossierEntry, EntryKind
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE
from desktop_app.ui.base.text_direction import is_right_to_left, isolated

#: The clipboard's name for entries that are dragged: their ids, parted by commas.
ENTRY_IDS_TYPE = "application/x-cuttings-dossier-entries"
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ARTICLE_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_WRITTEN_FLAGS = _ARTICLE_FLAGS | Qt.ItemFlag.ItemIsEditable


class EntryRole(IntEnum):
    """What the model gives beside the words."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class EntryModel(QAbstractListModel):
    """The entries in their order; a draft is a row that isn't in the archive yet, with the id 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[DossierEntry] = []
        #: The headings whose sections are folded.
        self.folded: set[int] = set()

    def section(self, row: int) -> range:
        """The rows that stand below the heading of a row; none below anything else."""
        heading = self.entries[row]
        if heading.kind is not EntryKind.HEADING:
            return range(row + 1, row + 1)
        end = row + 1
        while end < len(self.entries) and not self._ends(heading, self.entries[end]):
            end += 1
        return range(row + 1, end)

    def with_folded(self, rows: Iterable[int]) -> list[int]:
        """These rows, and what is folded below them: they are taken together."""
        found = set(rows)
        for row in tuple(found):
            if self.entries[row].id in self.folded:
                found.update(self.section(row))
        return sorted(found)

    def hidden_rows(self) -> set[int]:
        """What stands below a folded heading."""
        return {
            below
            for row, entry in enumerate(self.entries)
            if entry.id in self.folded
            for below in self.section(row)
        }

    @staticmethod
    def _ends(heading: DossierEntry, other: DossierEntry) -> bool:
        return other.kind is EntryKind.HEADING and other.level <= heading.level

    def set_entries(self, entries: Sequence[DossierEntry]) -> None:
        """Show these; what stands before and behind all that changed keeps its rows."""
        old, new = self.entries, list(entries)
        first = 0
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        same = 0
        while same < min(len(old), len(new)) - first and old[-1 - same] == new[-1 - same]:
            same += 1
        gone, come = len(old) - same, len(new) - same
        if gone > first:
            self.beginRemoveRows(QModelIndex(), first, gone - 1)
            self.entries = old[:first] + old[gone:]
            self.endRemoveRows()
        if come > first:
            self.beginInsertRows(QModelIndex(), first, come - 1)
            self.entries = new
            self.endInsertRows()

    def begin_draft(self, kind: EntryKind, row: int, level: int = 1) -> QModelIndex:
        """Make room for something new in a row; gives its index."""
        self.end_draft()
        row = min(row, len(self.entries))
        self.beginInsertRows(QModelIndex(), row, row)
        self.entries.insert(row, DossierEntry(0, kind, level=level))
        self.endInsertRows()
        return self.index(row, 0)

    def end_draft(self) -> None:
        """Take the room away again."""
        for row, entry in enumerate(self.entries):
            if entry.id == 0:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.entries[row]
                self.endRemoveRows()
                return

    def id_at(self, row: int) -> int | None:
        """The entry in a row, leaving a draft aside; None behind the last one."""
        behind = (entry.id for entry in self.entries[max(row, 0) :] if entry.id)
        return next(behind, None)

    # What Qt asks

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Everything can be chosen and dragged; headings and own text can be written."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_article = self.entries[index.row()].kind is EntryKind.ARTICLE
        return _ARTICLE_FLAGS if is_article else _WRITTEN_FLAGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """An entry, or its words."""
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == EntryRole.ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return None

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """Entries are moved within the list; their articles are put elsewhere as well."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Entries, and the articles among them."""
        return [ENTRY_IDS_TYPE, ARTICLE_IDS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged entries; their articles can be dropped on a tag or another dossier."""
        rows = self.with_folded(index.row() for index in indexes)
        dragged = [self.entries[row] for row in rows]
        mime = QMimeData()
        mime.setData(ENTRY_IDS_TYPE, ",".join(str(each.id) for each in dragged if each.id).encode())
        articles = [str(each.article_id) for each in dragged if each.article_id is not None]
        if articles:
            mime.setData(ARTICLE_IDS_TYPE, ",".join(articles).encode())
        return mime


def entry_at(index: _Index) -> DossierEntry | None:
    """The entry at an index of the list."""
    value = index.data(EntryRole.ENTRY)
    return value if isinstance(value, DossierEntry) else None


def spoken(entry: DossierEntry) -> str:
    """An entry in words, as a screen reader says it."""
    if entry.kind is EntryKind.HEADING:
        return f"Heading {entry.level}: {entry.title}"
    if entry.kind is EntryKind.TEXT:
        return f"Text: {entry.markdown}"
    return f"{entry.title or 'Without a title'}, {told_of(entry)}"


def told_of(entry: DossierEntry) -> str:
    """What is said of an article below its title."""
    when = date_in_words(entry.published) if entry.published else "undated"
    parts = [entry.publisher or "", when]
    if entry.is_gap:
        parts.append("deleted for good")
    elif entry.in_trash:
        parts.append("in the trash")
    if entry.excerpts is not None:
        count = len(entry.excerpts)
        parts.append(counted(count, "excerpt"))
    elif entry.highlights:
        marks = counted(entry.highlights, "highlight")
        parts.append(f"whole article, {marks}")
    shown = [part for part in parts if part]
    # Each runs its own way, so that none takes the figures of its neighbour.
    mixed = any(is_right_to_left(part) for part in shown)
    return " · ".join(map(isolated, shown) if mixed else shown)
