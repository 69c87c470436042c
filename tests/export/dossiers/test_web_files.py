"""A dossier as a page and as a book, read by an HTML parser and EPUBCheck."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from lxml import etree, html

from desktop_app.export.base.rich_text import rich
from desktop_app.export.documents.document import Citation, Cover, OwnText
from tests.export.dossiers.examples import document_of, full_document
from tests.export.dossiers.read_files import DC, epub_faults, names, part, words, written
from tests.export.examples import article, png

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    path = tmp_path_factory.mktemp("html") / "treaty.html"
    written(full_document(), "html", path)
    return html.fromstring(path.read_bytes())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub") / "treaty.epub"
    written(full_document(), "epub", path)
    return path


def _attributes(page: etree._Element) -> set[str]:
    return {str(name) for each in page.iter(etree.Element) for name in each.keys()}  # noqa: SIM118


def test_nothing_of_an_article_runs_or_is_fetched(page: etree._Element) -> None:
    tags = {each.tag for each in page.iter() if isinstance(each.tag, str)}
    addresses = [*page.xpath("//@src"), *page.xpath("//@href")]  # type: ignore[misc]

    assert not tags & {"script", "iframe", "object", "embed", "form", "link", "base"}
    assert not [name for name in _attributes(page) if name.startswith("on")]
    assert all(str(each).startswith(("#", "https://", "data:image/png")) for each in addresses)
    assert all(each.get("src").startswith("data:") for each in page.iter("img"))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")  # type: ignore[misc]
    assert "default-src 'none'" in str(policy)
    assert "script-src" not in str(policy)


def test_what_looks_like_markup_stands_there_as_text(page: etree._Element) -> None:
    text = words(page.find("body"))  # type: ignore[arg-type]

    assert "<script>alert(1)</script> and <img src=x onerror=alert(2)>" in text
    assert "<script>alert(0)</script> A & B $title$ {x}" in text
    assert "Costs $5 & <b>more</b> than 1. a list of # signs, x, \\cmd{} and {{ braces }}." in text


def test_each_link_within_the_page_leads_somewhere_and_names_are_given_once(
    page: etree._Element,
) -> None:
    places = [str(each) for each in page.xpath("//@id")]  # type: ignore[misc]
    links = {str(each)[1:] for each in page.xpath("//@href") if str(each).startswith("#")}  # type: ignore[misc]

    assert len(places) == len(set(places))
    assert links <= set(places)
    assert {"source-1", "listed-1", "noted-1", "cited-1"} <= links
    assert not list(page.iter("input"))


def test_the_authors_notes_are_counted_with_those_that_cite(page: etree._Element) -> None:
    (text,) = page.xpath("//p[starts-with(., 'Some words of mine')]")  # type: ignore[misc]
    numbers = [each.text_content() for each in text.iter("sup")]
    assert numbers == ["5", "6"]
    (told,) = page.xpath("//li[.//*[@id='noted-5']]")  # type: ignore[misc]
    assert [each.text_content() for each in told.iter("p")] == [
        "A note of mine.",
        "Its second paragraph. ↩\ufe0e",
    ]
    assert [each.text_content() for each in text.iter("del")] == ["others"]


@pytest.mark.parametrize("citations", ["footnotes", "endnotes"])
def test_a_note_on_the_abstract_is_the_first_and_is_told(tmp_path: Path, citations: str) -> None:
    cited = OwnText("In short.[](cite:0)", (Citation(rich("A book of mine")),))
    document = document_of([article()], cover=Cover("The treaty", abstract=cited))
    path = tmp_path / "x.html"

    written(document, "html", path, citations=citations)

    page = html.fromstring(path.read_bytes())
    abstract = next(page.iter("div"))
    (told,) = page.xpath("//*[@id='noted-1']")  # type: ignore[misc]
    assert [each.text_content() for each in abstract.iter("sup")] == ["1"]
    assert "A book of mine" in told.text_content()


@pytest.mark.parametrize("citations", ["footnotes", "endnotes"])
def test_a_books_first_page_tells_its_notes(tmp_path: Path, citations: str) -> None:
    cited = OwnText("In short.[](cite:0)", (Citation(rich("A book of mine")),))
    document = document_of([article()], cover=Cover("The treaty", abstract=cited))
    path = tmp_path / "x.epub"

    written(document, "epub", path, citations=citations)

    first = part(path, "EPUB/text/title_page.xhtml")
    links = {str(each.get("href")) for each in first.iter(f"{XHTML}a")}
    assert "A book of mine" in words(first)
    assert links <= {f"#{each.get('id')}" for each in first.iter() if each.get("id")}


def test_the_picture_lies_within_the_page_with_its_caption(page: etree._Element) -> None:
    picture = next(page.iter("img"))

    kept = base64.b64decode(picture.get("src").partition(",")[2])
    assert kept == png(60, 40)
    assert picture.get("alt") == "The ministers"
    assert words(next(page.iter("figcaption"))) == "At the table — Photo: A. Nyone"


def test_languages_and_directions_are_told(page: etree._Element) -> None:
    assert page.get("lang") == "en"
    (arabic,) = page.xpath("//div[@class='article-text' and @lang='ar']")  # type: ignore[misc]
    assert arabic.get("dir") == "rtl"


def test_highlights_are_in_colour_with_their_notes(page: etree._Element, tmp_path: Path) -> None:
    marked = [words(each) for each in page.xpath("//*[@class='marked-yellow']")]  # type: ignore[misc]
    assert marked[0] == "the agency"
    assert "Which agency?" in words(page)

    plain = tmp_path / "plain.html"
    written(full_document(), "html", plain, highlights="marked")
    assert "marked-yellow" in plain.read_text()
    assert "Which agency?" not in plain.read_text()


def test_parts_that_are_not_wanted_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "bare.html"

    written(
        full_document(),
        "html",
        path,
        contents=False,
        citations="footnotes",
        chronology=False,
        index=False,
        sources=False,
        images=False,
        highlights="none",
    )

    page = html.fromstring(path.read_bytes())
    text = words(page.find("body"))  # type: ignore[arg-type]
    assert not page.xpath("//img | //*[@id='contents' or @id='chronology' or @id='sources']")
    assert "Lavrov, Sergey" not in text
    assert "No longer" not in text
    links = {str(each)[1:] for each in page.xpath("//@href") if str(each).startswith("#")}  # type: ignore[misc]
    assert links <= {str(each) for each in page.xpath("//@id")}  # type: ignore[misc]


def test_an_article_alone_has_no_cover_and_tells_its_source(tmp_path: Path) -> None:
    path = tmp_path / "one.html"
    one = article(1, "Some words.", "The title", url="https://news.example/a")

    written(document_of([one], has_cover=False), "html", path)

    page = html.fromstring(path.read_bytes())
    assert [words(each) for each in page.iter("h1")] == ["The title"]
    assert "https://news.example/a" in words(page)
    assert not page.xpath("//header")


def test_epubcheck_finds_no_fault_in_the_book(book: Path) -> None:
    assert epub_faults(book) == []


def test_each_article_is_a_chapter_under_its_own_title(book: Path) -> None:
    chapters = [part(book, name) for name in names(book) if name.startswith("EPUB/text/ch")]

    titles = [each.findtext(f"{XHTML}head/{XHTML}title") for each in chapters]
    assert "Ministers meet: a “treaty” in sight" in titles
    assert "لقاء الوزراء" in titles
    assert "Untitled" in titles
    navigation = words(part(book, "EPUB/nav.xhtml"))
    assert all(str(title) in navigation for title in titles[1:])


def test_the_book_keeps_its_identifier_when_the_dossier_grows(tmp_path: Path, book: Path) -> None:
    grown = full_document()
    longer = document_of([*grown.articles, article(9)], None, grown.cover)
    other = document_of(grown.articles, None)

    identifiers = []
    for number, document in enumerate((longer, other)):
        written(document, "epub", tmp_path / f"{number}.epub")
        package = part(tmp_path / f"{number}.epub", "EPUB/content.opf")
        identifiers.append(next(package.iter(f"{DC}identifier")).text)

    own = next(part(book, "EPUB/content.opf").iter(f"{DC}identifier")).text
    assert identifiers[0] == own
    assert identifiers[1] != own
