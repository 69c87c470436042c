"""The headline of a page, chosen among its headings and what its head says.

The heading that the head repeats is the headline; the outlet's name behind a bar or dash is none
of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.cleaning.shingles import words_of
from desktop_app.core.folding import fold

_SEPARATOR = re.compile(r"\s+[|–—·•»«:/~-]+\s+|\s*\|\s*|\s+::\s+")
_PERMALINK = re.compile(r"\s*[#¶§]\s*$")
_TEMPLATE = re.compile(r"\{\{|\}\}|<%")
#: What is put into a heading behind its title: a day with a year, the host of a source.
_NOT_OF_TITLE = re.compile(r"\b[Pp]osted on\b|\(\w[\w-]*\.[a-z.]{2,10}\)")
#: What a widely used system writes before the titles of older posts.
_ARCHIVE = re.compile(r"(?:^|(?<=»\s))\s{0,3}Blog Archive?\s{1,3}»\s{1,3}")
_FEW = 3


def choose_title(
    told: str | None, titles: tuple[str, ...], headings: tuple[str, ...], site: str | None
) -> tuple[str, str, float] | None:
    """The headline, where it came from and how sure that is.

    ``told`` is the structured data's headline; ``titles`` those of the head, most telling first.
    """
    titles = tuple(title for title in titles if title and not _TEMPLATE.search(title))
    headings = tuple(
        _PERMALINK.sub("", heading) for heading in headings if not _TEMPLATE.search(heading)
    )
    headings = tuple(heading for heading in headings if not _is_site(heading, site))
    repeated = [heading for heading in headings if _is_told(heading, titles[:1])]
    repeated = repeated or [
        heading for heading in headings if _is_told(heading, (told or "", *titles))
    ]
    if repeated:
        longest = max(repeated, key=lambda heading: len(words_of(heading)))
        return _without_end(longest, site), "html", 0.95
    bare = [without_site(title, site, titles) for title in titles]
    close = _closest(headings, (told or "", *bare))
    if close:
        return _without_kicker(close, (told or "", *bare)), "html", 0.8
    if len(headings) == 1 and len(words_of(headings[0])) > _FEW:
        return headings[0], "html", 0.6
    if told:
        return told, "json-ld", 0.8
    if bare:
        return bare[0], "meta", 0.7
    return (headings[0], "html", 0.5) if headings else None


def without_site(title: str, site: str | None, titles: tuple[str, ...] = ()) -> str:
    """The title without the outlet's name at its end or beginning."""
    title = _ARCHIVE.sub("", title)
    if site and title.casefold().startswith(f"{site.casefold()}: "):
        title = title[len(site) + 1 :].strip()
    pieces = list(_pieces(title))
    if len(pieces) < 2:
        return title
    for other in titles:
        shared = fold(other)
        if other != title and shared and fold(title).startswith(shared) and len(other) < len(title):
            return other
    if site:
        kept = [piece for piece in pieces if not _is_site(piece[2], site)]
        if kept and len(kept) < len(pieces):
            return title[kept[0][0] : kept[-1][1]].strip()
    last = pieces[-1][2]
    head = title[: pieces[-2][1]].strip()
    if len(words_of(head)) > len(words_of(last)) or len(words_of(head)) > _FEW:
        return head
    if len(pieces) == 2 and len(words_of(last)) > _FEW and "|" not in title:
        return title
    return max((piece[2] for piece in pieces), key=len)


def _without_kicker(heading: str, titles: tuple[str, ...]) -> str:
    """The title that a heading ends with, where a kicker or a section stands before it.

    Also the one that it begins with, where only a day or a source follows. “The” is no kicker, nor
    is a year.
    """
    own = _key(heading)
    for title in filter(None, titles):
        key = _key(title)
        if len(key.split()) < _FEW + 1 or key == own:
            continue
        before = own.removesuffix(f" {key}")
        if before != own and len(before) > _FEW and not before.isdigit():
            return title
        if own.startswith(f"{key} ") and _NOT_OF_TITLE.search(heading):
            return title
    return heading


def _without_end(heading: str, site: str | None) -> str:
    """The heading without the outlet's name behind a bar or dash at its end."""
    pieces = list(_pieces(heading))
    if len(pieces) > 1 and _is_site(pieces[-1][2], site):
        return heading[: pieces[-2][1]].strip()
    return heading


def _pieces(title: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for match in _SEPARATOR.finditer(title):
        if match.start() > start:
            yield start, match.start(), title[start : match.start()].strip()
        start = match.end()
    if start < len(title):
        yield start, len(title), title[start:].strip()


def _key(text: str) -> str:
    return " ".join(words_of(fold(text)))


def _is_told(heading: str, titles: tuple[str, ...]) -> bool:
    key = _key(heading)
    return bool(key) and any(f" {key} " in f" {_key(title)} " for title in titles if title)


def _is_site(text: str, site: str | None) -> bool:
    if not site:
        return False
    own, known = _key(text).replace(" ", ""), _key(site).replace(" ", "")
    return bool(own and known) and (
        own == known or own in known or (known in own and len(own) < 2 * len(known))
    )


def _closest(headings: tuple[str, ...], titles: tuple[str, ...]) -> str | None:
    """The heading that shares most words with a title, if it shares most of them."""
    best: tuple[float, str] = (0.0, "")
    for heading in headings:
        own = set(_key(heading).split())
        for title in titles:
            other = set(_key(title).split())
            if len(own) >= _FEW and other:
                best = max(best, (len(own & other) / len(own | other), heading))
    return best[1] if best[0] >= 0.5 else None
