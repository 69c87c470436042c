"""Changing an article's text as Markdown, with how it will look beside it; saving makes a revision.

The preview is rendered off the window's thread, a moment after the last key.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.reading.long_lines import LongLinesField, read_lines, show_lines
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reading_style import ReadingStyle

_PAUSE_MS, _LONG_PAUSE_MS = 150, 900
#: A longer text is rendered after a longer pause.
_LONG = 60_000
#: Below this width, in pixels, the text has the room for itself.
_NARROW = 640


class MarkdownEditor(QWidget):
    """``saved`` gives the new Markdown, ``left`` says that nothing is to be kept."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._images: Mapping[str, QImage] = {}
        self._edition = 0
        self.text = LongLinesField(self)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName("The article's text in Markdown")
        self.text.installEventFilter(self)
        self.preview = ReaderBrowser(self)
        self.preview.setAccessibleName("How the text will look")
        self.preview_button = QToolButton(self)
        self.preview_button.setText("Preview")
        self.preview_button.setToolTip("Show beside the text how it will look")
        self.preview_button.setCheckable(True)
        self.preview_button.setChecked(True)
        self.save_button = QPushButton("Save", self)
        self.save_button.setProperty("primary", "true")
        self.save_button.setToolTip("Save (Ctrl+S or Ctrl+Return)")
        self.leave_button = QPushButton("Cancel", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._arrange()
        self._connect()

    def edit(self, markdown: str, images: Mapping[str, QImage], reading: ReadingStyle) -> None:
        """Begin with this text; the preview is set as articles are, with these images."""
        self._images = images
        self._edition += 1
        self.preview.set_reading(reading)
        self.preview.show_html("", ())
        show_lines(self.text, markdown)
        self.text.document().setModified(False)
        self.text.setFocus()
        self._pause.stop()
        self._render()

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose something."""
        return self.text.document().isModified()

    def save(self) -> None:
        """Keep what was typed."""
        self.saved.emit(read_lines(self.text))

    def leave(self) -> None:
        """Go back to reading; where that would lose something, ask first."""
        if not self.is_changed:
            self.left.emit()
            return
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText("You have changed the text.")
        question.setInformativeText("Save it as a new version? The earlier one is kept too.")
        choices = QMessageBox.StandardButton
        question.setStandardButtons(choices.Save | choices.Discard | choices.Cancel)
        question.setDefaultButton(choices.Save)
        question.button(choices.Save).clicked.connect(self.save)
        question.button(choices.Discard).clicked.connect(self.left)
        question.setModal(True)
        question.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+S and Ctrl+Return save; Escape leaves where nothing was changed."""
        if watched is not self.text or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        saves = event.matches(QKeySequence.StandardKey.Save) or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        )
        leaves = event.key() == Qt.Key.Key_Escape and not self.is_changed
        if event.type() is QEvent.Type.ShortcutOverride and (saves or leaves):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and (saves or leaves):
            if saves:
                self.save()
            else:
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the text where there is little."""
        super().resizeEvent(event)
        self._show_preview()

    # The preview

    def _on_text_changed(self) -> None:
        long = self.text.document().characterCount() > _LONG
        self._pause.start(_LONG_PAUSE_MS if long else _PAUSE_MS)

    def _show_preview(self) -> None:
        shown = self.preview_button.isChecked() and self.width() >= _NARROW
        if shown != self.preview.isVisibleTo(self):
            self.preview.setVisible(shown)
            if shown:
                self._render()

    def _render(self) -> None:
        if not self.preview.isVisibleTo(self):
            return
        markdown, images, edition = read_lines(self.text), self._images, self._edition
        task = self._tasks.read(lambda: _pieces(markdown, images), key="preview")
        task.succeeded(lambda pieces: self._on_rendered(edition, pieces))

    def _on_rendered(self, edition: int, pieces: tuple[str, ...]) -> None:
        if edition == self._edition:
            place = self.preview.place_at_top()
            self.preview.show_html("", pieces, self._images)
            self.preview.hold_place(place)

    def _follow(self) -> None:
        """Show in the preview about what the text shows."""
        if self.preview.is_filled and self.preview.isVisible():
            bar, other = self.text.verticalScrollBar(), self.preview.verticalScrollBar()
            other.setValue(round(bar.value() / max(bar.maximum(), 1) * other.maximum()))

    # Building

    def _arrange(self) -> None:
        hint = QLabel("The text in Markdown. Saving keeps the earlier version too.", self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.columns.addWidget(self.text)
        self.columns.addWidget(self.preview)
        self.columns.setSizes([500, 500])
        self.columns.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.preview_button)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.columns, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text_changed)
        self.text.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
        self._pause.timeout.connect(self._render)
        self.preview_button.toggled.connect(lambda _on: self._show_preview())
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.leave)


def _pieces(markdown: str, images: Mapping[str, QImage]) -> tuple[str, ...]:
    # Imported here: the window's start doesn't wait for a Markdown reader.
    from desktop_app.ui.reading.reader_html import markdown_html  # noqa: PLC0415

    return markdown_html(markdown, images.keys())
