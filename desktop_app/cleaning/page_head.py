"""The ``head`` of a page as plain facts: meta tags, canonical address, language, titles.

Must be read before ``page_blocks`` takes the tree apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from desktop_app.cleaning.page_blocks import block_text

_MAX_VALUE = 2_000
_MAX_TAGS = 1_000
_MAX_HEADINGS = 12
_MAX_REPEATS = 30
#: Where a link leads that is the outlet's name: “/”, “https://a.example/”, “index.html”.
_HOME = re.compile(r"(?:\.?/)?(?:index\.(?:html?|php))?|(?:.{0,200}://|//)[^/?#]{1,100}/?")


@dataclass(frozen=True, slots=True)
class PageHead:
    """Meta values by lower-case name (the first, and all of them), and what else the head tells.

    ``headings`` are those of the first level; ``home`` is the one that leads to the start page.
    """

    meta: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    headings: tuple[str, ...] = ()
    language: str | None = None
    canonical: str | None = None
    base: str | None = None
    repeated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    home: str | None = None

    def first(self, *names: str) -> str | None:
        """The value of the first of these meta names that has one."""
        return next((value for name in names if (value := self.meta.get(name))), None)


def page_head(root: HtmlElement) -> PageHead:
    """Read the head, and the page's first-level headings."""
    meta: dict[str, str] = {}
    repeated: dict[str, tuple[str, ...]] = {}
    for tag in list(root.iter("meta"))[:_MAX_TAGS]:
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        value = " ".join((tag.get("content") or "")[:_MAX_VALUE].split())
        if name and value:
            meta.setdefault(name, value)
            repeated[name] = (*repeated.get(name, ()), value)[:_MAX_REPEATS]
    links = {(link.get("rel") or "").lower(): link.get("href") for link in root.iter("link")}
    base = next((tag.get("href") for tag in root.iter("base") if tag.get("href")), None)
    title = next((block_text(tag) for tag in root.iter("title")), "")
    named = [(text, tag) for tag in root.iter("h1") if (text := block_text(tag)[:500])]
    home = next((text for text, tag in named if _leads_home(tag)), None)
    headings = [text for text, _ in named if text != home]
    return PageHead(
        meta=meta,
        title=title[:500],
        headings=tuple(headings[:_MAX_HEADINGS]),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        canonical=links.get("canonical"),
        base=base,
        repeated=repeated,
        home=home,
    )


def _leads_home(heading: HtmlElement) -> bool:
    """Whether the heading is nothing but a link to the start page: the outlet's name."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return len(links) == 1 and bool(_HOME.fullmatch((links[0].get("href") or "#").strip()[:300]))
