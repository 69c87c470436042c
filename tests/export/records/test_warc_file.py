"""Snapshots as WARC, read back by warcio, which also holds the digests against the content."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from desktop_app.core.article import RawCapture
from desktop_app.export.records.warc_file import WarcWriting

URL = "https://news.example/a"
HTML = (("content-type", "text/html; charset=utf-8"), ("server", "x"), ("content-length", "9999"))
TIME = "2026-11-23T15:40:00Z"


@dataclass
class Record:
    kind: str
    fields: dict[str, str]
    http: dict[str, str]
    content: bytes


def page(content: bytes = b"<p>one</p>", captured: str = TIME, url: str = URL) -> RawCapture:
    return RawCapture(content, "text/html", captured, url=url, charset="utf-8", headers=HTML)


def written(*articles: list[tuple[str, RawCapture]]) -> bytes:
    stream = BytesIO()
    writing = WarcWriting(stream, "Cuttings/1")
    for captures in articles:
        writing.add(captures)
    writing.close()
    return stream.getvalue()


def read(content: bytes) -> list[Record]:
    found = []
    for each in ArchiveIterator(BytesIO(content), check_digests="raise"):
        http = dict(each.http_headers.headers) if each.http_headers else {}
        body = each.content_stream().read()
        assert each.rec_headers.protocol == "WARC/1.1"
        found.append(Record(each.rec_type, dict(each.rec_headers.headers), http, body))
    assert len({each.fields["WARC-Record-ID"] for each in found}) == len(found)
    return found


def test_what_was_answered_is_a_response_with_its_headers() -> None:
    info, response = read(written([("page", page())]))

    assert info.kind == "warcinfo"
    assert b"software: Cuttings/1\r\n" in info.content
    assert b"status lines were not kept" in info.content
    assert response.kind == "response"
    assert response.content == b"<p>one</p>"
    assert response.fields["WARC-Target-URI"] == URL
    assert response.fields["WARC-Date"] == TIME
    assert response.fields["WARC-Warcinfo-ID"] == info.fields["WARC-Record-ID"]
    assert response.http == {
        "content-type": "text/html; charset=utf-8",
        "server": "x",
        "X-Archive-Orig-content-length": "9999",
        "Content-Length": "10",
    }


def test_an_address_in_capitals_is_known_as_one_of_the_web() -> None:
    _, response = read(written([("page", page(url="HTTPS://news.example/A"))]))

    assert response.fields["WARC-Target-URI"] == "https://news.example/A"
    assert response.content == b"<p>one</p>"


def test_what_was_pasted_is_a_resource_with_a_name_of_its_own() -> None:
    pasted = RawCapture(b"<p>x</p>", "text/html", TIME, charset="utf-8")
    beside = RawCapture(b"x", "text/plain", TIME, charset="utf-8")

    _, first, second = read(written([("page", pasted), ("companion", beside)]))

    assert (first.kind, first.fields["Content-Type"]) == ("resource", "text/html; charset=utf-8")
    assert first.fields["WARC-Target-URI"] == f"urn:sha256:{pasted.sha256}"
    assert second.fields["WARC-Concurrent-To"] == first.fields["WARC-Record-ID"]
    assert (first.content, second.content) == (b"<p>x</p>", b"x")


def test_images_stand_by_their_addresses() -> None:
    image = RawCapture(b"\x89PNG", "image/png", TIME, url="https://news.example/ä b.png?c=[1]")
    named = RawCapture(b"\x89PNG", "image/png", TIME, url="https://news.example/ä.png?c=[1]")

    records = read(written([("page", page()), ("image", image), ("image", named)]))

    addresses = [each.fields["WARC-Target-URI"] for each in records[2:]]
    assert addresses[0].startswith("urn:sha256:")
    assert addresses[1] == "https://news.example/%C3%A4.png?c=[1]"


def test_every_version_is_there_and_the_same_again_is_a_revisit() -> None:
    first, second = page(), page(b"<p>two</p>", "2026-11-24T00:00:00Z")
    again = page(captured="2026-11-25T00:00:00Z")

    records = read(written([("page", first), ("page", second), ("page", again)]))[1:]

    assert [each.kind for each in records] == ["response", "response", "revisit"]
    assert records[2].fields["WARC-Refers-To"] == records[0].fields["WARC-Record-ID"]
    assert records[2].fields["WARC-Refers-To-Date"] == TIME
    assert records[2].fields["WARC-Payload-Digest"] == records[0].fields["WARC-Payload-Digest"]
    assert records[2].content == b""


def test_what_came_in_a_pages_place_is_no_version_of_it() -> None:
    assert len(read(written([("page", page()), ("refused", page(b"no"))]))) == 2


def test_the_same_captures_give_the_same_bytes() -> None:
    assert written([("page", page())]) == written([("page", page())])


@pytest.mark.parametrize("evil", ["a\r\nWARC-Type: warcinfo", "\r\n\r\nHTTP/1.1 404", "\ud800"])
def test_no_header_begins_another(evil: str) -> None:
    raw = RawCapture(
        b"x", f"text/html{evil}", TIME, URL + evil, charset=evil, headers=((evil, "x"), ("b", evil))
    )
    other = RawCapture(b"x", "text/html", TIME, url=URL, headers=((evil, "x"), ("b", evil)))

    records = read(written([("page", raw), ("page", other)]))

    assert [each.kind for each in records] == ["warcinfo", "resource", "response"]
    assert records[1].fields["Content-Type"] == "application/octet-stream"
    assert records[2].http.keys() == {"b", "Content-Length"}


@settings(max_examples=30)
@given(st.lists(st.tuples(st.binary(), st.sampled_from([URL, "", None])), max_size=4))
def test_any_bytes_come_back(contents: list[tuple[bytes, str | None]]) -> None:
    pages = [("page", RawCapture(each, "text/html", TIME, url)) for each, url in contents]

    records = read(written(pages))[1:]

    assert {each.content for each in records if each.kind != "revisit"} == {c for c, _ in contents}
