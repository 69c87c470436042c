"""An article over several pages is fetched whole, and never joined with another article."""

from __future__ import annotations

import pytest

from desktop_app.capture.page_chain import MAX_PAGES, fetch_article, is_page_of
from tests.loopback_server import LoopbackServer

MOMENT = "2026-11-24T10:00:00Z"


def never() -> bool:
    return False


def page(text: str, following: str | None = None, tag: str = "link") -> str:
    link = f'<{tag} rel="next" href="{following}">' if following else ""
    return f"<html><head>{link}</head><body><p>{text}</p></body></html>"


def texts(raw: object) -> list[bytes]:
    return [each.content for each in (raw, *raw.further)]  # type: ignore[attr-defined]


def test_the_pages_come_in_order(loopback_server: LoopbackServer) -> None:
    first = loopback_server.reply("/story", page("one", "/story?page=2"))
    loopback_server.reply("/story?page=2", page("two", "/story?page=3", tag="a"))
    loopback_server.reply("/story?page=3", page("three"))

    raw = fetch_article(first, captured=MOMENT, cancelled=never)

    assert [
        b"<p>" + word in text
        for word, text in zip((b"one", b"two", b"three"), texts(raw), strict=True)
    ] == [True] * 3
    assert [each.url for each in raw.further] == [
        loopback_server.url("/story?page=2"),
        loopback_server.url("/story?page=3"),
    ]


def test_the_next_article_is_not_the_next_page(loopback_server: LoopbackServer) -> None:
    first = loopback_server.reply("/2023/04/story", page("one", "/2023/04/another-story"))
    raw = fetch_article(first, captured=MOMENT, cancelled=never)
    assert raw.further == ()
    assert len(loopback_server.requests) == 1


def test_a_circle_ends(loopback_server: LoopbackServer) -> None:
    first = loopback_server.reply("/story", page("one", "/story/2"))
    loopback_server.reply("/story/2", page("two", "/story/2"))
    assert len(fetch_article(first, captured=MOMENT, cancelled=never).further) == 1


def test_pages_are_bounded(loopback_server: LoopbackServer) -> None:
    first = loopback_server.reply("/story", page("1", "/story/2"))
    for number in range(2, MAX_PAGES + 5):
        loopback_server.reply(f"/story/{number}", page(str(number), f"/story/{number + 1}"))
    raw = fetch_article(first, captured=MOMENT, cancelled=never)
    assert len(raw.further) == MAX_PAGES - 1


def test_a_page_that_cannot_be_had_is_told_and_the_rest_kept(
    loopback_server: LoopbackServer,
) -> None:
    first = loopback_server.reply("/story", page("one", "/story/2"))
    raw = fetch_article(first, captured=MOMENT, cancelled=never)
    assert raw.further == ()
    assert [warning.code for warning in raw.warnings] == ["truncated"]
    assert "Page 2" in raw.warnings[0].message


@pytest.mark.parametrize(
    ("address", "first", "number", "expected"),
    [
        ("https://a.org/s/2", "https://a.org/s", 2, True),
        ("https://a.org/s/page/2/", "https://a.org/s/", 2, True),
        ("https://a.org/s-2.html", "https://a.org/s.html", 2, True),
        ("https://a.org/s?id=7&page=2", "https://a.org/s?id=7", 2, True),
        ("https://a.org/s?page=3", "https://a.org/s?page=1", 3, True),
        ("https://a.org/top-10/2", "https://a.org/top-10", 2, True),
        ("https://a.org/s/3", "https://a.org/s", 2, False),
        ("https://a.org/post/124", "https://a.org/post/123", 2, False),
        ("https://b.org/s/2", "https://a.org/s", 2, False),
        ("https://a.org/t/2", "https://a.org/s", 2, False),
        ("https://a.org/s?id=8&page=2", "https://a.org/s?id=7", 2, False),
        ("javascript:alert(2)", "https://a.org/s", 2, False),
    ],
)
def test_only_the_same_address_with_the_next_number_is_a_page(
    address: str, first: str, number: int, expected: bool
) -> None:
    assert is_page_of(address, first, number) is expected
