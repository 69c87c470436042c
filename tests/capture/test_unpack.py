"""From a capture to its readable page."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.files import capture_from_bytes
from desktop_app.capture.unpack import embedded_images, page_of
from desktop_app.core.article import RawCapture
from tests.capture.containers import ADDRESS, PAGE, data_address, mhtml, png, webarchive

NOW = "2026-01-01T00:00:00Z"
OWN = f"cuttings-image:{hashlib.sha256(png()).hexdigest()}"


def capture(content: bytes, name: str = "") -> RawCapture:
    return capture_from_bytes(content, name=name, captured=NOW)


def text_of(page: RawCapture) -> str:
    return page.content.decode(page.charset or "utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_text_and_plain_pages_are_their_own_page(name: str) -> None:
    raw = capture(b"Words", name)
    assert page_of(raw) == raw
    assert embedded_images(raw) == ()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_mhtml_gives_its_page_address_time_and_images(charset: str) -> None:
    address = "https://example.org/a.png"
    html = PAGE.format(src=address).replace("utf-8", charset)
    raw = capture(mhtml(html, {address: png()}, charset=charset))
    page = page_of(raw)
    assert (page.media_type, page.url) == ("text/html", ADDRESS)
    assert page.captured == "2025-05-02T08:11:12Z"
    assert "Déjà vu" in text_of(page)
    assert [image.url for image in embedded_images(raw)] == [address]


def test_an_image_that_a_page_names_by_part_is_found_under_the_same_address() -> None:
    raw = capture(mhtml(PAGE.format(src="cid:a@x"), {"cid:a@x": png()}))
    assert f'src="{OWN}"' in text_of(page_of(raw))
    assert [image.url for image in embedded_images(raw)] == [OWN]


@pytest.mark.parametrize("xml", [False, True])
def test_a_webarchive_gives_its_page_address_and_images(xml: bool) -> None:
    address = "https://example.org/a.png"
    raw = capture(webarchive(PAGE.format(src=address), {address: png()}, xml=xml))
    page = page_of(raw)
    assert (page.media_type, page.url, page.captured) == ("text/html", ADDRESS, NOW)
    assert "Déjà vu" in text_of(page)
    assert [image.content for image in embedded_images(raw)] == [png()]


def test_singlefile_gives_address_time_and_images() -> None:
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://example.org/a \n"
        " saved date: Fri May 02 2025 10:11:12 GMT+0200 (CEST)\n-->"
    )
    raw = capture(f"<html>{comment}<p>Déjà<img src='{data_address(png())}'>".encode())
    page = page_of(raw)
    assert (page.url, page.captured) == ("https://example.org/a", "2025-05-02T08:11:12Z")
    assert text_of(page) == f"<html>{comment}<p>Déjà<img src='{OWN}'>"
    assert [image.url for image in embedded_images(raw)] == [OWN]


def test_the_capture_itself_stays_as_it_came() -> None:
    content = mhtml(PAGE, {})
    raw = capture(content)
    page_of(raw)
    assert raw.content == content
    assert raw.captured == NOW


def test_a_selection_is_freed_of_its_context_and_tidied() -> None:
    html = (
        "Version:0.9\r\nSourceURL:https://example.org/a\r\n"
        '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p {}</style></head>'
        "<body><!--StartFragment--><p class=MsoTitle>Title</p><!--EndFragment--></body></html>"
    )
    raw = RawCapture(html.encode(), "text/html", NOW, charset="utf-8", name="clipboard")
    assert text_of(page_of(raw)) == '<div><h1 class="MsoTitle">Title</h1></div>'


def test_xhtml_is_handed_on_as_html() -> None:
    raw = capture(
        b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>"
    )
    assert raw.media_type == "application/xhtml+xml"
    assert page_of(raw).media_type == "text/html"


@pytest.mark.parametrize(
    "content",
    [
        b"bplist00 but no property list",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\nnothing",
        b"%PDF-1.7 but no PDF",
    ],
)
def test_a_damaged_container_gives_an_empty_page_that_says_so(content: bytes) -> None:
    page = page_of(capture(content))
    assert page.media_type == "text/plain"
    assert page.content == b""
    assert [warning.code for warning in page.warnings] == ["no-text"]


@given(
    st.binary(max_size=200),
    st.sampled_from(
        ["text/html", "application/pdf", "multipart/related", "application/x-webarchive", "x/y"]
    ),
    st.sampled_from([None, "utf-8", "utf-16"]),
)
def test_any_capture_has_a_page(content: bytes, media_type: str, charset: str | None) -> None:
    raw = RawCapture(content, media_type, NOW, charset=charset)
    page_of(raw)
    embedded_images(raw)
