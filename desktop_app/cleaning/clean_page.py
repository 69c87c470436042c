"""From a page's bytes to a clean article.

Only the order of the work stands here; each step has a module of its own.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from lxml.html import HtmlElement

from desktop_app.cleaning.agency_credit import AgencyCredit, credit_at_end, cut_from_end
from desktop_app.cleaning.article_fragment import article_fragment
from desktop_app.cleaning.block_features import PageFacts
from desktop_app.cleaning.choose_body import choose_body
from desktop_app.cleaning.choose_long_body import choose_long_body
from desktop_app.cleaning.formulas import write_formulas
from desktop_app.cleaning.html_tree import ParsedPage, parse_page
from desktop_app.cleaning.left_out import LeftOutBlock, left_out, placed
from desktop_app.cleaning.long_series import Gap, find_gaps
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.mend_choice import mended
from desktop_app.cleaning.mojibake import mend_mojibake
from desktop_app.cleaning.page_blocks import PageBlock, page_blocks
from desktop_app.cleaning.page_metadata import ToldFacts, page_metadata, told_facts
from desktop_app.cleaning.page_subtitle import find_subtitle
from desktop_app.cleaning.page_warnings import PageSigns, page_warnings
from desktop_app.cleaning.second_opinions import SecondOpinions, second_opinions
from desktop_app.cleaning.shadow_roots import show_shadow_roots
from desktop_app.cleaning.streamed_page import with_streamed_text
from desktop_app.cleaning.to_markdown import markdown_blocks
from desktop_app.cleaning.told_body import told_body
from desktop_app.core.article import CleanArticle, Provenance, RawCapture, RemovedBlock

#: Bytes of a page that are read; more is no article.
MAX_BYTES = 64 * 2**20
#: The fields are looked for among so many blocks: who wrote a book stands at its beginning.
_HEAD_BLOCKS = 2_000


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page read whole: its blocks, what is known of it, and the tree before it was changed.

    ``gaps`` are the middles of series too long for the judge; with them no opinions were asked.
    """

    parsed: ParsedPage
    told: ToldFacts
    facts: PageFacts
    whole: HtmlElement
    blocks: list[PageBlock]
    gaps: tuple[Gap, ...] = ()


def read_page(source: str, url: str | None, today: str | None) -> PageReading:
    """Parse a page and ask the second opinions; which blocks are the article is not decided."""
    parsed = parse_page(source)
    show_shadow_roots(parsed.root)
    parsed = with_streamed_text(parsed)
    write_formulas(parsed.root)
    told = told_facts(parsed, url, today)
    whole = copy.deepcopy(parsed.root)
    blocks = page_blocks(parsed.root)
    gaps = find_gaps(blocks)
    opinions = SecondOpinions() if gaps else second_opinions(whole, len(parsed.source))
    facts = PageFacts(
        (*told.titles[:2], *told.head.headings[:3]),
        told.description,
        (opinions.resiliparse, opinions.readability),
    )
    return PageReading(parsed, told, facts, whole, blocks, gaps)


def clean_page(page: RawCapture, *, today: str | None) -> CleanArticle:
    """The article on an HTML page, its metadata with provenance, what was left out, warnings."""
    source = page.content[:MAX_BYTES].decode(page.charset or "utf-8", "replace")
    reading = read_page(mend_mojibake(source), page.url, today)
    blocks, told = reading.blocks, reading.told
    metadata = page_metadata(told, reading.whole, blocks[:_HEAD_BLOCKS])
    kept = mended(blocks, _chosen(reading), metadata.title)
    credit = credit_at_end(blocks, kept)
    if credit and credit.is_whole_block:
        kept = tuple(index for index in kept if index != credit.index)
    subtitle = find_subtitle(blocks, kept, metadata.title, told.description)
    titles = (metadata.title or "", *told.head.headings)
    left = left_out(blocks, kept, titles, subtitle[0] if subtitle else None)
    told_left = _with_credit(left, credit)
    warnings = page_warnings(_signs(reading, kept, page.url))
    if credit and not credit.is_whole_block:
        cut_from_end(blocks[credit.index].element, credit.text)
    base = told.head.base or page.url
    markdown, removed = _body(reading.parsed, blocks, kept, told_left, base)
    unseen = told_body(markdown, reading.parsed, told, base)
    markdown = markdown if unseen is None else unseen
    text = plain_text(markdown)
    provenance = dict(metadata.provenance)
    if credit and not metadata.agency:
        provenance["agency"] = Provenance("text", 0.8)
    if subtitle:
        provenance["subtitle"] = subtitle[1]
    if page.url:
        provenance["url"] = Provenance("http" if page.headers else "user", 1.0)
    return CleanArticle(
        markdown=markdown,
        text=text,
        title=metadata.title,
        subtitle=subtitle[0] if subtitle else None,
        authors=metadata.authors,
        publisher=metadata.publisher,
        agency=metadata.agency or (credit.agency if credit else None),
        language=metadata.language,
        url=page.url,
        canonical_url=metadata.canonical_url,
        published=metadata.published,
        modified=metadata.modified,
        provenance=MappingProxyType(provenance),
        removed=removed if unseen is None else (),
        warnings=warnings if unseen is None else (),
    )


def _chosen(reading: PageReading) -> tuple[int, ...]:
    if reading.gaps:
        return choose_long_body(reading.blocks, reading.facts, reading.gaps)
    return choose_body(reading.blocks, reading.facts)


def _signs(reading: PageReading, kept: Sequence[int], url: str | None) -> PageSigns:
    """What the page's warnings are told from."""
    head = reading.told.head
    return PageSigns(
        reading.parsed,
        reading.blocks,
        kept,
        titles=(head.title, *head.headings[:3]),
        url=url,
        tier=head.first("article:content_tier", "content_tier", "cxenseparse:tier") or "",
        told_body=reading.told.body,
        opinions=() if reading.gaps else reading.facts.opinions,
        says_article=head.first("og:type") == "article" or bool(reading.told.data),
    )


def _body(
    parsed: ParsedPage,
    blocks: Sequence[PageBlock],
    kept: Sequence[int],
    left: Sequence[LeftOutBlock],
    base: str | None,
) -> tuple[str, tuple[RemovedBlock, ...]]:
    """The kept blocks as Markdown, and the others with their places in it."""
    body = parsed.root.find("body")
    fragment = article_fragment(parsed.root if body is None else body, blocks, kept, base)
    written = markdown_blocks(fragment.htmls())
    places: dict[int, int] = {}
    above = 0
    for holds, block in zip(fragment.holds, written, strict=True):
        places.update(dict.fromkeys(holds, above + max(0, block.blocks - 1)))
        above += block.blocks
    markdown = "\n\n".join(block.markdown for block in written if block.markdown)
    return markdown, placed(left, places)


def _with_credit(
    left: Sequence[LeftOutBlock], credit: AgencyCredit | None
) -> Sequence[LeftOutBlock]:
    """The blocks left out, and among them the agency's credit."""
    if credit is None:
        return left
    others = [block for block in left if block.index != credit.index]
    # Of a block that stays only the end is cut off, which then comes right after it.
    place = credit.index if credit.is_whole_block else credit.index + 1
    cut = LeftOutBlock(place, credit.text, "agency credit")
    return sorted([*others, cut], key=lambda block: block.index)
