"""HTML as programs put it on the clipboard, made into the plain structure it stands for.

Windows' header (CF_HTML), Word's and Outlook's list paragraphs, Google Docs' bold wrapper. Only
the structure is mended here; what belongs to the article is for cleaning to say.
"""

from __future__ import annotations

import re
from html import unescape

from desktop_app.capture.saved_page import web_address

_HEADER = re.compile(r"\s{0,20}Version:\d\.\d\s(?:[A-Za-z]{1,30}:[^\r\n]{0,8000}[\r\n]{1,2}){0,20}")
_SOURCE = re.compile(r"^SourceURL:([^\r\n]{1,8000})", re.IGNORECASE | re.MULTILINE)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_MARKS = (b"StartFragment", b"mso-", b"docs-internal-guid", b"Version:0.9", b"Version:1.0")
_SEARCHED_BYTES = 65536
_UNSEEN = re.compile(
    r"<(script|style|head|title|noscript)\b[^>]{0,2000}>.*?</\1\s*>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]{0,20000}>")


def is_from_clipboard(content: bytes) -> bool:
    """Whether the bytes bear the marks of a clipboard or of Word, so that tidying is due."""
    start = content[:_SEARCHED_BYTES]
    return any(mark in start for mark in _MARKS)


def source_address(html: str) -> str | None:
    """The address of the page that was copied from, where Windows' header tells it."""
    header = _HEADER.match(html)
    source = _SOURCE.search(header[0]) if header else None
    return web_address(source[1]) if source else None


def visible_text(html: str) -> str:
    """About what a person would see of the HTML: enough to tell whether there are words."""
    fragment = fragment_of(html)
    return unescape(_TAG.sub(" ", _UNSEEN.sub(" ", fragment)))


def fragment_of(html: str) -> str:
    """What was selected, without Windows' header and the context round the selection."""
    header = _HEADER.match(html)
    html = html[header.end() :] if header else html
    _, mark, rest = html.partition(_START)
    return rest.rpartition(_END)[0] or rest if mark else html


def tidied(html: str) -> str:
    """The selection as plain HTML."""
    return fragment_of(html)
