"""The pages of our own origin: how to get the bookmarklet, and the window that it opens."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.capture.endpoint.answers import Answer
from desktop_app.core.resource_path import resource_path

_SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A file of ``resources/bookmarklet`` and what it is for."""

    name: str
    media_type: str
    summary: str


_HTML, _SCRIPT, _STYLE = "text/html", "text/javascript", "text/css"
PAGES = {
    "/v1/bookmarklet": Page("bookmarklet.html", _HTML, "The page with the bookmarklet"),
    "/v1/bookmarklet.js": Page("bookmarklet.js", _SCRIPT, "Its script"),
    "/v1/receive": Page("receive.html", _HTML, "The window that the bookmarklet opens"),
    "/v1/receive.js": Page("receive.js", _SCRIPT, "Its script"),
    "/v1/pairing.js": Page("pairing.js", _SCRIPT, "How these pages are paired"),
    "/v1/pages.css": Page("pages.css", _STYLE, "How these pages look"),
}


def page_answer(path: str) -> Answer:
    """One of the pages."""
    page = PAGES[path]
    content = resource_path("bookmarklet", page.name).read_bytes()
    return Answer(200, content, f"{page.media_type}; charset=utf-8", _SAFE)
