"""A captured page as text that a person can hold against the cleaned article."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HTMLParser, fromstring

from desktop_app.core.article import RawCapture
from desktop_app.services.clipping.prepare_clip import source_text

#: The most of a page that is read for showing, in characters.
MAX_SHOWN_CHARACTERS = 6_000_000
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
_SPACES = re.compile(r"[^\S\n]+")
_TAG = re.compile(r"<[^<>]*>")
_GAPS = re.compile(r"\n{3,}")


def readable_text(page: RawCapture) -> str:
    """What a reader of the page would see, in its order; plain text comes back as it is."""
    source = source_text(page)[:MAX_SHOWN_CHARACTERS]
    if page.media_type not in ("text/html", "application/xhtml+xml"):
        return source
    return html_as_text(source)


def html_as_text(source: str) -> str:
    """The visible text of HTML, blocks on lines of their own."""
    if not source.strip():
        return ""
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return source
    pieces: list[str] = []
    silent = 0
    for action, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if action == "start":
            silent += name in _SILENT
            _break(pieces, name)
            _say(pieces, element.text, silent)
        else:
            silent -= name in _SILENT
            if name != "br":
                _break(pieces, name)
            _say(pieces, element.tail, silent)
    return _tidy("".join(pieces)) or _tidy(_TAG.sub("\n", source))  # too deep for the parser


def _tidy(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def _break(pieces: list[str], name: str) -> None:
    if name not in _INLINE:
        pieces.append("\n")


def _say(pieces: list[str], text: str | None, silent: int) -> None:
    if text and not silent:
        pieces.append(_SPACES.sub(" ", text.replace("\n", " ")))
