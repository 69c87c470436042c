"""Markdown that no other program runs, fetches or misreads."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.export.base.image_link import ImageLink
from desktop_app.export.base.portable_markdown import portable_markdown


def renamed(link: ImageLink) -> str:
    return ImageLink("images/x.png", link.alt, link.title).markdown()


def test_ordinary_markdown_stays_byte_for_byte() -> None:
    markdown = "# A\n\n- *b* `<i>` [c](d)\n\n> e  \n> f\n\n```\n<p>\n---\n```\n\n1 < 2, <https://x.example/>"
    assert portable_markdown(markdown, renamed) == markdown


@pytest.mark.parametrize(
    ("markdown", "portable"),
    [
        ("a <script>x</script>", "a \\<script>x\\</script>"),
        ("<div>\n<p>x", "\\<div>\n\\<p>x"),
        ("> - quoted <b>x</b>", "> - quoted \\<b>x\\</b>"),
        (
            "| <b> | <b> |\n|--|--|\n| x<i> | <i> |",
            "| \\<b> | \\<b> |\n|--|--|\n| x\\<i> | \\<i> |",
        ),
        ("| a |\n|--|\n| p \\| <b> |", "| a |\n|--|\n| p \\| \\<b> |"),
        ("<!-- x --> <?php ?> <!DOCTYPE x>", "\\<!-- x --> \\<?php ?> \\<!DOCTYPE x>"),
        ("\\<b>", "\\<b>"),
        ("a\r\r<b>\r\n<i>", "a\n\n\\<b>\n\\<i>"),
        ("[x](javascript:y)", "\\[x](javascript:y)"),
        ("[x](data:text/html,<b>)", "\\[x](data:text/html,\\<b>)"),
        ("[x]: file://there/x\n![x][x]", "\\[x]: file://there/x\n![x][x]"),
        ("a\n\n---\n\ntitle: b\n\n---", "a\n\n* * *\n\ntitle: b\n\n* * *"),
    ],
)
def test_what_others_would_run_or_take_for_metadata_is_escaped(
    markdown: str, portable: str
) -> None:
    assert portable_markdown(markdown, renamed) == portable


@pytest.mark.parametrize(
    ("markdown", "portable"),
    [
        ("![a](https://x.example/b.png)", "![a](images/x.png)"),
        ('in ![a](b.png "c \\"d\\"") a line', 'in ![a](images/x.png "c \\"d\\"") a line'),
        ("![a](file://there/b.png)", "![a](images/x.png)"),
        ("![a](b.png) and ![a](b.png)", "![a](images/x.png) and ![a](images/x.png)"),
        (
            "| ![a](b.png) | ![a](b.png) |\n|--|--|",
            "| ![a](images/x.png) | ![a](images/x.png) |\n|--|--|",
        ),
        ("> ![a][r]\n\n[r]: https://x.example/", "> ![a](images/x.png)\n\n[r]: https://x.example/"),
        ("![over\nlines](https://x.example/a.png)", "[over\nlines](https://x.example/a.png)"),
        ("| a |\n|--|\n| ![p\\|q](b.png) |", "| a |\n|--|\n| [p\\|q](b.png) |"),
    ],
)
def test_images_are_replaced_where_they_stand(markdown: str, portable: str) -> None:
    assert portable_markdown(markdown, renamed) == portable


PIECES = (
    "<b>", "![a](https://b)", "![a\nb](c)", "`<i>`", "| ", "|--|--|\n", "> ", "- ", "\n",
    "\n\n", "x", "\\", "---\n", "<", "<!--", "[", "](y)", "\t",
)  # fmt: skip

#: An image over two lines becomes a link, whose words are seen; so does one in a line that the
#: reader gives otherwise than it stands, as with tabs and in cells with an escaped mark.
ON_ONE_LINE = tuple(
    piece
    for piece in PIECES
    if piece not in ("\\", "\t") and (piece[:2] != "![" or "\n" not in piece)
)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_reader_that_knows_html_finds_neither_image_nor_tag(markdown: str) -> None:
    portable = portable_markdown(markdown, lambda _: "IMAGE")
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    assert not kinds(reader.parse(portable)) & {"image", "html_inline"}


@given(st.lists(st.sampled_from(ON_ONE_LINE), max_size=30).map("".join))
def test_the_words_stay(markdown: str) -> None:
    portable = portable_markdown(markdown, lambda link: link.markdown())
    assert plain_text(portable) == plain_text(markdown)


def kinds(tokens: Iterable[Token]) -> set[str]:
    return {kind for token in tokens for kind in (token.type, *kinds(token.children or ()))}
