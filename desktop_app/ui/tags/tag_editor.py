"""The tags of one article: chips that can be taken off, and a line to add more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop_app.core.tag_suggestion import TagSuggestion
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.tag_line_edit import TagLineEdit


class TagEditor(QWidget):
    """``added`` and ``removed`` give tag paths; whoever listens writes them."""

    added = Signal(list)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._colours = TagColours(self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self.line = TagLineEdit(self)
        self.line.setPlaceholderText("Add a tag, such as diplomacy/russia")
        self.line.returnPressed.connect(self._on_return)
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
        """Offer these tags, each to be taken by a click."""
        self._suggested.clear()
        for each in suggestions:
            self._suggested.addWidget(self._suggestion(each))
        self.suggestions.setVisible(bool(suggestions))
        self.suggestions.updateGeometry()

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
        chip.setAccessibleName(f"Add the suggested tag {suggestion.path}")
        chip.clicked.connect(lambda _checked=False: self.added.emit([suggestion.path]))
        return chip

    def _on_return(self) -> None:
        tags = self.line.tags()
        if tags:
            self.line.clear()
            self.added.emit(list(tags))
