"""Whom long work asks whether to stop, and tells how far it is, where nobody wants to know."""

from __future__ import annotations


def never() -> bool:
    """The answer of somebody who doesn't cancel."""
    return False


def no_progress(done: int, total: int) -> None:
    """Report to nobody."""
