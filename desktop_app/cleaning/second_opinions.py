"""What two known extractors take for the article: opinions for the judge, never the result.

The only place that calls trafilatura and readability-lxml for a body. They are imported on first
use: together they take most of a second, and a paste needs neither.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml.etree import LxmlError, XPath
from lxml.html import HtmlElement

#: A page longer than this (in characters) is left to the judge alone.
MAX_CHARACTERS = 2 * 2**20
#: With more children in one element trafilatura, whose time grows with their square, isn't asked.
MAX_CHILDREN = 4_000
_CROWDED = XPath(f"boolean(//*[count(*) > {MAX_CHILDREN}])")
_log = logging.getLogger(__name__)
#: Their code is not ours: on a strange page it may fail in many ways, and that costs a vote.
_FAILURES = (LxmlError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
logging.getLogger("readability").setLevel(logging.CRITICAL)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """The body's text according to each extractor."""

    trafilatura: str = ""
    readability: str = ""


def second_opinions(root: HtmlElement, characters: int, url: str | None) -> SecondOpinions:
    """Both extractors' opinions on a page of so many characters; empty where one of them fails."""
    if characters > MAX_CHARACTERS:
        return SecondOpinions()
    readability = _readability(root)
    if _CROWDED(root):
        return SecondOpinions(readability=readability)
    return SecondOpinions(_trafilatura(root, url), readability)


def _trafilatura(root: HtmlElement, url: str | None) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415 - see the module's first lines

    try:
        found = bare_extraction(root, url=url, options=_options())
    except _FAILURES as failure:
        _log.debug("trafilatura gave up: %r", failure)
        return ""
    return getattr(found, "text", None) or ""


@cache
def _options() -> Any:  # noqa: ANN401 - a class that tells no types
    """What is asked of trafilatura, the same for all pages: reading its settings takes a while."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - see the module's first lines

    return Extractor(output_format="python", fast=True, comments=False)


def _readability(root: HtmlElement) -> str:
    from desktop_app.cleaning.readability_reader import (  # noqa: PLC0415 - see the first lines
        readability_words,
    )

    try:
        return readability_words(root)
    except _FAILURES as failure:
        _log.debug("readability gave up: %r", failure)
        return ""
