"""The author's own Markdown: what it has beyond that of articles."""

from __future__ import annotations

import pytest
from markdown_it.token import Token

from desktop_app.export.base.own_dialect import has_notes, lost_notes, own_markdown_reader


def pieces(markdown: str) -> list[Token]:
    return [
        each for token in own_markdown_reader().parse(markdown) for each in token.children or ()
    ]


def kinds(markdown: str) -> list[str]:
    return [each.type for each in pieces(markdown)]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("See https://x.example/a_(b)?q=1.", "https://x.example/a_(b)?q=1"),
        ("(http://x.example/a)", "http://x.example/a"),
        ("At https://x.example/@someone_else!", "https://x.example/@someone_else"),
    ],
)
def test_a_bare_address_is_a_link_without_the_sentences_own_signs(
    written: str, address: str
) -> None:
    (link,) = (each for each in pieces(written) if each.type == "link_open")
    assert link.attrGet("href") == address
    assert "".join(each.content for each in pieces(written)) == written


@pytest.mark.parametrize("words", ["`https://x.example`", "xhttps://x.example", "http://", "a://b"])
def test_what_is_no_address_stays_words(words: str) -> None:
    assert "link_open" not in kinds(words)


def test_a_note_is_told_wherever_it_stands_in_the_text() -> None:
    for markdown in (
        "[^1]: Words.\n\na[^1]",
        "a[^1]\n[^1]: word",
        "> a[^1]\n>\n> [^1]: W",
        "a^[W]",
    ):
        assert has_notes(markdown), markdown


@pytest.mark.parametrize(
    "markdown", ["a[^1]", "`a[^1]`\n\n[^1]: W", "\\[^1]\n\n[^1]: W", "    [^1]: W", "a^[]", "2^[3"]
)
def test_what_is_no_note_stays_words(markdown: str) -> None:
    assert not has_notes(markdown)


def test_notes_that_lead_nowhere_are_named() -> None:
    assert lost_notes("a[^One] b[^two]\n\n[^one]: Words.\n\n[^3]: More.") == (("3",), ("two",))


def test_a_box_begins_an_item_alone() -> None:
    markdown = "- [ ] a\n- [X] b\n  1. [x] c\n\n[x] d [ ]\n\n- [y] e"
    assert [each.meta["done"] for each in pieces(markdown) if each.type == "task"] == [
        False,
        True,
        True,
    ]
