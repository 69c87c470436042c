"""A paper on the loopback address with a feed and the articles that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler

from tests.loopback_server import LoopbackServer, Reply
from tests.services.queue.sites import article


class Paper:
    """Its feed tells of ``numbers``; it says 304 to whoever knows it already."""

    def __init__(self, server: LoopbackServer, path: str = "/feed.xml") -> None:
        self.server = server
        self.path = path
        self.numbers: list[int] = []
        self.titles: dict[int, str] = {}
        self.answers: list[int] = []
        self.url = server.respond(path, self._answer)
        server.reply("/robots.txt", "User-agent: *\nAllow: /", content_type="text/plain")

    def print_articles(self, numbers: Sequence[int]) -> None:
        """Have these in the feed, the newest first, and their pages on the site."""
        self.numbers = list(numbers)
        for number in numbers:
            for path in (f"/article/{number}", f"/article/{number}?utm_source=rss"):
                self.server.reply(path, article(number))

    def address(self, number: int) -> str:
        """Where an article is."""
        return self.server.url(f"/article/{number}")

    @property
    def document(self) -> str:
        """The feed as it is now."""
        items = "".join(
            f"<item><title>{self.titles.get(number, f'Bridge {number} to be mended')}</title>"
            f"<link>{self.address(number)}?utm_source=rss</link>"
            f"<guid isPermaLink='false'>id-{number}</guid>"
            f"<description>Town {number} heard Mayor Lavrov{number}.</description></item>"
            for number in self.numbers
        )
        head = "<title>The Paper</title><link>https://paper.example/</link>"
        return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        tag = f'"{hash(self.document)}"'
        known = handler.headers.get("If-None-Match") == tag
        reply = (
            Reply(b"", 304, None, {"ETag": tag})
            if known
            else Reply(self.document, 200, "application/rss+xml", {"ETag": tag})
        )
        self.answers.append(reply.status)
        reply(handler)
