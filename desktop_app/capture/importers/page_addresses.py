"""Addresses that a page names, without parsing it: of what it shows in frames, and of images.

Found by what attributes look like, which is quick on pages of any size; an address too many does
no harm, as it is only looked up.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin

#: So many addresses of a page are looked at.
_MOST = 5_000
_FRAME = re.compile(
    r"<i?frame\b[^<>]{0,2000}?\bsrc\s*=\s*(?:\"([^\"]{1,4000})\"|'([^']{1,4000})'|([^\s\"'>]{1,4000}))",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:src|href|content|poster|data-[a-z-]{1,40}|src-?set)\s*=\s*"
    r"(?:\"([^\"]{1,20000})\"|'([^']{1,20000})'|([^\s\"'>]{1,4000}))",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"<base\b[^<>]{0,500}?\bhref\s*=\s*[\"']?([^\s\"'>]{1,4000})", re.IGNORECASE
)  # fmt: skip
_SET = re.compile(r"\s*,?\s*(\S+?)(?:\s+[\d.]+[wxh])?\s*(?:,\s|,$|$)")


def framed(text: str, url: str) -> Iterator[str]:
    """The addresses of the frames in a page."""
    base = _base(text, url)
    for match, _ in zip(_FRAME.finditer(text), range(_MOST), strict=False):
        if found := _joined(base, match[1] or match[2] or match[3]):
            yield found


def pictured(text: str, url: str) -> Iterator[str]:
    """The addresses that may be those of a page's images, each once, in order."""
    base, given = _base(text, url), set()
    for match, _ in zip(_PICTURE.finditer(text), range(_MOST), strict=False):
        value = match[1] or match[2] or match[3]
        several = [each[1] for each in _SET.finditer(value)][:50] if "," in value else [value]
        for each in dict.fromkeys((*several, value)):
            found = _joined(base, each)
            if found and found not in given:
                given.add(found)
                yield found


def _base(text: str, url: str) -> str:
    told = _BASE.search(text[:100_000])
    return (_joined(url, told[1]) or url) if told else url


def _joined(base: str, value: str) -> str | None:
    try:
        joined = urljoin(base, html.unescape(value).strip())
    except ValueError:
        return None
    return joined.partition("#")[0] if joined.startswith(("http://", "https://")) else None
