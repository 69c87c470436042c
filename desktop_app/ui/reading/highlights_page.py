"""All highlights of the archive, or of what the list shows: searched, opened, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desktop_app.core.highlight import ArticleHighlight, Colour
from desktop_app.services.articles.highlights import HighlightSearch, split_search
from desktop_app.services.library import Library
from desktop_app.ui.base.field_buttons import add_clearing
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.reading.highlight_bar import dot_icon
from desktop_app.ui.reading.highlight_list import HighlightList
from desktop_app.ui.widgets.page_head import (
    back_button,
    hint_label,
    nothing_label,
    page_layout,
    page_title,
)

_READ = 200
_TYPING_PAUSE_MS = 80
_NOTHING = "Nothing highlighted yet.\nSelect words in an article and choose a colour, or press H."
_NOT_FOUND = "No highlight has these words and colours."


class HighlightsPage(QWidget):
    """Read piece by piece off the window's thread, again whenever something changed."""

    passage_requested = Signal(int, object)
    back_requested = Signal()
    dossier_wanted = Signal(list)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("personPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._query = ""
        self._stale = True
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        tasks.changed.connect(self._on_changed)
        theme().changed.connect(self._recolour)

    def set_query(self, query: str) -> None:
        """What the list shows now, for those who want only its highlights."""
        self._query = query
        if self.scope.currentIndex() == 1:
            self.refresh()

    @property
    def chosen_colours(self) -> tuple[Colour, ...]:
        """The colours to show; none chosen means all."""
        return tuple(colour for colour, button in self.swatches.items() if button.isChecked())

    def refresh(self) -> None:
        """Read the first highlights and their number."""
        self._stale = False
        query, wanted, colours = self._wanted()
        words, note = wanted.words, wanted.note
        source = self._library.highlights

        def read() -> tuple[int, list[ArticleHighlight]]:
            found = source.list(query, text=words, note=note, colours=colours, limit=_READ)
            return source.count(query, text=words, note=note, colours=colours), found

        self._tasks.read(read, key="highlights").succeeded(self._show)

    def _wanted(self) -> tuple[str, HighlightSearch, tuple[Colour, ...]]:
        search = split_search(self.field.text())
        fields = search.fields
        scope = self._query if self.scope.currentIndex() == 1 else ""
        query = f"({scope}) {fields}" if scope and fields else scope or fields
        return query, search, self.chosen_colours

    def _read_more(self) -> None:
        query, wanted, colours = self._wanted()
        words, note = wanted.words, wanted.note
        offset = len(self.list.highlights.highlights)
        source = self._library.highlights
        task = self._tasks.read(
            lambda: source.list(
                query, text=words, note=note, colours=colours, limit=_READ, offset=offset
            ),
            key="highlights",
        )
        task.succeeded(
            lambda found: self.list.highlights.add_highlights(found, complete=len(found) < _READ)
        )

    def _show(self, read: tuple[int, list[ArticleHighlight]]) -> None:
        count, found = read
        self.list.highlights.set_highlights(found, complete=len(found) >= count)
        self.words.setText(f"{count:,} highlight{'s' if count != 1 else ''}")
        narrowed = self.field.text().strip() or self.scope.currentIndex() or self.chosen_colours
        self.nothing.setText(_NOT_FOUND if narrowed else _NOTHING)
        self.pages.setCurrentWidget(self.list if found else self.nothing)

    # What the user does

    def _on_removal(self, found: list[ArticleHighlight]) -> None:
        highlights = [each.highlight for each in found]
        task = self._tasks.write(
            lambda: self._library.highlights.remove(*(each.id for each in highlights)),
            label="Remove highlights",
            changes=("highlights", "articles"),
            ids=tuple({each.article_id for each in highlights}),
        )
        said = "Took a highlight away." if len(found) == 1 else f"Took {len(found)} away."
        task.succeeded(lambda _done: self._notifier.info(said, undo=self._undo))

    def _on_export(self, found: list[ArticleHighlight]) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, "Export highlights", "highlights.md", "Markdown (*.md)"
        )
        if path:
            self.export(found, Path(path))

    def export(self, found: list[ArticleHighlight], to: Path) -> None:
        """Write these highlights into a file."""
        task = self._tasks.read(
            lambda: self._library.highlights.write(found, to), label="Export highlights"
        )
        task.succeeded(lambda _done: self._notifier.info(f"Wrote the highlights to “{to}”."))

    def _undo(self) -> None:
        self._tasks.write(self._library.undo, label="Undo", changes=("highlights", "articles"))

    def _on_changed(self, changed: Changed) -> None:
        if "highlights" not in changed.kinds and "articles" not in changed.kinds:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # Building

    def _build(self) -> None:
        self.title = page_title("Highlights", self)
        self.words = hint_label("", self)
        self.back_button = back_button(self)
        self.back_button.clicked.connect(self.back_requested)
        self.list = HighlightList(self)
        self.list.passage_requested.connect(self.passage_requested)
        self.list.dossier_wanted.connect(self.dossier_wanted)
        self.list.removal_wanted.connect(self._on_removal)
        self.list.export_wanted.connect(self._on_export)
        self.list.highlights.end_reached.connect(self._read_more)
        self.nothing = nothing_label(_NOTHING, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.nothing)
        layout = page_layout(self)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.title)
        layout.addLayout(self._filters())
        layout.addWidget(self.pages, 1)

    def _filters(self) -> QHBoxLayout:
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Words in quotes, notes and titles; note:… tag:… person:…")
        self.field.setAccessibleName("Search the highlights")
        add_clearing(self.field)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.scope = QComboBox(self)
        self.scope.setAccessibleName("Of which articles")
        self.scope.addItems(["Of all articles", "Of the articles in the list"])
        self.scope.currentIndexChanged.connect(lambda _index: self.refresh())
        self.swatches = {colour: self._swatch(colour) for colour in Colour}
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.field, 1)
        for swatch in self.swatches.values():
            row.addWidget(swatch)
        row.addWidget(self.scope)
        row.addWidget(self.words)
        return row

    def _swatch(self, colour: Colour) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setIcon(dot_icon(colour))
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(f"Only {colour} highlights")
        button.setToolTip(f"Only {colour} highlights")
        button.toggled.connect(lambda _on: self.refresh())
        return button

    def _recolour(self) -> None:
        for colour, button in self.swatches.items():
            button.setIcon(dot_icon(colour))
