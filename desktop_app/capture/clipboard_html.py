"""HTML as programs put it on the clipboard: what was selected, where from, and what it says.

Windows' header (CF_HTML) and the fragment's marks are undone here; what Word and Google Docs write
in place of plain structure is ``word_processor_html``'s.
"""

from __future__ import annotations

import re
from html import unescape

from desktop_app.capture.saved_page import web_address
from desktop_app.capture.word_processor_html import is_from_word_processor, plain_structure

# https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format
_HEADER = re.compile(
    r"\s{0,20}Version:\d\.\d\s{1,2}(?:[A-Za-z]{1,30}:[^\r\n]{0,8000}[\r\n]{1,2}){0,20}"
)
_SOURCE = re.compile(r"^SourceURL:([^\r\n]{1,8000})", re.IGNORECASE | re.MULTILINE)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_MARKS = (b"<!--StartFragment", b"Version:0.9", b"Version:1.0")
_SEARCHED_BYTES = 262144
_UNSEEN_START = re.compile(r"<(script|style|head|title|noscript)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,20000}>")


def is_from_clipboard(content: bytes) -> bool:
    """Whether the bytes bear the marks of a clipboard or a word processor, so that tidying is due.

    They are looked for in the first 256 kB.
    """
    start = content[:_SEARCHED_BYTES]
    return any(mark in start for mark in _MARKS) or is_from_word_processor(_behind_header(start))


def source_address(html: str) -> str | None:
    """The address of the page that was copied from, where Windows' header tells it."""
    header = _HEADER.match(html)
    source = _SOURCE.search(header[0]) if header else None
    return web_address(source[1]) if source else None


def visible_text(html: str) -> str:
    """About what a person would see of the HTML: enough to tell whether there are words."""
    return unescape(_TAG.sub(" ", _without_unseen(_without_comments(fragment_of(html)))))


def fragment_of(html: str) -> str:
    """What was selected, without Windows' header and the context round the selection."""
    header = _HEADER.match(html)
    html = html[header.end() :] if header else html
    _, mark, rest = html.partition(_START)
    if not mark:
        return html
    fragment, end, _ = rest.rpartition(_END)
    return fragment if end else rest


def tidied(html: str) -> str:
    """The selection as plain HTML, structure that a word processor only hinted at made real."""
    fragment = fragment_of(html)
    start = html[:_SEARCHED_BYTES].encode("utf-8", "replace")
    if is_from_word_processor(_behind_header(start)):
        return plain_structure(fragment)
    return fragment


def _behind_header(start: bytes) -> bytes:
    """The first bytes from the first tag on."""
    return start[max(start.find(b"<"), 0) :]


def _without_comments(html: str) -> str:
    pieces = html.split("<!--")
    return pieces[0] + " ".join(piece.partition("-->")[2] for piece in pieces[1:])


def _without_unseen(html: str) -> str:
    """The HTML without elements whose text nobody sees; each is closed by its own end tag."""
    lower = html.lower()
    kept: list[str] = []
    at = 0
    while (start := _UNSEEN_START.search(html, at)) is not None:
        kept.append(html[at : start.start()])
        end = lower.find(f"</{start[1].lower()}", start.end())
        if end < 0:
            return "".join(kept)
        at = end
    kept.append(html[at:])
    return "".join(kept)
