"""Loopback sites, each a host of its own, that answer with articles or fail in every way."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

from tests.loopback_server import LoopbackServer, Reply

#: What becomes of an address of each kind, told by the beginning of its path.
KINDS = {
    "fine": "saved",
    "gone": "failed",
    "removed": "failed",
    "busy": "saved",
    "dated": "saved",
    "shaky": "saved",
    "silent": "failed",
    "reset": "failed",
    "untrusted": "failed",
    "huge": "failed",
    "picture": "failed",
    "circle": "failed",
    "forbidden": "failed",
}
HUGE = 21 * 2**20


def article(number: int) -> str:
    """A page whose text is another one for each number."""
    sentences = " ".join(
        f"In the year {1800 + number}, the council of town {number} heard speaker {part} at length"
        f" about the bridge number {number * 7 + part}, and agreed that it should be mended."
        for part in range(6)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>Bridge {number} to be mended</title></head>'
        f"<body><article><h1>Bridge {number} to be mended</h1><p>{sentences}</p>"
        f"<p>{sentences[::1].replace('council', 'assembly')}</p></article></body></html>"
    )


class Site(LoopbackServer):
    """One host; ``at_once`` is the most requests that it ever answered side by side."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__(host)
        self.times: list[float] = []
        self.at_once = 0
        self._now = 0
        self._seen: dict[str, int] = {}
        self._counting = threading.Lock()
        self.reply("/robots.txt", "User-agent: *\nDisallow: /forbidden", content_type="text/plain")

    def add(self, kind: str, number: int) -> str:
        """Have an address of this kind; gives it."""
        path = f"/{kind}/{number}"
        if kind == "untrusted":
            return f"https://{self.host}:{self.port}{path}"
        return self.respond(path, lambda handler: self._answer(kind, number, handler))

    def _answer(self, kind: str, number: int, handler: BaseHTTPRequestHandler) -> None:
        with self._counting:
            self._now += 1
            self.at_once = max(self.at_once, self._now)
            self.times.append(time.monotonic())
            turn = self._seen[handler.path] = self._seen.get(handler.path, 0) + 1
        try:
            # Whoever gave up waiting for a silent site is no longer asking it.
            if kind != "silent":
                self._answer_as(kind, number, turn, handler)
        finally:
            with self._counting:
                self._now -= 1
        if kind == "silent":
            self.closing.wait(30)

    def _answer_as(
        self, kind: str, number: int, turn: int, handler: BaseHTTPRequestHandler
    ) -> None:
        if kind == "reset":
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            handler.connection.close()
            return
        self._reply_of(kind, number, turn)(handler)

    def _reply_of(self, kind: str, number: int, turn: int) -> Reply:
        fine = Reply(article(number))
        replies = {
            "gone": Reply("no", 404),
            "removed": Reply("no", 410),
            "busy": fine if turn > 1 else Reply("no", 429, headers={"Retry-After": "1"}),
            "dated": fine
            if turn > 1
            else Reply(
                "no", 503, headers={"Retry-After": formatdate(time.time() + 2, usegmt=True)}
            ),
            "shaky": fine if turn > 1 else Reply("no", 500),
            "huge": Reply(b"", headers={"Content-Length": str(HUGE)}),
            "picture": Reply(b"\x89PNG\r\n\x1a\n" + bytes(64), content_type="image/png"),
            "circle": Reply(b"", 302, None, {"Location": f"/circle/{number}"}),
        }
        return replies.get(kind, fine)


@contextmanager
def sites(count: int) -> Iterator[list[Site]]:
    """So many sites on hosts of their own, 127.0.1.1 and on."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(Site(f"127.0.{1 + number // 250}.{1 + number % 250}"))
            for number in range(count)
        ]
