"""HTML that somebody has cleaned already, as another program's text: all of it as Markdown.

Nothing is chosen and nothing left out but what can't be read; boxes are only boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring

from desktop_app.cleaning.markdown_text import markdown_paragraphs
from desktop_app.cleaning.to_markdown import markdown_blocks

_BOXES = frozenset(
    str.split("html body div section article main header footer aside figure figcaption center")
)
_BLOCKS = frozenset(str.split("p h1 h2 h3 h4 h5 h6 ul ol blockquote pre table hr dl"))
_UNREAD = frozenset(str.split("head script style noscript template iframe object svg form"))


def whole_body(html: str) -> str:
    """The Markdown of every block of the HTML, in order."""
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return markdown_paragraphs(html)
    blocks = [block for block in _blocks(root) if block]
    return "\n\n".join(each.markdown for each in markdown_blocks(blocks) if each.markdown)


def _blocks(box: HtmlElement) -> Iterator[str]:
    """The markup of each block; words between blocks are paragraphs of their own."""
    run = escape(box.text or "", quote=False)
    for child in box:
        name = child.tag if isinstance(child.tag, str) else ""
        if name in _BLOCKS or name in _BOXES:
            yield _paragraph(run)
            run = ""
            if name in _BOXES:
                yield from _blocks(child)
            else:
                yield etree.tostring(child, encoding="unicode", method="html", with_tail=False)
        elif name and name not in _UNREAD:
            run += etree.tostring(child, encoding="unicode", method="html", with_tail=False)
        run += escape(child.tail or "", quote=False)
    yield _paragraph(run)


def _paragraph(run: str) -> str:
    return f"<p>{run}</p>" if run.strip() else ""
