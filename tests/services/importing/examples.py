"""Articles of another program with all that one can tell, and with next to nothing."""

from __future__ import annotations

from desktop_app.core.article import Article
from desktop_app.core.highlight import Colour
from desktop_app.core.imported import ImportedArticle, ImportedHighlight, Origin

BODY = (
    "First words with *emphasis* and <b>no tag</b>.\n\n---\n\n> A quote that stands.\n\n"
    "## Highlights\n\nA heading of its own, and 1. no list.\n\n- one\n- two"
)
FULL = ImportedArticle(
    Origin("any", "1", 1),
    url="https://news.example/1?a=b",
    title="A *title* [of] all: “kinds”",
    subtitle="Below",
    authors=("Anna Larsen", "Bo, Jr."),
    publisher="The Paper",
    agency="Reuters",
    language="en",
    published="2021-03-01",
    modified="2021-03-02",
    accessed="2021-03-05",
    canonical_url="https://news.example/one",
    captured="2021-03-04T05:06:07Z",
    markdown=BODY,
    tags=("Press & media", "trade/grain"),
    note="Mine: *all*\n\n- of it",
    starred=True,
    read=True,
    highlights=(
        ImportedHighlight("First words", colour=Colour.BLUE, note="# why *this*\nand more"),
        ImportedHighlight("no tag", colour=Colour.GREEN),
        ImportedHighlight("never in the text", colour=Colour.PINK, note="Gone"),
    ),
)
BARE = ImportedArticle(Origin("any", "2", 2), title="Bare", markdown="A few words only here.")


def told(article: Article) -> dict[str, object]:
    """What a person would miss."""
    clean = article.clean
    marked = [(h.quote.exact, h.start, h.colour, h.note) for h in article.highlights]
    fields = ("title", "subtitle", "authors", "publisher", "agency", "language", "url")
    days = ("published", "modified", "accessed", "canonical_url", "text")
    return {
        **{name: getattr(clean, name) for name in (*fields, *days)},
        "marked": marked,
        "rest": (article.captured, article.tags, article.note, article.unread, article.starred),
    }
