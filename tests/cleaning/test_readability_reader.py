"""The short way to readability-lxml's opinion, held against the library's own steps."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from readability import Document

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.readability_reader import readability_words

FOLDER = Path(__file__).parent / "golden"
PAGES = sorted(page.stem for page in FOLDER.glob("*.html"))
#: Ways of marking up a page that the reader takes a short way for.
MIXED = """<html><body><div class="sidebar"><p>Menu</p></div><div>Text beside <b>bold</b> and
<a href="/x">a link</a><br>and more of it, with commas, many, many of them, and on it goes.
<p>A paragraph that is long enough to count, with a comma.\r\n\t  Next line\xa0\xa0here.</p>
and its tail <i>in italics <img src="a.png"></i> to the end.</div><div><div>Only words here, a
whole sentence of them, which makes of the box a paragraph.</div><p-box>custom</p-box></div>
<div class="comment"><main><p>Kept for its main part, which has enough of words.</p></main></div>
</body></html>"""


class _Original(Document):  # type: ignore[misc]  # it tells no types
    """The library on a tree, its answer as words; all else is its own."""

    def _parse(self, root: HtmlElement) -> HtmlElement:
        return copy.deepcopy(root)

    def get_clean_html(self) -> str:
        return " ".join(str(piece) for piece in self.html.itertext())


def without_hidden(source: str) -> HtmlElement:
    root = parse_page(source).root
    for element in root.xpath("//*[@hidden or @style]"):
        element.attrib.clear()
    return root


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_the_words_that_the_library_finds(name: str) -> None:
    root = without_hidden((FOLDER / f"{name}.html").read_text("utf-8", "replace"))

    expected = _Original(root, retry_length=150).summary(html_partial=True)

    assert readability_words(root) == expected


def test_a_page_of_mixed_boxes_gives_the_words_that_the_library_finds() -> None:
    root = without_hidden(MIXED)

    words = readability_words(root)

    assert words == _Original(root, retry_length=150).summary(html_partial=True)
    assert "Text beside" in words
    assert "Menu" not in words


def test_what_is_hidden_is_not_read() -> None:
    hidden = "<p style='display: none'>A sentence that no reader sees, with commas, in it.</p>"
    shown = "<p>A sentence that every reader sees, with commas, and some more words.</p>" * 5
    root = parse_page(f"<html><body><div>{shown}{hidden}</div></body></html>").root

    words = readability_words(root)

    assert "every reader" in words
    assert "no reader" not in words
