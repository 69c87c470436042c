"""A captured page as text to hold against the clean article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.article import RawCapture
from desktop_app.services.clipping.readable_page import html_as_text, readable_text


def page(content: bytes, media_type: str = "text/html") -> RawCapture:
    return RawCapture(content, media_type, "2026-11-23T15:40:00Z", charset="utf-8")


def test_blocks_stand_on_lines_of_their_own_and_scripts_are_silent() -> None:
    source = "<title>T</title><script>bad()</script><p>One <b>two</b> three.</p><div>Four<br>five"

    assert html_as_text(source) == "One two three.\n\nFour\nfive"


def test_plain_text_comes_back_as_it_is() -> None:
    assert readable_text(page("Zürich\n\n  two".encode(), "text/plain")) == "Zürich\n\n  two"


def test_deep_nesting_is_no_trouble() -> None:
    assert html_as_text("<div>" * 20_000 + "deep").endswith("deep")


def test_an_empty_page_gives_nothing() -> None:
    assert readable_text(page(b"")) == ""
    assert html_as_text("<!-- only a comment -->") in ("", "<!-- only a comment -->")


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(source: str) -> None:
    assert isinstance(html_as_text(source), str)
