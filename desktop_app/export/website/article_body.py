"""An article's Markdown as HTML for a page: no script, nothing loaded from elsewhere.

The reader is the one that all of Cuttings reads with, to which HTML is text. Links lead to the Web
only when clicked; pictures are those that lie beside the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from desktop_app.core.article import Article
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import read_image
from desktop_app.export.base.marked_passages import passages, with_passages
from desktop_app.export.base.own_dialect import own_markdown_reader
from desktop_app.export.base.plain_words import web_address, writable
from desktop_app.export.base.rich_text import RichText, Span
from desktop_app.export.documents.document import CITATION_ADDRESS, OwnText
from desktop_app.export.documents.quoted_passages import LEFT_OUT, QuotedRun, quoted_article
from desktop_app.export.website.own_notes import parted_notes

_CITATION = re.compile(rf"{CITATION_ADDRESS}[0-9]{{1,6}}")
_ALIGNED = {"text-align:right": "right", "text-align:center": "center"}


class SitePicture(NamedTuple):
    """Where a picture lies in the site, and its size in pixels."""

    name: str
    width: int
    height: int


Pictures = Mapping[str, SitePicture]


def article_html(
    article: Article, pictures: Pictures, up: str, highlights: Sequence[Highlight], *, notes: bool
) -> str:
    """The text with its highlights in colour, and with numbers where there are ``notes``."""
    reader = _reader(markdown_reader())
    env = {"pictures": pictures, "up": up, "notes": notes}
    tokens = reader.parse(article.clean.markdown, env)
    tokens = with_passages(tokens, article.clean.text, passages(highlights))
    return writable(str(reader.renderer.render(tokens, reader.options, env)))


def own_html(own: OwnText, numbers: Iterator[int]) -> str:
    """Somebody's own Markdown as HTML; what it cites stands where it cites.

    Its notes stand below, under the next of the page's ``numbers``.
    """
    reader = _reader(own_markdown_reader())
    env = {"pictures": {}, "up": "", "notes": False, "citations": own.citations}
    text, notes = parted_notes(reader.parse(own.markdown, env), numbers)
    html = str(reader.renderer.render(text, reader.options, env))
    items = [
        f'<li id="own-{number}" value="{number}">'
        f"{reader.renderer.render(words, reader.options, env)}"
        f'<a href="#cited-{number}" aria-label="Back to the text">↩</a></li>'
        for number, words in notes.items()
    ]
    told = f'<ol class="own-notes">{"".join(items)}</ol>' if items else ""
    return writable(html + told)


def excerpts_html(text: str, highlights: Sequence[Highlight], *, notes: bool) -> str:
    """Passages that stand for an article, each as a quote, with a mark where words are left out."""
    quoted = quoted_article(text, highlights)
    left_out = f'<p class="gap">{LEFT_OUT}</p>'
    pieces = []
    for passage in quoted.passages:
        pieces.append(left_out if passage.left_out else "")
        lines = "".join(
            f"<p>{''.join(_run(run, notes) for run in paragraph)}</p>"
            for paragraph in passage.paragraphs
        )
        pieces.append(f"<blockquote>{lines}</blockquote>")
    pieces.append(left_out if quoted.left_out else "")
    return "".join(pieces)


def _run(run: QuotedRun, notes: bool) -> str:
    numbers = _numbers(run.numbers) if notes else ""
    return f'<mark class="{run.colour}">{escape(writable(run.words))}</mark>{numbers}'


def _numbers(numbers: Sequence[int]) -> str:
    return "".join(
        f'<sup class="note" id="at-{number}"><a href="#note-{number}">{number}</a></sup>'
        for number in numbers
    )


def _reader(reader: MarkdownIt) -> MarkdownIt:
    for name, rule in _RULES.items():
        reader.add_render_rule(name, rule)
    return reader


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    href = str(tokens[at].attrGet("href") or "")
    if _is_citation(tokens, at):
        number, known = int(href.removeprefix(CITATION_ADDRESS)), env.get("citations", ())
        return _rich(known[number].words) if number < len(known) else ""
    address = web_address(href)
    # A link that leads nowhere on the Web is its words.
    return f'<a href="{escape(address)}" rel="noopener noreferrer">' if address else "<a>"


def _link_close(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return "" if _is_citation(tokens, at - 1) else "</a>"


def _is_citation(tokens: Sequence[Token], at: int) -> bool:
    """Whether an empty link begins there that stands for a citation."""
    href = str(tokens[at].attrGet("href") or "") if tokens[at].type == "link_open" else ""
    is_empty = at + 1 < len(tokens) and tokens[at + 1].type == "link_close"
    return is_empty and bool(_CITATION.fullmatch(href))


def _rich(words: RichText) -> str:
    return "".join(map(_span, words))


def _span(span: Span) -> str:
    html = escape(span.text)
    for is_so, tag in ((span.emphasis, "em"), (span.strong, "strong"), (span.superscript, "sup")):
        html = f"<{tag}>{html}</{tag}>" if is_so else html
    address = web_address(span.link)
    linked = (
        f'<a href="{escape(address)}" rel="noopener noreferrer">{html}</a>' if address else html
    )
    return f'<span class="caps">{linked}</span>' if span.small_caps else linked


def _own_number(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    number, is_first = tokens[at].meta["number"], tokens[at].meta["is_first"]
    name = f' id="cited-{number}"' if is_first else ""
    return f'<sup class="note"{name}><a href="#own-{number}">{number}</a></sup>'


def _image(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    link = read_image(tokens[at])
    picture: SitePicture | None = env["pictures"].get(link.address)
    if picture is None:
        return f'<span class="missing">[{escape(link.words or "Image")}]</span>'
    caption = f'<span class="caption">{escape(link.title)}</span>' if link.title else ""
    size = f'width="{picture.width}" height="{picture.height}"'
    source = f"{env['up']}{picture.name}"
    return f'<img src="{source}" alt="{escape(link.alt)}" {size} loading="lazy">{caption}'


def _heading(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[at]
    level = min(int(token.tag[1:]) + 1, 6)
    return f"<h{level}>" if token.nesting == 1 else f"</h{level}>\n"


def _cell_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[at]
    kind = _ALIGNED.get(str(token.attrGet("style") or ""))
    return f'<{token.tag} class="{kind}">' if kind else f"<{token.tag}>"


def _table_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return '<div class="scroll"><table>\n'


def _table_close(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


def _passage_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return f'<mark class="{tokens[at].meta["colour"]}">'


def _passage_close(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    # What opens a passage stands two before what closes it, with its words between.
    numbers = tokens[at - 2].meta.get("numbers", ())
    return "</mark>" + (_numbers(numbers) if env["notes"] else "")


_RULES: dict[str, Any] = {
    "link_open": _link_open,
    "link_close": _link_close,
    "image": _image,
    "heading_open": _heading,
    "heading_close": _heading,
    "th_open": _cell_open,
    "td_open": _cell_open,
    "table_open": _table_open,
    "table_close": _table_close,
    "own_number": _own_number,
    "passage_open": _passage_open,
    "passage_close": _passage_close,
}
