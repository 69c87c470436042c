"""Inline markup that says something which plain text would lose, written out as characters.

Superscripts and subscripts, marks of footnotes, short quotations and pictures of emoji. Works on
one block that the article keeps; what the judge sees stays as the page has it.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SIGNS = {"TM": "™", "SM": "℠", "(R)": "®"}
_RAISABLE = re.compile(r"[0-9+\-−=()ni]{1,12}")
_LOWERABLE = re.compile(r"[0-9+\-−=()]{1,12}")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?:\s{0,2}[,;]\s{0,2}\d{1,3}){0,5}")
#: What a raised number is a power of: a number, a bracket, a unit or a variable.
_POWER_OF = re.compile(r"(?:[\d)\]%‰°µ]|(?<![^\W\d_])[^\W\d_]{1,2})$")
_NOTE_NAMES = re.compile(r"footnote|fnref|endnote|noteref|reference|cite", re.IGNORECASE)
_UNSEEN = re.compile(r"(?:^|[\s_-])(?:sr-only|screen-reader-text|visually-?hidden)(?:$|\s)")
_EMOJI_NAMES = re.compile(r"emoji|smil(?:ey|ie)", re.IGNORECASE)
#: Links beside a heading that lead to the heading itself.
_ANCHOR_MARKS = frozenset(("#", "¶", "§", "🔗", "∞", "link", "permalink"))
_BACK_MARKS = frozenset(("↩", "↩︎", "↵", "⤴", "⏎", "⬑", "↑", "^"))
#: A block with more elements than this keeps the rest as it is.
_MAX_NODES = 3_000
_MAX_EMOJI = 12


def mend_inline(block: HtmlElement) -> None:
    """Write out what the block's inline elements mean; the elements themselves may go."""
    if not len(block):
        return
    is_heading = block.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
    for node in list(islice(block.iterdescendants(), _MAX_NODES)):
        if node.tag == "sup":
            _raise(node)
        elif node.tag == "sub":
            _rewrite(node, _LOWERABLE, _LOWERED)
        elif node.tag == "q":
            node.text = f"“{node.text or ''}"
            _append_inside(node, "”")
        elif node.tag == "img" and _is_emoji(node):
            _replace(node, (node.get("alt") or "")[:_MAX_EMOJI])
        elif _says_nothing(node, is_heading):
            _replace(node, "")


def raised(text: str) -> str | None:
    """The text in superscript characters, or None where there are none for it."""
    return text.translate(_RAISED) if _RAISABLE.fullmatch(text) else None


def lowered(text: str) -> str | None:
    """The text in subscript characters, or None where there are none for it."""
    return text.translate(_LOWERED) if _LOWERABLE.fullmatch(text) else None


def _raise(node: HtmlElement) -> None:
    text = "".join(node.itertext()).strip()
    if text in _SIGNS:
        _replace(node, _SIGNS[text])
    elif _is_note_mark(node, text):
        _replace(node, f"[{text}]")
    else:
        _rewrite(node, _RAISABLE, _RAISED)


def _is_note_mark(node: HtmlElement, text: str) -> bool:
    """Whether the raised number points to a note and isn't a power."""
    if not _NOTE_NUMBER.fullmatch(text):
        return False
    if any((link.get("href") or "").lstrip().startswith("#") for link in node.iter("a")):
        return True
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(_NOTE_NAMES.search(names[:300])) or not _POWER_OF.search(_text_before(node))


def _text_before(node: HtmlElement) -> str:
    previous = node.getprevious()
    if previous is not None:
        return (previous.tail or "".join(previous.itertext()))[-8:]
    parent = node.getparent()
    return ((parent.text if parent is not None else None) or "")[-8:]


def _rewrite(node: HtmlElement, fitting: re.Pattern[str], letters: dict[int, int]) -> None:
    text = "".join(node.itertext()).strip()
    if fitting.fullmatch(text):
        _replace(node, text.translate(letters))


def _is_emoji(image: HtmlElement) -> bool:
    alt = (image.get("alt") or "").strip()
    if not alt or len(alt) > _MAX_EMOJI or alt.isascii():
        return False
    return bool(_EMOJI_NAMES.search(f"{image.get('class') or ''} {image.get('src') or ''}"[:600]))


def _says_nothing(node: HtmlElement, in_heading: bool) -> bool:
    """Whether it is said to screen readers only, or is a link from a place to itself."""
    if node.tag == "span":
        return bool(_UNSEEN.search((node.get("class") or "")[:300]))
    return node.tag == "a" and _is_way_back(node, in_heading)


def _is_way_back(link: HtmlElement, in_heading: bool) -> bool:
    """Whether the link leads a note back to its mark, or a heading to itself."""
    text = "".join(link.itertext()).strip().lower()
    marks = _ANCHOR_MARKS if in_heading else _BACK_MARKS
    return text in marks and "#" in (link.get("href") or "")


def _append_inside(node: HtmlElement, text: str) -> None:
    if len(node):
        node[-1].tail = f"{node[-1].tail or ''}{text}"
    else:
        node.text = f"{node.text or ''}{text}"


def _replace(node: HtmlElement, text: str) -> None:
    """Put plain text where the element was."""
    node.tail = f"{text}{node.tail or ''}"
    for child in list(node):
        node.remove(child)
    node.text = None
    node.drop_tag()
