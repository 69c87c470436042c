"""What two known extractors take for the article: opinions for the judge, never the result.

The only place that calls trafilatura and readability-lxml for a body. They are imported on first
use: together they take most of a second, and a paste needs neither.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

#: A page longer than this (in characters) is left to the judge alone.
MAX_CHARACTERS = 2 * 2**20
_log = logging.getLogger(__name__)
#: Their code is not ours: on a strange page it may fail in many ways, and that costs a vote.
_FAILURES = (LxmlError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
logging.getLogger("readability").setLevel(logging.CRITICAL)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """The body's text according to each extractor, and trafilatura's metadata."""

    trafilatura: str = ""
    readability: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None
    sitename: str | None = None


def second_opinions(root: HtmlElement, source: str, url: str | None) -> SecondOpinions:
    """Both extractors' opinions on a page; empty where one of them fails. ``root`` is consumed."""
    if len(source) > MAX_CHARACTERS:
        return SecondOpinions()
    found = _trafilatura(root, url)
    return SecondOpinions(
        trafilatura=getattr(found, "text", None) or "",
        readability=_readability(source),
        title=getattr(found, "title", None),
        author=getattr(found, "author", None),
        date=getattr(found, "date", None),
        sitename=getattr(found, "sitename", None),
    )


def _trafilatura(root: HtmlElement, url: str | None) -> object | None:
    from trafilatura import bare_extraction  # noqa: PLC0415 - see the module's first lines

    try:
        return bare_extraction(
            root, url=url, fast=True, include_comments=False, with_metadata=False
        )
    except _FAILURES as failure:
        _log.debug("trafilatura gave up: %r", failure)
        return None


def _readability(source: str) -> str:
    from readability import Document  # noqa: PLC0415 - see the module's first lines

    try:
        summary = Document(source).summary(html_partial=True)
        tree = lxml_html.fragment_fromstring(summary, create_parent="div")
    except _FAILURES as failure:
        _log.debug("readability gave up: %r", failure)
        return ""
    return " ".join(str(piece) for piece in tree.itertext())
