"""Fetching, against a real server on the loopback address."""

from __future__ import annotations

import gzip
import io
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
import zstandard

from desktop_app.capture.fetch import fetch_page
from desktop_app.capture.http_transfer import Limits
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import CaptureError
from tests.loopback_server import LoopbackServer

NOW = "2025-05-02T09:00:00Z"
PAGE = "<!doctype html><title>Łódź</title><p>Çà et là: “quoted”.</p>"


def fetch(url: str, limits: Limits | None = None) -> RawCapture:
    return fetch_page(url, captured=NOW, limits=limits)


def failure(url: str, limits: Limits | None = None) -> CaptureError:
    with pytest.raises(CaptureError) as caught:
        fetch(url, limits)
    return caught.value


def text_of(raw: RawCapture) -> str:
    return raw.content.decode(raw.charset or "")


def test_a_page_comes_with_its_bytes_headers_and_address(loopback_server: LoopbackServer) -> None:
    headers = {"ETag": '"abc"', "Last-Modified": "Fri, 14 Apr 2023 10:00:00 GMT"}
    url = loopback_server.reply("/story", PAGE, headers=headers)
    raw = fetch(url)
    assert raw.content == PAGE.encode()
    assert (raw.media_type, raw.charset, raw.url, raw.captured) == ("text/html", "utf-8", url, NOW)
    kept = dict(raw.headers)
    assert kept["etag"] == '"abc"'
    assert kept["last-modified"] == "Fri, 14 Apr 2023 10:00:00 GMT"


def test_the_server_is_told_the_truth_and_given_no_cookie(loopback_server: LoopbackServer) -> None:
    loopback_server.reply(
        "/a", status=302, headers={"Location": "/b", "Set-Cookie": "id=1; Path=/"}
    )
    loopback_server.reply("/b", PAGE, headers={"Set-Cookie": "id=2; Path=/"})
    raw = fetch(loopback_server.url("/a"))
    (_, first), (_, second) = loopback_server.requests
    assert first["User-Agent"].startswith("Cuttings/")
    assert "Mozilla" not in first["User-Agent"]
    assert "Cookie" not in second
    assert "set-cookie" not in dict(raw.headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_last_address_kept(
    loopback_server: LoopbackServer, status: int
) -> None:
    loopback_server.redirect("/old", "/new?x=1#part", status)
    loopback_server.reply("/new?x=1", PAGE)
    assert fetch(loopback_server.url("/old")).url == loopback_server.url("/new?x=1")


def test_ten_redirects_are_followed_and_eleven_are_not(loopback_server: LoopbackServer) -> None:
    for number in range(11):
        loopback_server.redirect(f"/{number}", f"/{number + 1}")
    loopback_server.reply("/11", PAGE)
    assert fetch(loopback_server.url("/1")).url == loopback_server.url("/11")
    assert failure(loopback_server.url("/0")).kind == "redirects"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://[::1"]
)
def test_a_redirect_to_anything_but_the_web_is_refused(
    loopback_server: LoopbackServer, target: str
) -> None:
    assert failure(loopback_server.redirect("/", target)).kind == "redirects"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("x-gzip", gzip.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode(), wbits=-15)),
        ("zstd", zstandard.compress(PAGE.encode())),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE.encode()))),
        ("gzip", gzip.compress(PAGE.encode()[:20]) + gzip.compress(PAGE.encode()[20:])),
        ("gzip", PAGE.encode()),
        ("identity", PAGE.encode()),
    ],
    # The bytes would be names that differ from process to process: gzip keeps the time.
    ids=["gzip", "x-gzip", "zlib", "deflate", "zstd", "twice", "in parts", "false", "identity"],
)
def test_compressed_pages_are_unfolded(
    loopback_server: LoopbackServer, coding: str, body: bytes
) -> None:
    url = loopback_server.reply("/", body, headers={"Content-Encoding": coding})
    assert fetch(url).content == PAGE.encode()


def test_a_gzip_that_breaks_off_gives_what_came_and_a_warning(
    loopback_server: LoopbackServer,
) -> None:
    whole = gzip.compress((PAGE + "".join(f"<p>{n * n}" for n in range(9000))).encode())
    url = loopback_server.reply("/", whole[:-2000], headers={"Content-Encoding": "gzip"})
    raw = fetch(url)
    assert raw.content.startswith(PAGE.encode())
    assert [warning.code for warning in raw.warnings] == ["truncated"]


def test_a_coding_nobody_asked_for_is_told(loopback_server: LoopbackServer) -> None:
    url = loopback_server.reply("/", b"\x0b\x02\x80", headers={"Content-Encoding": "br"})
    assert failure(url).kind == "network"
    assert "br" not in loopback_server.requests[0][1]["Accept-Encoding"].split(", ")


def zstd_bomb() -> bytes:
    target = io.BytesIO()
    with zstandard.ZstdCompressor().stream_writer(target, closefd=False) as writer:
        for _ in range(64):
            writer.write(b" " * 2**20)
    return target.getvalue()


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(b" " * 2**26)),
        ("deflate", zlib.compress(b" " * 2**26)),
        ("zstd", zstd_bomb()),
        ("gzip, gzip", gzip.compress(gzip.compress(b" " * 2**26))),
    ],
)
def test_a_page_that_unfolds_without_end_is_too_large(
    loopback_server: LoopbackServer, coding: str, bomb: bytes
) -> None:
    url = loopback_server.reply("/", bomb, headers={"Content-Encoding": coding})
    assert failure(url).kind == "too-large"


def test_a_page_larger_than_the_bound_is_refused(loopback_server: LoopbackServer) -> None:
    limits = Limits(size=1000)
    announced = loopback_server.reply("/a", "x" * 1001, content_type="text/plain")
    unannounced = loopback_server.respond("/b", drip(b"x" * 2000, pause=0))
    assert failure(announced, limits).kind == "too-large"
    assert failure(unannounced, limits).kind == "too-large"
    fitting = loopback_server.reply("/c", "x" * 1000, content_type="text/plain")
    assert len(fetch(fitting, limits).content) == 1000


def drip(body: bytes, pause: float) -> object:
    """Send ``body`` a byte at a time, with no length told beforehand."""

    def respond(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for value in body:
            handler.wfile.write(bytes([value]))
            handler.wfile.flush()
            time.sleep(pause)

    return respond


def test_a_server_that_drips_is_given_up_in_time(loopback_server: LoopbackServer) -> None:
    url = loopback_server.respond("/", drip(b"<p>" + b"x" * 1000, pause=0.02))
    assert failure(url, Limits(seconds=0.4)).kind == "timeout"


def test_headers_that_never_end_are_given_up_in_time(loopback_server: LoopbackServer) -> None:
    def respond(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not loopback_server.closing.wait(0.02):
            handler.wfile.write(b"x")

    url = loopback_server.respond("/", respond)
    assert failure(url, Limits(seconds=0.4)).kind == "timeout"


def test_a_redirect_doesnt_start_the_clock_again(loopback_server: LoopbackServer) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.2)
        handler.send_response(302)
        handler.send_header("Location", "/")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    url = loopback_server.respond("/", slow)
    assert failure(url, Limits(seconds=0.5)).kind == "timeout"


def test_a_cancelled_fetch_ends_at_once(loopback_server: LoopbackServer) -> None:
    url = loopback_server.respond("/", lambda _: loopback_server.closing.wait(20) and None)
    with pytest.raises(CaptureError, match="cancelled"):
        fetch_page(url, captured=NOW, cancelled=lambda: bool(loopback_server.requests))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "client"),
        (401, "login"),
        (402, "login"),
        (403, "login"),
        (404, "gone"),
        (410, "gone"),
        (418, "client"),
        (451, "client"),
        (500, "server"),
        (503, "server"),
        (304, "client"),
    ],
)
def test_statuses_are_told_apart(loopback_server: LoopbackServer, status: int, kind: str) -> None:
    told = failure(loopback_server.reply("/", PAGE, status=status))
    assert told.kind == kind
    assert str(status) in told.message
    assert told.next_step


def test_a_page_that_is_gone_is_looked_for_in_the_internet_archive(
    loopback_server: LoopbackServer,
) -> None:
    url = loopback_server.reply("/old", status=404)
    assert f"https://web.archive.org/web/{url}" in failure(url).next_step


@pytest.mark.parametrize(
    ("retry_after", "told"),
    [
        ("90", "90 seconds"),
        ("120", "2 minutes"),
        ("86400", "24 hours"),
        ("Fri, 01 Jan 1999 00:00:00 GMT", "0 seconds"),
        ("soon", "later"),
        (None, "later"),
    ],
)
def test_a_server_that_is_asked_too_often_says_how_long_to_wait(
    loopback_server: LoopbackServer, retry_after: str | None, told: str
) -> None:
    headers = {"Retry-After": retry_after} if retry_after else {}
    problem = failure(loopback_server.reply("/", status=429, headers=headers))
    assert problem.kind == "busy"
    assert told in problem.next_step


def test_a_refused_connection_is_told(loopback_server: LoopbackServer) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/").kind == "refused"


def test_a_host_that_isnt_there_is_told(loopback_server: LoopbackServer) -> None:
    told = failure("http://no-such-host.invalid/")
    assert told.kind == "no-such-host"
    assert "no-such-host.invalid" in told.message


def test_a_name_server_that_doesnt_answer_is_given_up_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer, answered = threading.Event(), threading.Event()

    def hang(*_: object, **__: object) -> object:
        answer.wait(20)
        answered.set()
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    told = failure("http://example.invalid/", Limits(seconds=0.3))
    waited_for_it = answered.is_set()
    answer.set()
    assert told.kind == "timeout"
    assert not waited_for_it


def test_a_server_that_doesnt_speak_tls_is_told(loopback_server: LoopbackServer) -> None:
    assert failure(loopback_server.url("/").replace("http:", "https:")).kind == "tls"


def test_a_body_shorter_than_announced_is_a_broken_connection(
    loopback_server: LoopbackServer,
) -> None:
    url = loopback_server.reply("/", "<p>half", headers={"Content-Length": "4000"})
    assert failure(url).kind == "network"


@pytest.mark.parametrize("body", [b"", b" \r\n \t"])
def test_an_empty_page_is_told(loopback_server: LoopbackServer, body: bytes) -> None:
    assert failure(loopback_server.reply("/", body)).kind == "empty"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "text/html"),
        (b"PK\x03\x04" + b"\0" * 50, "application/octet-stream"),
        (b'{"a": 1}', "application/json"),
        (b"<?xml version='1.0'?><rss/>", "application/rss+xml"),
        (b"\0\1\2\3" * 50, "text/html"),
    ],
)
def test_what_isnt_a_page_is_told_by_its_content(
    loopback_server: LoopbackServer, body: bytes, declared: str
) -> None:
    assert failure(loopback_server.reply("/", body, content_type=declared)).kind == "not-a-page"


@pytest.mark.parametrize(
    ("body", "declared", "found"),
    [
        (PAGE.encode(), None, "text/html"),
        (PAGE.encode(), "image/png", "text/html"),
        (b"Just words.", "text/plain", "text/plain"),
        (b"# Title", "text/markdown; charset=utf-8", "text/markdown"),
        (b"%PDF-1.7\n", "application/octet-stream", "application/pdf"),
        (b"<?xml version='1.0'?><html/>", "application/xhtml+xml", "application/xhtml+xml"),
    ],
)
def test_readable_kinds_are_taken_whatever_the_server_calls_them(
    loopback_server: LoopbackServer, body: bytes, declared: str | None, found: str
) -> None:
    assert fetch(loopback_server.reply("/", body, content_type=declared)).media_type == found


@pytest.mark.parametrize(
    ("text", "encoding", "header", "meta"),
    [
        ("Çà et là, déjà vu", "utf-8", "iso-8859-1", ""),
        ("Çà et là, déjà vu", "utf-8", "iso-8859-1", "iso-8859-1"),
        ("Çà et là, déjà vu", "utf-8-sig", "windows-1251", ""),
        ("Çà et là, déjà vu", "utf-16", "utf-8", ""),
        ("Çà et là, “déjà” vu", "cp1252", "iso-8859-1", ""),
        ("Çà et là, déjà vu", "cp1252", "utf-8", "windows-1252"),
        ("Привет, мир", "cp1251", "iso-8859-1", "windows-1251"),
        ("Привет, мир", "koi8-r", "koi8-r", "windows-1251"),
        ("Привет, мир", "cp1251", None, "windows-1251"),
        ("日本語の記事です", "shift_jis", "shift_jis", ""),
        ("日本語の記事です", "euc_jp", None, "euc-jp"),
        ("中文新闻报道", "gbk", None, "gb2312"),
    ],
)
def test_the_encoding_that_fits_is_found(
    loopback_server: LoopbackServer, text: str, encoding: str, header: str | None, meta: str
) -> None:
    page = f"<html><head><meta charset='{meta}'></head><p>{text}</p>"
    declared = "text/html" + (f"; charset={header}" if header else "")
    url = loopback_server.reply("/", page.encode(encoding), content_type=declared)
    assert text in text_of(fetch(url))


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a", "file:///etc/passwd", "", "not an address", "http://", "//x"]
)
def test_what_is_no_web_address_is_never_asked_for(address: str) -> None:
    assert failure(address).kind == "bad-address"


@pytest.mark.parametrize(
    "address", ["http://xn--/", "http://☃.invalid/", "http://127.0.0.1:1/\ud800", "http://[v1.a]/"]
)
def test_hosts_and_paths_that_cant_be_written_are_told(address: str) -> None:
    assert failure(address).kind == "bad-address"


def test_user_name_password_and_fragment_are_neither_sent_nor_kept(
    loopback_server: LoopbackServer,
) -> None:
    url = loopback_server.reply("/story", PAGE)
    secret = url.replace("http://", "http://me:hush@") + "#part"
    raw = fetch(f"  <{secret}>\n")
    assert raw.url == url
    assert "Authorization" not in loopback_server.requests[0][1]
    assert "hush" not in repr(raw)
