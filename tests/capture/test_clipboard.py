"""What a clipboard holds, by its flavours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture import clipboard
from desktop_app.capture.clipboard import (
    AddressToFetch,
    ClipboardContent,
    FileToRead,
    captures_from_clipboard,
)
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError, InputError

NOW = "2025-05-02T09:00:00Z"


def found(**flavours: object) -> list[RawCapture | AddressToFetch | FileToRead]:
    content = ClipboardContent.from_flavours(**flavours)  # type: ignore[arg-type]
    return captures_from_clipboard(content, captured=NOW)


def page(**flavours: object) -> RawCapture:
    (one,) = found(**flavours)
    assert isinstance(one, RawCapture)
    return one


def test_html_is_preferred_and_the_text_kept_beside_it() -> None:
    raw = page(html="<p>Déjà <b>vu</b></p>", text="Déjà vu")
    assert (raw.content.decode(), raw.media_type, raw.charset) == (
        "<p>Déjà <b>vu</b></p>",
        "text/html",
        "utf-8",
    )
    assert raw.companion is not None
    assert (raw.companion.content.decode(), raw.companion.media_type) == ("Déjà vu", "text/plain")
    assert (raw.captured, raw.name) == (NOW, "clipboard")


def test_text_alone_is_taken_as_it_is() -> None:
    raw = page(text="Lavrov holds talks\r\n\r\nThe minister")
    assert raw.content == b"Lavrov holds talks\r\n\r\nThe minister"
    assert raw.companion is None


@pytest.mark.parametrize(
    "html",
    [
        "<img src='https://example.org/a.png' alt='x'>",
        "<meta charset='utf-8'>",
        "<html><head><title>Title</title><style>p {}</style></head><body></body></html>",
        "<script>var a = 'words';</script>",
        "<!-- words -->",
        "<p>Only</p>",
    ],
)
def test_html_without_the_words_yields_to_the_text(html: str) -> None:
    raw = page(html=html, text="The words that were selected")
    assert (raw.media_type, raw.content) == ("text/plain", b"The words that were selected")


@pytest.mark.parametrize(
    "flavours",
    [
        {"text": " https://example.org/a \n"},
        {"text": "https://example.org/a", "html": "<a href='https://example.org/a'>A story</a>"},
        {"urls": ["https://example.org/a"], "text": "A story", "html": "<a href='x'>A story</a>"},
        {"text": "https://example.org/a#part\nhttps://example.org/a"},
    ],
)
def test_an_address_alone_is_there_to_be_fetched(flavours: dict[str, object]) -> None:
    assert found(**flavours) == [AddressToFetch("https://example.org/a")]


def test_addresses_one_a_line_are_all_fetched_in_order() -> None:
    text = "https://example.org/b\r\n\r\nwww.example.org\nhttp://example.org/a\n"
    assert found(text=text) == [
        AddressToFetch("https://example.org/b"),
        AddressToFetch("https://www.example.org"),
        AddressToFetch("http://example.org/a"),
    ]


def test_addresses_among_words_are_text() -> None:
    assert page(text="See this:\nhttps://example.org/a").media_type == "text/plain"


def test_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "my story.html"
    path.write_text("<p>x", encoding="utf-8")
    assert found(urls=[path.as_uri()]) == [FileToRead(path)]
    assert found(text=path.as_uri()) == [FileToRead(path)]
    assert found(text=f'"{path}"\n') == [FileToRead(path)]


def test_a_path_to_nothing_is_text() -> None:
    assert page(text="/nowhere/story.html").media_type == "text/plain"


def test_windows_header_tells_the_address() -> None:
    html = (
        "Version:0.9\r\nStartHTML:00000138\r\nEndHTML:00000226\r\nStartFragment:00000172\r\n"
        "EndFragment:00000190\r\nSourceURL:https://example.org/story\r\n"
        "<html><body><!--StartFragment--><p>Words</p><!--EndFragment--></body></html>"
    )
    raw = page(html=html, text="Words")
    assert raw.url == "https://example.org/story"
    assert raw.content.decode() == html


def test_a_local_file_is_no_address() -> None:
    html = "Version:0.9\r\nSourceURL:file:///C:/Users/me/a.htm\r\n<p>Words</p>"
    assert page(html=html).url is None


@pytest.mark.parametrize(
    "flavours",
    [
        {},
        {"text": " \n\t", "html": "<p>&nbsp;</p>"},
        {"text": "\x00"},
        {"text": "— * —"},
    ],
)
def test_nothing_to_clip_gets_a_friendly_line(flavours: dict[str, object]) -> None:
    with pytest.raises(InputError, match="nothing to clip") as caught:
        found(**flavours)
    assert caught.value.next_step


def test_an_image_alone_is_told() -> None:
    with pytest.raises(InputError, match="only an image"):
        found(html="<img src='a.png'>")


def test_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MAX_CHARACTERS", 10)
    with pytest.raises(InputError, match="more than"):
        found(text="x" * 11)


def test_half_a_character_is_replaced() -> None:
    assert page(text="Words \ud83d").content == b"Words ?"


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_any_flavours_give_something_or_a_failure_in_words(
    html: str, text: str, urls: list[str]
) -> None:
    try:
        assert found(html=html, text=text, urls=urls)
    except AppError as failure:
        assert failure.next_step
