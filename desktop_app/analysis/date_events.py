"""Which dates a text tells, and the sentences that tell them."""

from __future__ import annotations

from desktop_app.core.article import Event


def find_events(text: str, published: str | None, language: str | None) -> tuple[Event, ...]:
    """The dates told in a text as EDTF, with their sentences; one event a sentence and date."""
    return ()
