"""The standfirst of a page: the line under the headline that is no part of the text."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.cleaning.boilerplate import boilerplate_reason
from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.lineage import Family
from desktop_app.cleaning.page_blocks import PageBlock
from desktop_app.cleaning.page_metadata import title_index
from desktop_app.cleaning.shingles import words_of
from desktop_app.core.article import Provenance

_MIN_WORDS, _MAX_CHARACTERS = 5, 500
#: How many blocks below the headline a standfirst may stand, and how near its name.
_BELOW, _NEAR = 6, 2
#: What stands so near in a figure is its caption.
_IN_FIGURE = 4


def find_subtitle(
    blocks: Sequence[PageBlock], kept: Sequence[int], title: str | None, description: str
) -> tuple[str, Provenance] | None:
    """The standfirst and where it came from; None where nothing is marked as one."""
    start = title_index(blocks, title) + 1
    first_kept = kept[0] if kept else len(blocks)
    family, known = Family(), set(words_of(description.casefold()))
    for block in blocks[start : min(start + _BELOW, max(first_kept, start))]:
        if not _may_be(block):
            continue
        lineage = family.of(block.element)
        if lineage.steps_to_tag("figure") <= _IN_FIGURE:
            continue
        if lineage.steps_to_name("summary") <= _NEAR:
            return block.text, Provenance("html", 0.85)
        own = set(words_of(block.text.casefold()))
        if known and len(own & known) > 0.8 * max(len(own), 1):
            return block.text, Provenance("html", 0.8)
        if block.index == start and block.element.tag in ("h2", "h3"):
            return block.text, Provenance("html", 0.6)
    return None


def _may_be(block: PageBlock) -> bool:
    text = block.text
    return (
        len(text) <= _MAX_CHARACTERS
        and len(words_of(text)) >= _MIN_WORDS
        and not opens_byline(text)
        and not is_date_line(text)
        and boilerplate_reason(text) is None
    )
