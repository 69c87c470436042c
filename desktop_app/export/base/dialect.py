"""The reader of the Markdown that articles are written in: CommonMark with tables, HTML is text.

The same settings as in ``cleaning.markdown_text``, which layers keep from being imported here; a
test holds the two together.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

#: Quotes and lists nested deeper than this are read as flat text by the parser.
_MAX_NESTING = 40


def markdown_reader() -> MarkdownIt:
    """A fresh reader of the dialect."""
    options = {"html": False, "linkify": False, "maxNesting": _MAX_NESTING}
    return MarkdownIt("commonmark", options).enable("table")
