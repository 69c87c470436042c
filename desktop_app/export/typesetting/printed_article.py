"""One article as the data that the Typst template sets, with the files of its images."""

from __future__ import annotations

import hashlib
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.image_kind import recognise_image
from desktop_app.export.base.image_link import ImageLink
from desktop_app.export.base.marked_passages import numbered_notes, passages, with_passages
from desktop_app.export.typesetting.printable_text import printable, printable_lines
from desktop_app.export.typesetting.printed_blocks import Node, PrintedBlocks
from desktop_app.export.typesetting.script_fonts import choose_fonts

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_WEB = re.compile(r"https?://", re.IGNORECASE)
#: A CSS pixel in points; pictures are printed at the size a browser shows them.
_POINTS_PER_PIXEL = 0.75
#: Higher pictures would leave most of a page empty.
_MAX_HEIGHT = 330.0
_MAX_WIDTH = 450.0


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """What the template gets, and what is to be said about it.

    ``images`` are bytes by file name; ``missing`` the characters that no font has.
    """

    article: Article
    data: dict[str, object]
    images: Mapping[str, bytes]
    missing: frozenset[str]
    skipped_images: int = 0


def printed_article(
    article: Article,
    images: Mapping[str, StoredImage],
    *,
    label: str,
    plain: bool = False,
) -> PrintedArticle:
    """The article made ready; ``plain`` sets its bare text, for one that can't be set in full."""
    clean = article.clean
    words = [clean.markdown, clean.title, clean.subtitle, clean.publisher, clean.agency]
    marked = [part for each in article.highlights for part in (each.quote.exact, each.note)]
    own = (*clean.authors, *article.tags, article.note, *marked)
    text = "\n".join((*filter(None, words), *own))
    fonts = choose_fonts(unicodedata.normalize("NFC", text), clean.language)
    show = partial(printable, missing=fonts.missing)
    shelf = _ImageShelf(images, show)
    if plain:
        blocks: list[Node] = [
            {"k": "p", "c": [show(part)]} for part in clean.text.split("\n\n") if part.strip()
        ]
    else:
        lines = partial(printable_lines, missing=fonts.missing)
        found = passages(article.highlights)
        blocks = PrintedBlocks(show, lines, shelf.place).read(
            clean.markdown, lambda tokens: with_passages(tokens, clean.text, found)
        )
    title = show(clean.title or "") or "Untitled"
    day = date_in_words(clean.published or "")
    data: dict[str, object] = {
        "label": label,
        "title": title,
        "short": textwrap.shorten(title, 70, placeholder="…"),
        "place": textwrap.shorten(show(clean.publisher or day), 40, placeholder="…"),
        "outlet": show(" · ".join(filter(None, (clean.publisher, clean.agency)))),
        "day": show(day),
        "subtitle": show(clean.subtitle or ""),
        "byline": show(", ".join(clean.authors)),
        "lang": _language(clean.language),
        "dir": _direction(text),
        "fonts": _families(fonts.families),
        "blocks": blocks,
        "notes": [
            _note(number, each, show) for number, each in numbered_notes(article.highlights).items()
        ],
        "source": [
            {"label": name, "value": show(value), "url": _address(value)}
            for name, value in _source(article, day)
            if value
        ],
    }
    return PrintedArticle(article, data, shelf.files, fonts.missing, shelf.skipped)


class _ImageShelf:
    """Finds the stored image behind a link, checks it, and keeps its bytes for the template."""

    def __init__(self, images: Mapping[str, StoredImage], show: partial[str]) -> None:
        self.files: dict[str, bytes] = {}
        self.skipped = 0
        self._images = images
        self._show = show

    def place(self, link: ImageLink) -> dict[str, object] | None:
        stored = self._images.get(link.address)
        kind = recognise_image(stored.content) if stored else None
        if stored is None or kind is None or kind.is_drawing:
            self.skipped += 1
            return None
        name = hashlib.sha256(stored.content).hexdigest() + kind.suffix
        self.files[name] = stored.content
        width = min(
            kind.width * _POINTS_PER_PIXEL, _MAX_WIDTH, _MAX_HEIGHT * kind.width / kind.height
        )
        alt = self._show(link.alt or link.title or "Image")
        return {"k": "img", "p": name, "w": width, "alt": alt, "cap": self._show(link.title)}


def _note(number: int, highlight: Highlight, show: partial[str]) -> dict[str, object]:
    """A note on a passage; a quote that the text has stands there in full, so here it is cut."""
    quote = show(highlight.quote.exact)
    if not highlight.is_orphan:
        quote = textwrap.shorten(quote, 120, placeholder=" …")
    return {
        "number": str(number),
        "quote": quote,
        "colour": str(highlight.colour),
        "gone": highlight.is_orphan,
        "lines": [show(line) for line in highlight.note.splitlines() if line.strip()],
    }


def _source(article: Article, day: str) -> Iterator[tuple[str, str]]:
    clean = article.clean
    outlet = ", ".join(filter(None, (clean.publisher, clean.agency and f"agency {clean.agency}")))
    yield "Source", outlet
    yield "Written by", ", ".join(clean.authors)
    yield "Published", day
    yield "Address", clean.url or clean.canonical_url or ""
    yield "Captured", moment_in_words(article.captured)
    yield "Snapshot", f"SHA-256 {article.snapshot.sha256}" if article.snapshot else ""
    yield "Tags", ", ".join(article.tags)
    yield "Note", article.note


def _address(value: str) -> str | None:
    """The value as a link's target, where it is one; anything but ASCII escaped, as PDF asks."""
    return quote(value, safe=":/?#[]@!$&'()*+,;=%~") if _WEB.match(value) else None


def _language(tag: str | None) -> str:
    """The language for hyphenation and screen readers; ``und`` for unknown, as BCP 47 has it."""
    first = (tag or "").lower().partition("-")[0]
    return first if _LANGUAGE.fullmatch(first) else "und"


def _direction(text: str) -> str:
    """The direction in which most letters of the text run."""
    sample = [unicodedata.bidirectional(letter) for letter in text[:2000]]
    to_left = sum(kind in ("R", "AL") for kind in sample)
    return "rtl" if to_left > sample.count("L") else "ltr"


def _families(families: tuple[str, ...]) -> list[dict[str, str]]:
    """The font list for Typst; in Chinese, Japanese and Korean quotes are that font's own."""
    east_asian = any(" CJK " in family for family in families)
    first = {"name": families[0], "covers": "latin-in-cjk"} if east_asian else {"name": families[0]}
    return [first, *({"name": family} for family in families[1:])]
