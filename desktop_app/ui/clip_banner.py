"""The quiet line above a clip: already saved, warnings of cleaning, a save that failed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.clip_draft import ClipDraft
from desktop_app.ui.theme import GRID

_ALL_TEXT = "all-text"


class ClipBanner(QFrame):
    """Says what the user should know of a clip; hidden where there is nothing."""

    article_requested = Signal(int)
    all_text_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.label.linkActivated.connect(self._on_link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.addWidget(self.label)
        self.hide()

    def show_draft(self, draft: ClipDraft) -> None:
        """Show what there is to say of a draft."""
        lines = [_known_line(*known) for known in draft.known[:3]]
        if draft.prepared is not None:
            lines += [escape(warning.message) for warning in draft.prepared.clean.warnings]
            if not draft.blocks:
                lines.append(
                    f'No article was found in it. <a href="{_ALL_TEXT}">Take all of its text</a>.'
                )
        self._show_lines(lines)

    def show_failure(self, failure: AppError) -> None:
        """Show why saving failed."""
        self._show_lines([f"Not saved: {escape(str(failure))}"])

    def _on_link(self, link: str) -> None:
        if link == _ALL_TEXT:
            self.all_text_requested.emit()
        else:
            self.article_requested.emit(int(link))

    def _show_lines(self, lines: list[str]) -> None:
        self.label.setText("<br/>".join(dict.fromkeys(lines)))
        self.setVisible(bool(lines))


def _known_line(article_id: int, captured: str) -> str:
    return (
        f"This address is already saved, on {escape(captured)}. "
        f'<a href="{article_id}">Open that article</a>; saving makes a second one.'
    )
