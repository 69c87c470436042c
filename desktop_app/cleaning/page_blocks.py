"""A page as a row of blocks: paragraphs, headings, list items, cells, captions, in page order.

Here the tree is put in order (text between blocks gets an element of its own, two line breaks part
paragraphs) and read off; which blocks are the article is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.etree import PI, Comment, Entity, iterwalk
from lxml.html import HtmlElement

#: Elements that begin a line of their own.
BLOCK_TAGS = frozenset(
    str.split(
        "address article aside blockquote body caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html "
        "legend li main menu nav ol p pre search section summary table tbody td tfoot th "
        "thead tr ul"
    )
)
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
#: Elements that hold nothing to read.
_DROPPED_TAGS = frozenset(
    str.split(
        "script style svg template head link meta base title select option datalist input "
        "textarea canvas map object embed applet audio progress meter frame frameset noframes "
        "rp rt dialog colgroup col"
    )
)
_EMBEDS = frozenset(("iframe", "video", "img", "picture", "amp-img", "hr"))
_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.I)
#: More blocks than this are no article; the rest is left out.
MAX_BLOCKS = 40_000
#: Nested deeper than this, ``font`` elements stay.
_MAX_FONTS = 6
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block: its element, the words a reader sees (white space folded), its place."""

    element: HtmlElement
    text: str
    index: int


def page_blocks(root: HtmlElement) -> list[PageBlock]:
    """The blocks of the page in order. The tree is changed: see the module's first lines."""
    body = root.find("body")
    body = root if body is None else body
    _drop_unreadable(body)
    blocks: list[PageBlock] = []
    for element in _leaves(body):
        text = block_text(element)
        if text:
            blocks.append(PageBlock(element, text, len(blocks)))
        if len(blocks) >= MAX_BLOCKS:
            break
    return blocks


def block_text(element: HtmlElement) -> str:
    """The element's text as one line; line breaks and the ends of cells are spaces."""
    if len(element) == 0:
        return _SPACES.sub(" ", element.text or "").strip()
    pieces: list[str] = [element.text or ""]
    for event, node in iterwalk(element, events=("start", "end")):
        if node is element:
            continue
        parts = node.tag in BLOCK_TAGS or node.tag == "br"
        if parts:
            pieces.append(" ")
        pieces.append((node.text if event == "start" else node.tail) or "")
    return _SPACES.sub(" ", "".join(pieces)).strip()


def is_data_table(element: HtmlElement) -> bool:
    """Whether a table tells data: rows and columns of short cells, no further tables in them."""
    if element.tag != "table" or element.find(".//table") is not None:
        return False
    rows = list(element.iter("tr"))
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    if len(rows) < 2 or len(cells) < 2 * len(rows) - 1 or len(cells) > 2_000:
        return False
    if any(cell.find(f".//{tag}") is not None for cell in cells for tag in ("p", "div", "ul")):
        return all(len(block_text(cell)) < 120 for cell in cells)
    return all(len(block_text(cell)) < 400 for cell in cells)


def _drop_unreadable(body: HtmlElement) -> None:
    for element in list(body.iter(*_DROPPED_TAGS, "button", "noscript", Comment, PI, Entity)):
        if (
            not isinstance(element.tag, str)
            or element.tag in _DROPPED_TAGS
            or (element.tag == "button" and not _is_in_heading(element))
            or (element.tag == "noscript" and element.find(".//img") is None)
        ):
            _drop(element)


def _is_in_heading(element: HtmlElement) -> bool:
    """Whether the element is, or holds, a heading: a question that unfolds its answer."""
    parent = element.getparent()
    outer = parent is not None and parent.tag in HEADINGS
    return outer or any(child.tag in HEADINGS for child in element.iter())


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element itself is not shown; a script may still show it later."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style[:1_000]))


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _leaves(body: HtmlElement) -> Iterator[HtmlElement]:
    """The innermost blocks in page order; runs of text beside blocks become paragraphs first."""
    holders = _holders(body)
    stack = [body]
    while stack:
        element = stack.pop()
        if element.tag == "pre" or is_data_table(element):
            yield element
        elif element in holders:
            _wrap_runs(element, holders)
            stack.extend(reversed(element))
        elif element.tag in ("br", "hr") or (element.tag in _EMBEDS and not len(element)):
            continue
        elif _split_at_breaks(element):
            stack.extend(reversed(element))
        else:
            yield element


def _holders(body: HtmlElement) -> set[HtmlElement]:
    """The elements that have a block somewhere inside."""
    holders: set[HtmlElement] = set()
    for element in body.iter(*BLOCK_TAGS):
        if element is not body:
            parent = element.getparent()
            while parent is not None and parent not in holders:
                holders.add(parent)
                parent = parent.getparent()
    return holders


def _wrap_runs(element: HtmlElement, holders: set[HtmlElement]) -> None:
    """Give each run of text and inline elements among the element's blocks a paragraph."""
    children = list(element)
    text, element.text = element.text, None
    if not _says_something(text) and not any(
        _says_something(child.tail) or (child.tag not in BLOCK_TAGS and child not in holders)
        for child in children
    ):
        for child in children:
            child.tail = None
        return
    run = _new_run(text) if _says_something(text) else None
    element[:] = []
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in BLOCK_TAGS or child in holders:
            _close_run(element, run)
            element.append(child)
            run = _new_run(tail) if _says_something(tail) else None
        else:
            run = _new_run(None) if run is None else run
            run.append(child)
            child.tail = tail
    _close_run(element, run)


def _says_something(text: str | None) -> bool:
    return bool(text and not text.isspace())


def _new_run(text: str | None) -> HtmlElement:
    run = lxml_html.Element("p")
    run.set("data-run", "1")
    run.text = text
    return run


def _close_run(element: HtmlElement, run: HtmlElement | None) -> None:
    if run is not None and (len(run) or (run.text and run.text.strip())):
        element.append(run)


def _split_at_breaks(element: HtmlElement) -> bool:
    """Part a block at two line breaks in a row; tells whether there was anything to part."""
    if element.tag not in (
        "p",
        "div",
        "td",
        "li",
        "blockquote",
        "section",
        "article",
        "body",
        "dd",
        "span",
        "font",
        "center",
        "main",
        "th",
    ):
        return False
    if next(element.iter("br"), None) is None:
        return False
    _unwrap_breaks(element)
    if not _has_double_break(element):
        return False
    children = list(element)
    run = _new_run(element.text)
    element.text = None
    element[:] = []
    previous_is_break = False
    for child in children:
        tail = child.tail
        is_break = child.tag == "br"
        if is_break and previous_is_break:
            _close_run(element, run)
            child.tail = None
            run = _new_run(tail)
        else:
            run.append(child)
        previous_is_break = is_break and not (tail or "").strip()
    _close_run(element, run)
    for part in element:
        _trim_breaks(part)
    return len(element) > 1


def _has_double_break(element: HtmlElement) -> bool:
    """Whether two line breaks in a row stand right in the element."""
    return any(
        child.tag == "br"
        and not (child.tail or "").strip()
        and (following := child.getnext()) is not None
        and following.tag == "br"
        for child in element
    )


def _unwrap_breaks(element: HtmlElement) -> None:
    """Take away the ``font`` around paragraphs that are parted by line breaks only."""
    for _ in range(_MAX_FONTS):
        wrapping = [
            child
            for child in element
            if child.tag in ("font", "span") and len(child) > 1 and _holds_breaks(child)
        ]
        if not wrapping:
            return
        for child in wrapping:
            child.drop_tag()


def _holds_breaks(element: HtmlElement) -> bool:
    return _has_double_break(element) or any(
        child.tag in ("font", "span") and _has_double_break(child) for child in element
    )


def _trim_breaks(part: HtmlElement) -> None:
    """Line breaks at the end of a paragraph say nothing."""
    while len(part) and part[-1].tag == "br" and not (part[-1].tail or "").strip():
        part.remove(part[-1])
