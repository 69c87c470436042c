"""What the process of the browser window sends is put together, checked and made a capture."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_app.core.errors import AppError
from desktop_app.services.browsing.frames import Frames, framed, opening_frame
from desktop_app.services.browsing.messages import (
    Clipped,
    Open,
    Shown,
    captured_from,
    read_message,
    written,
)
from desktop_app.services.browsing.page_script import MAX_PAGE_BYTES, capture_script, page_from

PAGE: dict[str, Any] = {
    "kind": "page",
    "url": "https://gazette.example/vote#top",
    "canonical_url": None,
    "referrer": "https://gazette.example/",
    "title": "The vote",
    "captured": "2026-11-28T19:00:00.123Z",
    "content_type": "text/html",
    "selected_words": 0,
    "html": "<!DOCTYPE html><html><body><p>The vote \ud800</p></body></html>",
}


def test_messages_come_whole_out_of_any_pieces() -> None:
    sent = opening_frame("https://gazette.example/") + framed(written(Shown()))
    frames = Frames()

    found = [content for at in range(len(sent)) for content in frames.feed(sent[at : at + 1])]

    assert [read_message(each) for each in found] == [Open("https://gazette.example/"), Shown()]


def test_a_frame_larger_than_any_message_is_refused() -> None:
    with pytest.raises(AppError):
        list(Frames().feed(b"\xff\xff\xff\xff"))


@pytest.mark.parametrize("content", [b"", b"{}", b'{"type": "clipped", "clip": {"url": 3}}'])
def test_what_is_no_message_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(AppError, match="isn't a page"):
        read_message(content)


def test_a_page_becomes_a_capture_with_its_address_and_time() -> None:
    message = read_message(written(page_from(json.dumps(PAGE))))
    assert isinstance(message, Clipped)

    raw = captured_from(message)

    assert (raw.media_type, raw.url) == ("text/html", "https://gazette.example/vote")
    assert (raw.captured, raw.name) == ("2026-11-28T19:00:00Z", "The vote")
    assert "The vote ?" in raw.content.decode()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"html": ""}, "more than 25 MB"),
        ({"html": "ä" * (MAX_PAGE_BYTES // 2 + 1)}, "more than 25 MB"),
        ({"content_type": "image/png"}, "no page but a file"),
        ({"url": ""}, "Only pages of the web"),
    ],
)
def test_what_cannot_be_clipped_is_told_why(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(AppError, match=why):
        page_from(json.dumps({**PAGE, **fields}))


def test_half_a_character_in_a_pages_facts_loses_no_clip() -> None:
    facts = {"title": "The \ud83d vote", "canonical_url": "https://gazette.example/\ud800"}

    message = read_message(written(page_from(json.dumps({**PAGE, **facts}))))

    assert isinstance(message, Clipped)
    assert captured_from(message).name == "The ? vote"


def test_the_script_is_the_extensions_own() -> None:
    script = capture_script("selection")

    assert 'capturePage("selection")' in script
    assert "export" not in script
    assert "shadowrootmode" in script
