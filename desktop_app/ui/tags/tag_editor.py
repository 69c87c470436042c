"""The tags of one article: chips that can be taken off, and a line to add more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop_app.core.tag_suggestion import TagSuggestion
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.tag_line_edit import TagLineEdit

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class TagEditor(QWidget):
    """``added`` and ``removed`` give tag paths; whoever listens writes them.

    The arrow down leads from the line to the suggestions, the arrows from one to the next, Enter
    takes one. Escape empties the line, and then goes: ``left``.
    """

    added = Signal(list)
    removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._offered: list[QToolButton] = []
        self._colours = TagColours(self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self.line = TagLineEdit(self)
        self.line.setPlaceholderText("Add a tag, such as diplomacy/russia")
        self.line.returnPressed.connect(self._on_return)
        self.line.installEventFilter(self)
        self.suggestions = QWidget(self)
        self.suggestions.setAccessibleName("Suggested tags")
        self.suggestions.hide()
        self._suggested = FlowLayout(self.suggestions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._chips)
        layout.addWidget(self.line)
        layout.addWidget(self.suggestions)

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these tags."""
        self._tags = tuple(tags)
        self._flow.clear()
        for tag in tags:
            self._flow.addWidget(self._chip(tag))
        self._chips.setVisible(bool(tags))
        self._chips.updateGeometry()

    def show_suggestions(self, suggestions: Sequence[TagSuggestion]) -> None:
        """Offer these tags, each to be taken by a click or Enter."""
        focused = next((at for at, chip in enumerate(self._offered) if chip.hasFocus()), None)
        self._suggested.clear()
        self._offered = [self._suggestion(each) for each in suggestions]
        for chip in self._offered:
            self._suggested.addWidget(chip)
        self.suggestions.setVisible(bool(suggestions))
        self.suggestions.updateGeometry()
        if focused is not None:
            self._focus_suggestion(focused)

    def focus_suggestions(self) -> bool:
        """Put the cursor on the first suggested tag; tells whether there is one."""
        return bool(self._offered) and self._focus_suggestion(0)

    def forget_typed(self) -> None:
        """Empty the line: what was begun for one article is not meant for the next."""
        self.line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line and of the suggestions."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line:
                return self._on_line_key(Qt.Key(event.key()))
            if watched in self._offered:
                return self._on_suggestion_key(self._offered.index(watched), Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_line_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            if self.line.text():
                self.line.clear()
            else:
                self.left.emit()
            return True
        return key == Qt.Key.Key_Down and self.focus_suggestions()

    def _on_suggestion_key(self, at: int, key: Qt.Key) -> bool:
        if key in _STEPS:
            return self._focus_suggestion(at + _STEPS[key])
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._offered[at].click()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _focus_suggestion(self, at: int) -> bool:
        """Go to a suggestion, before the first to the line, behind the last to the last."""
        if at < 0 or not self._offered:
            self.line.setFocus()
        else:
            chip = self._offered[min(at, len(self._offered) - 1)]
            chip.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def set_tag_colours(self, colours: TagColours) -> None:
        """Show tags in these colours."""
        self._colours = colours
        colours.changed.connect(lambda: self.set_tags(self._tags))

    def set_known_tags(self, paths: Iterable[str]) -> None:
        """Complete from these paths."""
        self.line.set_known_tags(paths)

    def _chip(self, tag: str) -> QToolButton:
        chip = QToolButton(self._chips)
        chip.setText(tag)
        chip.setIcon(theme().icon("close"))
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setProperty("chip", "true")
        chip.setStyleSheet(self._colours.chip_style(tag))
        chip.setToolTip(f"Take “{tag}” off")
        chip.setAccessibleName(f"Take the tag {tag} off")
        chip.clicked.connect(lambda _checked=False: self.removed.emit(tag))
        return chip

    def _suggestion(self, suggestion: TagSuggestion) -> QToolButton:
        chip = QToolButton(self.suggestions)
        chip.setText(suggestion.path)
        chip.setIcon(theme().icon("plus"))
        chip.setIconSize(QSize(12, 12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setProperty("chip", "offered")
        chip.setToolTip(f"Suggested: {suggestion.reason}")
        chip.setAccessibleDescription(suggestion.reason)
        chip.installEventFilter(self)
        chip.setAccessibleName(f"Add the suggested tag {suggestion.path}")
        chip.clicked.connect(lambda _checked=False: self.added.emit([suggestion.path]))
        return chip

    def _on_return(self) -> None:
        tags = self.line.tags()
        if tags:
            self.line.clear()
            self.added.emit(list(tags))
