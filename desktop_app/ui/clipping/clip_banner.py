"""The quiet line above a clip: already saved, warnings of cleaning, a save that failed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.clipping.clip_draft import ClipDraft, DraftState

_ALL_TEXT, _JOIN, _BROWSER = "all-text", "join", "browser"


class ClipBanner(QFrame):
    """Says what the user should know of a clip; hidden where there is nothing."""

    article_requested = Signal(int)
    all_text_requested = Signal()
    split_requested = Signal()
    join_requested = Signal()
    browser_requested = Signal()

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
        self.split_button = QPushButton(self)
        self.split_button.setAutoDefault(False)
        self.split_button.setToolTip("Each article is shown, mended and saved by itself (Ctrl+D)")
        self.split_button.clicked.connect(self.split_requested)
        self.split_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.split_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_draft(self, draft: ClipDraft) -> None:
        """Show what there is to say of a draft."""
        lines = [_known_line(*known) for known in draft.known[:3]]
        if draft.whole is not None:
            lines.insert(0, _part_line(draft.whole))
        can_split = draft.parts > 1 and draft.state is DraftState.READY
        self.split_button.setText(f"Split into {draft.parts} articles")
        self.split_button.setVisible(can_split)
        if draft.prepared is not None:
            lines += [escape(warning.message) for warning in draft.prepared.clean.warnings]
            if draft.lacks_a_browser:
                lines.append(f'<a href="{_BROWSER}">Open it as my browser would</a>.')
            if not draft.blocks:
                lines.append(
                    f'No article was found in it. <a href="{_ALL_TEXT}">Take all of its text</a>.'
                )
        self._show_lines(lines)

    def show_busy(self, busy: bool) -> None:
        """Let nothing be split while the clip is being split or saved."""
        self.split_button.setEnabled(not busy)

    def show_failure(self, failure: AppError, what: str = "Not saved") -> None:
        """Show why saving, or ``what`` else, failed."""
        self._show_lines([f"{what}: {escape(str(failure))}"])

    def _on_link(self, link: str) -> None:
        if link == _ALL_TEXT:
            self.all_text_requested.emit()
        elif link == _JOIN:
            self.join_requested.emit()
        elif link == _BROWSER:
            self.browser_requested.emit()
        else:
            self.article_requested.emit(int(link))

    def _show_lines(self, lines: list[str]) -> None:
        self.label.setText("<br/>".join(dict.fromkeys(lines)))
        self.setVisible(bool(lines))


def _known_line(article_id: int, captured: str) -> str:
    return (
        f"This address is already saved, on {escape(captured)}. "
        f'<a href="{article_id}">Open that article</a>; '
        "saving asks whether this is to be a new version of it."
    )


def _part_line(whole: ClipDraft) -> str:
    return (
        f"This is one of the {whole.parts} articles that came together. "
        f'<a href="{_JOIN}">Put them together again</a>.'
    )
