"""HTML of Word, Outlook and Google Docs, made into the plain structure it stands for.

Word writes lists as paragraphs with a style and a printed marker, and titles as paragraphs of a
class; Google Docs wraps everything in a bold that isn't, and says bold and italic by style. What
comes out is ordinary HTML; which of it belongs to an article is for cleaning to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring, fragment_fromstring, tostring

_WORD_MARKS = (b"urn:schemas-microsoft-com:office:word", b"content=Word.Document")
_DOCS_MARK = b'id="docs-internal-guid-'
# Web pages hold text that was pasted into them from Google Docs, so its mark must come first.
_DOCS_MARK_WITHIN = 600
_WORD_MARK_WITHIN = 4096
# Word's conditional comments that readers other than Word see: “<![if !supportLists]>”.
_CONDITION = re.compile(r"<!\[(?:if[^\]<>]{0,200}|endif)\]>", re.IGNORECASE)
_LIST_LEVEL = re.compile(r"mso-list:\s{0,5}[^;\"']{0,60}?\blevel(\d)", re.IGNORECASE)
_NUMBER_MARKER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)]")
_BOLD = re.compile(r"(?<![\w-])font-weight:\s{0,5}(?:bold\b|[6-9]00\b)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w-])font-style:\s{0,5}italic\b", re.IGNORECASE)
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight:\s{0,5}(?:normal\b|[1-5]00\b)", re.IGNORECASE)
_RAISED = re.compile(r"(?<![\w-])vertical-align:\s{0,5}(super|sub)\b", re.IGNORECASE)
_MOST_DEEP = 9
_SEARCHED_FOR_BODY = 2**20


def is_from_word_processor(start: bytes) -> bool:
    """Whether the beginning of a page bears a word processor's marks."""
    if any(mark in start[:_WORD_MARK_WITHIN] for mark in _WORD_MARKS):
        return True
    return _DOCS_MARK in start[:_DOCS_MARK_WITHIN]


def plain_structure(html: str) -> str:
    """The HTML with real lists, headings and emphasis; unreadable HTML comes back as it was.

    A whole document stays one, a fragment comes back in a ``div``.
    """
    root = _parsed(_CONDITION.sub("", html))
    if root is None:
        return html
    body = root if root.tag == "div" else root.find("body")
    if body is not None:
        _drop_furniture(body)
        _unwrap_false_bold(body)
        _name_headings(body)
        _make_lists(body)
        _nest_lists(body)
        _name_emphasis(body)
    return str(tostring(root, encoding="unicode"))


def _parsed(html: str) -> HtmlElement | None:
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    source = html.encode("utf-8", "replace")
    try:
        if "<body" in html[:_SEARCHED_FOR_BODY].lower():
            root = document_fromstring(source, parser=parser)
        else:
            root = fragment_fromstring(source, create_parent="div", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    # Beyond a depth of 2,048 the parser stops reading, and the rest would be lost.
    cut = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return None if cut else root


def _drop_furniture(root: HtmlElement) -> None:
    """Take out what Word says to itself; an ``o:p`` holds only the space of an empty paragraph."""
    for element in list(root.iter("style", "xml", "meta", "link", "title")):
        element.drop_tree()
    for element in [one for one in root.iter() if isinstance(one.tag, str) and ":" in one.tag]:
        element.drop_tag()
    for element in [one for one in root.iter("span") if "mso-hide:all" in _style(one)]:
        element.drop_tree()


def _unwrap_false_bold(root: HtmlElement) -> None:
    for element in list(root.iter("b", "strong")):
        guid = str(element.get("id", "")).startswith("docs-internal-guid")
        if guid or _NOT_BOLD.search(_style(element)):
            element.drop_tag()


def _name_headings(root: HtmlElement) -> None:
    for paragraph in root.iter("p"):
        kind = str(paragraph.get("class", "")).casefold()
        if kind.startswith("msotitle"):
            paragraph.tag = "h1"
        elif kind.startswith("msosubtitle"):
            paragraph.tag = "h2"


def _make_lists(root: HtmlElement) -> None:
    """Gather neighbouring list paragraphs into lists, nested as their levels say."""
    open_lists: list[HtmlElement] = []
    last: HtmlElement | None = None
    for paragraph in [one for one in root.iter("p") if _LIST_LEVEL.search(_style(one))]:
        level = _level(paragraph)
        if last is None or not _follows(paragraph, last, open_lists):
            open_lists = []
        ordered = _take_marker(paragraph)
        last = _put_in_list(paragraph, open_lists, level, "ol" if ordered else "ul")


def _follows(paragraph: HtmlElement, last: HtmlElement, open_lists: list[HtmlElement]) -> bool:
    """Whether nothing stands between the list under way and this paragraph."""
    before = paragraph.getprevious()
    return before is not None and before is open_lists[0] and not (before.tail or "").strip()


def _put_in_list(
    paragraph: HtmlElement, open_lists: list[HtmlElement], level: int, kind: str
) -> HtmlElement:
    """Make the paragraph an item at its level; ``open_lists`` holds the list of each level."""
    del open_lists[level:]
    tail, paragraph.tail = paragraph.tail, None
    if not open_lists:
        top = paragraph.makeelement(kind)
        paragraph.addprevious(top)
        open_lists.append(top)
    while len(open_lists) < level and len(open_lists[-1]):
        inner = etree.SubElement(open_lists[-1][-1], kind)
        open_lists.append(inner)
    paragraph.tag = "li"
    paragraph.attrib.clear()
    open_lists[-1].append(paragraph)
    if tail and tail.strip():
        open_lists[0].tail = (open_lists[0].tail or "") + tail
    return paragraph


def _level(paragraph: HtmlElement) -> int:
    found = _LIST_LEVEL.search(_style(paragraph))
    return min(max(int(found[1]), 1), _MOST_DEEP) if found else 1


def _take_marker(paragraph: HtmlElement) -> bool:
    """Take the printed marker out; gives whether it was a number."""
    for span in list(paragraph.iter("span")):
        if "mso-list:ignore" in _style(span).replace(" ", "").lower():
            marker = " ".join(str(span.text_content()).split())
            span.drop_tree()
            return _NUMBER_MARKER.match(marker) is not None
    return False


def _nest_lists(root: HtmlElement) -> None:
    """Move a list that stands in a list beside its items into the item before it."""
    for inner in list(root.iter("ul", "ol")):
        parent, before = inner.getparent(), inner.getprevious()
        if parent is not None and parent.tag in ("ul", "ol") and before is not None:
            before.append(inner)


def _name_emphasis(root: HtmlElement) -> None:
    """Say bold, italic, raised and lowered by element where only the style says it."""
    for span in list(root.iter("span")):
        for name in _emphasis(_style(span)):
            _wrap_content(span, name)


def _emphasis(style: str) -> Iterable[str]:
    if _BOLD.search(style):
        yield "b"
    if _ITALIC.search(style):
        yield "i"
    if raised := _RAISED.search(style):
        yield "sup" if raised[1].lower() == "super" else "sub"


def _wrap_content(element: HtmlElement, name: str) -> None:
    inner = element.makeelement(name)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)


def _style(element: HtmlElement) -> str:
    return str(element.get("style", ""))[:4000]
