"""Lists of feeds come in from any feed reader and go out to any."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.feeds.opml import opml_of, outlined_feeds, read_opml
from desktop_app.core.errors import InputError
from desktop_app.core.feeds import OutlineFeed

NESTED = b"""<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="Politics"><outline text="Central Asia">
  <outline type="rss" text="Daily" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
</outline><outline text="Old link" type="link" url="https://a.example/page"/></outline>
<outline title="Top" type="rss" xmlurl="https://b.example/rss"/>
<outline text="Again"><outline type="rss" text="Daily" xmlUrl="https://a.example/feed"/></outline>
<outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/></body></opml>"""


def test_folders_become_tags() -> None:
    daily, top = outlined_feeds(NESTED, "mine.opml")

    assert daily == OutlineFeed(
        "https://a.example/feed",
        "Daily",
        "https://a.example/",
        ("Politics/Central Asia", "Again"),
    )
    assert top == OutlineFeed("https://b.example/rss", "Top")


_PART = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="/∕<&"), min_size=1, max_size=8
)
_TAGS = st.lists(_PART, min_size=1, max_size=3).map("/".join)
_FEEDS = st.lists(
    st.builds(
        OutlineFeed,
        st.integers(0, 99).map(lambda n: f"https://e.example/{n}?a=1&b=<2>c"),
        _PART,
        st.just("https://e.example/"),
        st.lists(_TAGS, unique=True, max_size=3).map(tuple),
    ),
    unique_by=lambda feed: feed.url,
    max_size=8,
)


@given(_FEEDS)
def test_what_goes_out_comes_in_again(feeds: list[OutlineFeed]) -> None:
    found = outlined_feeds(opml_of(feeds, "2026-11-28T12:00:00Z"), "own.opml")

    def told(some: list[OutlineFeed]) -> dict[str, tuple[str, str, frozenset[str]]]:
        return {each.url: (each.title, each.site_url, frozenset(each.tags)) for each in some}

    assert told(found) == told(feeds)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no OPML"),
        (b"<html/>", "no OPML"),
        (b'<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>', "declares entities"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        outlined_feeds(content, "odd.opml")


def test_a_file_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_opml(tmp_path / "none.opml")


@given(st.binary(max_size=200), st.integers(0, len(NESTED)))
def test_any_damage_gives_a_list_or_a_sentence(noise: bytes, at: int) -> None:
    try:
        found = outlined_feeds(NESTED[:at] + noise + NESTED[at:], "damaged.opml")
    except InputError:
        return
    assert all(each.url.startswith("http") for each in found)
