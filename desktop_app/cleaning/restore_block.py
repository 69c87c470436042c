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
    lines = markdown.splitlines(keepends=True)
    at = starts[max(block.before, 0)]
    return "".join(lines[:at]) + f"{restored}\n\n" + "".join(lines[at:])
