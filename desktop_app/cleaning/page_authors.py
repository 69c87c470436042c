"""Who a page says wrote it: from its data, its meta tags, its marked-up or written byline.

How a byline's words are split is ``byline``'s; here the places are looked at, surest first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from desktop_app.cleaning.byline import (
    agency_in,
    agency_named,
    inner_byline,
    is_byline_word,
    opens_byline,
    split_authors,
    without_byline_word,
)
from desktop_app.cleaning.date_phrases import find_dates
from desktop_app.cleaning.html_tree import elements_at
from desktop_app.cleaning.page_blocks import PageBlock, block_text
from desktop_app.cleaning.page_head import PageHead
from desktop_app.cleaning.shingles import words_of
from desktop_app.core.article import Provenance
from desktop_app.core.folding import fold

_META = (
    "parsely-author",
    "sailthru.author",
    "byl",
    "dcterms.creator",
    "dc.creator",
    "dc.contributor",
    "author",
    "article:author_name",
    "article:author",
    "cxenseparse:author",
    "og:article:author",
    "citation_author",
    "creator",
    "rbauthors",
    "lp.article:author",
)
_BYLINE_NAMES = re.compile(
    r"byline|author|contributor|autor|auteur|redakteur|verfasser|writer|firma\b", re.IGNORECASE
)
_NOT_A_BYLINE = re.compile(
    r"comment|related|avatar|image|photo|bio\b|box|social|popular|widget|recommend|sidebar",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|@|/|\.(?:com|org|net|de|co)\b|\w\.\w+\.\w", re.IGNORECASE)
_NOBODY = frozenset(
    str.split(
        "posted admin wordpressadmin administrator editor editors "
        "editorial staff redaktion redaction redazione "
        "redaccion webmaster news newsroom team author autor unknown anonymous guest root "
        "user null none administrateur superuser super user default contributor"
    )
)
_MAYBE_MARKED = XPath("//*[@itemprop or @rel]")
_MARKED_TAGS = frozenset(str.split("span a div p address strong h4"))
_NAMED = XPath("//*[@class or @data-testid or @id]")
_BYLINE_TAGS = frozenset(str.split("span a div p li address cite strong h3 h4 h5 h6"))
_MAX_NAME = 60
_MAX_BYLINE = 200
_NEAR_TITLE = 25
_MAX_AUTHORS, _MAX_WORDS, _MAX_BYLINE_WORDS = 20, 7, 14
_FEW_WORDS = 3
_NOT_IN_NAMES = re.compile(r"[^\w\s.'’-]")
_MAX_DATED, _MAX_BARE_WORDS = 120, 3
_DATED_PARTS = re.compile(r"\s*[|•·⋅—–/]+\s*|\s{2,}")
_TIME = re.compile(
    r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)(?:\s?(?:[ap]\.?m\.?|Uhr|[A-Z]{2,4}\b))?", re.IGNORECASE
)
_AUTHOR_LABEL = re.compile(r"autor|verfass|geschrieben|auteur|author", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"^(?:(?:view|see|read|show) (?:all|more)(?: posts| articles| stories)? (?:by|from)|articles by"
    r"|posts by|alle (?:beiträge|artikel) von|voir tous les articles de)\s+",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(By)(?=[A-Z][a-z])")
_EDGES = " ,.|•·-–—:"
_BEFORE_DATE = re.compile(r"\s(?:am|on|vom|le|el|il|op|em)$", re.IGNORECASE)
_PERSON_PAGE = re.compile(
    r"/(?:authors?|by|contributors?|staff|people|profiles?|autor(?:en)?|auteurs?|writers?"
    r"|journalists?|redaktion|team)/[^/?#]{3,}/?(?:[?#]|$)",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(
    r"\s*(?:;|\||\n|\s(?:and|und|et|y|e|en|&)\s|,\s+(?=[^\s,]+\s[^\s,]))\s*", re.IGNORECASE
)


def choose_authors(
    told: Sequence[str],
    meta: Sequence[Sequence[str]],
    blocks: Sequence[PageBlock],
    root: HtmlElement,
    title_at: int,
    publisher: str | None,
) -> tuple[tuple[str, ...], Provenance] | None:
    """The authors and where they were found; None if nobody is named.

    ``told`` are the structured data's names, ``meta`` those of each meta tag, ``title_at`` the
    index of the headline's block.
    """
    places: tuple[tuple[str, float, Callable[[], tuple[str, ...]]], ...] = (
        ("json-ld", 0.95, lambda: named([told], publisher)),
        ("meta", 0.9, lambda: named(meta, publisher)),
        ("microdata", 0.85, lambda: named(([name] for name in _marked(root)), publisher)),
        ("html", 0.75, lambda: named(([name] for name in _bylines(root)), None)),
        ("text", 0.6, lambda: _written(blocks, title_at)),
        ("html", 0.5, lambda: named(([name] for name in _linked(blocks, title_at)), None)),
        ("text", 0.5, lambda: _beside_date(blocks, title_at)),
        # Where no person is named, the outlet itself may be told as the author.
        ("json-ld", 0.4, lambda: named([told], None)),
        ("meta", 0.4, lambda: named(meta, None)),
    )
    for source, confidence, look in places:
        if authors := look():
            return authors, Provenance(source, confidence)
    return None


def meta_authors(head: PageHead) -> list[Sequence[str]]:
    """The values of each meta tag that tells authors, most telling tag first."""
    found: list[Sequence[str]] = []
    label = head.meta.get("twitter:label1", "")
    if opens_byline(f"{label} x") or _AUTHOR_LABEL.search(label):
        found.append([head.meta.get("twitter:data1", "")])
    for name in _META:
        values = head.repeated.get(name, ())
        found.append(
            [_turned(value) for value in values] if name.startswith("citation") else values
        )
    return [values for values in found if values]


def named(groups: Iterable[Sequence[str]], publisher: str | None) -> tuple[str, ...]:
    """The names in the first group that has any: no addresses, agencies, outlets, nobodies."""
    for values in groups:
        pieces = [piece for value in values for piece in _SEPARATORS.split(value[:300])]
        names = [name for piece in pieces if (name := _name(piece, publisher))]
        if names:
            return tuple(dict.fromkeys(names))[:_MAX_AUTHORS]
    return ()


def _turned(name: str) -> str:
    """“Roy, Aniruddha” as it is read."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _name(piece: str, publisher: str | None) -> str | None:
    piece = _BEFORE_NAME.sub("", " ".join(piece.split()))
    split = split_authors(piece)
    name = split[0] if len(split) == 1 else without_byline_word(piece).strip(" ,.;:-–|")
    words = name.split()
    if len(words) % 2 == 0 and words[: len(words) // 2] == words[len(words) // 2 :]:
        name = " ".join(words[: len(words) // 2])
    key = fold(name)
    if not name or len(name) > _MAX_NAME or len(words) > _MAX_WORDS or _ADDRESS.search(name):
        return None
    if key in _NOBODY or opens_byline(f"{name} x") or agency_named(name) or agency_in(f"({name})"):
        return None
    if not split and (len(words) > _FEW_WORDS or any(map(agency_named, words))):
        return None
    if not any(map(str.isalpha, name)) or (publisher and _bare(name) == _bare(publisher)):
        return None
    return name


def _bare(name: str) -> str:
    return fold(name).replace(" ", "")


def _marked(root: HtmlElement) -> Iterator[str]:
    """Names that markup says are the author's (microdata, ``rel=author``)."""
    for element in elements_at(_MAYBE_MARKED, root):
        if element.tag not in _MARKED_TAGS:
            continue
        itemprop = (element.get("itemprop") or "").lower()
        if "author" in itemprop.split():
            inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
            yield inner.get("content") or block_text(inner)[:_MAX_BYLINE]
        elif element.tag == "a" and "author" in (element.get("rel") or "").lower().split():
            yield block_text(element)[:_MAX_BYLINE]


def _bylines(root: HtmlElement) -> Iterator[str]:
    """The text of elements that are called bylines, the shortest element first met."""
    seen = 0
    for element in elements_at(_NAMED, root):
        names = [element.get(name) or "" for name in ("class", "data-testid", "id")]
        if element.tag not in _BYLINE_TAGS or not _tells_byline(" ".join(names)[:200]):
            continue
        seen += 1
        if seen > 40:
            return
        text = block_text(_link_inside(element))[:_MAX_BYLINE]
        if 1 < len(words_of(text)) < _MAX_BYLINE_WORDS and (found := split_authors(text)):
            yield "; ".join(found)


@lru_cache(maxsize=8192)
def _tells_byline(names: str) -> bool:
    return bool(_BYLINE_NAMES.search(names)) and not _NOT_A_BYLINE.search(names)


def _link_inside(element: HtmlElement) -> HtmlElement:
    links = [link for link in element.iter("a") if block_text(link)]
    return links[0] if len(links) == 1 else element


def _written(blocks: Sequence[PageBlock], title_at: int) -> tuple[str, ...]:
    """The persons of a line near the headline that opens like a byline, after its date if any."""
    for block in blocks[max(0, title_at - 3) : title_at + _NEAR_TITLE]:
        if len(block.text) > _MAX_BYLINE:
            continue
        line = _GLUED.sub(r"\1 ", block.text)
        dates = find_dates(line, day_first=True)
        pieces = [line[: dates[0].start], line[dates[0].end :]] if dates else [line]
        for piece in (_BEFORE_DATE.sub("", piece.strip(_EDGES)) for piece in pieces):
            if opens_byline(piece) and (found := _signed(piece)):
                return found
    return ()


def _beside_date(blocks: Sequence[PageBlock], title_at: int) -> tuple[str, ...]:
    """The persons named in or next to a date line at the headline, or after a lone “By”."""
    start = max(0, title_at - 3)
    near = blocks[start : title_at + _NEAR_TITLE // 2]
    told = _told_again(blocks, start)
    dated = [len(b.text) <= _MAX_DATED and bool(find_dates(b.text, day_first=True)) for b in near]
    for at, block in enumerate(near):
        if len(block.text) > _MAX_DATED or block.index == title_at:
            continue
        follows = at > 0 and is_byline_word(near[at - 1].text)
        alone = follows or any(dated[max(0, at - 1) : at + 2])
        pieces = _DATED_PARTS.split(_without_dates(block.text)) if dated[at] else [block.text]
        for piece in (piece.strip(_EDGES) for piece in pieces if alone):
            inner = piece if opens_byline(piece) else inner_byline(piece)
            if inner and (names := split_authors(_BEFORE_DATE.sub("", inner))):
                return names
            bare = _bare_name(piece)
            if bare and (follows or bare[0] in told):
                return bare
    return ()


def _told_again(blocks: Sequence[PageBlock], start: int) -> set[str]:
    """The names of pictures' descriptions and of lines below, that aren't sections in a menu."""
    menu = {block.text for block in blocks[:start]}
    lines = Counter(block.text for block in blocks[start:] if len(block.text) <= _MAX_NAME)
    again = {line for line, times in lines.items() if times > 1}
    images = blocks[0].element.getroottree().iter("img") if blocks else ()
    pictures = {(image.get("alt") or "")[:_MAX_NAME].strip() for image in images}
    return (again | pictures) - menu


def _without_dates(line: str) -> str:
    """The line with a stroke for each of its dates and times of day."""
    for found in reversed(find_dates(line, day_first=True)):
        line = f"{line[: found.start]}|{line[found.end :]}"
    return _TIME.sub("|", line)


def _bare_name(piece: str) -> tuple[str, ...]:
    """The piece, if it is one name of two or three words and nothing besides."""
    names = split_authors(piece)
    is_whole = len(names) == 1 and names[0] == piece and not _NOT_IN_NAMES.search(piece)
    return names if is_whole and 2 <= len(piece.split()) <= _MAX_BARE_WORDS else ()


def _signed(byline: str) -> tuple[str, ...]:
    """The persons of a byline; a desk or team that signs it where no person does."""
    names = split_authors(byline)
    if names or len(words_of(byline)) > 4:
        return names
    desk = _name(byline, None)
    return (desk,) if desk and desk[0].isupper() else ()


def _linked(blocks: Sequence[PageBlock], title_at: int) -> Iterator[str]:
    """The texts of links near the headline that lead to somebody's own page."""
    for block in blocks[max(0, title_at - 3) : title_at + _NEAR_TITLE // 2]:
        links = [*block.element.iter("a"), *block.element.iterancestors("a")]
        for link in links if len(block.text) <= _MAX_BYLINE else ():
            text = block_text(link)
            if _PERSON_PAGE.search((link.get("href") or "")[:300]) and len(words_of(text)) >= 2:
                yield from split_authors(text)[:1]
