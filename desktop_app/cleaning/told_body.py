"""The article's text where the page doesn't show it: in its structured data or its scripts."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.cleaning.article_fragment import article_fragment
from desktop_app.cleaning.html_tree import ParsedPage, parse_page
from desktop_app.cleaning.markdown_text import markdown_paragraphs
from desktop_app.cleaning.page_blocks import page_blocks
from desktop_app.cleaning.page_metadata import ToldFacts
from desktop_app.cleaning.script_body import script_body
from desktop_app.cleaning.shingles import words_of
from desktop_app.cleaning.to_markdown import markdown_blocks

#: With fewer words than this on the page, the article told in its data is taken instead.
_SCARCE_WORDS = 60
#: What the data holds must be so many times as long as what the page shows.
_LONGER_BY = 2


def told_body(shown: str, parsed: ParsedPage, told: ToldFacts, base: str | None) -> str | None:
    """The article's Markdown from the data, where the page shows hardly any of it; else None.

    ``shown`` is the Markdown of what the page shows.
    """
    words = len(words_of(shown))
    if told.body and words < min(_SCARCE_WORDS, len(words_of(told.body)) / _LONGER_BY):
        return _from_structured_data(told.body, base)
    scripts = [*parsed.data_scripts, *([("<script>", parsed.streamed)] if parsed.streamed else [])]
    if words < _SCARCE_WORDS and scripts:
        html = script_body(scripts, (*told.titles, *told.head.headings))
        if len(words_of(html)) > _LONGER_BY * words:
            return _from_html(html, (*told.titles, *told.head.headings), base)
    return None


def _from_structured_data(body: str, base: str | None) -> str:
    if "</" in body or "<p" in body or "<br" in body:
        return _from_html(body, (), base)
    return markdown_paragraphs(body if "\n\n" in body else body.replace("\n", "\n\n"))


def _from_html(html: str, titles: Sequence[str], base: str | None) -> str:
    """The whole of the HTML as Markdown, without a headline that the article has as a field."""
    root = parse_page(html).root
    body = root.find("body")
    blocks = page_blocks(root)
    known = {" ".join(title.split()) for title in titles}
    kept = [block.index for block in blocks if block.text not in known]
    fragment = article_fragment(root if body is None else body, blocks, kept, base)
    written = markdown_blocks(fragment.htmls())
    return "\n\n".join(block.markdown for block in written if block.markdown)
