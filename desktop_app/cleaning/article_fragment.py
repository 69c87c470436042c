"""The chosen blocks as one HTML fragment that keeps their structure: lists, quotes, tables, links.

Takes the page's tree apart: nothing else may read it afterwards. What the fragment becomes is
``to_markdown``'s business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.etree import tostring
from lxml.html import HtmlElement

from desktop_app.cleaning.embeds import EMBED_TAGS, embed_of
from desktop_app.cleaning.inline_marks import mend_inline
from desktop_app.cleaning.page_blocks import BLOCK_TAGS, HEADINGS, PageBlock, is_data_table
from desktop_app.cleaning.page_images import (
    IMAGE_TAGS,
    absolute_address,
    caption_of,
    figure_of,
    image_address,
    is_article_picture,
)

#: Elements that keep their meaning around the blocks inside; all others are only boxes.
_STRUCTURE = frozenset(["ul", "ol", "li", "blockquote"])
_LEAVES = frozenset(["p", "pre", "table", "li", "blockquote"]) | HEADINGS
_TABLE_PARTS = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
_MAX_IMAGES = 200
_MAX_EMBEDS = 60
#: A picture above the text that is in no figure belongs to it if it is at least so wide.
_WIDE = 400


@dataclass(frozen=True, slots=True)
class Fragment:
    """The top-level elements of the article, and for each the page's blocks it holds."""

    elements: tuple[HtmlElement, ...]
    holds: tuple[tuple[int, ...], ...]

    def htmls(self) -> list[str]:
        """The markup of each element, not sanitised yet."""
        return [tostring(e, encoding="unicode", method="html") for e in self.elements]


def article_fragment(
    body: HtmlElement, blocks: Sequence[PageBlock], kept: Sequence[int], base: str | None
) -> Fragment:
    """The kept blocks (by index) with their pictures, as elements in page order."""
    leaves = {blocks[index].element: index for index in kept}
    extras = _extras(body, leaves, base)
    builder = _Builder(base)
    for element in list(body.iter()):
        if element in leaves:
            builder.add(element, leaves[element])
        elif element in extras:
            builder.add_extra(extras[element])
    return builder.fragment()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the article stands on its page."""

    leaves: dict[HtmlElement, int]
    inside: frozenset[HtmlElement]
    order: dict[HtmlElement, int]
    first: int
    last: int
    headline: int
    region: HtmlElement

    @classmethod
    def of(cls, body: HtmlElement, leaves: dict[HtmlElement, int]) -> _Place:
        order = {element: place for place, element in enumerate(body.iter())}
        places = [order[element] for element in leaves if element in order]
        headline = min((order[heading] for heading in body.iter("h1")), default=-1)
        inside = frozenset(node for leaf in leaves for node in leaf.iter())
        region = _region(list(leaves))
        return cls(leaves, inside, order, min(places), max(places), headline, region)

    def shows(self, image: HtmlElement, figure: HtmlElement | None) -> bool:
        """Whether a picture stands where the article's own do."""
        at = self.order[image]
        if at > self.first or figure is not None:
            return True
        return -1 < self.headline < at and _width(image) >= _WIDE

    def reaches(self, image: HtmlElement) -> bool:
        """Whether a picture may be the article's, in none of its blocks and not below it."""
        if image in self.inside or self.order[image] > self.last:
            return False
        return _is_below(image, self.region)


def _extras(
    body: HtmlElement, leaves: dict[HtmlElement, int], base: str | None
) -> dict[HtmlElement, HtmlElement]:
    """What belongs to the article besides its blocks, each with the element that will show it."""
    if not leaves:
        return {}
    place = _Place.of(body, leaves)
    embeds = _embeds(body, place, base)
    within = {node for element in embeds for node in element.iter()}
    return {**_pictures(body, place, base, within), **embeds}


def _pictures(
    body: HtmlElement, place: _Place, base: str | None, used: set[HtmlElement]
) -> dict[HtmlElement, HtmlElement]:
    """The article's pictures outside its blocks, each with the paragraph that will show it."""
    found: dict[HtmlElement, HtmlElement] = {}
    seen: set[str] = set()
    for image in body.iter(*IMAGE_TAGS):
        if len(found) >= _MAX_IMAGES or image in used or not place.reaches(image):
            continue
        figure = figure_of(image)
        if not place.shows(image, figure) or not is_article_picture(image):
            continue
        address = image_address(image, base)
        if address and address not in seen:
            seen.add(address)
            caption = caption_of(figure, place.leaves) if figure is not None else ""
            found[image] = _picture(address, image.get("alt") or "", caption)
    return found


def _embeds(body: HtmlElement, place: _Place, base: str | None) -> dict[HtmlElement, HtmlElement]:
    """Posts and videos among the article's blocks, each with the quote that will link to it."""
    found: dict[HtmlElement, HtmlElement] = {}
    seen: set[str] = set()
    for element in place.region.iter(*EMBED_TAGS):
        at = place.order.get(element, -1)
        if not place.first < at <= place.last or len(found) >= _MAX_EMBEDS:
            continue
        embed = embed_of(element, base)
        if embed is None or embed.address in seen or not _is_below(element, place.region):
            continue
        if any(node in place.leaves for node in element.iter()):
            continue  # the article keeps the post's own words
        seen.add(embed.address)
        figure = figure_of(element)
        found[element] = embed.quote(caption_of(figure, place.leaves) if figure is not None else "")
    return found


def _width(image: HtmlElement) -> int:
    given = (image.get("width") or "").removesuffix("px")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0


def _region(leaves: list[HtmlElement]) -> HtmlElement:
    """The element that holds the article: the innermost around all its blocks, and one above."""
    common = [*leaves[0].iterancestors()]
    for leaf in leaves[1:]:
        above = set(leaf.iterancestors())
        common = [element for element in common if element in above]
    outer = common[1] if len(common) > 1 and common[0].tag not in ("body", "article") else common[0]
    return outer if outer.tag != "html" else common[0]


def _is_below(element: HtmlElement, region: HtmlElement) -> bool:
    for ancestor in element.iterancestors():
        if ancestor is region:
            return True
        if ancestor.tag in ("aside", "nav", "footer", "form"):
            return False
    return False


def _picture(address: str, alt: str, caption: str) -> HtmlElement:
    paragraph = lxml_html.Element("p")
    image = lxml_html.Element("img", src=address, alt=alt[:500])
    if caption:
        image.set("title", caption)
    paragraph.append(image)
    return paragraph


class _Builder:
    """Puts blocks below copies of the structure they stood in, one after the other."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._top: list[HtmlElement] = []
        self._holds: list[list[int]] = []
        # The structure that is open: the page's element and its copy, outermost first.
        self._open: list[tuple[HtmlElement, HtmlElement]] = []
        # Whether a list is a mere box; asked before its first block moves away.
        self._boxes: dict[HtmlElement, bool] = {}

    def fragment(self) -> Fragment:
        return Fragment(tuple(self._top), tuple(tuple(indices) for indices in self._holds))

    def add(self, element: HtmlElement, index: int) -> None:
        structure = [node for node in element.iterancestors() if node.tag in _STRUCTURE]
        self._open_structure(self._useful_structure(structure[::-1], element))
        leaf = _leaf(element, self._base)
        if leaf.get("data-run") and self._open and self._open[-1][1].tag == "li":
            leaf.tag = "span"  # the item's own words, which need no paragraph
        if leaf.tag == "li" and not (self._open and self._open[-1][1].tag in ("ul", "ol")):
            leaf.tag = "p"
        self._append(leaf, index)

    def add_extra(self, element: HtmlElement) -> None:
        self._open.clear()
        self._append(element, None)

    def _append(self, element: HtmlElement, index: int | None) -> None:
        if self._open:
            self._open[-1][1].append(element)
        else:
            self._top.append(element)
            self._holds.append([])
        if index is not None:
            self._holds[-1].append(index)

    def _open_structure(self, wanted: list[HtmlElement]) -> None:
        same = 0
        for (opened, _), node in zip(self._open, wanted, strict=False):
            if opened is not node:
                break
            same += 1
        del self._open[same:]
        for node in wanted[same:]:
            copy = lxml_html.Element(node.tag)
            if node.tag == "ol" and (node.get("start") or "").isdigit():
                copy.set("start", node.get("start"))
            self._append(copy, None)
            self._open.append((node, copy))

    def _useful_structure(
        self, structure: list[HtmlElement], leaf: HtmlElement
    ) -> list[HtmlElement]:
        """The lists and quotes around a block that are such: not boxes of a page made of lists."""
        useful: list[HtmlElement] = []
        for node in structure:
            if node.tag in ("ul", "ol"):
                if node not in self._boxes:
                    self._boxes[node] = any(map(_is_box, node.iterchildren("li")))
                if not self._boxes[node]:
                    useful.append(node)
            elif node.tag == "blockquote" or (useful and useful[-1] is node.getparent()):
                useful.append(node)
        while useful and useful[-1].tag in ("ul", "ol") and leaf.tag != "li":
            useful.pop()
        return useful


def _is_box(item: HtmlElement) -> bool:
    """Whether a list item is a whole section: with a heading, or of several long paragraphs."""
    paragraphs = 0
    for node in item.iter():
        if node.tag in HEADINGS or node.tag in ("article", "table"):
            return True
        paragraphs += node.tag == "p" and len("".join(node.itertext())) > 200
    return paragraphs > 2


def _leaf(element: HtmlElement, base: str | None) -> HtmlElement:
    """The block without boxes inside, its links and pictures absolute."""
    if element.tag == "table" and not is_data_table(element):
        element.tag = "p"
    element.tail = None
    if element.tag == "dt":
        _embolden(element)
    if element.tag not in _LEAVES:
        element.tag = "p"
    if element.tag != "pre":
        mend_inline(element)
    boxes = BLOCK_TAGS - _TABLE_PARTS if element.tag == "table" else BLOCK_TAGS
    for node in list(element.iterdescendants()):
        if node.tag == "a":
            _mend_link(node, base)
        elif node.tag in IMAGE_TAGS:
            _mend_image(node, base)
        elif node.tag in boxes:
            node.tag = "span"
            node.tail = f" {node.tail or ''}"
    return element


def _embolden(term: HtmlElement) -> None:
    """Let a term stand out from what defines it: Markdown has no lists of definitions."""
    if next(term.iter("b", "strong"), None) is not None:
        return
    bold = lxml_html.Element("strong")
    bold.text, term.text = term.text, None
    bold.extend(list(term))
    term.append(bold)


def _mend_link(link: HtmlElement, base: str | None) -> None:
    link.attrib.pop("title", None)
    href = (link.get("href") or "").strip()
    if href.lower().startswith("mailto:"):
        return
    address = None if href.startswith("#") else absolute_address(href, base)
    if address:
        link.set("href", address)
    else:
        link.attrib.pop("href", None)


def _mend_image(image: HtmlElement, base: str | None) -> None:
    address = image_address(image, base) if is_article_picture(image) else None
    if address:
        image.tag = "img"
        image.set("src", address)
    else:
        image.drop_tree()
