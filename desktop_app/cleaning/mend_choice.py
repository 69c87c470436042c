"""What the judge's choice of blocks needs to be whole: notes, attributions, no repetitions.

The judge looks at blocks; here it is seen which of them belong together. Each rule says what it
knows of how articles are written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from desktop_app.cleaning.boilerplate import boilerplate_reason, opens_tail
from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.page_blocks import HEADINGS, PageBlock
from desktop_app.cleaning.page_images import is_picture_table
from desktop_app.cleaning.shingles import words_of

_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§]{1,2})[\])]?", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright).{0,20}(?:19|20)\d\d", re.IGNORECASE)
_MAX_NOTES = 300
_MAX_PAGE_LINE = 40
_PAGE_REASONS = frozenset({"reading time", "share line", "advertisement"})
#: Items, cells and headings are left alone: “Facebook” may be one of several things told.
_PLAIN_TAGS = frozenset({"p", "div", "span", "section", "aside"})
_FEW_NOTES, _NOTES_SHARE = 8, 0.3
_CODE_SHARE = 0.15
_MAX_TIME, _SEVERAL_POSTS = 40, 3
_MAX_LINE, _MAX_ATTRIBUTION = 120, 200
#: Among so many blocks at the article's beginning the headline and the byline may be repeated.
_AT_THE_TOP = 3
_MOST_OF_A_LIST = 0.4


def mended(blocks: Sequence[PageBlock], kept: Sequence[int], title: str | None) -> tuple[int, ...]:
    """The chosen blocks (by index), with what belongs to them and without what repeats them."""
    if not kept:
        return ()
    chosen = set(kept)
    chosen -= _repeated_at_the_top(blocks, kept, title)
    chosen |= _notes(blocks, chosen) | _attributions(blocks, chosen)
    chosen |= _rest_of_lists(blocks, chosen)
    chosen |= _times_of_posts(blocks, chosen) | _code_between(blocks, chosen)
    chosen |= _headings_between(blocks, chosen, _key(title or ""))
    chosen -= _captions_in_tables(blocks, chosen) | _colophon(blocks, chosen)
    chosen -= _page_lines(blocks, chosen)
    return tuple(sorted(chosen))


def _repeated_at_the_top(
    blocks: Sequence[PageBlock], kept: Sequence[int], title: str | None
) -> set[int]:
    """The headline, which is a field, what stands above it, and who wrote it when."""
    key = _key(title or "")
    found: set[int] = set()
    above: list[int] = []
    for index in kept[:_AT_THE_TOP]:
        block = blocks[index]
        is_title = bool(key) and _key(block.text) == key
        headline = is_title and (block.element.tag in HEADINGS or index == kept[0])
        if headline:
            found.update(above)
        if headline or (_is_bare_line(block.text) and _says_who_and_when(block.text)):
            found.add(index)
        if _is_bare_line(block.text):
            above.append(index)
    return found if len(found) < len(kept) else set()


def _is_bare_line(text: str) -> bool:
    return len(text) <= _MAX_LINE and not text.endswith((".", "!", "?", ":"))


def _says_who_and_when(text: str) -> bool:
    return opens_byline(text) or is_date_line(text)


def _page_lines(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """Lines that are the page's whatever stands around them: “3 min read”, “Advertisement”."""
    found = {
        index
        for index in chosen
        if len(text := blocks[index].text) <= _MAX_PAGE_LINE
        and blocks[index].element.tag in _PLAIN_TAGS
        and boilerplate_reason(text) in _PAGE_REASONS
    }
    return found if len(found) < len(chosen) else set()


def _notes(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """The notes that marks in the text lead to."""
    targets: set[str] = set()
    for index in chosen:
        for link in blocks[index].element.iter("a"):
            href = (link.get("href") or "").strip()
            if href.startswith("#") and _NOTE_MARK.fullmatch("".join(link.itertext()).strip()):
                targets.add(href[1:])
    if not targets or len(targets) > _MAX_NOTES:
        return set()
    notes = [
        block for block in blocks if block.index not in chosen and _targets(block.element) & targets
    ]
    text = sum(len(words_of(blocks[index].text)) for index in chosen)
    words = sum(len(words_of(block.text)) for block in notes)
    if len(notes) > _FEW_NOTES or words > _NOTES_SHARE * text:
        return set()  # a list of literature, which stands beside an article
    return {block.index for block in notes}


def _targets(element: HtmlElement) -> set[str]:
    """The names by which a note can be reached: its own, its anchor's, its list item's."""
    nodes = [element, *element.iter("a", "span", "sup")]
    parent = element.getparent()
    while (
        parent is not None and parent.tag in ("li", "dd", "div", "p", "aside") and len(nodes) < 99
    ):
        nodes.append(parent)
        if parent.tag != "p" or len(parent) > 2:
            break
        parent = parent.getparent()
    return {name for node in nodes for name in (node.get("id"), node.get("name")) if name}


def _attributions(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """Who said it, below a quotation that is kept."""
    quotes = {
        quote for index in chosen for quote in blocks[index].element.iterancestors("blockquote")
    }
    if not quotes:
        return set()
    return {
        block.index
        for block in blocks
        if block.index not in chosen
        and len(block.text) <= _MAX_ATTRIBUTION
        and any(node in quotes for node in block.element.iterancestors("blockquote"))
        and _is_attribution(block.element)
    }


def _is_attribution(element: HtmlElement) -> bool:
    around = [element, *list(element.iterancestors())[:3]]
    return any(node.tag in ("cite", "footer", "figcaption") for node in around) or (
        next(element.iter("cite"), None) is not None
    )


def _times_of_posts(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """When each post of a live blog was written: times that open several kept posts."""
    first, last = min(chosen), max(chosen)
    times = {
        block.index
        for block in blocks[max(first - 2, 0) : last]
        if len(block.text) <= _MAX_TIME
        and not chosen.isdisjoint((block.index + 1, block.index + 2))
        and _is_time(block.element)
    }
    return times if len(times) >= _SEVERAL_POSTS else set()


def _is_time(element: HtmlElement) -> bool:
    inside = next(element.iter("time"), None)
    return inside is not None or next(element.iterancestors("time"), None) is not None


def _code_between(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """Preformatted text with kept text on both sides, where it is no large part of the whole."""
    found = [
        block
        for block in blocks
        if block.element.tag == "pre"
        and block.index not in chosen
        and {block.index - 1, block.index + 1} <= chosen
    ]
    words = sum(len(words_of(block.text)) for block in found)
    text = sum(len(words_of(blocks[index].text)) for index in chosen)
    return {block.index for block in found} if words <= _CODE_SHARE * text else set()


def _headings_between(blocks: Sequence[PageBlock], chosen: set[int], title: str) -> set[int]:
    """A heading with the article's text right before and right after it."""
    return {
        block.index
        for block in blocks
        if block.element.tag in HEADINGS
        and block.index not in chosen
        and {block.index - 1, block.index + 1} <= chosen
        and blocks[block.index + 1].element.tag not in HEADINGS
        and _key(block.text) != title
        and boilerplate_reason(block.text) is None
        and not opens_tail(block.text)
        and next(block.element.iter("a"), None) is None
    }


def _rest_of_lists(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """The other items of a list of which most is kept."""
    lists: dict[HtmlElement, list[PageBlock]] = {}
    for block in blocks:
        item = block.element if block.element.tag == "li" else block.element.getparent()
        if item is not None and item.tag == "li" and item.getparent() is not None:
            lists.setdefault(item.getparent(), []).append(block)
    found: set[int] = set()
    for items in lists.values():
        left = [block for block in items if block.index not in chosen]
        words = sum(len(words_of(block.text)) for block in items)
        kept_words = words - sum(len(words_of(block.text)) for block in left)
        if left and kept_words >= _MOST_OF_A_LIST * words and not any(map(_is_furniture, left)):
            found.update(block.index for block in left)
    return found


def _is_furniture(block: PageBlock) -> bool:
    linked = sum(len("".join(link.itertext())) for link in block.element.iter("a"))
    return boilerplate_reason(block.text) is not None or linked > 0.7 * len(block.text)


def _captions_in_tables(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """What stands below a picture in a small table that only sets the two together."""
    around = {index: next(blocks[index].element.iterancestors("table"), None) for index in chosen}
    small = {table for table in around.values() if table is not None and is_picture_table(table)}
    return {index for index, table in around.items() if table in small}


def _colophon(blocks: Sequence[PageBlock], chosen: set[int]) -> set[int]:
    """A last line that says where the page stands, as printed pages have it."""
    last = max(chosen, default=-1)
    if last < 0 or len(chosen) < _AT_THE_TOP:
        return set()
    text = blocks[last].text
    says_where = len(text) <= 2 * _MAX_LINE and "://" in text and _RIGHTS.search(text)
    return {last} if says_where else set()


def _key(text: str) -> str:
    return " ".join(words_of(text.casefold()))
