"""The selection in clipboard HTML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.clipboard_html import (
    fragment_of,
    is_from_clipboard,
    source_address,
    tidied,
    visible_text,
)

WINDOWS = (
    "Version:1.0\r\nStartHTML:1\r\nSourceURL:https://example.org/a?b=c\r\n"
    "<html><body>Around<!--StartFragment--><p>Sel<!--x-->ected</p><!--EndFragment--></body></html>"
)


def test_the_selection_is_taken_out_of_its_context() -> None:
    assert fragment_of(WINDOWS) == "<p>Sel<!--x-->ected</p>"
    assert fragment_of("<p>No marks</p>") == "<p>No marks</p>"
    assert fragment_of("<!--StartFragment--><p>No end") == "<p>No end"


def test_marks_are_recognised() -> None:
    assert is_from_clipboard(WINDOWS.encode())
    assert not is_from_clipboard(b"<html><p style='mso-x:1'>An ordinary page</p>")


def test_a_page_with_text_once_pasted_from_google_docs_is_ordinary() -> None:
    page = b"<html><head><title>T</title></head>" + b"<p>x</p>" * 100
    assert not is_from_clipboard(page + b'<p id="docs-internal-guid-1">y</p>')


def test_a_page_with_text_once_pasted_from_word_is_ordinary() -> None:
    page = "<h1>Title</h1><!--StartFragment--><p>Lead</p><!--EndFragment--><p>The rest</p>"
    assert fragment_of(page) == page
    assert not is_from_clipboard(page.encode())


def test_the_source_is_told_by_the_header_only() -> None:
    assert source_address(WINDOWS) == "https://example.org/a?b=c"
    assert source_address("<p>SourceURL:https://example.org/</p>") is None


def test_only_what_a_person_sees_counts_as_text() -> None:
    html = "<head><title>T</title></head><style>a</style><script>b</script><!--c--><p>d &amp; e</p>"
    assert visible_text(html).split() == ["d", "&", "e"]


def test_a_mark_repeated_without_end_is_bounded() -> None:
    assert visible_text("<script>" * 100_000).split() == []
    assert visible_text("<!--" * 100_000).split() == []


@given(st.text(st.sampled_from("<>!-/ab\"'=: \r\nscriptStartFragment"), max_size=200))
def test_any_text_is_tidied(noise: str) -> None:
    tidied(noise)
    visible_text(f"Version:0.9\r\n{noise}")
    tidied(f'<b id="docs-internal-guid-1">{noise}')
    tidied(
        f"<html xmlns:w=urn:schemas-microsoft-com:office:word>{noise}<p style='mso-list:{noise}'>"
    )
