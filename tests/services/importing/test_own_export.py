"""Our own export comes back as it was: both archives are compared."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop_app.core.article import Article
from desktop_app.core.highlight import Colour
from desktop_app.core.imported import ImportedArticle, ImportedHighlight, Origin
from desktop_app.services.base.settings import Settings
from desktop_app.services.importing.prepare_import import prepare_import
from desktop_app.services.library import Library

BODY = (
    "First words with *emphasis* and <b>no tag</b>.\n\n---\n\n> A quote that stands.\n\n"
    "## Highlights\n\nA heading of its own, and 1. no list.\n\n- one\n- two"
)


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


def test_what_is_exported_comes_back_as_it_was(library: Library, tmp_path: Path) -> None:
    full = ImportedArticle(
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
    bare = ImportedArticle(Origin("any", "2", 2), title="Bare", markdown="A few words only here.")
    ids = library.archive.articles.add_all(
        prepare_import(each, "2026-11-28T12:00:00Z").article for each in (full, bare)
    )
    library.export(list(ids), "markdown", tmp_path / "out")

    other = Library(Settings(tmp_path / "new.cuttings", tmp_path / "config", tmp_path / "log"))
    other.open()
    with closing(other):
        report = other.importing.run(tmp_path / "out")

        assert (report.format, len(report.added), report.problems) == ("markdown", 2, ())
        came = {told(other.article(each))["title"]: other.article(each) for each in report.added}
        for article in map(library.article, ids):
            assert told(came[article.clean.title]) == told(article)
        assert other.importing.run(tmp_path / "out").known == 2
