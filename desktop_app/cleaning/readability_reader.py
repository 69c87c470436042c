"""readability-lxml on a tree that is parsed already; what it finds as words, not as mark-up.

Its own steps are done here the short way, with the same outcome: where it writes elements out to
look for tags in the text, parses a paragraph to make one, or measures the same links for each
element around them, that was most of its time. Imported on first use, since it imports readability.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement
from readability import Document
from readability.readability import REGEXES, clean

from desktop_app.cleaning.html_tree import elements_at
from desktop_app.cleaning.page_blocks import is_hidden

#: It looks again, less strictly, when it found fewer characters than this.
_TOO_SHORT = 150
#: Blanks that its cleaning of white space leaves as they are.
_KEPT_BLANK = re.compile(r"[^\S \t\n]")
_MAYBE_HIDDEN = XPath("//*[@hidden or @style]")
_NAMED = XPath("//*[@class or @id]")
_IN_CODE = XPath("boolean(ancestor-or-self::pre | ancestor-or-self::code)")
_WITH_ARTICLE = XPath(
    "boolean(descendant-or-self::main | descendant-or-self::article | descendant-or-self::math)"
)
_BLOCK_NAMES = ("blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul")
#: By what their names begin with, as its pattern has it.
_BLOCKS = XPath(f"//*[{' or '.join(f'starts-with(name(), {name!r})' for name in _BLOCK_NAMES)}]")
_INLINE = frozenset(str.split("a b cite code em font i small span strong sub sup u"))


def readability_words(root: HtmlElement) -> str:
    """The words of the body that readability-lxml finds."""
    return str(_Reader(root, retry_length=_TOO_SHORT).summary(html_partial=True))


class _Reader(Document):  # type: ignore[misc]  # it tells no types
    """The methods that are overridden keep the names and the outcome of the original."""

    #: How long each link's text is, while nothing changes.
    _measured: dict[HtmlElement, int] | None = None

    def _parse(self, root: HtmlElement) -> HtmlElement:
        tree = copy.deepcopy(root)
        for element in [
            element for element in elements_at(_MAYBE_HIDDEN, tree) if is_hidden(element)
        ]:
            if element.getparent() is not None:
                element.drop_tree()
        return tree

    def get_clean_html(self) -> str:
        return " ".join(str(piece) for piece in self.html.itertext())

    def remove_unlikely_candidates(self) -> None:
        for element in elements_at(_NAMED, self.html):
            names = f"{element.get('class', '')} {element.get('id', '')}"
            if (
                _is_unlikely(names)
                and element.tag not in ("html", "body")
                and not _IN_CODE(element)
                and not _WITH_ARTICLE(element)
            ):
                element.drop_tree()

    def transform_misused_divs_into_paragraphs(self) -> None:
        holders = _holders(self.html)
        for element in self.tags(self.html, "div"):
            if element not in holders:
                element.tag = "p"
        for element in self.tags(self.html, "div"):
            _wrap_inline(element, holders)

    def score_paragraphs(self) -> dict[HtmlElement, dict[str, Any]]:
        candidates: dict[HtmlElement, dict[str, Any]] = {}
        for element, gives in self._paragraphs():
            parent = element.getparent()
            grand_parent = None if parent is None else parent.getparent()
            for around, share in ((parent, 1.0), (grand_parent, 0.5)):
                if around is not None:
                    if around not in candidates:
                        candidates[around] = self.score_node(around)
                    candidates[around]["content_score"] += gives * share
        self._measured = {}
        for element, candidate in candidates.items():
            candidate["content_score"] *= 1 - self.get_link_density(element)
        self._measured = None
        return candidates

    def _paragraphs(self) -> Iterator[tuple[HtmlElement, float]]:
        """What may be running text, and what each gives to the elements around it."""
        for element in self.tags(self.html, "p", "pre", "td", "blockquote"):
            length = _text_length(element)
            if length >= self.min_text_length:
                yield element, 2 + element.text_content().count(",") + min(length / 100, 3)

    def get_link_density(self, element: HtmlElement) -> float:
        linked = sum(map(self._link_length, element.iterdescendants("a")))
        return linked / max(_text_length(element), 1)

    def _link_length(self, link: HtmlElement) -> int:
        if self._measured is None:
            return _text_length(link)
        if link not in self._measured:
            self._measured[link] = _text_length(link)
        return self._measured[link]


def _text_length(element: HtmlElement) -> int:
    """How long the element's text is when its white space is cleaned."""
    text = element.text_content()
    return len(clean(text) if _KEPT_BLANK.search(text) else " ".join(text.split()))


@lru_cache(maxsize=8192)
def _is_unlikely(names: str) -> bool:
    unlikely = REGEXES["unlikelyCandidatesRe"].search(names)
    return bool(unlikely) and not REGEXES["okMaybeItsACandidateRe"].search(names)


def _holders(root: HtmlElement) -> set[HtmlElement]:
    """The elements with a block or a picture somewhere inside."""
    holders: set[HtmlElement] = set()
    for element in elements_at(_BLOCKS, root):
        parent = element.getparent()
        while parent is not None and parent not in holders:
            holders.add(parent)
            parent = parent.getparent()
    return holders


def _wrap_inline(element: HtmlElement, holders: set[HtmlElement]) -> None:
    """Put the text and inline elements among an element's blocks into paragraphs."""
    children, paragraph = list(element), None
    if element.text and element.text.strip():
        paragraph = _paragraph(element, element.text)
        element.text = None
        element.insert(0, paragraph)
    for child in children:
        if child.tag not in _INLINE or child in holders:
            paragraph = None
            continue
        if paragraph is None:
            paragraph = _paragraph(element, None)
            child.addprevious(paragraph)
        paragraph.append(child)
    for position, child in reversed(list(enumerate(element))):
        if child.tail and child.tail.strip():
            element.insert(position + 1, _paragraph(element, child.tail))
            child.tail = None
        if child.tag == "br":
            child.drop_tree()


def _paragraph(around: HtmlElement, text: str | None) -> HtmlElement:
    paragraph = around.makeelement("p")
    paragraph.text = text
    return paragraph
