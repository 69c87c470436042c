"""Printed lines as paragraphs; lengths in points on a page of 800."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.pdf_paragraphs import PrintedLine, PrintedPage, paragraphs_of

RIGHT = 300.0


def line(
    text: str, bottom: float, *, right: float = RIGHT, left: float = 50, size: float = 10
) -> PrintedLine:
    return PrintedLine(text, left, right, bottom, size)


def page(*lines: PrintedLine) -> PrintedPage:
    return PrintedPage(lines, height=800)


def column(*texts: str, top: float = 600, step: float = 12) -> list[PrintedLine]:
    """Lines that fill their column, one below the other."""
    return [line(text, top - at * step) for at, text in enumerate(texts)]


def test_full_lines_are_one_paragraph() -> None:
    assert paragraphs_of(
        [page(*column("The minister said on", "Thursday that he would", "go."))]
    ) == ["The minister said on Thursday that he would go."]


def test_a_gap_parts_paragraphs() -> None:
    lines = [*column("One line of words", "another of words", "third", top=600), line("Next", 550)]
    assert paragraphs_of([page(*lines)]) == ["One line of words another of words third", "Next"]


def test_an_indent_parts_paragraphs() -> None:
    lines = [line("First words", 600), line("end here.", 588), line("Second", 576, left=60)]
    assert paragraphs_of([page(*lines, line("goes on", 564))]) == [
        "First words end here.",
        "Second goes on",
    ]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    lines = [line("First words", 600), line("end.", 588, right=90), line("Second one", 576)]
    assert paragraphs_of([page(*lines)]) == ["First words end.", "Second one"]


def test_a_ragged_line_without_room_for_the_next_word_goes_on() -> None:
    lines = [line("First words of", 600, right=260), line("considerations", 588)]
    assert paragraphs_of([page(*lines)]) == ["First words of considerations"]


def test_another_size_parts_a_heading_from_its_text() -> None:
    lines = [line("A heading", 600, size=16), line("The text", 584)]
    assert paragraphs_of([page(*lines)]) == ["A heading", "The text"]


def test_a_drop_capital_belongs_to_its_word() -> None:
    lines = [line("T", 588, size=30, right=70), line("he minister", 600), line("said so", 588)]
    assert paragraphs_of([page(*lines)]) == ["The minister said so"]


def test_bullets_are_items_and_hang() -> None:
    lines = [line("• One that is so long that", 600), line("it goes on", 588, left=60, right=120)]
    assert paragraphs_of([page(*lines, line("• Two", 576, right=90))]) == [
        "• One that is so long that it goes on",
        "• Two",
    ]


def test_a_parted_word_is_joined() -> None:
    assert paragraphs_of([page(*column("The consid-", "eration of it"))]) == [
        "The consideration of it"
    ]


def test_a_compound_that_the_text_writes_with_a_hyphen_keeps_it() -> None:
    lines = column("A well-known man and a well-", "known woman")
    assert paragraphs_of([page(*lines)]) == ["A well-known man and a well-known woman"]


def test_a_hyphen_before_a_capital_stays() -> None:
    assert paragraphs_of([page(*column("In Russia-Central-", "Asia format"))]) == [
        "In Russia-Central-Asia format"
    ]


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        page(
            line(f"The Daily Herald 14 April {number}", 760),
            *column(f"Words of page {name}", "and so on.", top=500),
            line(f"– {number} –", 30, left=170, right=190),
        )
        for number, name in ((1, "one"), (2, "two"), (3, "three"))
    ]
    assert paragraphs_of(pages) == [
        "Words of page one and so on. Words of page two and so on. Words of page three and so on."
    ]


def test_what_a_browser_prints_round_a_page_goes() -> None:
    lines = [
        line("5/2/25, 10:11 AM The story - The Daily Herald", 780),
        line("The story", 500),
        line("https://example.org/story?id=1 1/3", 20),
    ]
    assert paragraphs_of([page(*lines)]) == ["The story"]


def test_the_same_words_in_the_middle_of_pages_stay() -> None:
    assert paragraphs_of([page(line("Words", 400)), page(line("Words", 400))]) == ["Words Words"]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = page(
        line("It began", 600), line("in April and", 588), line("went on", 600, left=400, right=650)
    )
    second = page(line("until May.", 600))
    assert paragraphs_of([first, second]) == ["It began in April and went on until May."]


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert paragraphs_of([page(*column("外交部长星期三", "抵达撒马尔罕。"))]) == [
        "外交部长星期三抵达撒马尔罕。"
    ]


def test_lines_from_right_to_left_end_on_the_left() -> None:
    lines = [
        line("השר הגיע ביום רביעי", 600),
        line("סוף.", 588, left=250),
        line("פסקה שנייה", 576),
    ]
    assert paragraphs_of([page(*lines)]) == ["השר הגיע ביום רביעי סוף.", "פסקה שנייה"]


def test_a_page_without_lines_has_no_paragraphs() -> None:
    assert paragraphs_of([]) == []
    assert paragraphs_of([page()]) == []


NUMBERS = st.floats(-1e4, 1e4)
LINES = st.builds(PrintedLine, st.text(min_size=1, max_size=12), NUMBERS, NUMBERS, NUMBERS, NUMBERS)


@given(st.lists(st.lists(LINES, max_size=6), max_size=4))
def test_any_lines_come_out_in_their_order(pages: list[list[PrintedLine]]) -> None:
    numbers = count()
    marked = [
        page(
            *(
                line(f"w{next(numbers)}x.", one.bottom, left=one.left, right=one.right)
                for one in lines
            )
        )
        for lines in pages
    ]
    text = " ".join(paragraphs_of(marked))
    found = [word for word in text.split() if word.startswith("w")]
    assert found == sorted(found, key=lambda word: int(word[1:-2]))
    paragraphs_of([PrintedPage(tuple(lines), height=800) for lines in pages])
