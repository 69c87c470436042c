"""The queue's addresses as rows: state, address, reason, next try."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from desktop_app.core.fetch_queue import QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.row_model import Column, RowModel, clock_words

STATE_WORDS = {
    QueueState.WAITING: "Waiting",
    QueueState.FETCHING: "Being fetched",
    QueueState.SAVED: "Saved",
    QueueState.KNOWN: "Saved before",
    QueueState.FAILED: "Failed",
    QueueState.CANCELLED: "Cancelled",
}


class QueueColumn(IntEnum):
    """The columns, from the left."""

    STATE = 0
    ADDRESS = 1
    REASON = 2
    NEXT_TRY = 3


QUEUE_WIDTHS: dict[int, int] = {QueueColumn.STATE: 18 * GRID, QueueColumn.NEXT_TRY: 17 * GRID}


def queue_model(parent: QObject | None = None) -> RowModel[QueueItem]:
    """Items in the order in which they came."""
    columns: tuple[Column[QueueItem], ...] = (
        Column("State", _state, _state_colour),
        Column("Address", lambda item: item.url.partition("://")[2]),
        Column("Reason", lambda item: item.reason, _soft),
        Column("Next try", _next_try, _soft),
    )
    return RowModel(columns, lambda item: item.id, _tip, parent)


def _state(item: QueueItem) -> str:
    tried = item.state is QueueState.WAITING and item.attempts
    return f"Waiting (tried {item.attempts}×)" if tried else STATE_WORDS[item.state]


def _state_colour(item: QueueItem) -> QColor:
    return theme().colour("failure" if item.state is QueueState.FAILED else "soft")


def _soft(_item: QueueItem) -> QColor:
    return theme().colour("soft")


def _tip(item: QueueItem) -> str:
    return "\n".join(filter(None, [item.url, item.reason, item.advice]))


def _next_try(item: QueueItem) -> str:
    """When it is tried again; nothing where that is at once."""
    waits = item.state is QueueState.WAITING and item.next_try > 0
    return clock_words(item.next_try) if waits else ""
