"""The pictures of an article: which they are, where their bytes are, what stands under them.

Knows how pages load pictures late (``data-src``, ``srcset``, ``picture``, ``noscript``). Nothing
here loads anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from desktop_app.cleaning.page_blocks import block_text
from desktop_app.cleaning.sanitise import IMAGE_SCHEME

IMAGE_TAGS = frozenset(("img", "amp-img"))
#: A picture whose stated width or height is less is an icon.
MIN_SIDE = 90
#: The widest version that is taken where a page offers several.
_WIDEST = 2_000
_MAX_ADDRESS = 4_000
_LATE = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-full-src",
    "data-hi-res-src",
    "data-image",
    "data-url",
    "data-srcset",
    "data-lazy-srcset",
)
_PLACEHOLDER = re.compile(
    r"placeholder|blank\.|spacer|transparent|lazy|loading|1x1|pixel|grey\.|gray\.", re.IGNORECASE
)
_NOT_OF_ARTICLE = re.compile(
    r"logo|avatar|gravatar|icon|sprite|emoji|badge|button|pixel|tracking|spinner|ad[sx]?[-_/.]banner"
    r"|profile-?(?:pic|image)|headshot|author",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"(\S+)(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,\s+|,(?=https?:|//|/)|$)")
_FIGURE_NAMES = re.compile(r"figure|caption|image|photo|picture|media|gallery|slide", re.IGNORECASE)
_MAX_CAPTION = 700
_FEW_CELLS, _MAX_TABLE_CAPTION = 4, 300


def image_address(image: HtmlElement, base: str | None) -> str | None:
    """The absolute address of a picture's best version, or None if it has none that can be kept."""
    for candidate in _addresses(image):
        address = absolute_address(candidate, base)
        if address and not _PLACEHOLDER.search(address.rpartition("/")[2]):
            return address
    return None


def absolute_address(address: str, base: str | None) -> str | None:
    """The address made absolute; None for anything but web addresses and pictures kept by us."""
    address = address.strip()
    if not address or len(address) > _MAX_ADDRESS:
        return None
    try:
        joined = urljoin(base or "", address)
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme == IMAGE_SCHEME:
        return joined
    return joined if parts.scheme in ("http", "https") and parts.netloc else None


def is_article_picture(image: HtmlElement) -> bool:
    """Whether the picture is big enough, and isn't called what logos and portraits are called."""
    for side in ("width", "height"):
        value = (image.get(side) or "").removesuffix("px")
        if value.isascii() and value.isdigit() and len(value) < 6 and int(value) < MIN_SIDE:
            return False
    names = " ".join(image.get(name) or "" for name in ("class", "id", "src"))[:600]
    return not _NOT_OF_ARTICLE.search(names)


def figure_of(image: HtmlElement) -> HtmlElement | None:
    """The element that holds the picture together with its caption, at most four steps up."""
    table = next(image.iterancestors("table"), None)
    if table is not None and is_picture_table(table):
        return table
    node, found = image.getparent(), None
    for _ in range(4):
        if node is None or node.tag in ("body", "article", "main", "section", "td", "li"):
            break
        if node.tag == "figure":
            return node
        if _FIGURE_NAMES.search(f"{node.get('class') or ''} {node.get('id') or ''}"[:300]):
            found = node
        node = node.getparent()
    return found


def is_picture_table(table: HtmlElement) -> bool:
    """Whether a table only sets one picture and its caption together, as pages once did."""
    if not 0 < len(list(islice(table.iter("td", "th"), _FEW_CELLS + 1))) <= _FEW_CELLS:
        return False
    images = list(islice(table.iter(*IMAGE_TAGS), 2))
    return (
        len(images) == 1
        and is_article_picture(images[0])
        and len(block_text(table)) <= _MAX_TABLE_CAPTION
    )


def caption_of(figure: HtmlElement, kept: Iterable[HtmlElement]) -> str:
    """What stands in the figure besides the picture and is no part of the text."""
    within = set(figure.iter())
    if any(element in within for element in kept):
        return ""
    captions = list(figure.iter("figcaption")) or [figure]
    text = " — ".join(dict.fromkeys(filter(None, map(block_text, captions))))
    return text if len(text) <= _MAX_CAPTION else ""


def _addresses(image: HtmlElement) -> list[str]:
    found: list[str] = []
    for name in _LATE:
        value = image.get(name)
        if value:
            found.append(_widest(value) if "srcset" in name else value)
    # libxml2 takes what follows a ``source`` for its content, so the picture may be steps away.
    picture = next(image.iterancestors("picture"), None)
    sources = list(picture.iter("source")) if picture is not None else []
    sets = [image.get("srcset"), *(s.get("srcset") or s.get("data-srcset") for s in sources)]
    source = image.get("src") or ""
    if source.startswith(f"{IMAGE_SCHEME}:"):
        return [source]
    found.extend(_widest(value) for value in sets if value)
    return [address for address in (*found, source) if address and not address.startswith("data:")]


def _widest(srcset: str) -> str:
    """The widest version in a ``srcset`` that isn't wider than _WIDEST, else its first."""
    best, first = (-1.0, ""), ""
    for match in _CANDIDATE.finditer(srcset[: 4 * _MAX_ADDRESS]):
        size = float(match[2] or 1) * (1 if match[3] == "w" else 1_000)
        first = first or match[1]
        if size <= _WIDEST and size > best[0]:
            best = (size, match[1])
    return (best[1] or first).rstrip(",")
