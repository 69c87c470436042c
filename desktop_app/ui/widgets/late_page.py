"""A page of a stack that is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

_Page = TypeVar("_Page", bound=QWidget)


class LatePage(Generic[_Page]):
    """``make`` makes the page for its parent, ``join`` connects it once it is there."""

    def __init__(
        self,
        stack: QStackedWidget,
        make: Callable[[QWidget], _Page],
        join: Callable[[_Page], object],
    ) -> None:
        self._stack = stack
        self._make, self._join = make, join
        self.made: _Page | None = None

    @property
    def is_shown(self) -> bool:
        """Whether it is the stack's page now."""
        return self.made is not None and self._stack.currentWidget() is self.made

    def get(self) -> _Page:
        """The page, made where it wasn't."""
        if self.made is None:
            self.made = self._make(self._stack)
            self._join(self.made)
            self._stack.addWidget(self.made)
        return self.made

    def show(self) -> _Page:
        """Make it the stack's page."""
        page = self.get()
        self._stack.setCurrentWidget(page)
        return page
