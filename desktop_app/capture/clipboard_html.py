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
_SEARCHED_BYTES = 262144
_UNSEEN_START = re.compile(r"<(script|style|title|noscript)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,20000}>")


def is_from_clipboard(content: bytes) -> bool:
    """Whether the bytes bear the marks of a clipboard or a word processor, so that tidying is due.

    They are looked for in the first 256 kB.
    """
    start = content[:_SEARCHED_BYTES]
    if is_from_word_processor(_behind_header(start)):
        return True
    if _START.encode() not in start and not start.lstrip().startswith(b"Version:"):
        return False
    html = content.decode("latin-1")
    return fragment_of(html) != html


def source_address(html: str) -> str | None:
    """The address of the page that was copied from, where Windows' header tells it."""
    header = _HEADER.match(html)
    source = _SOURCE.search(header[0]) if header else None
    return web_address(source[1]) if source else None


def visible_text(html: str) -> str:
    """About what a person would see of the HTML: enough to tell whether there are words."""
    return _seen(fragment_of(html))


def fragment_of(html: str) -> str:
    """What was selected, without Windows' header and the context round the selection.

    Web pages hold fragments' marks too, from texts that were once pasted into them; so without a
    header the marks count only where there is nothing to see outside them.
    """
    header = _HEADER.match(html)
    html = html[header.end() :] if header else html
    before, mark, rest = html.partition(_START)
    if not mark:
        return html
    fragment, end, after = rest.rpartition(_END)
    if not end:
        fragment, after = rest, ""
    alone = header is not None or not (_seen(before).strip() or _seen(after).strip())
    return fragment if alone else html


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


def _seen(html: str) -> str:
    return unescape(_TAG.sub(" ", _without_unseen(_without_comments(html))))


def _without_comments(html: str) -> str:
    pieces = html.split("<!--")
    return pieces[0] + " ".join(piece.partition("-->")[2] for piece in pieces[1:])


def _without_unseen(html: str) -> str:
    """The HTML without elements whose text nobody sees; each is closed by its own end tag."""
    kept: list[str] = []
    at = 0
    while (start := _UNSEEN_START.search(html, at)) is not None:
        kept.append(html[at : start.start()])
        end = re.compile(f"</{start[1]}", re.IGNORECASE).search(html, start.end())
        if end is None:
            return "".join(kept)
        at = end.start()
    kept.append(html[at:])
    return "".join(kept)
