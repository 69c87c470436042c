"""Who a page says wrote it: from its data, its meta tags, its marked-up or written byline.

How a byline's words are split is ``byline``'s, what is a name ``author_names``'s; here the places
are looked at, surest first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from desktop_app.cleaning.author_names import (
    author_name,
    is_desk,
    is_nobody,
    is_user_name,
    named,
)
from desktop_app.cleaning.byline import (
    inner_byline,
    is_byline_word,
    is_occupation,
    opens_byline,
    split_authors,
    without_byline_word,
)
from desktop_app.cleaning.date_phrases import find_dates, without_date_label
from desktop_app.cleaning.html_tree import elements_at
from desktop_app.cleaning.page_blocks import PageBlock, block_text
from desktop_app.cleaning.page_head import PageHead
from desktop_app.cleaning.shingles import words_of
from desktop_app.core.article import Provenance

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
_NAME_OF_AUTHOR = re.compile(r"auth?[oe]u?r[\w-]{0,20}name|name[\w-]{0,10}author", re.IGNORECASE)
_NOT_THE_AUTHOR = re.compile(
    r"comment|related|avatar|image|photo|popular|widget|recommend|sidebar", re.IGNORECASE
)
_NOT_A_BYLINE = re.compile(rf"{_NOT_THE_AUTHOR.pattern}|bio\b|box|social", re.IGNORECASE)
_WROTE = re.compile(
    r"(?:this (?:post|article|story|guide) was )?(?:written|posted|authored) by:?\s+", re.IGNORECASE
)
_OTHER_HAND = re.compile(
    r"\W*\b(?:(?:medically |legally |fact[- ])?(?:reviewed|checked|edited|updated|illustrated)"
    r"|photos?|photographs?|photography|illustrations?) by\b",
    re.IGNORECASE,
)
_MAYBE_MARKED = XPath("//*[@itemprop or @rel]")
_MARKED_TAGS = frozenset(str.split("span a div p address strong h4"))
_NAMED = XPath("//*[@class or @data-testid or @id]")
_BYLINE_TAGS = frozenset(str.split("span a div p li address cite strong h3 h4 h5 h6"))
_IN_SECTION = re.compile(r"\s+in\s+\S.*$")
_MAX_NAME = 60
_MAX_BYLINE = 200
_NEAR_TITLE = 25
_MAX_BYLINE_WORDS = 14
_NOT_IN_NAMES = re.compile(r"[^\w\s.'’-]")
_MAX_DATED, _MAX_BARE_WORDS = 120, 3
_DATED_PARTS = re.compile(r"\s*[|•·⋅—–/]+\s*|\s{2,}")
_TIME = re.compile(
    r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)(?:\s?(?:[ap]\.?m\.?|Uhr|[A-Z]{2,4}\b))?", re.IGNORECASE
)
_AUTHOR_LABEL = re.compile(r"autor|verfass|geschrieben|auteur|author", re.IGNORECASE)
_GLUED = re.compile(r"^(By)(?=[A-Z][a-z])")
_EDGES = " ,.|•·-–—:"
_BEFORE_DATE = re.compile(r"\s(?:am|on|vom|le|el|il|op|em)$", re.IGNORECASE)
_PERSON_PAGE = re.compile(
    r"/(?:authors?|by|contributors?|staff|people|profiles?|autor(?:en)?|auteurs?|writers?"
    r"|journalists?|redaktion|team)/[^/?#]{3,}/?(?:[?#]|$)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\btag\b|/(?:category|categories|tags?|topics?|section)/", re.IGNORECASE)


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
        ("json-ld", 0.95, lambda: _persons(named([told], publisher))),
        ("meta", 0.9, lambda: _persons(named(meta, publisher))),
        ("microdata", 0.85, lambda: _persons(named(([name] for name in _marked(root)), publisher))),
        ("html", 0.75, lambda: named(([name] for name in _bylines(root)), None)),
        ("text", 0.6, lambda: _written(blocks, title_at)),
        # Where no person signs, a user's name may be told as the author; at last the outlet's.
        ("json-ld", 0.5, lambda: named([told], publisher)),
        ("meta", 0.5, lambda: named(meta, publisher)),
        ("html", 0.5, lambda: named(([name] for name in _linked(blocks, title_at)), None)),
        ("text", 0.5, lambda: _beside_date(blocks, title_at)),
        ("text", 0.4, lambda: _signed_elsewhere(blocks, title_at)),
        ("html", 0.4, lambda: _desk(blocks, title_at)),
        ("json-ld", 0.4, lambda: named([told], None)),
        ("meta", 0.4, lambda: named(meta, None)),
        ("microdata", 0.4, lambda: named(([name] for name in _marked(root)), None)),
    )
    for source, confidence, look in places:
        if authors := look():
            return authors, Provenance(source, confidence)
    return None


def _persons(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, unless they are those of users of a system: “kffnirmitap”, “andrew.keaveney”."""
    return () if any(is_user_name(name) for name in names) else names


def _signed_elsewhere(blocks: Sequence[PageBlock], title_at: int) -> tuple[str, ...]:
    """The persons of a line of its own below the text that says who wrote it."""
    for block in blocks[title_at:]:
        line = block.text
        if len(line) <= _MAX_DATED and (match := _WROTE.match(line)):
            dates = find_dates(line, day_first=True)
            piece = line[match.end() : dates[0].start if dates else None]
            if names := split_authors(_BEFORE_DATE.sub("", piece.strip(_EDGES))):
                return names
    return ()


def _desk(blocks: Sequence[PageBlock], title_at: int) -> tuple[str, ...]:
    """The desk, team or user that signs near the headline, where no person does."""
    near = blocks[max(0, title_at - 3) : title_at + _NEAR_TITLE // 2]
    for before, block in zip([None, *near], near, strict=False):
        line = _DATED_PARTS.split(_without_dates(block.text))[0].strip(_EDGES)
        line = _BEFORE_DATE.sub("", line)
        if block.index == title_at or len(line) > _MAX_NAME:
            continue
        signed = opens_byline(line)
        follows = before is not None and is_byline_word(before.text)
        if not (signed or follows or _is_author_s(block.element)):
            continue
        desk = without_byline_word(line)
        is_user = signed and is_user_name(desk) and not is_nobody(desk)
        if is_user or is_desk(desk):
            return (desk,)
    return ()


def _is_author_s(element: HtmlElement) -> bool:
    """Whether an element is called the author's name, or leads to a page about somebody."""
    names = " ".join(element.get(name) or "" for name in ("class", "id"))[:200]
    if _NAME_OF_AUTHOR.search(names) and not _NOT_THE_AUTHOR.search(names):
        return True
    links = [*element.iter("a"), *element.iterancestors("a")]
    return any(_PERSON_PAGE.search((link.get("href") or "")[:300]) for link in links)


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


def _turned(name: str) -> str:
    """“Roy, Aniruddha” as it is read."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


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
        text = _without_dates(block_text(_link_inside(element))[:_MAX_BYLINE])
        text = text if opens_byline(text) else inner_byline(text) or text
        text = _OTHER_HAND.split(text)[0]
        if 1 < len(words_of(text)) < _MAX_BYLINE_WORDS and (found := split_authors(text)):
            yield "; ".join(found)


@lru_cache(maxsize=8192)
def _tells_byline(names: str) -> bool:
    others = _NOT_THE_AUTHOR if _NAME_OF_AUTHOR.search(names) else _NOT_A_BYLINE
    return bool(_BYLINE_NAMES.search(names)) and not others.search(names)


def _link_inside(element: HtmlElement) -> HtmlElement:
    links = [link for link in element.iter("a") if block_text(link)]
    if links and _SECTION.search(f"{links[0].get('rel') or ''} {links[0].get('href') or ''}"[:300]):
        return element
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
        undated = _without_dates(block.text)
        pieces = _DATED_PARTS.split(undated) if dated[at] else [block.text]
        pieces = [piece.strip(_EDGES) for piece in pieces]
        after = near[at + 1].text if at + 1 < len(near) else ""
        for piece, following in zip(pieces, [*pieces[1:], after], strict=True):
            is_told = follows or (is_occupation(following) and len(following) <= _MAX_NAME)
            if not is_told and not alone:
                continue
            inner = piece if opens_byline(piece) else inner_byline(piece)
            if inner and (names := split_authors(_BEFORE_DATE.sub("", inner))):
                return names
            bare = _bare_name(_IN_SECTION.sub("", piece) if undated.startswith("|") else piece)
            if bare and (is_told or bare[0] in told or bare[0] != piece):
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
        line = f"{without_date_label(line[: found.start])}|{line[found.end :]}"
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
    desk = author_name(byline, None)
    return (desk,) if desk and desk[0].isupper() else ()


def _linked(blocks: Sequence[PageBlock], title_at: int) -> Iterator[str]:
    """The texts of links near the headline that lead to somebody's own page."""
    for block in blocks[max(0, title_at - 3) : title_at + _NEAR_TITLE // 2]:
        links = [*block.element.iter("a"), *block.element.iterancestors("a")]
        for link in links if len(block.text) <= _MAX_BYLINE else ():
            text = block_text(link)
            if _PERSON_PAGE.search((link.get("href") or "")[:300]) and len(words_of(text)) >= 2:
                yield from split_authors(text)[:1]
