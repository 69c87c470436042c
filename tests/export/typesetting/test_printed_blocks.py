"""Markdown as the data that the template sets."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.export.base.image_link import ImageLink
from desktop_app.export.typesetting.printed_blocks import Node, PrintedBlocks


def read(markdown: str, shown: bool = True) -> list[Node]:
    def place(link: ImageLink) -> dict[str, object] | None:
        return {"k": "img", "p": link.address} if shown else None

    return PrintedBlocks(str, str, place).read(markdown)


def test_text_is_a_string_and_marks_are_kinds() -> None:
    assert read("a *b* **c** `#d` [e](https://x.example/)\nf") == [
        {
            "k": "p",
            "c": [
                "a ", {"k": "em", "c": ["b"]}, " ", {"k": "strong", "c": ["c"]}, " ",
                {"k": "code", "s": "#d"}, " ",
                {"k": "link", "u": "https://x.example/", "c": ["e"]}, " ", "f",
            ],
        }
    ]  # fmt: skip


def test_no_heading_level_is_left_out_below_the_title() -> None:
    levels = [block["l"] for block in read("## a\n\n#### b\n\n## c")]  # type: ignore[index]
    assert levels == [2, 3, 2]


def test_a_heading_within_a_quote_is_a_strong_line() -> None:
    assert read("> # a") == [{"k": "quote", "b": [{"k": "lead", "c": ["a"]}]}]


def test_an_ordered_list_begins_with_its_number() -> None:
    assert read("3. a\n4. b")[0]["s"] == 3  # type: ignore[index]


def test_a_table_has_widths_sides_head_and_cells() -> None:
    (table,) = read("| a | bb |\n|:--|--:|\n| c | d |")
    assert table == {
        "k": "table",
        "n": 2,
        "a": ["left", "right"],
        "w": [8, 8],
        "h": [["a"], ["bb"]],
        "r": [["c"], ["d"]],
    }


def test_columns_of_figures_stand_to_the_right_unless_they_come_first() -> None:
    head = "| Year | Tonnes | Share | Told |\n|--|--|--|--|\n"
    (table,) = read(f"{head}| 2022 | 1,540 | −3.5 % | 12 ships |\n| 2023 | 812 | – | none |")
    assert table["a"] == ["", "right", "right", ""]


@given(st.text(alphabet="0123456789.,'’ \t%$-–", max_size=60))
@example(" " * 20_000)
@example("1" * 20_000 + "x")
def test_any_cell_is_looked_at_soon(cell: str) -> None:
    assert read(f"| a | b |\n|--|--|\n| c | {cell}x |")[0]["a"] == ["", ""]


def test_an_image_stands_behind_its_paragraph() -> None:
    assert read("a ![x](y.png) b") == [
        {"k": "p", "c": ["a ", " b"]},
        {"k": "img", "p": "y.png"},
    ]


def test_without_the_image_its_caption_stands() -> None:
    caption = {"k": "caption", "c": ["The caption"]}
    assert read('![x](y.png "The caption")', shown=False) == [caption]
    assert read("![](y.png)", shown=False) == []


@pytest.mark.parametrize("address", ["javascript:x", "file:///x", "x.html", "#x", "data:,x"])
def test_only_the_web_and_mail_are_linked(address: str) -> None:
    (paragraph,) = read(f"[a]({address})")
    assert "link" not in json.dumps(paragraph)


def test_marks_nested_without_end_are_dropped_and_their_words_kept() -> None:
    markdown = "".join("*a **b " for _ in range(300)) + "x" + "".join("** *" for _ in range(300))
    assert depth(read(markdown)) < 40
    assert json.dumps(read("> " * 30 + "- " * 3 + "deep")).count('"deep"') == 1


def read_own(markdown: str) -> list[Node]:
    """As the author's own: a note is a dictionary of its blocks."""

    def place(blocks: list[Node]) -> list[Node]:
        return [{"k": "note", "b": blocks}]

    return PrintedBlocks(str, str, lambda _: None, place_note=place).read(markdown)


@given(st.text("#*_`>-+|[]()!<>\\ \n1.ab\t^~:", max_size=200))
def test_any_markdown_gives_plain_data(markdown: str) -> None:
    for kind in (read, read_own):
        assert json.loads(json.dumps(kind(markdown))) == kind(markdown)


def test_the_authors_notes_and_struck_words_and_tasks_are_kinds_of_their_own() -> None:
    assert read_own("a[^1] ~~b~~^[*c*]\n\n- [x] d\n\n[^1]: e\n\n    f") == [
        {
            "k": "p",
            "c": [
                "a",
                {"k": "note", "b": [{"k": "p", "c": ["e"]}, {"k": "p", "c": ["f"]}]},
                " ",
                {"k": "s", "c": ["b"]},
                {"k": "note", "b": [{"k": "p", "c": [{"k": "em", "c": ["c"]}]}]},
            ],
        },
        {"k": "ul", "i": [[{"k": "p", "c": [{"k": "task", "d": True}, "d"]}]]},
    ]


def test_an_articles_text_keeps_what_cleaning_gave() -> None:
    markdown = "a[^1] ~~b~~ ^[c] https://x.example [ ] d"
    assert read(markdown) == [{"k": "p", "c": [markdown]}]


def test_a_note_on_a_note_stands_in_it_and_none_holds_itself() -> None:
    (paragraph,) = read_own("a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1] ^[d]")
    assert "".join(words(paragraph)) == "ab (c[^1]  (d))"


def test_a_note_that_is_referred_to_very_often_is_not_told_without_end() -> None:
    shown = read_own("x[^1]" * 3_000 + "\n\n[^1]: " + "long " * 2_000)
    assert len(json.dumps(shown)) < 1_000_000


def words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [each for inner in value for each in words(inner)]
    assert isinstance(value, dict)
    return words(value.get("c", value.get("b", [])))


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def test_an_own_text_cites_where_a_link_stands_for_a_citation() -> None:
    def cited(number: int) -> list[Node]:
        return [{"k": "ref"}] if number == 0 else []

    cites = PrintedBlocks(str, str, lambda _: None, cited)

    assert cites.read("See[](cite:0) and [](cite:1).") == [
        {"k": "p", "c": ["See", {"k": "ref"}, " and ", "."]}
    ]
    assert read("See[](cite:0).") == [{"k": "p", "c": ["See", "."]}]


def test_headings_go_on_below_the_one_above() -> None:
    blocks = PrintedBlocks(str, str, lambda _: None, base_level=3)
    levels = [block["l"] for block in blocks.read("# a\n\n### b")]  # type: ignore[index]
    assert levels == [4, 5]
