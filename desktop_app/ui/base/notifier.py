"""The one door for messages to the user. It only carries them; ``message_bar`` shows them."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import AppError


class Severity(IntEnum):
    """How much a message matters."""

    INFO = 0
    WARNING = 1
    FAILURE = 2


class Message(NamedTuple):
    """One message: what happened, what to do next, and how to take it back, if that's possible.

    An ``offer`` is a button's words and what it does; with ``undo`` both are there, for a while.
    """

    text: str
    severity: Severity = Severity.INFO
    next_step: str = ""
    undo: Callable[[], None] | None = None
    offer: tuple[str, Callable[[], None]] | None = None


class Notifier(QObject):
    """Takes messages from anywhere in the window and hands them to whoever shows them."""

    message = Signal(object)

    def info(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something was done; ``undo`` offers to take it back."""
        self.message.emit(Message(text, undo=undo))

    def done(
        self, text: str, undo: Callable[[], None], offer: tuple[str, Callable[[], None]]
    ) -> None:
        """Say that something was done elsewhere; offer to see it, and to take it back."""
        self.message.emit(Message(text, undo=undo, offer=offer))

    def offer(self, text: str, label: str, act: Callable[[], None]) -> None:
        """Offer to do something; it is there until it is taken, closed, or something happens."""
        self.message.emit(Message(text, offer=(label, act)))

    def warn(self, text: str) -> None:
        """Say that something didn't go as the user may expect."""
        self.message.emit(Message(text, Severity.WARNING))

    def failure(self, error: AppError) -> None:
        """Say what failed and what to do next."""
        self.message.emit(Message(error.message, Severity.FAILURE, error.next_step))
