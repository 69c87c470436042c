"""Feeds of every kind are read, hostile and broken ones without harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.feeds.read_feed import MAX_ITEMS, read_feed
from desktop_app.core.errors import CaptureError
from desktop_app.core.feeds import ReadItem

URL = "https://paper.example/feed.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Paper</title><link>https://paper.example/</link>{}</channel></rss>"""
TREATY = ReadItem(
    "https://paper.example/treaty",
    "Treaty signed",
    "Jane Roe",
    "1951-04-18T10:00:00Z",
    "Six countries met in Paris.",
    "t1",
)


def rss(*items: str) -> bytes:
    return RSS.format("".join(f"<item>{item}</item>" for item in items)).encode()


def read(content: bytes) -> tuple[ReadItem, ...]:
    return read_feed(content, url=URL).items


KINDS = {
    "rss": rss(
        "<title>Treaty signed</title><link>/treaty</link><guid isPermaLink='false'>t1</guid>"
        "<dc:creator>Jane Roe</dc:creator><pubDate>Wed, 18 Apr 1951 12:00:00 +0200</pubDate>"
        "<description>&lt;p&gt;Six countries &lt;b&gt;met&lt;/b&gt; in Paris.&lt;/p&gt;"
        "</description>"
    ),
    "atom": b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>
        <link rel="self" href="https://paper.example/feed.xml"/><link href="https://paper.example/"/>
        <entry><id>t1</id><title type="html">Treaty &lt;i&gt;signed&lt;/i&gt;</title>
        <link rel="replies" href="/treaty/comments"/><link rel="alternate" href="/treaty"/>
        <author><name>Jane Roe</name></author><updated>1951-04-18T10:00:00Z</updated>
        <summary type="html">Six countries met in Paris.</summary></entry></feed>""",
    "json": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Paper",
            "home_page_url": "https://paper.example/",
            "items": [
                {
                    "id": "t1",
                    "url": "/treaty",
                    "title": "Treaty signed",
                    "authors": [{"name": "Jane Roe"}],
                    "date_published": "1951-04-18T10:00:00Z",
                    "content_html": "<p>Six countries met in Paris.</p>",
                }
            ],
        }
    ).encode(),
    "rdf": b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://paper.example/"><title>The Paper</title>
        <link>https://paper.example/</link></channel>
        <item rdf:about="t1"><title>Treaty signed</title><link>https://paper.example/treaty</link>
        <dc:creator>Jane Roe</dc:creator><dc:date>1951-04-18T10:00:00Z</dc:date>
        <description>Six countries met in Paris.</description></item></rdf:RDF>""",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_feed_tells_the_same(kind: str) -> None:
    feed = read_feed(KINDS[kind], url=URL)

    assert (feed.title, feed.site_url) == ("The Paper", "https://paper.example/")
    (item,) = feed.items
    assert item == TREATY or (kind == "rdf" and item.url == TREATY.url)


def test_no_markup_and_no_script_comes_through() -> None:
    (item,) = read(
        rss(
            "<title>&lt;img src=x onerror=alert(1)&gt;A &amp;amp; B"
            " &lt;script&gt;x()&lt;/script&gt;</title><link>https://a.example/1</link>"
            "<description><![CDATA[<p>One</p><p>Two&nbsp;\u202e</p><style>b{}</style>]]>"
            "</description>"
        )
    )

    assert (item.title, item.summary) == ("A & B", "One Two")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_links_that_are_no_web_addresses_are_counted_and_left_out(link: str) -> None:
    feed = read_feed(rss(f"<title>Bad</title><link>{link}</link>"), url=URL)

    assert (feed.items, feed.unusable) == ((), 1)


def test_a_guid_that_several_items_share_tells_nothing_and_an_address_counts_once() -> None:
    items = read(
        rss(
            "<link>https://a.example/1</link><guid isPermaLink='false'>same</guid>",
            "<link>https://a.example/2</link><guid isPermaLink='false'>same</guid>",
            "<link>https://a.example/1</link><guid isPermaLink='false'>other</guid>",
        )
    )

    assert [(item.url[-1], item.guid) for item in items] == [("1", ""), ("2", "")]


@pytest.mark.parametrize(
    ("declared", "written"),
    [("windows-1251", "cp1251"), ("utf-8", "cp1251"), ("utf-8", "utf-16"), ("koi8-r", "koi8-r")],
)
def test_titles_are_read_in_the_encoding_that_they_are_in(declared: str, written: str) -> None:
    title = "Лавров прибыл в Самарканд на переговоры министров иностранных дел"
    text = RSS.format(f"<item><title>{title}</title><link>/a</link></item>" * 3)

    items = read(text.replace('"utf-8"', f'"{declared}"').encode(written))

    assert items[0].title == title


def test_html_names_of_characters_dont_end_the_feed() -> None:
    items = read(
        rss("<title>Caf&eacute;&nbsp;talks &nosuch;</title><link>/1</link>", "<link>/2</link>")
    )

    assert items[0].title == "Café talks &nosuch;"
    assert len(items) == 2


def test_a_feed_that_declares_entities_is_refused() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE r [<!ENTITY a0 "ha">{laughs}]>' + RSS.format(
        "<item><title>&a9;</title></item>"
    )

    with pytest.raises(CaptureError, match="declares entities"):
        read(bomb.encode())


def test_a_doctype_alone_does_no_harm() -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:1/x.dtd">'
    text = RSS.format("<item><link>/1</link></item>").replace("<rss", f"{doctype}<rss")

    assert len(read(text.encode())) == 1


def test_of_very_many_items_the_first_are_taken() -> None:
    feed = read_feed(rss(*(f"<link>/{n}</link>" for n in range(MAX_ITEMS + 50))), url=URL)

    assert (len(feed.items), feed.left) == (MAX_ITEMS, 50)
    assert feed.items[0].url.endswith("/0")


@pytest.mark.parametrize(
    "content", [b"<html><body>No</body></html>", b"words", b"{}", b"[1]", b"\0"]
)
def test_what_is_no_feed_is_told_so(content: bytes) -> None:
    with pytest.raises(CaptureError) as caught:
        read(content)

    assert caught.value.kind == "not-a-feed"


@given(st.binary(max_size=300), st.integers(0, 500), st.sampled_from(sorted(KINDS)))
def test_any_damage_gives_a_feed_or_a_sentence(noise: bytes, at: int, kind: str) -> None:
    content = KINDS[kind][:at] + noise + KINDS[kind][at:]

    try:
        feed = read_feed(content, url=URL)
    except CaptureError as failure:
        assert failure.kind == "not-a-feed"
    else:
        assert all(item.url.startswith(("http://", "https://")) for item in feed.items)
        assert all("\n" not in item.title + item.summary for item in feed.items)


@pytest.mark.parametrize("head", ["<!DOCTYPE", "<!DOCTYPE[", "<!DOCTYPE x [] "])
def test_a_head_of_very_many_doctypes_is_no_work(head: str) -> None:
    with pytest.raises(CaptureError):
        read(head.encode() * 100_000 + b"<rss")


def test_an_element_of_very_many_attributes_is_no_work() -> None:
    attributes = "".join(f' a{number}="x"' for number in range(80_000))

    with pytest.raises(CaptureError):
        read(rss().replace(b"<channel>", f"<channel{attributes}>".encode()))
