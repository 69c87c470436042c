"""What stands above a block: its ancestors' tags and what their authors called them.

Class and id names are read for the words the press uses for the parts of a page, never for the
names of one site.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from desktop_app.cleaning.page_blocks import is_hidden

#: Words in class and id names, by what they tell of an element.
NAME_HINTS = {
    "caption": r"caption|credit|photo|image|figure|gallery|media|slide|lightbox",
    "share": r"share|social|facebook|twitter|follow|addthis|whatsapp",
    "related": r"relat|recommend|read-?(?:more|next|also)|trending|popular|latest|teaser|outbrain"
    r"|taboola|suggest|most-?read|more-?(?:stories|news|from|on)|also|card|up-?next",
    "letter": r"newsletter|subscri|sign-?up|opt-?in|mailchimp|paywall|regwall|cta|call-to|donat",
    "comment": r"comment|disqus|respond|discuss|reply|livefyre",
    "byline": r"byline|author|contributor|writer|bio\b|vcard|profile",
    "date": r"date|time|publish|posted|meta|updated",
    "tags": r"tags?\b|topic|categor|keyword|breadcrumb|label|eyebrow|kicker",
    "advert": r"\bads?\b|ads?[-_]|advert|sponsor|banner|promo|commercial|dfp",
    "chrome": r"nav|menu|header|footer|sidebar|masthead|topbar|toolbar|widget|aside|rail|cookie"
    r"|consent|gdpr|modal|popup|overlay|skip|copyright|drawer",
    "body": r"article|content|body|entry|post|story|text|rich|prose|markup|paragraph|copy",
    "summary": r"summary|standfirst|sub-?title|sub-?head|\blead\b|\bdek\b|deck|intro|excerpt"
    r"|abstract|strap|chapeau",
    "title": r"title|headline|\bhed\b|heading",
    "quote": r"quote|pull",
    "contents": r"\btoc\b|table-of-contents|jump",
    "box": r"box|callout|note|fact|info|highlight|takeaway|faq|accordion",
    "list": r"list|grid|feed|loop|archive|carousel|swiper|slider|items",
    "hidden": r"hidden|sr-only|screen-reader|visually|print-only|collapse",
    "embed": r"tweet|embed|instagram|tiktok|oembed",
}
#: The ancestors that tell something by their tag alone.
TELLING_TAGS = str.split(
    "article main nav aside header footer figure form ul ol table blockquote li section "
    "dl figcaption details dialog noscript"
)
#: Steps that stand for “further away than matters”, or for no such ancestor.
FAR = 12

_HINTS = tuple(re.compile(pattern) for pattern in NAME_HINTS.values())
_TAG_PLACES = {tag: place for place, tag in enumerate(TELLING_TAGS)}
_HINT_PLACES = {hint: place for place, hint in enumerate(NAME_HINTS)}
#: The depth of what stands nowhere above: too far away from any element.
_NOWHERE = -FAR


class Lineage(NamedTuple):
    """How deep an element stands, and its nearest ancestor-or-self of each tag and kind of name."""

    depth: int = 0
    tag_depths: tuple[int, ...] = (_NOWHERE,) * len(TELLING_TAGS)
    name_depths: tuple[int, ...] = (_NOWHERE,) * len(NAME_HINTS)
    hidden: bool = False
    marked_body: bool = False

    def steps_to_name(self, hint: str) -> int:
        """Steps up to the nearest element called by this hint of NAME_HINTS."""
        return min(FAR, self.depth - self.name_depths[_HINT_PLACES[hint]])

    def steps_to_tag(self, tag: str) -> int:
        """Steps up to the nearest element with this tag of TELLING_TAGS."""
        return min(FAR, self.depth - self.tag_depths[_TAG_PLACES[tag]])

    def below(self, element: HtmlElement) -> Lineage:
        """The lineage of a child with this element's tag and names."""
        depth, tags, names = self.depth + 1, self.tag_depths, self.name_depths
        if element.tag in ("body", "html"):
            return Lineage(depth)
        if (place := _TAG_PLACES.get(element.tag)) is not None:
            tags = (*tags[:place], depth, *tags[place + 1 :])
        if not element.keys():
            return Lineage(depth, tags, names, self.hidden, self.marked_body)
        for place in _hinted(f"{element.get('class', '')} {element.get('id', '')}"[:300]):
            names = (*names[:place], depth, *names[place + 1 :])
        return Lineage(
            depth,
            tags,
            names,
            self.hidden or is_hidden(element),
            self.marked_body or "articlebody" in (element.get("itemprop") or "").lower(),
        )


class Family:
    """The lineage of a page's elements, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[HtmlElement | None, Lineage] = {None: Lineage()}

    def of(self, element: HtmlElement | None) -> Lineage:
        """The lineage of the element, itself included."""
        chain = []
        while element not in self._known:
            chain.append(element)
            element = element.getparent() if element is not None else None
        lineage = self._known[element]
        for node in reversed(chain):
            if node is not None:
                lineage = lineage.below(node)
            self._known[node] = lineage
        return lineage


@lru_cache(maxsize=8192)
def _hinted(names: str) -> tuple[int, ...]:
    lowered = names.lower()
    if lowered == " ":
        return ()
    return tuple(place for place, hint in enumerate(_HINTS) if hint.search(lowered))
