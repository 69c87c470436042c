"""The blocks of a page's main part that cleaning left out, each with its reason and place.

Menus and footers far from the article are not told one by one: nobody wants them back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.cleaning.boilerplate import boilerplate_reason
from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.lineage import Family, Lineage
from desktop_app.cleaning.page_blocks import PageBlock
from desktop_app.cleaning.shingles import words_of
from desktop_app.core.article import RemovedBlock

MAX_REMOVED = 200
#: How many blocks before the first and after the last kept one are told.
_BEFORE, _AFTER = 12, 40
_MAX_TEXT = 2_000
_SHORT_LINE = 160
#: What a block's surroundings are called, and the reason that is.
_REASONS_BY_NAME = {
    "caption": "caption",
    "letter": "newsletter",
    "comment": "comment",
    "share": "share line",
    "byline": "byline",
    "advert": "advertisement",
    "related": "related",
    "tags": "page furniture",
    "chrome": "page furniture",
}
#: Names further up than this say nothing of the block.
_NEAR = 4
#: A caption stands right in its figure.
_IN_FIGURE = 3


@dataclass(frozen=True, slots=True)
class LeftOutBlock:
    """A block of the page (by index) that isn't in the article, and why."""

    index: int
    text: str
    reason: str


def left_out(
    blocks: Sequence[PageBlock],
    kept: Sequence[int],
    titles: Sequence[str],
    subtitle: str | None = None,
) -> tuple[LeftOutBlock, ...]:
    """What wasn't kept, from a little before the first kept block to a little after the last.

    Blocks that say one of ``titles`` or the ``subtitle`` are kept as fields, which is their reason.

    Reads the page's tree, so it must be asked before the article is taken out of it.
    """
    if not kept:
        return ()
    chosen, family = set(kept), Family()
    fields = {_key(title): "headline" for title in titles if title}
    if subtitle:
        fields[_key(subtitle)] = "standfirst"
    near = blocks[max(0, kept[0] - _BEFORE) : kept[-1] + _AFTER]
    left = [block for block in near if block.index not in chosen][:MAX_REMOVED]
    return tuple(
        LeftOutBlock(block.index, block.text[:_MAX_TEXT], _reason(block, fields, family))
        for block in left
    )


def placed(left: Sequence[LeftOutBlock], places: Mapping[int, int]) -> tuple[RemovedBlock, ...]:
    """Each block with the number of the article's blocks above it.

    ``places`` tells for every kept block of the page which of the article's blocks it became.
    """
    kept = sorted(places)
    removed, at, above = [], 0, 0
    for block in left:
        while at < len(kept) and kept[at] < block.index:
            above = places[kept[at]] + 1
            at += 1
        removed.append(RemovedBlock(block.text, block.reason, above))
    return tuple(removed)


def _reason(block: PageBlock, fields: Mapping[str, str], family: Family) -> str:
    text, lineage = block.text, family.of(block.element)
    told = fields.get(_key(text)) or boilerplate_reason(text)
    if told:
        return told
    if (
        lineage.steps_to_tag("figcaption") < _IN_FIGURE
        or lineage.steps_to_tag("figure") < _IN_FIGURE
    ):
        return "caption"
    if len(text) < _SHORT_LINE and opens_byline(text):
        return "byline"
    if is_date_line(text):
        return "date line"
    if _is_linked(block):
        return "teaser" if len(words_of(text)) > 3 else "menu"
    return _reason_by_name(lineage)


def _reason_by_name(lineage: Lineage) -> str:
    steps, name = min((lineage.steps_to_name(name), name) for name in _REASONS_BY_NAME)
    return _REASONS_BY_NAME[name] if steps < _NEAR else "other"


def _is_linked(block: PageBlock) -> bool:
    """Whether the block is little more than links, or stands in one."""
    inside = sum(len("".join(link.itertext()).strip()) for link in block.element.iter("a"))
    within = any(node.tag == "a" for node in block.element.iterancestors())
    return within or inside > 0.7 * len(block.text)


def _key(text: str) -> str:
    return " ".join(words_of(text.casefold()))
