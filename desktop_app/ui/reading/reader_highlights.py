"""Highlights in the reader: painted behind their words, made from a selection, changed in a bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop_app.core.article import Article
from desktop_app.core.highlight import Colour, Highlight
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.reading.highlight_bar import HighlightBar
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.shown_text import ShownText

_KINDS = ("highlights", "articles")


class ReaderHighlights(QObject):
    """Those of the article that the browser shows."""

    def __init__(
        self,
        browser: ReaderBrowser,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        undo: Callable[[], None],
        text: ShownText,
    ) -> None:
        super().__init__(browser)
        self._browser = browser
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._undo = undo
        self._article: Article | None = None
        self._text = text
        self._chosen: Highlight | None = None
        self._passage: tuple[int, int] | None = None
        self._dragged: tuple[int, int] | None = None
        self._last = Colour.YELLOW
        browser.filled.connect(self._paint)
        text.ready.connect(self._paint)
        browser.passage_selected.connect(self._on_selected)
        browser.clicked.connect(self._on_clicked)
        browser.verticalScrollBar().valueChanged.connect(lambda _value: self._close_bar())
        browser.installEventFilter(self)

    @cached_property
    def bar(self) -> HighlightBar:
        """The bar, made when it is first wanted."""
        bar = HighlightBar(self._browser.viewport())
        bar.colour_chosen.connect(self._on_colour)
        bar.note_written.connect(self._on_note)
        bar.removal_wanted.connect(self.remove)
        bar.left.connect(self._browser.setFocus)
        return bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes the bar, also where the cursor has stayed in the text."""
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            self._close_bar()
        return super().eventFilter(watched, event)

    def _close_bar(self) -> None:
        if "bar" in self.__dict__:
            self.bar.close_bar()

    def show_article(self, article: Article | None) -> None:
        """Show this article's highlights; its text is, or will soon be, in the browser."""
        before, self._article = self._article, article
        if before is None or article is None or before.id != article.id:
            self._close_bar()
            self._chosen = self._passage = None
        if self._browser.is_filled:
            self._paint()

    def mark_selection(self, colour: Colour | None = None) -> None:
        """Highlight the selected words, in the colour used last if none is given."""
        start_end = self._selected()
        if start_end is None:
            self._notifier.info("Select some words of the text first; then they can be marked.")
            return
        self._chosen = None
        self._passage = start_end
        self._last = colour or self._last
        self._mark(self._last, "")

    def colour(self, name: str) -> None:
        """Mark the selected words in a colour, or give it to the highlight at the cursor."""
        colour = Colour(name)
        found = None if self._selected() else self._at(self._browser.textCursor().position())
        if found is None:
            self.mark_selection(colour)
            return
        self._chosen = found
        self._on_colour(colour)

    def note_selection(self) -> None:
        """Open the field for a note on the selected words, or on the highlight at the cursor."""
        start_end = self._selected()
        cursor = self._browser.textCursor()
        if start_end is not None:
            self._chosen, self._passage = None, start_end
            self.bar.show_for_passage(self._below(cursor.selectionEnd()))
        else:
            found = self._at(cursor.position())
            if found is None:
                self._notifier.info("Select some words of the text first.")
                return
            self._chosen = found
            self.bar.show_for(found, self._below(cursor.position()))
        self.bar.open_note()

    def remove(self) -> None:
        """Take the highlight whose bar is open away."""
        chosen = self._chosen
        if chosen is None:
            return
        self.bar.note.setPlainText(chosen.note)  # what goes needs no keeping
        self.bar.close_bar()
        self._chosen = None
        task = self._write(lambda: self._library.highlights.remove(chosen.id), "Remove a highlight")
        if task is not None:
            said = "Took the highlight away."
            task.succeeded(lambda _done: self._notifier.info(said, undo=self._undo))
        self._browser.setFocus()

    def attach(self, highlight: Highlight) -> None:
        """Give a highlight whose words are gone the selected ones."""
        start_end = self._selected()
        if start_end is None:
            self._notifier.info("Select in the text what the highlight is to stand on first.")
            return
        task = self._write(
            lambda: self._library.highlights.attach(highlight.id, *start_end), "Attach a highlight"
        )
        if task is not None:
            said = "Attached the highlight to the selected words."
            task.succeeded(lambda _done: self._notifier.info(said, undo=self._undo))

    def go_to(self, highlight: Highlight) -> None:
        """Bring a highlight's words into view."""
        place = self._shown_at(highlight)
        if place is not None:
            self._browser.show_place(place[0])

    # What the user does

    def _on_selected(self) -> None:
        self._dragged = _ends(self._browser.textCursor())
        start_end = self._selected()
        if start_end is None or QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        self._chosen, self._passage = None, start_end
        self.bar.show_for_passage(self._below(self._browser.textCursor().selectionEnd()))

    def _on_clicked(self, position: int) -> None:
        self._close_bar()
        found = self._at(position)
        if found is not None:
            self._chosen = found
            place = self._shown_at(found)
            self.bar.show_for(found, self._below(place[1] if place else position))
            self.bar.setFocus()

    def _on_colour(self, colour: Colour) -> None:
        self._last = colour
        chosen = self._chosen
        if chosen is not None:
            self._write(
                lambda: self._library.highlights.change(chosen.id, colour=colour),
                "Colour a passage",
            )
            self.bar.close_bar()
        else:
            self._mark(colour, self.bar.note.toPlainText().strip())

    def _on_note(self, note: str) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._write(
                lambda: self._library.highlights.change(chosen.id, note=note), "Note on a passage"
            )
        elif note:
            self._mark(self._last, note)

    def _mark(self, colour: Colour, note: str) -> None:
        article, passage = self._article, self._passage
        if article is None or passage is None:
            return
        self._passage = None
        self.bar.note.clear()
        self.bar.go()
        cursor = self._browser.textCursor()
        cursor.clearSelection()
        self._browser.setTextCursor(cursor)
        self._write(
            lambda: self._library.highlights.add(article.id, *passage, colour=colour, note=note),
            "Highlight",
        )
        self._browser.setFocus()

    def _write(self, call: Callable[[], object], label: str) -> Task | None:
        if self._article is None:
            return None
        return self._tasks.write(call, label=label, changes=_KINDS, ids=(self._article.id,))

    # Where things stand

    def _paint(self) -> None:
        if self._article is not None and self._article.highlights and not self._text.is_ready:
            self._text.want()
        self._browser.set_highlights([self._ink(*each) for each in self._shown()])

    def _shown(self) -> Sequence[tuple[Highlight, tuple[int, int]]]:
        if self._article is None:
            return []
        placed = ((each, self._shown_at(each)) for each in self._article.highlights)
        return [(each, place) for each, place in placed if place is not None]

    def _ink(self, highlight: Highlight, place: tuple[int, int]) -> QTextEdit.ExtraSelection:
        ink = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        colours = self._browser.colours
        look.setBackground(colours.highlight_ink(highlight.colour))
        if highlight.note:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(colours.soft))
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        ink.cursor, ink.format = cursor, look
        return ink

    def _shown_at(self, highlight: Highlight) -> tuple[int, int] | None:
        if highlight.start is None or highlight.end is None:
            return None
        return self._text.shown_at(highlight.start, highlight.end)

    def _selected(self) -> tuple[int, int] | None:
        cursor = self._browser.textCursor()
        if not cursor.hasSelection():
            return None
        ends = _ends(cursor)
        # A hand rarely lets go just between two letters; the keyboard takes what it is told to.
        return self._text.words_at(*ends) if ends == self._dragged else self._text.told_at(*ends)

    def _at(self, position: int) -> Highlight | None:
        """The highlight over a place of the document; of several, the shortest."""
        over = [
            (place[1] - place[0], number, highlight)
            for number, (highlight, place) in enumerate(self._shown())
            if place[0] <= position < place[1]
        ]
        return min(over)[2] if over else None

    def _below(self, position: int) -> QPoint:
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(position)
        return self._browser.cursorRect(cursor).bottomLeft()


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    """From where to where a selection goes; of cells of a table, from the first to the last."""
    table = cursor.currentTable()
    if not cursor.hasComplexSelection():
        return cursor.selectionStart(), cursor.selectionEnd()
    # Qt's stubs don't tell what this gives: first row, rows, first column, columns.
    row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())
    first, last = table.cellAt(row, column), table.cellAt(row + rows - 1, column + columns - 1)
    return first.firstPosition(), last.lastPosition()
