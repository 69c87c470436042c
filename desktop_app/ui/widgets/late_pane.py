"""A pane of a splitter that is made when it is first asked for; until then another stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from desktop_app.ui.base.theme import GRID

#: What is said where no article is chosen.
NO_ARTICLE = "Choose an article to read it here."
_Pane = TypeVar("_Pane", bound=QWidget)


class LatePane(Generic[_Pane]):
    """``make`` makes the pane, ``join`` connects it once it stands in the splitter."""

    def __init__(
        self, stand_in: QWidget, make: Callable[[], _Pane], join: Callable[[_Pane], object]
    ) -> None:
        self._stand_in = stand_in
        self._make, self._join = make, join
        self.made: _Pane | None = None

    @property
    def shown(self) -> QWidget:
        """What stands in the splitter now."""
        return self._stand_in if self.made is None else self.made

    def get(self) -> _Pane:
        """The pane, made where it wasn't; it takes the width of what stood for it."""
        if self.made is not None:
            return self.made
        pane = self._make()
        splitter = self._stand_in.parentWidget()
        if not isinstance(splitter, QSplitter):
            raise TypeError("a late pane stands in a splitter")
        index = splitter.indexOf(self._stand_in)
        pane.setMinimumWidth(self._stand_in.minimumWidth())
        stretch = self._stand_in.sizePolicy().horizontalStretch()
        splitter.replaceWidget(index, pane)
        splitter.setStretchFactor(index, stretch)
        self._stand_in.deleteLater()
        self.made = pane
        self._join(pane)
        return pane


def empty_reader(words: str, parent: QWidget) -> QLabel:
    """What stands where an article could be read."""
    label = QLabel(words, parent)
    label.setObjectName("emptyReader")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setProperty("role", "hint")
    label.setWordWrap(True)
    label.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
    return label
