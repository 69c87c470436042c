"""Addresses that wait to be fetched, what became of each, and pages that are looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app.core.fetch_states import Interval, QueueState


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One address: its state, why it is so in one sentence, and what can be done about it.

    ``next_try`` is in seconds since 1970, 0 for at once. ``ignores_robots`` fetches it although
    the site asks programs not to; ``takes_anything`` keeps what comes even if it is no article.
    """

    id: int
    url: str
    host: str
    state: QueueState = QueueState.WAITING
    reason: str = ""
    advice: str = ""
    kind: str = ""
    attempts: int = 0
    next_try: float = 0.0
    added: str = ""
    tags: tuple[str, ...] = ()
    ignores_robots: bool = False
    takes_anything: bool = False
    article_id: int | None = None

    @property
    def line(self) -> str:
        """State and reason as one line fit to be copied."""
        return f"{self.url}\t{self.state}\t{self.reason}"


@dataclass(frozen=True, slots=True)
class Queued:
    """What became of an address that was put into the queue: its item, and whether it is new."""

    item: QueueItem
    is_new: bool


@dataclass(frozen=True, slots=True)
class WatchedPage:
    """An article whose page is fetched again: how often, when next, and what came last.

    ``next_look`` is in seconds since 1970; ``unchanged`` and ``failures`` count in a row.
    """

    article_id: int
    title: str
    url: str
    every: Interval
    next_look: float
    last_look: str | None = None
    unchanged: int = 0
    failures: int = 0
    result: str = ""


def utc_text(seconds: float) -> str:
    """A moment in seconds since 1970 as archives write it: ``2026-11-23T15:40:00Z``."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def queue_item_to_json(item: QueueItem) -> dict[str, object]:
    """An item as the terminal prints it."""
    waits = item.state is QueueState.WAITING and item.next_try > 0
    return {
        "id": item.id,
        "url": item.url,
        "host": item.host,
        "state": str(item.state),
        "reason": item.reason or None,
        "advice": item.advice or None,
        "kind": item.kind or None,
        "attempts": item.attempts,
        "next_try": utc_text(item.next_try) if waits else None,
        "added": item.added,
        "tags": list(item.tags),
        "ignores_robots": item.ignores_robots,
        "article": item.article_id,
    }


def watched_page_to_json(page: WatchedPage) -> dict[str, object]:
    """A watched page as the terminal prints it."""
    return {
        "article": page.article_id,
        "title": page.title or None,
        "url": page.url,
        "every": str(page.every),
        "next_look": utc_text(page.next_look),
        "last_look": page.last_look,
        "unchanged": page.unchanged,
        "failures": page.failures,
        "result": page.result or None,
    }
