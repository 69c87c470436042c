"""Putting a block that cleaning left out back into the article."""

from __future__ import annotations

from desktop_app.cleaning.markdown_text import block_lines, markdown_paragraphs
from desktop_app.core.article import RemovedBlock


def restore_block(markdown: str, block: RemovedBlock) -> str:
    """The Markdown with the removed block before the block it stood before, else at the end."""
    restored = markdown_paragraphs(block.text)
    if not restored:
        return markdown
    starts = block_lines(markdown)
    if block.before >= len(starts):
        return f"{markdown.rstrip()}\n\n{restored}\n".lstrip("\n")
    lines = markdown.split("\n")  # as the Markdown reader counts: no other character ends a line
    at = starts[max(block.before, 0)]
    return "\n".join((*lines[:at], restored, "", *lines[at:]))
