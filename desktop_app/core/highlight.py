"""Highlights: quotes of an article with a colour and a note.

The words count: when the text changes, the quote is looked for again (``core.quote_search``), and
a quote that is gone stays kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.text_quote import TextQuote

#: A quote may have at most so many characters; a note too.
MOST_QUOTED, MOST_NOTED = 20_000, 100_000


class Colour(StrEnum):
    """The colours of highlights; what each stands for is the user's affair."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A quote of an article that the user marked.

    ``start`` and ``end`` count characters of the article's newest ``text``; both are None while
    the text holds nothing like the quote: then the highlight is an orphan. ``created`` is an ISO
    8601 time in UTC.
    """

    id: int
    article_id: int
    quote: TextQuote
    start: int | None
    end: int | None
    colour: Colour = Colour.YELLOW
    note: str = ""
    created: str = ""

    @property
    def is_orphan(self) -> bool:
        """Whether the article's text doesn't hold the quote now."""
        return self.start is None


@dataclass(frozen=True, slots=True)
class NewHighlight:
    """A highlight that comes from elsewhere, with the place where the article's text has it now.

    ``created`` is an ISO 8601 time in UTC, empty for now; ``place`` None for an orphan.
    """

    quote: TextQuote
    place: tuple[int, int] | None = None
    colour: Colour = Colour.YELLOW
    note: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True)
class ArticleHighlight:
    """A highlight seen from all highlights: with what tells its article."""

    article_title: str
    published: str | None
    highlight: Highlight
    publisher: str | None = None
    url: str | None = None
