"""What a list shows of an article: in a module of its own, since the first list waits for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article; light enough for a hundred thousand.

    ``watched`` says how often its page is fetched again, None where it isn't.
    """

    id: int
    title: str
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    captured: str
    language: str | None
    words: int
    tags: tuple[str, ...]
    unread: bool
    starred: bool
    excerpt: str
    versions: int = 1
    watched: str | None = None
