"""A page's source as a bounded tree that is safe to walk; nothing of what it means.

Hostile pages are cut down before the parser sees them: comments and scripts are taken out first,
only so many characters and tags are read, and what nests deeper than any real page is flattened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

#: Pages longer than this (in characters, after comments and scripts are gone) are cut off.
MAX_CHARACTERS = 8 * 2**20
#: Pages with more tags than this are cut off.
MAX_TAGS = 120_000
#: The longest data script that is read, and how many.
MAX_SCRIPT, MAX_SCRIPTS = 2**20, 60
#: How much is read of what a page streams into itself by any number of scripts, in characters.
MAX_STREAMED = 8 * 2**20

_HIDDEN_PART = re.compile(r"<!--|<(script|style|svg)(?=[\s>/])", re.IGNORECASE)
_CLOSING = {
    name: re.compile(rf"</{name}(?=[\s>/])[^>]{{0,200}}>", re.IGNORECASE)
    for name in ("script", "style", "svg")
}
_STATE = re.compile(
    r"\s{0,200}(?:(?:var|let|const)\s{1,9}|(?:window|self|globalThis)\s{0,9}[.\[])[\"']?[\w$.]{2,60}[\"'\]]{0,2}"
    r"\s{0,9}=\s{0,9}(?=[\[{]|JSON\.parse)"
)
_FORMULA_SCRIPT = re.compile(r"math/(?:tex|latex)", re.IGNORECASE)
#: Characters that tell where a word may be broken, and nothing to a reader; also as references.
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
#: Control characters and the like come by reference too, and lxml refuses to write them again.
_UNSEEN_REFERENCE = re.compile(
    "&(?:(?:shy|ZeroWidthSpace|NoBreak);"
    "|#0{0,5}(?:[0-8]|1[124-9]|2[0-9]|3[01]|127|173|8203|8288|65279|6553[45])(?:;|(?![0-9]))"
    "|#[xX]0{0,5}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]|[aA][dD]|200[bB]|2060|[fF][eE][fF][fF]"
    "|[fF]{3}[eEfF])(?:;|(?![0-9a-fA-F])))"
)
_STREAMED = re.compile(r"\s{0,200}\(?\s{0,9}(?:self|window|globalThis)\.__next_f\b")
_DATA_SCRIPT = re.compile(r"ld\+json|__NEXT_DATA__|application/json", re.IGNORECASE)
# Every tag that may nest without end; without them the rest of the page is flat.
_NESTING_TAG = re.compile(
    r"<(/?+)(?!(?:p|h[1-6]|br|img|meta|link|base|title|head|html|body)[\s>/])[^<>]*>", re.I
)
# What a head may hold, https://html.spec.whatwg.org/#parsing-main-inhead; all else begins the body.
_OF_HEAD = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style")
) | {"template", "title"}
#: More blanks in a row mean nothing, and patterns that look for them slow down with their square.
MAX_BLANKS = 200
_BLANKS = re.compile(rf"([^\S\n](?<![^\S\n]{{2}})[^\S\n]{{{MAX_BLANKS - 1}}})[^\S\n]+")
#: Where a page has so many blanks in a row, each so manieth of its characters is one as often.
_EVERY = 20
_MAYBE_BLANKS = re.compile(rf"[^\S\n]{{{MAX_BLANKS // _EVERY}}}")
#: The columns or rows that a cell may span, and all cells of a page together.
_MAX_SPAN, _MAX_SPANNED = 30, 1_000
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r")) + b"\x7f"
_NO_CHARACTERS = "\ufffe\uffff"
#: One class for all elements: lxml.html asks in Python for each, again whenever one is looked at.
_ELEMENTS = etree.ElementDefaultClassLookup(
    element=HtmlElement,
    comment=lxml_html.HtmlComment,
    pi=lxml_html.HtmlProcessingInstruction,
    entity=lxml_html.HtmlEntity,
)
_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,200}\?>")
_EMPTY = "<html><body></body></html>"


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page's tree, the source it was read from, the data scripts (each with its opening tag).

    ``streamed`` are the scripts, one below the other, by which the page gives itself its content
    piece by piece. ``cut`` tells that the page was too long to be read whole.
    """

    root: HtmlElement
    source: str = ""
    data_scripts: tuple[tuple[str, str], ...] = ()
    streamed: str = ""
    cut: bool = False


def parse_page(source: str) -> ParsedPage:
    """The tree of the page without scripts, styles, drawings and comments; never raises."""
    source = source.removeprefix("\ufeff")
    declaration = _DECLARATION.match(source)
    bare, scripts, streamed = _without_hidden_parts(
        source[declaration.end() :] if declaration else source
    )
    bare = _shortened(_text_only(bare))
    end = _reading_limit(bare)
    root, too_deep = _parse(bare[:end])
    if too_deep:
        root, _ = _parse(_NESTING_TAG.sub(r"<\1p>", bare[:end]))
    return ParsedPage(root, bare[:end], tuple(scripts), streamed, cut=end < len(bare))


def elements_at(path: etree.XPath, root: HtmlElement) -> list[HtmlElement]:
    """The elements that the path leads to, in page order; many times as fast as a look at each."""
    return cast("list[HtmlElement]", path(root))


def _text_only(source: str) -> str:
    """The source without what no reader sees. Bytes and plain replacing spare it a slow pattern."""
    text = source.encode("utf-8", "ignore").translate(None, _CONTROLS).decode("utf-8")
    for character in _NO_CHARACTERS + _UNSEEN:
        text = text.replace(character, "")
    return _UNSEEN_REFERENCE.sub("", text)


def _shortened(source: str) -> str:
    """The source without long runs of blanks, which are looked for only if there may be any."""
    return _BLANKS.sub(r"\1", source) if _MAYBE_BLANKS.search(source[::_EVERY]) else source


def is_streamed(script: str) -> bool:
    """Whether the script gives the page a piece of its content (Next.js and its like)."""
    return _STREAMED.match(script) is not None


def _parse(source: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser gave up on its depth."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        root = lxml_html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (ParserError, ValueError):
        root = lxml_html.document_fromstring(_EMPTY)
    too_deep = any("depth" in entry.message for entry in parser.error_log[-3:])
    _move_out_of_head(root)
    _shorten_blanks(root)
    _narrow_spans(root)
    return root, too_deep


def _move_out_of_head(root: HtmlElement) -> None:
    """Put what a page shows into its body.

    The parser, which is older than HTML 5, leaves ``article`` and the like in a head that is never
    closed, though both tags of it and those of the body may be left out.
    """
    head, body = root.find("head"), root.find("body")
    if head is None or all(child.tag in _OF_HEAD for child in head):
        return
    if body is None:
        body = etree.SubElement(root, "body")
    shown = [child for child in head if child.tag not in _OF_HEAD]
    before, body.text = body.text, None
    body[:0] = shown
    shown[-1].tail = f"{shown[-1].tail or ''}{before or ''}"


def _narrow_spans(root: HtmlElement) -> None:
    """Let no cell span more columns or rows than one in print, nor all together too many.

    Readers of tables write an empty cell for each place spanned, row after row.
    """
    room = _MAX_SPANNED
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            given = cell.get(name)
            if given is None:
                continue
            fits = (
                given.isascii() and given.isdigit() and len(given) < 3 and int(given) <= _MAX_SPAN
            )
            room -= int(given) if fits else 0
            if not fits or room < 0:
                cell.attrib.pop(name)


def _shorten_blanks(root: HtmlElement) -> None:
    """Shorten the runs of blanks that were written as character references."""
    for element in root.iter():
        if element.text and len(element.text) > MAX_BLANKS:
            element.text = _BLANKS.sub(r"\1", element.text)
        if element.tail and len(element.tail) > MAX_BLANKS:
            element.tail = _BLANKS.sub(r"\1", element.tail)


def _reading_limit(source: str) -> int:
    """Where to stop reading: at MAX_CHARACTERS or before tag MAX_TAGS."""
    limit = min(len(source), MAX_CHARACTERS)
    if source.count("<", 0, limit) <= MAX_TAGS:
        return limit
    position = -1
    for _ in range(MAX_TAGS):
        position = source.find("<", position + 1)
    return position


def _without_hidden_parts(source: str) -> tuple[str, list[tuple[str, str]], str]:
    """The source as it is shown, the scripts that hold data, those that stream the page."""
    kept: list[str] = []
    scripts: list[tuple[str, str]] = []
    streamed: list[str] = []
    room = MAX_STREAMED
    unclosed: set[str] = set()
    position = 0
    while match := _HIDDEN_PART.search(source, position):
        kept.append(source[position : match.start()])
        name = match[1].lower() if match[1] else None
        if name is None:
            end = source.find("-->", match.end())
            position = len(source) if end < 0 else end + 3
            continue
        opening_end = source.find(">", match.end()) + 1 or len(source)
        closing = None if name in unclosed else _CLOSING[name].search(source, opening_end)
        if closing is None:
            # Never closed: only the tag itself is dropped, so that the page isn't lost with it.
            unclosed.add(name)
            position = opening_end
            continue
        opening = source[match.start() : opening_end][:500]
        if name == "script":
            script = source[opening_end : min(closing.start(), opening_end + MAX_SCRIPT)]
            if _FORMULA_SCRIPT.search(opening):
                kept.append(f"<code>{script.replace('<', '&lt;')}</code>")
            elif is_streamed(script):
                streamed.append(script[: max(room, 0)])
                room -= len(script)
            elif len(scripts) < MAX_SCRIPTS and (
                _DATA_SCRIPT.search(opening) or _STATE.match(script)
            ):
                scripts.append((opening, script))
        position = closing.end()
    kept.append(source[position:])
    return "".join(kept), scripts, "\n".join(streamed)
