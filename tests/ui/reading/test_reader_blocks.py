from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from desktop_app.cleaning.markdown_text import markdown_reader
from desktop_app.ui.reading.reader_blocks import HEAVIEST_BLOCK, light_blocks


def blocks(markdown: str) -> list[list[Token]]:
    return list(light_blocks(markdown_reader().parse(markdown)))


def html(block: list[Token]) -> str:
    reader = markdown_reader()
    return str(reader.renderer.render(block, reader.options, {}))


def test_an_ordinary_article_is_left_as_it_is() -> None:
    markdown = "# Title\n\nText.\n\n- a\n- b\n\n> said\n\n| a |\n|---|\n| b |\n"

    assert "".join(map(html, blocks(markdown))) == markdown_reader().render(markdown)


def test_a_long_numbered_list_goes_on_counting() -> None:
    parts = blocks("".join(f"{number}. item\n" for number in range(1, 201)))

    assert len(parts) > 1
    first = html(parts[0]).count("<li>")
    assert f'<ol start="{first + 1}">' in html(parts[1])


@pytest.mark.parametrize(
    ("markdown", "word", "count"),
    [
        ("word " * 50_000, "word", 50_000),
        ("- word\n" * 5_000, "word", 5_000),
        ("|a|\n|-|\n" + "|word|\n" * 5_000, "word", 5_000),
        ("```\n" + "word\n" * 50_000 + "```\n", "word", 50_000),
        ("**word** " * 20_000, "word", 20_000),
        ("> " + "> word\n" * 5_000, "word", 5_000),
        ("- a\n" + "  - word\n" * 5_000, "word", 5_000),
    ],
)
def test_nothing_is_lost_when_a_block_is_cut(markdown: str, word: str, count: int) -> None:
    pieces = [html(block) for block in blocks(markdown)]

    assert sum(piece.count(word) for piece in pieces) == count
    assert max(map(len, pieces)) < 10 * HEAVIEST_BLOCK


def test_a_line_without_an_end_is_cut() -> None:
    pieces = [html(block) for block in blocks("x" * 100_000)]

    assert sum(piece.count("x") for piece in pieces) == 100_000
    assert max(map(len, pieces)) < 3 * HEAVIEST_BLOCK


@given(st.text(alphabet="ab*_`[]()#>-|\n !~1.", max_size=400))
def test_any_markdown_can_be_cut(markdown: str) -> None:
    assert "".join(map(html, blocks(markdown))) == markdown_reader().render(markdown)


def widths(part: str) -> list[float]:
    return [
        float(each) for each in re.findall(r'width="([\d.]+)%"', part.split("</tr>", maxsplit=1)[0])
    ]


def test_the_columns_of_all_parts_of_a_long_table_have_the_same_widths() -> None:
    row = "| a word | another | a third | 4 |"
    parts = [html(block) for block in blocks("\n".join([row, "|---|---|---|---|", *[row] * 500]))]

    assert len(parts) > 1
    assert sum(part.count("<td") for part in parts) == 2_000
    assert len({tuple(widths(part)) for part in parts}) == 1
    assert len(widths(parts[0])) == 4


def test_a_column_of_figures_leaves_the_room_to_one_of_remarks() -> None:
    row = "| 1987 | A remark on the traffic of the year, told at some length |"
    part = html(next(iter(blocks("\n".join(["| Year | Remark |", "|---|---|", *[row] * 500])))))

    year, remark = widths(part)
    assert remark > 4 * year
    assert year + remark < 100, "rounding must not make it wider than its room"


def test_a_short_table_has_columns_as_wide_as_their_words() -> None:
    (part,) = [html(block) for block in blocks("| a | b |\n|---|---|\n| a word | another |")]

    assert "width" not in part
