"""A dossier with all its parts on paper, read back from the file by other programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pikepdf
import pytest

from desktop_app.core.article import Article, Event, Mention, NamedPerson, SnapshotInfo
from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import quote_at
from desktop_app.export.base.rich_text import Span, rich
from desktop_app.export.documents.assembled_document import assembled_document
from desktop_app.export.documents.document import (
    Citation,
    Cover,
    Document,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    Part,
    WholeArticle,
)
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.pdf import export_pdf
from desktop_app.export.typesetting.press_listener import QUIET
from tests.export import read_pdf
from tests.export.examples import CAPTURED, article, plainly_cited

LONG = "Nothing of note was said for a long while in the hall. " * 110
TEXTS = (
    f"Sergey Lavrov spoke.\n\n{LONG}\n\nThen Sergey Lavrov left, and {LONG}",
    "Qin Gang met Sergey Lavrov on 13 April 2023. The rest is silence. All went home.",
    "Qin Gang alone was heard.",
)
NAMES = ("Sergey Lavrov", "Qin Gang")


def told(number: int, text: str) -> Article:
    """An article whose persons and events are those of its words."""
    people = tuple(
        NamedPerson(
            name,
            mentions=tuple(
                Mention(found.start(), found.end(), name) for found in re.finditer(name, text)
            ),
            id=key,
        )
        for key, name in enumerate(NAMES, start=7)
        if name in text
    )
    day = "on 13 April 2023"
    events = (Event("2023-04-13", 0, text.index(".") + 1, text[: text.index(".") + 1]),)
    made = article(
        number,
        text,
        f"Title {number}",
        people=people,
        events=events if day in text else (),
        url=f"https://news.example/{number}",
    )
    return replace(made, snapshot=SnapshotInfo(f"{number}" * 64, "text/html", 10, CAPTURED))


def marked(number: int, text: str, words: str, note: str = "") -> Highlight:
    start = text.index(words)
    end = start + len(words)
    return Highlight(number, 2, quote_at(text, start, end), start, end, Colour.GREEN, note)


EXCERPTS = (marked(1, TEXTS[1], "Qin Gang met Sergey Lavrov", "Who asked?"),
            marked(2, TEXTS[1], "All went home."))  # fmt: skip
PARTS: tuple[Part, ...] = (
    Heading(1, "First part"),
    OwnText(
        "My *own* words[](cite:0) and `[@unknown]`, ~~no~~ more[^1].\n\n"
        "[^1]: A note.\n\n    - item",
        (Citation(rich("See the annex.")),),
    ),
    WholeArticle(1),
    Heading(3, "Deeper"),
    Excerpts(2, EXCERPTS),
    Gap("“Lost”, 1 May 2023: not in the archive any more."),
    WholeArticle(3),
    WholeArticle(2),
)
COVER = Cover("The treaty", "A dossier", "Jane Roe", "May 2026", OwnText("In **short**."))


def dossier(parts: Sequence[Part] = PARTS, cover: Cover = COVER) -> Document:
    articles = [told(number, text) for number, text in enumerate(TEXTS, start=1)]
    used = max((getattr(part, "source", 0) for part in parts), default=0)
    return plainly_cited(assembled_document(cover, parts, articles[:used]))


def written(tmp_path: Path, document: Document, **options: object) -> Path:
    to = tmp_path / "dossier.pdf"
    result = export_pdf(document, DocumentOptions(**options), to, QUIET)  # type: ignore[arg-type]
    assert result.warnings == ()
    return to


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with everything that there is to choose."""
    return written(tmp_path_factory.mktemp("dossier"), dossier())


@pytest.fixture(scope="module")
def pages(whole: Path) -> list[str]:
    return read_pdf.pages(whole)


def test_the_cover_tells_who_what_when_and_in_short(pages: list[str]) -> None:
    for words in ("The treaty", "A dossier", "Jane Roe", "May 2026", "In short.", "3 articles"):
        assert words in pages[0]


def test_the_contents_lead_to_the_right_pages(pages: list[str]) -> None:
    for title in ("First part", "Deeper", "Title 1", "Title 3", "Chronology", "Sources"):
        number = int(re.search(rf"{title}\D(?:.{{0,40}}2023 )?(\d+)", pages[1])[1])  # type: ignore[index]
        assert title in pages[number - 1]
        assert number > 2


def test_the_index_names_the_pages_where_each_person_is_named(pages: list[str]) -> None:
    index = pages[-1]
    assert "Index of persons" in index
    for sorted_name, name in (("Lavrov, Sergey", "Sergey Lavrov"), ("Qin Gang", "Qin Gang")):
        found = re.search(rf"{sorted_name} ((?:\d+(?:–\d+)?(?:, )?)+)", index)
        assert found, index
        listed = [
            number
            for run in found[1].split(", ")
            for first, _, last in [run.partition("–")]
            for number in range(int(first), int(last or first) + 1)
        ]
        behind = next(n for n, page in enumerate(pages) if page.startswith("Chronology"))
        named = [n for n, page in enumerate(pages[2:behind], start=3) if name in page]
        assert listed == named


def test_each_article_is_cited_in_a_note_at_its_foot_and_so_is_what_the_author_cites(
    pages: list[str],
) -> None:
    opening = next(page for page in pages if "My own words" in page)
    told = r"1 See the annex\. 2 A note\. – item 3 “Title 1”, The Sample Gazette, 14 April 2023"
    assert re.search(told, opening), opening
    assert "[@unknown]" in opening


def test_excerpts_show_what_was_left_out_and_their_notes(pages: list[str]) -> None:
    page = next(page for page in pages if "Deeper" in page and "Contents" not in page)
    assert re.search(r"Qin Gang met Sergey Lavrov ?a \[…\] ?All went home\.", page), page
    assert "The rest is silence" not in page
    assert "Who asked?" in page
    assert "“Lost”, 1 May 2023: not in the archive any more." in page


def test_the_chronology_and_the_sources_go_by_number(pages: list[str]) -> None:
    chronology = next(page for page in pages if page.startswith("Chronology"))
    assert "13 April 2023 Qin Gang met Sergey Lavrov on 13 April 2023. 2" in chronology
    sources = next(page for page in pages if page.startswith("Sources"))
    for number in (1, 2, 3):
        assert f"{number} “Title {number}”, The Sample Gazette, 14 April 2023 (page " in sources
        assert f"Address https://news.example/{number}" in sources
        assert f"SHA-256 {str(number) * 64}" in sources
    assert sources.count("Captured 23 November 2026, 15:40 UTC") == 3


def test_an_article_that_stands_twice_is_one_source(pages: list[str]) -> None:
    kickers = [page for page in pages if "2 The Sample Gazette · 14 April 2023" in page]
    assert len(kickers) == 3  # the contents, the excerpts, and the whole


def test_further_pages_have_running_heads_and_all_but_the_first_a_number(pages: list[str]) -> None:
    assert sum(page.startswith("The treaty Title 1 ") for page in pages) >= 1
    count = len(pages)
    assert all(page.endswith(f"{n} / {count}") for n, page in enumerate(pages[1:], start=2))


def test_it_is_an_archive_file_with_fonts_tags_and_colours_of_its_own(whole: Path) -> None:
    assert read_pdf.metadata(whole, "pdfaid:part") == "2"
    assert read_pdf.metadata(whole, "pdfuaid:part") == "1"
    assert read_pdf.metadata(whole, "dc:creator") == ["Jane Roe"]
    assert {"H1", "H2", "TOC", "TOCI", "Note", "P", "Link"} <= read_pdf.tags(whole)
    with pikepdf.open(whole) as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert "/OpenAction" not in pdf.Root
        things = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        fonts = [each for each in things if each.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(each.keys()) for each in fonts)
        actions = {str(each.S) for each in things if each.get("/Type") == "/Action"}
        assert actions <= {"/URI", "/GoTo"}
        assert not any("/EF" in each for each in things)


def test_notes_can_stand_at_the_end(tmp_path: Path) -> None:
    pages = read_pdf.pages(written(tmp_path, dossier(), citations="endnotes"))
    notes = next(page for page in pages if page.startswith("Notes 1"))
    told = r"Notes 1 See the annex\. 2 A note\. – item 3 “Title 1”, .* 4 “Title 2”, "
    assert re.match(told, notes), notes
    assert "See the annex" not in next(page for page in pages if "My own words" in page)


def test_everything_can_be_left_out(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        dossier(),
        contents=False,
        citations="none",
        chronology=False,
        index=False,
        sources=False,
        highlights="none",
    )
    text = read_pdf.text(path)
    for words in ("Contents", "Chronology", "Sources", "Index", "Who asked?", "See the annex"):
        assert words not in text
    assert "1 A note." in text  # the author's own are told wherever sources are cited
    assert f"SHA-256 {'1' * 64}" in text  # with no list of sources each article tells its own
    assert read_pdf.outline(path) == ["First part"]


def test_what_a_style_wants_is_shown_and_a_citation_in_the_line_stays_there(
    tmp_path: Path,
) -> None:
    words = rich(
        "(Roe 2023, ", Span("p.", emphasis=True), " 3)", Span("x", link="javascript:alert(1)")
    )
    text = OwnText("As is known [](cite:0). And [](cite:7).", (Citation(words, is_note=False),))
    path = written(tmp_path, dossier((text,)))
    assert "As is known (Roe 2023, p. 3)x. And ." in read_pdf.text(path)
    assert read_pdf.links(path) == set()


def test_articles_can_run_on_below_the_large_headings(tmp_path: Path) -> None:
    parts = (
        Heading(1, "First part"),
        WholeArticle(2),
        WholeArticle(3),
        Heading(3, "Deeper"),
        WholeArticle(1),
        Heading(1, "Second part"),
        WholeArticle(3),
    )
    path = written(tmp_path, dossier(parts), new_pages=False)
    pages = read_pdf.pages(path)
    opening = next(page for page in pages[2:] if "First part" in page)
    assert all(words in opening for words in ("Title 2", "Title 3", "Deeper", "Title 1"))
    assert opening.endswith("3 / " + str(len(pages)))
    assert pages[3].startswith("The treaty First part")  # the heading, not one of the articles
    assert "Title 3" in next(page for page in pages[3:] if page.startswith("Second part"))


def test_the_note_stands_at_the_foot_of_the_page_where_its_article_begins(tmp_path: Path) -> None:
    texts = ["It rained. " * (10 + 7 * number) for number in range(24)]
    articles = [told(number, text) for number, text in enumerate(texts, start=1)]
    parts = tuple(WholeArticle(each.id) for each in articles)
    document = plainly_cited(assembled_document(COVER, parts, articles))
    path = written(tmp_path, document, new_pages=False, contents=False)
    pages = takewhile(lambda page: not page.startswith("Sources"), read_pdf.pages(path)[1:])
    begun = [re.findall(r" Title (\d+) It rained", page) for page in pages]
    assert sum(map(len, begun)) == len(texts)
    for page, begins in zip(read_pdf.pages(path)[1:], begun, strict=False):
        assert re.findall(r"“Title (\d+)”", page) == begins


def test_the_authors_words_alone_make_a_document(tmp_path: Path) -> None:
    parts = (Heading(2, "Low"), OwnText("# Own heading\n\nWords."), Heading(4, "Lower"))
    text = read_pdf.text(written(tmp_path, dossier(parts)))
    for words in ("Low", "Own heading", "Words.", "Lower"):
        assert words in text


def test_a_long_abstract_has_a_page_of_its_own(tmp_path: Path) -> None:
    cover = replace(COVER, abstract=OwnText("Much to say. " * 120))
    pages = read_pdf.pages(written(tmp_path, dossier(PARTS[:1], cover)))
    assert "Much to say" not in pages[0]
    assert pages[1].startswith("Abstract Much to say.")


def test_hostile_words_of_the_author_are_words(tmp_path: Path) -> None:
    bad = '#read("/etc/passwd") <script>x</script> $x$ @ref \u202e\u0007\ud800'
    cover = Cover(bad, bad, bad, bad, OwnText(bad))
    parts = (Heading(1, bad), OwnText(f"{bad}\n\n![x](file:///etc/passwd)"))
    text = read_pdf.text(written(tmp_path, dossier(parts, cover)))
    assert text.count('#read("/etc/passwd")') >= 6


def test_a_citation_in_the_line_is_set_apart_from_the_outlet(tmp_path: Path) -> None:
    cited = WholeArticle(3, Citation(rich("(Roe 2023)"), is_note=False))
    path = written(tmp_path, replace(dossier([cited]), parts=(cited,)))
    assert "2023 (Roe 2023)" in read_pdf.text(path)
