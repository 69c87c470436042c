"""From a page's bytes to a clean article.

Only the order of the work stands here; each step has a module of its own.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from lxml.html import HtmlElement

from desktop_app.cleaning.article_fragment import article_fragment
from desktop_app.cleaning.block_features import PageFacts
from desktop_app.cleaning.choose_body import choose_body
from desktop_app.cleaning.html_tree import ParsedPage, parse_page
from desktop_app.cleaning.left_out import LeftOutBlock, left_out, placed
from desktop_app.cleaning.markdown_text import markdown_paragraphs, plain_text
from desktop_app.cleaning.page_blocks import PageBlock, page_blocks
from desktop_app.cleaning.page_metadata import ToldFacts, page_metadata, told_facts
from desktop_app.cleaning.page_subtitle import find_subtitle
from desktop_app.cleaning.page_warnings import PageSigns, page_warnings
from desktop_app.cleaning.second_opinions import second_opinions
from desktop_app.cleaning.to_markdown import markdown_blocks
from desktop_app.core.article import CleanArticle, Provenance, RawCapture, RemovedBlock

#: Bytes of a page that are read; more is no article.
MAX_BYTES = 64 * 2**20
#: With fewer words than this on the page, the article told in its data is taken instead.
_SCARCE_WORDS = 60


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page read whole: its blocks, what is known of it, and the tree before it was changed."""

    parsed: ParsedPage
    told: ToldFacts
    facts: PageFacts
    whole: HtmlElement
    blocks: list[PageBlock]


def read_page(source: str, url: str | None, today: str | None) -> PageReading:
    """Parse a page and ask the second opinions; which blocks are the article is not decided."""
    parsed = parse_page(source)
    told = told_facts(parsed, url, today)
    opinions = second_opinions(parsed.root, parsed.source, url)
    whole = copy.deepcopy(parsed.root)
    facts = PageFacts(
        (*told.titles[:2], *told.head.headings[:3]),
        told.description,
        (opinions.trafilatura, opinions.readability),
    )
    return PageReading(parsed, told, facts, whole, page_blocks(parsed.root))


def clean_page(page: RawCapture, *, today: str | None) -> CleanArticle:
    """The article on an HTML page, its metadata with provenance, what was left out, warnings."""
    source = page.content[:MAX_BYTES].decode(page.charset or "utf-8", "replace")
    reading = read_page(source, page.url, today)
    blocks, told = reading.blocks, reading.told
    kept = choose_body(blocks, reading.facts)
    metadata = page_metadata(told, reading.whole, blocks)
    subtitle = find_subtitle(blocks, kept, metadata.title, told.description)
    titles = (metadata.title or "", *told.head.headings)
    left = left_out(blocks, kept, titles, subtitle[0] if subtitle else None)
    warnings = page_warnings(_signs(reading, kept, page.url))
    markdown, removed = _body(reading.parsed, blocks, kept, left, told.head.base or page.url)
    markdown, source_name = _or_told_body(markdown, told)
    text = plain_text(markdown)
    provenance = dict(metadata.provenance)
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
        agency=metadata.agency,
        language=metadata.language,
        url=page.url,
        canonical_url=metadata.canonical_url,
        published=metadata.published,
        modified=metadata.modified,
        provenance=MappingProxyType(provenance),
        removed=() if source_name == "json-ld" else removed,
        warnings=() if source_name == "json-ld" else warnings,
    )


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
        opinions=reading.facts.opinions,
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


def _or_told_body(markdown: str, told: ToldFacts) -> tuple[str, str]:
    """The page's text; where it has hardly any, the text in its structured data."""
    if told.body and len(markdown.split()) < min(_SCARCE_WORDS, len(told.body.split()) / 2):
        body = told.body
        if "<p" in body or "<br" in body:
            body = "\n\n".join(block.text for block in page_blocks(parse_page(body).root))
        elif "\n" in body and "\n\n" not in body:
            body = body.replace("\n", "\n\n")
        return markdown_paragraphs(body), "json-ld"
    return markdown, "html"
