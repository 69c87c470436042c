"""A dossier with a bit of everything, for the tests of the formats it is written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import Article, StoredImage
from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.base.rich_text import Span, rich
from desktop_app.export.documents.document import (
    Citation,
    Cover,
    DatedEvent,
    Document,
    Excerpts,
    Gap,
    Heading,
    IndexedPerson,
    OwnText,
    Part,
    Source,
    WholeArticle,
)
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.documents.simple_reference import simple_reference
from desktop_app.export.dossiers.made_document import Making
from tests.export.examples import PICTURE, article, full_article, png

DOLLARS = "Costs $5 & <b>more</b> than 1. a *list* of # signs, [x](y), \\cmd{} and {{ braces }}."
HOSTILE = """\
<script>alert(1)</script> and <img src=x onerror=alert(2)> [click](javascript:alert(3))
[local](file:///etc/passwd) ![bomb](https://news.example/bomb.png) ![stump](https://news.example/stump.jpg)
[odd](https://x.example:99999/a) [spaces](<https://x.example/a b|{}?q=%zz#x#[y]>) <https://[bad/>

`</pre></w:t><script>` \x0b\x08\ufffe ]]> &#0; $body$ ${body} [^1] @key

| <iframe> | b |
|---|---|
| <td onclick=x> | =cmd() |
"""
NOTED = """\
## Between

Some words of mine[^mine] and ~~others~~^[In *place*.].

- [x] read
- [ ] to read

[^mine]: A note of mine.

    Its second paragraph.
"""
ARABIC = (
    "التقى الوزراء في سمرقند يوم الخميس، وتحدثوا عن *المعاهدة* مع [الوكالة](https://ani.example/)."
)
JAPANESE = "木曜日に大臣たちはサマルカンドで会談した。\n\n**条約**について話し合った。"
CHINESE = "部长们星期四在撒马尔罕会面，讨论了条约。"


def marked_article() -> Article:
    """The full article with a highlight that has a note, one without, and one that is gone."""
    base = full_article()
    text = plain_text(base.clean.markdown)
    base = replace(base, clean=replace(base.clean, text=text))

    def highlight(number: int, words: str, colour: str, note: str = "") -> Highlight:
        start = text.find(words)
        place = (start, start + len(words)) if start >= 0 else (None, None)
        return Highlight(number, 1, TextQuote(words), *place, Colour(colour), note)

    return replace(
        base,
        highlights=(
            highlight(1, "the agency", "yellow", "Which agency?\nAsk them."),
            highlight(2, "A quotation", "green"),
            highlight(3, "words that are gone", "pink", "A note on them"),
        ),
    )


def source_of(made: Article, number: int) -> Source:
    clean = made.clean
    source = Source(
        number,
        made.id,
        f"key{number}",
        clean.title or "Untitled",
        clean.authors,
        clean.publisher or "",
        clean.agency or "",
        clean.language,
        clean.published,
        url=clean.url or "",
        captured=made.captured,
        sha256=made.snapshot.sha256 if made.snapshot else "",
    )
    return replace(source, reference=simple_reference(source))


def document_of(
    articles: Sequence[Article],
    parts: Sequence[Part] | None = None,
    cover: Cover | None = None,
    **more: object,
) -> Document:
    sources = tuple(source_of(each, number) for number, each in enumerate(articles, 1))
    whole = tuple(WholeArticle(number) for number in range(1, len(articles) + 1))
    images = {PICTURE: StoredImage(PICTURE, "image/png", png(60, 40))}
    bomb = "https://news.example/bomb.png"
    stump = "https://news.example/stump.jpg"
    head = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x40\x00\x40" + b"\0" * 12
    images[stump] = StoredImage(stump, "image/jpeg", head)
    images[bomb] = StoredImage(bomb, "image/png", png()[:16] + b"\x7f\xff\xff\xff" * 2 + b"\0" * 20)
    document = Document(
        cover or Cover("Press articles"),
        whole if parts is None else tuple(parts),
        sources,
        articles,
        lambda _: images,
        **more,  # type: ignore[arg-type]
    )
    return replace(document, parts=tuple(_cited(document, each) for each in document.parts))


def _cited(document: Document, part: Part) -> Part:
    if not isinstance(part, WholeArticle | Excerpts):
        return part
    return replace(part, citation=Citation(document.source(part.source).reference))


def full_document() -> Document:
    """Headings, own text that cites, articles of several writings, excerpts, a gap."""
    quoted = marked_article()
    articles = [
        quoted,
        article(2, ARABIC, "لقاء الوزراء", language="ar", publisher="الجريدة"),
        article(3, JAPANESE, "大臣たちの会談", language="ja", publisher="見本新聞"),
        article(4, CHINESE, "部长会面", language="zh-CN", publisher="样报"),
        article(5, HOSTILE, "<script>alert(0)</script> \x01 A & B $title$ {x}", tags=("a,b",)),
        article(6, DOLLARS, "", authors=("Jane \ud800 Roe",)),
    ]
    own = Citation(rich("Jane Roe, ", Span("The Book", emphasis=True), ", 12"))
    parts: list[Part] = [
        OwnText("How it began, *as I see it*.[](cite:0) See [there](https://x.example/).", (own,)),
        Heading(1, "The treaty"),
        Heading(3, "First reports"),
        WholeArticle(1),
        WholeArticle(2),
        Heading(1, "Elsewhere & after"),
        WholeArticle(3),
        OwnText(NOTED),
        WholeArticle(4),
        Gap("“Lost”, 3 May 2020: not in the archive any more."),
        WholeArticle(5),
        Excerpts(1, quoted.highlights),
        WholeArticle(6),
    ]
    return document_of(
        articles,
        parts,
        Cover("The Treaty", "A press history", "Jane Roe", "Spring 2026", OwnText("*In* short.")),
        chronology=(
            DatedEvent("2023-04-13", "The ministers met in Samarkand.", (1, 3), "en"),
            DatedEvent("2023-04-13", "التقى الوزراء.", (2,), "ar"),
            DatedEvent("2023-05", "The treaty was signed.", (1,), "en"),
        ),
        persons=(
            IndexedPerson(1, "Sergey Lavrov", "Lavrov, Sergey", (), (1, 2, 3)),
            IndexedPerson(2, "Émile Zola", "Zola, Émile", (), (1,)),
        ),
    )


def making(document: Document, folder: Path, **options: object) -> Making:
    return Making(document, DocumentOptions(**options), folder)  # type: ignore[arg-type]
