"""An act of the user's as the list of recent changes shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecentAct:
    """What was done, when in UTC (None: before times were kept), and whether it was taken back.

    A ``final`` act can't be: the trash was emptied.
    """

    id: int
    description: str
    done: str | None
    undone: bool
    final: bool = False
