"""The pages of one article, each cleaned by itself, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.cleaning.markdown_text import block_lines, plain_text
from desktop_app.core.article import CleanArticle


def join_pages(pages: Sequence[CleanArticle]) -> CleanArticle:
    """One article: the first page's fields, and every page's blocks in order.

    A page that begins with blocks that an earlier one has (a headline, a standfirst) loses them.
    """
    first, *further = pages
    blocks = _blocks(first.markdown)
    removed, warnings = list(first.removed), list(first.warnings)
    for page in further:
        own = _blocks(page.markdown)
        while own and own[0] in blocks:
            own = own[1:]
        removed += [replace(each, before=each.before + len(blocks)) for each in page.removed]
        warnings += page.warnings
        blocks += own
    markdown = "\n\n".join(blocks) + ("\n" if blocks else "")
    return replace(
        first,
        markdown=markdown,
        text=plain_text(markdown),
        removed=tuple(removed),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _blocks(markdown: str) -> list[str]:
    lines = markdown.splitlines()
    starts = [*block_lines(markdown), len(lines)]
    return ["\n".join(lines[start:end]).strip("\n") for start, end in pairwise(starts)]
