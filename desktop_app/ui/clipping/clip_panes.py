"""The three panes of one clip, side by side: as it came, what is kept, and its fields.

They show and change a ClipDraft; where it comes from and where it goes is the sheet's affair.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.ui.base.theme import GRID, HEAD_HEIGHT, reading_font
from desktop_app.ui.clipping.clean_pane import CleanPane
from desktop_app.ui.clipping.clip_draft import ClipDraft
from desktop_app.ui.clipping.fields_editor import FieldsEditor
from desktop_app.ui.clipping.raw_pane import RawPane

_TYPING_PAUSE_MS = 400
_FIRST_WIDTHS = [400, 560, 360]


class ClipPanes(QSplitter):
    """Shows a draft that is ready. ``text_typed`` gives a body that the user wrote as Markdown."""

    edited = Signal()
    text_typed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._draft: ClipDraft | None = None
        self._written: ClipDraft | None = None
        self.raw = RawPane(self)
        self.clean = CleanPane(self)
        self.clean.toggled.connect(self._on_toggled)
        self.editor = QPlainTextEdit(self)
        self.editor.setAccessibleName("The article's text as Markdown")
        self.editor.setFont(reading_font(11.5))
        self.fields = FieldsEditor(self)
        self.fields.edited.connect(self._on_fields_edited)
        self._head_later = QTimer(self, interval=_TYPING_PAUSE_MS, singleShot=True)
        self._head_later.timeout.connect(self.clean.show_head)
        self.setObjectName("sheetColumns")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(2 * GRID)
        for widget, stretch in (
            (self.raw, 3),
            (self._clean_column(), 5),
            (self._field_column(), 3),
        ):
            self.addWidget(widget)
            self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes(_FIRST_WIDTHS)

    @property
    def has_typed_text(self) -> bool:
        """Whether leaving now would lose words typed into the text."""
        return self.text_mode.isChecked() and self._typed() is not None

    def show_draft(self, draft: ClipDraft) -> None:
        """Show a draft in all three."""
        self._head_later.stop()
        self._draft = draft
        self.raw.show_capture(draft.page_text, draft.page_source)
        self.fields.show_draft(draft)
        self.show_body()
        self.clean.setFocus()

    def show_body(self) -> None:
        """Show the draft's blocks anew."""
        self.clean.show_draft(self._draft)
        self._show_count()

    def write_text(self, draft: ClipDraft, markdown: str) -> None:
        """Let the user write the body as Markdown, beginning with this."""
        self._written = draft
        self.editor.setPlainText(markdown)
        self.bodies.setCurrentWidget(self.editor)
        self.text_mode.setChecked(True)
        self.editor.setFocus()

    def leave_text(self) -> None:
        """Show the blocks again; what was typed is told by ``text_typed``."""
        markdown, draft = self._typed(), self._written
        self._written = None
        self.text_mode.setChecked(False)
        self.bodies.setCurrentWidget(self.clean)
        if markdown is not None:
            self.text_typed.emit(draft, markdown)

    def _typed(self) -> str | None:
        """The text in the editor, where it differs from the draft's."""
        if self._written is None:
            return None
        markdown = self.editor.toPlainText()
        return None if markdown.strip() == self._written.markdown.strip() else markdown

    def _clean_column(self) -> QWidget:
        title = QLabel("What is kept", self)
        title.setProperty("role", "heading")
        title.setMinimumHeight(HEAD_HEIGHT)
        self.words = QLabel(self)
        self.words.setProperty("role", "hint")
        self.text_mode = QToolButton(self)
        self.text_mode.setText("Edit the text")
        self.text_mode.setCheckable(True)
        self.text_mode.setProperty("segment", True)
        self.text_mode.setToolTip("Edit the article's Markdown (Ctrl+E)")
        self.text_mode.clicked.connect(self._on_text_mode)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.words)
        head.addStretch()
        head.addWidget(self.text_mode)
        self.bodies = QStackedWidget(self)
        self.bodies.addWidget(self.clean)
        self.bodies.addWidget(self.editor)
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.bodies, 1)
        return column

    def _field_column(self) -> QWidget:
        scroll = QScrollArea(self)
        scroll.setObjectName("sheetFields")
        scroll.setAccessibleName("Details of the article")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.fields)
        scroll.setMinimumWidth(30 * GRID)
        return scroll

    def _show_count(self) -> None:
        if self._draft is None:
            return
        cut = sum(1 for block in self._draft.blocks if not block.kept)
        lines = f" · {cut} taken out" if cut else ""
        self.words.setText(counted(self._draft.words, "word") + lines)

    def _on_toggled(self, index: int) -> None:
        if self._draft is not None:
            self._draft.toggle(index)
            self.clean.show_block(index)
            self._show_count()

    def _on_fields_edited(self) -> None:
        self._head_later.start()
        self.edited.emit()

    def _on_text_mode(self, on: bool) -> None:
        if on and self._draft is not None:
            self.write_text(self._draft, self._draft.markdown)
        else:
            self.leave_text()
