"""An article as the HTML that Qt's rich text shows, in pieces small enough to be put in one by one.

Pure: no widget, no archive. Everything from outside is escaped; only links to http, https and
mailto and images from the archive come through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from desktop_app.core.article import Article, CleanArticle, Provenance, UnassignedMention
from desktop_app.core.counted import counted
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.ui.base.text_direction import is_right_to_left, isolated
from desktop_app.ui.reading.reader_blocks import light_blocks
from desktop_app.ui.reading.reader_links import person_link, unassigned_link
from desktop_app.ui.reading.reader_marks import MarkKind, marked, marks_of
from desktop_app.ui.reading.reader_style import EVENT_NAME, PERSON_LINK, TAG_LINK, ShownMarks
from desktop_app.ui.widgets.provenance_words import provenance_words
from desktop_app.ui.widgets.shown_markdown import shown_markdown_reader

#: How much HTML is put into the document at a time, in characters.
PIECE_LENGTH = 10_000
#: Qt takes as long for an empty cell as for so many characters of text.
_CELL_WEIGHT = 60
_PEOPLE_SHOWN = 12
_EMPTY_PARAGRAPH = "<p></p>"


@dataclass(frozen=True, slots=True)
class ArticleHtml:
    """The head of an article (title, byline, people) and its body in pieces."""

    head: str
    pieces: tuple[str, ...]


def article_html(
    article: Article,
    images: Collection[str],
    shown: ShownMarks = ShownMarks(),  # noqa: B008 - frozen
) -> ArticleHtml:
    """The article as HTML; ``images`` are the addresses of the images that can be shown."""
    return ArticleHtml(_head(article), tuple(_pieces(article.clean, images, shown)))


def markdown_html(markdown: str, images: Collection[str]) -> tuple[str, ...]:
    """A body alone, with no names and dates marked, in pieces."""
    clean = CleanArticle(markdown, "")
    return tuple(_pieces(clean, images, ShownMarks(names=False, dates=False)))


# The head


def _head(article: Article) -> str:
    clean = article.clean
    shown = [
        _paragraph("outlet", _outlet(article)),
        f'<h1 class="headline">{escape(clean.title or "Without a title")}</h1>',
        _paragraph("subtitle", escape(clean.subtitle or "")),
        _paragraph("facts", _facts(article)),
    ]
    if clean.people:
        shown.append(_paragraph("facts", _people(article)))
    if clean.unassigned:
        shown.append(_paragraph("facts", _unassigned(clean.unassigned)))
    if article.tags:
        shown.append(_paragraph("facts", _tags(article.tags)))
    head = "".join(shown)
    if is_right_to_left(clean.title or clean.text):
        head = head.replace("<p class=", '<p dir="rtl" class=').replace("<h1 ", '<h1 dir="rtl" ')
    return head + '<p style="font-size:4pt">&nbsp;</p>'


def _paragraph(kind: str, html: str) -> str:
    return f'<p class="{kind}">{html}</p>' if html else ""


def _outlet(article: Article) -> str:
    names = (article.clean.publisher, article.clean.agency)
    fields = ("publisher", "agency")
    shown = [
        _with_source(escape(name), article.clean.provenance.get(field))
        for name, field in zip(names, fields, strict=True)
        if name
    ]
    return " · ".join(shown)


def _facts(article: Article) -> str:
    clean, sources = article.clean, article.clean.provenance
    facts = []
    if clean.authors:
        names = escape(", ".join(clean.authors))
        facts.append(_with_source(f"By {names}", sources.get("authors")))
    if clean.published:
        shown = escape(date_in_words(clean.published))
        facts.append(_with_source(shown, sources.get("published")))
    else:
        facts.append("no published date")
    if clean.modified:
        shown = f"changed {escape(date_in_words(clean.modified))}"
        facts.append(_with_source(shown, sources.get("modified")))
    facts.append(f"clipped {escape(date_in_words(article.captured))}")
    facts.append(counted(clean.words, "word"))
    url = clean.url or clean.canonical_url or ""
    if url.lower().startswith(("http://", "https://")):
        address = escape(url, quote=True)
        facts.append(f'<a href="{address}" title="{address}">original page</a>')
    return "&nbsp;&nbsp;·&nbsp; ".join(map(isolated, facts))


def _people(article: Article) -> str:
    people = article.clean.people
    links = []
    for person in people[:_PEOPLE_SHOWN]:
        roles = escape("; ".join(person.roles) or "Named in this article", quote=True)
        name = escape(person.name)
        if person.id is None:
            links.append(f'<span title="{roles}">{name}</span>')
        else:
            links.append(f'<a href="{PERSON_LINK}{person.id}" title="{roles}">{name}</a>')
    more = len(people) - _PEOPLE_SHOWN
    shown = ", ".join(map(isolated, links))
    return f"{isolated('Names:')} {shown}" + (f" and {more} more" if more > 0 else "")


def _unassigned(found: Sequence[UnassignedMention]) -> str:
    """“3 mentions not assigned: Clinton (Bill Clinton or Hillary Clinton?)”, with links."""
    asked = {(each.mention.text, each.names): each.mention for each in reversed(found)}
    shown = list(reversed(asked.items()))[:_PEOPLE_SHOWN]
    links = [
        f'<a href="{unassigned_link(mention.start, mention.end)}">{escape(words)}</a>'
        f" ({escape(' or '.join(names))}?)"
        for (words, names), mention in shown
    ]
    count = counted(len(found), "mention")
    return f"{count} not assigned: " + ", ".join(links)


def _tags(tags: Sequence[str]) -> str:
    links = [f'<a href="{TAG_LINK}{quote(tag)}">{escape(tag)}</a>' for tag in tags]
    return f"{isolated('Tags:')} " + ", ".join(map(isolated, links))


def _with_source(html: str, provenance: Provenance | None) -> str:
    words = provenance_words(provenance)
    return f'<span title="{escape(words, quote=True)}">{html}</span>' if words else html


# The body


def _pieces(clean: CleanArticle, images: Collection[str], shown: ShownMarks) -> Iterator[str]:
    reader = shown_markdown_reader()
    for name, rule in _RULES.items():
        reader.add_render_rule(name, rule)
    env = {"images": images}
    tokens = marked(reader.parse(clean.markdown, env), clean.text, marks_of(clean, shown))
    collected: list[str] = []
    length = 0
    for block in light_blocks(tokens):
        html = reader.renderer.render(block, reader.options, env)
        if html.strip() == _EMPTY_PARAGRAPH:  # a picture that the archive lacks, without words
            continue
        collected.append(html)
        length += len(html) + _CELL_WEIGHT * (html.count("<td") + html.count("<th"))
        if length >= PIECE_LENGTH:
            yield "".join(collected)
            collected, length = [], 0
    if collected:
        yield "".join(collected)


def _person_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    meta = tokens[index].meta
    tip = escape(meta["tip"], quote=True)
    address = person_link(meta["key"], meta["start"], meta["end"])
    return f'<a class="person" href="{address}" title="{tip}">'


def _unassigned_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    meta = tokens[index].meta
    tip = escape(meta["tip"], quote=True)
    address = unassigned_link(meta["start"], meta["end"])
    return f'<a class="person" href="{address}" title="{tip}">'


def _event_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    meta = tokens[index].meta
    tip = escape(date_in_words(meta["tip"]), quote=True)
    return f'<a class="event" name="{EVENT_NAME}{meta["key"]}" title="{tip}">'


def _mark_close(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</a>"


def _table_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    # Lines stand below the rows, as the style says: Qt doesn't draw a frame of joined ones whole.
    return '<table border="0" cellspacing="0" cellpadding="6">'


_RULES = {
    "table_open": _table_open,
    f"{MarkKind.PERSON}_open": _person_open,
    f"{MarkKind.PERSON}_close": _mark_close,
    f"{MarkKind.UNASSIGNED}_open": _unassigned_open,
    f"{MarkKind.UNASSIGNED}_close": _mark_close,
    f"{MarkKind.EVENT}_open": _event_open,
    f"{MarkKind.EVENT}_close": _mark_close,
}
