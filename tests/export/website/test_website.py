"""A site out of articles, read as a browser reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.article import Article, Mention, NamedPerson, SnapshotInfo
from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.document import (
    Cover,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    WholeArticle,
)
from desktop_app.export.website.website import SiteChoices, SiteOrder, export_website
from tests.export.examples import PICTURE, Images, article, never, nowhere, png, stored
from tests.export.website.site_reading import faults, read_page

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def site(
    articles: Sequence[Article],
    to: Path,
    images: Images | None = None,
    cancelled: Callable[[], bool] = never,
    **choices: object,
) -> ExportResult:
    chosen = SiteChoices(**{"title": "My site", **choices})  # type: ignore[arg-type]
    return export_website(
        articles,
        to,
        chosen,
        images=lambda _: images or {},
        progress=nowhere,
        cancelled=cancelled,
    )


def marked(text: str, quote: str, number: int = 1, note: str = "") -> Highlight:
    start = text.index(quote)
    return Highlight(number, 1, TextQuote(quote), start, start + len(quote), Colour.GREEN, note)


def test_an_article_has_a_page_with_all_that_is_known(tmp_path: Path) -> None:
    told = article(
        7,
        "## Paris\n\nThey **met** [there](https://x.example/a).\n\n|a|b|\n|--:|--|\n|1|2|",
        tags=("diplomacy/russia",),
        url="https://news.example/1?a=b&c=d",
        authors=("Jane Roe",),
        people=(NamedPerson("Sergey Lavrov", ("Lavrov",), ("Minister",), id=3),),
    )
    told = replace(told, snapshot=SnapshotInfo("ab" * 32, "text/html", 1, told.captured))

    site([told], tmp_path)

    page = read_page(tmp_path / "articles/7.html")
    assert not list(faults(tmp_path))
    for words in ("Ministers meet", "Jane Roe", "14 April 2023", "ab" * 32, "23 November 2026"):
        assert words in page.text
    assert "https://news.example/1?a=b&c=d" in page.values("a", "href")
    assert "../people/3.html" in page.values("a", "href")
    assert ("td", {"class": "right"}) in page.elements
    assert "Also: Lavrov" in read_page(tmp_path / "people/3.html").text


def test_lists_lead_to_articles_by_date_tag_outlet_and_person(tmp_path: Path) -> None:
    person = NamedPerson("Sergey Lavrov", id=3)
    one = article(1, title="One", tags=("diplomacy/russia",), people=(person,))
    two = article(2, title="Two", tags=("diplomacy",), published="2022-01", publisher="Post")
    three = article(3, title="Three", published=None, people=(person,))

    site([one, two, three], tmp_path)

    assert not list(faults(tmp_path))
    front = read_page(tmp_path / "index.html").text
    assert front.index("One") < front.index("Two") < front.index("Three")
    assert "3 articles · 2022 – 2023" in front
    assert "2022" in read_page(tmp_path / "timeline.html").text
    assert "January Two" in read_page(tmp_path / "years/2022.html").text
    assert "Three" in read_page(tmp_path / "years/undated.html").text
    (parent,) = (tmp_path / "tags").glob("diplomacy-????????.html")
    assert {"One", "Two"} <= set(read_page(parent).text.split())
    assert "2 articles" in read_page(tmp_path / "people/3.html").text


def test_pictures_lie_beside_the_pages_and_none_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    shown = article(1, f'![A]({PICTURE} "At the table") ![B](https://x.example/b.png "Lost")')
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    images = {**stored(png()), **stored(drawing, "https://x.example/b.png")}

    site([shown], tmp_path, images)

    page = read_page(tmp_path / "articles/1.html")
    (source,) = page.values("img", "src")
    assert (tmp_path / "articles" / source).read_bytes() == png()
    assert "At the table" in page.text
    assert "[Lost]" in page.text
    assert len(list((tmp_path / "images").iterdir())) == 1


@pytest.mark.parametrize(("shown", "notes"), [("none", False), ("marked", False), ("notes", True)])
def test_highlights_and_notes_are_shown_as_chosen(tmp_path: Path, shown: str, notes: bool) -> None:
    text = "They met in Paris and spoke."
    orphan = Highlight(2, 1, TextQuote("gone words"), None, None, note="Orphaned")
    own = (marked(text, "met in Paris", note="Why *Paris*?"), orphan)
    told = replace(article(1, text, note="My own"), highlights=own)

    site([told], tmp_path, highlights=shown)

    page = read_page(tmp_path / "articles/1.html")
    assert page.values("mark", "class") == ([] if shown == "none" else ["green"])
    for words in ("Why *Paris*?", "Orphaned", "gone words", "My own"):
        assert (words in page.text) is notes
    assert not list(faults(tmp_path))


def test_a_dossier_stands_in_its_order_with_its_own_text(tmp_path: Path) -> None:
    text = "They met in Paris. They spoke of salmon."
    quote = marked(text, "They met in Paris.")
    quoted = replace(article(2, text, "Quoted"), highlights=(quote,))
    order = SiteOrder(
        Cover("My dossier", "Below", "Jane Roe", "May 2024", OwnText("The *abstract*^[In short].")),
        (
            Heading(1, "First part"),
            WholeArticle(1),
            OwnText("My **own** words <b>.[^1]\n\n[^1]: A note[^2] on ~~it~~.\n[^2]: Of another."),
            Excerpts(2, (quote,)),
            Gap("“Lost”: not in the archive any more."),
        ),
    )

    site([article(1, title="Whole"), quoted], tmp_path, order=order, title="My dossier")

    front = read_page(tmp_path / "index.html").text
    places = [
        front.index(words)
        for words in ("Below", "abstract", "First part", "Whole", "own words <b>", "Quoted", "Lost")
    ]
    assert places == sorted(places)
    noted = read_page(tmp_path / "index.html")
    assert [each for each in noted.values("li", "id") if each] == ["own-1", "own-2", "own-3"]
    assert list(noted.values("sup", "id")) == ["cited-1", "cited-2", "cited-3"]
    assert "words <b>. 2 " in front
    page = read_page(tmp_path / "articles/2.html")
    assert "They met in Paris." in page.text
    assert "[…]" in page.text
    everything = "".join(
        path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()
    )
    assert "salmon" not in everything
    assert not list(faults(tmp_path))


def test_long_lists_go_on_overleaf(tmp_path: Path) -> None:
    many = [article(n, title=f"Article {n}") for n in range(1, 302)]

    site(many, tmp_path)

    first, second = (read_page(tmp_path / f"years/2023{end}.html") for end in ("", "-2"))
    assert first.text.count("Article ") == 300
    assert second.text.count("Article ") == 1
    assert "2023-2.html" in first.values("a", "href")


def test_a_second_time_nothing_is_touched(tmp_path: Path) -> None:
    articles = [article(1), article(2, title="Other", publisher="Post")]
    site(articles, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}

    assert site(articles, tmp_path).written == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")} == before

    site(articles[:1], tmp_path)
    assert not (tmp_path / "articles/2.html").exists()
    assert not list(faults(tmp_path))


def test_stopping_leaves_whole_pages_and_says_so(tmp_path: Path) -> None:
    told: list[bool] = []

    def cancelled() -> bool:
        told.append(True)
        return len(told) > 2

    done = site([article(n) for n in range(1, 9)], tmp_path, cancelled=cancelled)

    assert done.cancelled
    assert len(list((tmp_path / "articles").iterdir())) == 2


def test_nothing_of_an_article_runs_or_is_loaded(tmp_path: Path) -> None:
    evil = article(
        1,
        f"{EVIL} [x](javascript:alert(1)) [y](data:text/html,x) ![z](//x.example/a.png)\n\n"
        f'<iframe src=https://x.example></iframe>\n\n```"><script>\nx\n```\n\n# {EVIL}',
        EVIL,
        tags=(EVIL, "../../x", "CON", "\ud800\u202e"),
        note=EVIL,
        subtitle=EVIL,
        publisher=EVIL,
        agency=EVIL,
        authors=(EVIL,),
        language=EVIL,
        url='https://x.example/"onclick=alert(1)',
        canonical_url="javascript:alert(1)",
        published="2023-04-14\n<b>",
        people=(NamedPerson(EVIL, (EVIL,), (EVIL,), (Mention(0, 1, "x"),), id=1),),
    )

    site([evil], tmp_path, title=EVIL, highlights="notes")

    assert not list(faults(tmp_path))
    for path in tmp_path.rglob("*.html"):
        page = read_page(path)
        scripts = page.values("script", "src")
        assert len(scripts) == sum(tag == "script" for tag, _ in page.elements)
        assert scripts == (
            ["words.js", "search/fold.js", "search/site.js", "search.js"] if scripts else []
        )
        (policy,) = [
            each["content"] for tag, each in page.elements if "http-equiv" in each and tag == "meta"
        ]
        assert policy.startswith("default-src 'none'; script-src 'self';")
    assert all(path.is_relative_to(tmp_path) for path in tmp_path.rglob("*"))
