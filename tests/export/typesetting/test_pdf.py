"""Articles on paper, read back from the file."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import ExportError
from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from tests.export import read_pdf
from tests.export.examples import PICTURE, article, full_article, png, stored, write_pdf

HOSTILE = (
    '#read("/etc/passwd") #import "@preview/x:1.0.0": y #panic() $x^2$ // no comment /* none */ '
    "= no heading <label> @reference ~ --- #{1+1} \\u{41}"
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article that has everything, alone in a file."""
    path = tmp_path_factory.mktemp("pdf") / "full.pdf"
    write_pdf([full_article()], path, stored(png(400, 300)))
    return path


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles in one file."""
    path = tmp_path_factory.mktemp("pdf") / "dossier.pdf"
    articles = [article(n, f"Text number {n}.", f"Title {n}") for n in (1, 2, 3)]
    write_pdf(articles, path, title="The treaty")
    return path


def test_an_article_is_read_back_with_all_its_parts(full: Path) -> None:
    text = read_pdf.text(full)
    for part in (
        "Ministers meet: a “treaty” in sight",
        "Both sides speak of progress",
        "Jane Roe, José Núñez",
        "Sergey Lavrov met Qin Gang in Samarkand",
        "At the table — Photo: A. Nyone",
        "A caption without its picture",
        "What was said",
        "A quotation.",
        "Russia 12",
        '#read("x")',
        "<script>alert(1)</script>",
    ):
        assert part in text


def test_the_source_is_told_with_address_and_times(full: Path) -> None:
    text = read_pdf.text(full)
    assert "Source The Sample Gazette, agency ANI" in text
    assert "Published 14 April 2023" in text
    assert "Address https://news.example/a?b=1" in text
    assert "Captured 23 November 2026, 15:40 UTC" in text
    assert "SHA-256 " + "ab" * 32 in text
    assert "Note See the map: page 3" in text


def test_addresses_can_be_followed(full: Path) -> None:
    assert read_pdf.links(full) == {"https://ani.example/", "https://news.example/a?b=1"}


def test_it_is_an_archive_file_and_an_accessible_one(full: Path) -> None:
    assert read_pdf.metadata(full, "pdfaid:part") == "2"
    assert read_pdf.metadata(full, "pdfaid:conformance") == "A"
    assert read_pdf.metadata(full, "pdfuaid:part") == "1"
    assert read_pdf.metadata(full, "dc:title") == "Ministers meet: a “treaty” in sight"
    assert read_pdf.metadata(full, "dc:creator") == ["Jane Roe, José Núñez"]


def test_its_parts_are_tagged(full: Path) -> None:
    assert read_pdf.is_tagged(full)
    wanted = {"H1", "H2", "P", "L", "LI", "BlockQuote", "Table", "TH", "TD", "Figure", "Link"}
    assert wanted <= read_pdf.tags(full)


def test_an_outline_leads_through_it(full: Path) -> None:
    assert read_pdf.outline(full) == ["Ministers meet: a “treaty” in sight"]


def test_many_in_one_have_a_cover_contents_outline_and_numbers(dossier: Path) -> None:
    pages = read_pdf.pages(dossier)
    assert pages[0] == "The treaty 3 articles, 14 April 2023"
    for n in (1, 2, 3):
        assert f"Title {n} {n} The Sample Gazette · 14 April 2023 {n + 2}" in pages[1]
    assert pages[1].startswith("Contents Title 1")
    assert pages[1].endswith("2 / 6")
    assert [page.endswith(f"{n} / 6") for n, page in enumerate(pages, 1)] == [False, *[True] * 5]
    assert read_pdf.outline(dossier) == ["Contents", "Title 1", "Title 2", "Title 3", "Sources"]


def test_a_second_page_bears_a_running_head(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    write_pdf([article(markdown="A long text of many words. " * 400)], path)
    first, second = read_pdf.pages(path)[:2]
    assert second.startswith("Ministers meet The Sample Gazette ")
    assert first.count("Ministers meet") == 1


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_paper_can_be_chosen(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    path = tmp_path / "x.pdf"
    write_pdf([article()], path, paper=paper)  # type: ignore[arg-type]
    assert read_pdf.paper(path) == size


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_pdf([full_article()], path, stored(png()))
    before = (path.stat().st_mtime_ns, path.read_bytes())
    done = write_pdf([full_article()], path, stored(png()))
    assert (done.written, done.unchanged) == ((), (path.resolve(),))
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_one_file_an_article(tmp_path: Path) -> None:
    articles = [article(1, title="One"), article(2, title="Two"), article(3, "other", "Two")]
    done = write_pdf(articles, tmp_path / "out", single=False, title="not theirs")
    assert sorted(path.name for path in done.written) == [
        "2023-04-14 The Sample Gazette - One.pdf",
        "2023-04-14 The Sample Gazette - Two (3).pdf",
        "2023-04-14 The Sample Gazette - Two.pdf",
    ]
    assert read_pdf.metadata(done.written[0], "dc:title") == "One"
    again = write_pdf(articles, tmp_path / "out", single=False)
    assert again.written == ()


def test_a_folder_or_a_bare_name_gets_a_files_name(tmp_path: Path) -> None:
    assert write_pdf([article()], tmp_path).written[0].name == "Ministers meet.pdf"
    assert write_pdf([article()], tmp_path / "bare").written[0].name == "bare.pdf"


def test_typst_reads_none_of_it_as_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    hostile = article(
        1,
        HOSTILE.replace("\\", "\\\\") + '\n\n```typ\n#read("code")\n```',
        HOSTILE,
        subtitle=HOSTILE,
        authors=("#panic()",),
        publisher="$ #x",
        note=HOSTILE,
        tags=("#t",),
    )
    done = write_pdf([hostile], path)
    assert done.warnings == ()
    assert read_pdf.text(path).count('#read("/etc/passwd")') >= 4
    assert '#read("code")' in read_pdf.text(path)
    assert read_pdf.text(path).count("#{1+1}") >= 4


def test_addresses_that_could_run_are_no_links(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    markdown = "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://ok.example/)"
    write_pdf([article(markdown=markdown, url="javascript:x")], path)
    assert read_pdf.links(path) == {"https://ok.example/"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ab#$\\*_`<>@=-+/~^&\"'[](){}|:;.,!? \n0", max_size=120))
def test_any_punctuation_can_be_set(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.pdf"
    done = write_pdf([article(markdown=text, title=f"T{text}", note=text)], path)
    assert done.warnings == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_gives_a_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.pdf"
    write_pdf([article(markdown=text, title=text, note=text, authors=(text,))], path)
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "markdown",
    [
        "> " * 300 + "deep",
        "\n".join("  " * n + "- x" for n in range(100)),
        "*" * 3000 + "x" + "*" * 3000,
        "| " * 200 + "\n" + "|--" * 199 + "\n" + "| x" * 199,
        "x" * 50_000,
        "99999999999. number",
        "###### only\n\n# then",
        "![](https://news.example/picture.png)",
        "| a |\n|--|",
        "\u202e\u2066turned\u200b\u200d\ufeff\u0007",
    ],
)
def test_odd_markdown_is_set_all_the_same(tmp_path: Path, markdown: str) -> None:
    path = tmp_path / "x.pdf"
    write_pdf([article(markdown=markdown)], path, stored(png()))
    assert "Ministers meet" in read_pdf.text(path)


def test_a_damaged_image_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    broken = png()[:40] + b"damaged" * 10
    bad = article(1, f'Before.\n\n![x]({PICTURE} "The caption")\n\nAfter.', "Bad")
    done = write_pdf([bad, article(2, "Sound.", "Good")], path, stored(broken))
    assert done.warnings[0].startswith("“Bad”: 1 image not kept in the archive, damaged, or ")
    text = read_pdf.text(path)
    for part in ("Before.", "The caption", "After.", "Sound."):
        assert part in text
    assert read_pdf.outline(path) == ["Contents", "Bad", "Good", "Sources"]


def test_a_drawing_is_left_to_its_caption(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'
    done = write_pdf([article(markdown=f'![x]({PICTURE} "A map")')], path, stored(drawing))
    assert "A map" in read_pdf.text(path)
    assert "1 image not kept" in done.warnings[0]


def test_stopping_writes_nothing_of_a_single_file(tmp_path: Path) -> None:
    done = write_pdf([article()], tmp_path / "x.pdf", cancelled=lambda: True)
    assert done.cancelled
    assert list(tmp_path.iterdir()) == []


def test_stopping_keeps_the_files_already_made(tmp_path: Path) -> None:
    told: list[int] = []
    done = write_pdf(
        [article(n, title=f"Title {n}") for n in (1, 2, 3)],
        tmp_path,
        single=False,
        cancelled=lambda: bool(told),
        progress=lambda at, of: told.append(at),
    )
    assert done.cancelled
    assert [path.name for path in done.written] == ["2023-04-14 The Sample Gazette - Title 1.pdf"]


def test_progress_ends_when_all_is_done(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    articles = [article(1), article(2)]
    write_pdf(articles, tmp_path / "x.pdf", progress=lambda at, of: told.append((at, of)))
    assert told == [(0, 4), (1, 4), (4, 4)]


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="in the way"):
        write_pdf([article()], tmp_path / "file" / "x.pdf")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler isn't installed")
def test_another_reader_finds_the_same_order(full: Path) -> None:
    found = subprocess.run(["pdftotext", full, "-"], capture_output=True, check=True).stdout
    text = " ".join(found.decode().split())
    order = [
        text.index(part)
        for part in (
            "Ministers meet:",
            "Both sides",
            "Sergey",
            "What was said",
            "Russia",
            "SHA-256",
        )
    ]
    assert order == sorted(order)


def test_marked_passages_have_their_notes_at_the_end(tmp_path: Path) -> None:
    text = "The hall was full. It rained *all day*, and nobody left."
    plain = text.replace("*", "")
    quote, gone = TextQuote("rained all day"), TextQuote("left by train")
    start = plain.index(quote.exact)
    marks = (
        Highlight(1, 1, quote, start, start + len(quote.exact), Colour.PINK, "How wet?"),
        Highlight(2, 1, gone, None, None, Colour.BLUE),
    )
    made = article(1, text)
    clean = replace(made.clean, text=plain)
    path = tmp_path / "marked.pdf"

    result = write_pdf([replace(made, clean=clean, highlights=marks)], path)

    assert result.warnings == ()
    told = read_pdf.text(path)
    assert "Notes on the marked passages" in told
    assert "“rained all day” How wet?" in told
    assert "“left by train” (no longer in the text)" in told
    assert "nobody left" in told


def test_long_words_stay_within_the_page_and_their_columns(tmp_path: Path) -> None:
    head = f"| one | two | three | four | five | six |\n{'|--' * 6}|\n"
    row = f"| {'q' * 45} | x | {'k' * 12} | x | {'9' * 30} | x |\n\n"
    path = tmp_path / "x.pdf"
    write_pdf([article(markdown=f"{head}{row}https://news.example/?id={'0' * 200}")], path)

    for letters, next_column in (("q", "two"), ("k", "four"), ("9", "six")):
        assert read_pdf.edges_of(path, letters)[1] < read_pdf.x_of(path, next_column)
    assert read_pdf.edges_of(path, "0")[1] < 595 - 90
