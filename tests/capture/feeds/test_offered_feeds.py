"""The feeds that a page names are found."""

from __future__ import annotations

from desktop_app.capture.feeds.offered_feeds import offered_feeds
from desktop_app.core.feeds import OfferedFeed

PAGE = b"""<!doctype html><html><head><base href="/news/">
<link rel="alternate" type="application/rss+xml" title="All &amp; <b>more</b>" href="all.xml">
<link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="https://b.example/atom">
<link rel="feed" href="/json"><link rel="alternate" hreflang="de" href="/de">
<link rel="alternate stylesheet" type="text/css" href="/x.css">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" type="application/rss+xml" title="Twice" href="all.xml"></head>
<body>Words</body></html>"""


def test_alternates_of_a_feeds_type_are_found_in_their_order() -> None:
    assert offered_feeds(PAGE, url="https://a.example/start?x=1") == [
        OfferedFeed("https://a.example/news/all.xml", "All & more"),
        OfferedFeed("https://b.example/atom"),
        OfferedFeed("https://a.example/json"),
    ]


def test_a_page_without_any_and_no_page_at_all_name_none() -> None:
    assert offered_feeds(b"<p>Words</p>", url="https://a.example/") == []
    assert offered_feeds(b"", url="https://a.example/") == []
