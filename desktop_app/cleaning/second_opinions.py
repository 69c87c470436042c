"""What two known extractors take for the article: opinions for the judge, never the result.

The only place that calls resiliparse and readability-lxml for a body. They are imported on first
use: a paste needs neither.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from lxml.etree import LxmlError, XPath, tostring
from lxml.html import HtmlElement

#: A page longer than this (in characters) is left to the judge alone.
MAX_CHARACTERS = 2 * 2**20
#: With more attributes in one element resiliparse, whose time grows with their square, isn't asked.
MAX_ATTRIBUTES = 500
_CROWDED = XPath(f"boolean(//*[count(@*) > {MAX_ATTRIBUTES}])")
_log = logging.getLogger(__name__)
#: Their code is not ours: on a strange page it may fail in many ways, and that costs a vote.
_FAILURES = (LxmlError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
logging.getLogger("readability").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """The body's text according to each extractor."""

    resiliparse: str = ""
    readability: str = ""


def second_opinions(root: HtmlElement, characters: int) -> SecondOpinions:
    """Both extractors' opinions on a page of so many characters; empty where one of them fails."""
    if characters > MAX_CHARACTERS:
        return SecondOpinions()
    return SecondOpinions(_resiliparse(root), _readability(root))


def _resiliparse(root: HtmlElement) -> str:
    if _CROWDED(root):
        return ""
    from resiliparse.extract.html2text import (  # noqa: PLC0415 - see the module's first lines
        extract_plain_text,
    )

    try:
        # Our tree is never deep, whatever the page was; its time grows with the square of that too.
        source = tostring(root, encoding="unicode", method="html")
        return extract_plain_text(source, main_content=True, alt_texts=False)
    except BaseException as failure:
        # A panic of its Rust code is no Exception.
        if not isinstance(failure, _FAILURES) and type(failure).__name__ != "PanicException":
            raise
        _log.debug("resiliparse gave up: %r", failure)
        return ""


def _readability(root: HtmlElement) -> str:
    from desktop_app.cleaning.readability_reader import (  # noqa: PLC0415 - see the first lines
        readability_words,
    )

    try:
        return readability_words(root)
    except _FAILURES as failure:
        _log.debug("readability gave up: %r", failure)
        return ""
