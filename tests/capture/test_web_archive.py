"""Copies in the Internet Archive: their addresses, and the archive's own additions."""

from __future__ import annotations

import pytest

from desktop_app.capture.unpack import page_of
from desktop_app.capture.web_archive import archived_page, plain_copy_address, without_banner
from desktop_app.core.article import RawCapture

COPY = "https://web.archive.org/web/20230414093000/https://news.example/a?id=7"


@pytest.mark.parametrize(
    ("url", "original", "moment"),
    [
        (COPY, "https://news.example/a?id=7", "2023-04-14T09:30:00Z"),
        (
            "http://web.archive.org/web/2023id_/http:/news.example/a",
            "http://news.example/a",
            "2023-01-01T00:00:00Z",
        ),
        (
            "https://web.archive.org/web/202304/news.example",
            "http://news.example",
            "2023-04-01T00:00:00Z",
        ),
    ],
)
def test_a_copys_address_tells_page_and_time(url: str, original: str, moment: str) -> None:
    copy = archived_page(url)

    assert copy is not None
    assert (copy.url, copy.moment) == (original, moment)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://web.archive.org/",
        "https://web.archive.org/web/*/https://news.example/a",
        "https://web.archive.org/web/20231345000000/https://news.example/a",
        "https://web.archive.org.evil.example/web/2023/https://news.example/a",
        "https://news.example/web/20230414093000/https://other.example/",
        "https://web.archive.org/web/2023/javascript:alert(1)",
        "http://[::1",
    ],
)
def test_other_addresses_are_no_copies(url: str | None) -> None:
    assert archived_page(url) is None


def test_the_plain_copy_is_asked_for() -> None:
    plain = "https://web.archive.org/web/20230414093000id_/https://news.example/a?id=7"
    assert plain_copy_address(COPY) == plain
    assert plain_copy_address(plain) == plain


WITH_BANNER = b"""<html><head>
<script type="text/javascript" src="https://web-static.archive.org/_static/js/bundle.js"></script>
<script>window.RufflePlayer=1;</script>
<!-- End Wayback Rewrite JS Include -->
<title>Talks</title>
<link rel="canonical" href="https://web.archive.org/web/20230414093000/https://news.example/a"></head>
<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp">12 captures</div>
<!-- END WAYBACK TOOLBAR INSERT -->
<p>The talks <a href="/web/20230414093000/https://news.example/b">began</a>.</p>
<img src="/web/20230414093000im_/https://news.example/c.jpg">
</body></html>
<!--
     FILE ARCHIVED ON 09:30:00 Apr 14, 2023 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:00:00 May 2, 2025.
-->"""


def test_what_the_archive_added_is_taken_off() -> None:
    raw = RawCapture(WITH_BANNER, "text/html", "2025-05-02T10:00:00Z", url=COPY, charset="utf-8")

    page = page_of(raw)

    assert page.url == "https://news.example/a?id=7"
    assert page.captured == "2023-04-14T09:30:00Z"
    assert b"captures" not in page.content
    assert b"archive.org" not in page.content.lower()
    assert b"INTERNET ARCHIVE" not in page.content
    assert b'href="https://news.example/b"' in page.content
    assert b'src="https://news.example/c.jpg"' in page.content


def test_a_page_of_any_other_site_is_left_as_it_is() -> None:
    raw = RawCapture(WITH_BANNER, "text/html", "2025-05-02T10:00:00Z", url="https://b.example/")

    assert without_banner(raw) is raw
