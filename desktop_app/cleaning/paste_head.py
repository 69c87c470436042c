"""What the lines around a pasted article tell of it: title, standfirst, byline, dates, outlet.

Reads lines near the body only. Nothing is guessed: what no line tells stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from desktop_app.cleaning.boilerplate import boilerplate_reason, line_key
from desktop_app.cleaning.byline import (
    agency_in,
    inner_byline,
    is_byline_word,
    opens_byline,
    split_authors,
)
from desktop_app.cleaning.date_phrases import (
    date_label,
    find_dates,
    is_date_line,
    without_date_label,
)
from desktop_app.cleaning.outlet import outlet_in
from desktop_app.cleaning.paste_dates import day_order, read_accessed, read_dates
from desktop_app.cleaning.paste_lines import PasteLine
from desktop_app.cleaning.paste_title import (
    find_standfirst,
    find_title,
    is_broken_headline,
    telling_share,
    word_count,
)
from desktop_app.core.article import Provenance

#: How far above the headline and below the body's begin a date or byline may stand, in lines.
_ABOVE, _BELOW = 8, 4
_AFTER_END = 4
_MAX_BYLINE = 140
_PARTS = re.compile(r"\s[-–—|·]\s")
#: The outlet's host by itself, as reader views show it.
_MINUTES = re.compile(r"\d{1,2}\s?[–-]\s?\d{1,2}\s(?:min|мин)[^\W\d_]{0,5}\.?$", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,60}\.){1,4}[a-z]{2,12}/?$")


@dataclass
class PasteHead:
    """What the head tells; ``used`` maps line numbers to why they leave the body."""

    values: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    provenance: dict[str, Provenance] = field(default_factory=dict)
    used: dict[int, str] = field(default_factory=dict)

    def tell(self, name: str, value: str | None, confidence: float) -> None:
        """Keep the first value that is told for a field."""
        if value and name not in self.values:
            self.values[name] = value
            self.provenance[name] = Provenance("text", confidence)


def read_head(
    lines: Sequence[PasteLine], kept: Sequence[bool], spoken: Collection[int] = ()
) -> PasteHead:
    """Read the lines around the body; ``kept`` tells which lines are the body's so far.

    ``spoken`` are lines in which somebody is given the word: they are no headline nor byline.
    """
    head = PasteHead()
    title = find_title(lines, kept, spoken)
    if title is not None:
        _use_title(head, lines, title)
        _use_standfirst(head, lines, find_standfirst(lines, kept, title))
    is_body = (keeps and head.used.get(at) in (None, "standfirst") for at, keeps in enumerate(kept))
    start = next((at for at, keeps in enumerate(is_body) if keeps), len(lines))
    anchor = start if title is None else min(title, start)
    near = [at for at in _near(len(lines), anchor, start) if at not in spoken]
    _use_byline(head, lines, kept, near)
    _use_dates(head, lines, kept, near)
    return head


def _near(count: int, anchor: int, start: int) -> list[int]:
    """The lines between headline and body first, then those above, then the body's first."""
    between = range(anchor, min(start, count))
    above = range(anchor - 1, max(-1, anchor - _ABOVE - 1), -1)
    return [*between, *above, *range(start, min(count, start + _BELOW))]


def prefer_subject(
    head: PasteHead, lines: Sequence[PasteLine], kept: Sequence[bool], subject: str
) -> None:
    """Take a mail's subject for the title where it says more of the body than the line found.

    That line is a greeting then, “Tom, see below”, and no headline.
    """
    title = head.values.get("title")
    if not title or telling_share(subject, lines, kept) <= telling_share(title, lines, kept):
        return
    head.values["title"] = subject
    head.provenance["title"] = Provenance("text", 0.6)
    for at in [at for at, reason in head.used.items() if reason == "headline"]:
        head.used[at] = "other"


def _use_title(head: PasteHead, lines: Sequence[PasteLine], title: int) -> None:
    first, last = title, title
    while first and is_broken_headline(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and is_broken_headline(lines[last], lines[last + 1]):
        last += 1
    text = " ".join(line.text for line in lines[first : last + 1])
    head.tell("title", text, 0.8)
    head.used.update(dict.fromkeys(range(first, last + 1), "headline"))
    key = line_key(text)
    for at in range(max(0, title - 40), min(len(lines), title + 12)):
        if line_key(lines[at].text) == key or _is_window_title(lines[at].text, key):
            head.used[at] = "headline"
        elif abs(at - title) <= _BELOW and (reason := _of_reader_view(lines[at].text)):
            head.used[at] = reason


def _of_reader_view(text: str) -> str | None:
    """Why a line that a reader view writes below the headline is left out, if it is one."""
    if _HOST.match(text[:200]):
        return "page furniture"
    return "reading time" if _MINUTES.match(text[:40]) else None


def _is_window_title(text: str, title: str) -> bool:
    """Whether it is the title and the outlet's name, as a browser names its windows."""
    parts = _PARTS.split(text, maxsplit=1)
    return len(parts) > 1 and line_key(parts[0]) == title and len(parts[1].split()) <= 5


def _use_standfirst(head: PasteHead, lines: Sequence[PasteLine], at: int | None) -> None:
    if at is not None:
        head.tell("subtitle", lines[at].text, 0.7)
        head.tell("publisher", outlet_in(lines[at].text), 0.7)
        head.used[at] = "standfirst"


def _use_byline(
    head: PasteHead, lines: Sequence[PasteLine], kept: Sequence[bool], near: Sequence[int]
) -> None:
    """Take the first line that says it is a byline, else the first bare names beside a date."""
    for at in near:
        text = lines[at].text
        if at in head.used or len(text) > _MAX_BYLINE:
            continue
        if is_byline_word(text) and at + 1 < len(lines) and not kept[at]:
            head.used[at] = "byline"
            if _take_byline(head, at + 1, lines[at + 1].text, 0.8):
                return
        told = text if opens_byline(text) else _byline_beside_date(text)
        if told and _take_byline(head, at, told, 0.8):
            return
    for at in near:
        if at in head.used or kept[at] or not _stands_as_byline(lines, at):
            continue
        if _take_byline(head, at, lines[at].text, 0.6):
            return


def _byline_beside_date(text: str) -> str | None:
    """The names in “Posted on 20 December 2025 by Jane Roe”."""
    return inner_byline(text) if find_dates(text, day_first=True) else None


def _take_byline(head: PasteHead, at: int, text: str, confidence: float) -> bool:
    names = _without_dates(text)
    agency, authors = agency_in(names), split_authors(names)
    head.tell("agency", agency, 0.8)
    if agency or authors:
        head.used.setdefault(at, "byline")
    if authors:
        head.authors = authors
        head.provenance["authors"] = Provenance("text", confidence)
    return bool(authors)


def _stands_as_byline(lines: Sequence[PasteLine], at: int) -> bool:
    """Whether a line that is only names has a date in it or beside it."""
    whole = lines[at].text
    text = _without_dates(whole)
    words = text.split()
    if len(whole) > _MAX_BYLINE or not 2 <= len(words) <= 8 or text.endswith((".", "?", ":")):
        return False
    if boilerplate_reason(text) or not all(w[:1].isupper() or len(w) <= 3 for w in words):
        return False
    beside = lines[max(0, at - 1) : at + 2]
    dated = text != whole or any(is_date_line(line.text) for line in beside)
    return dated and not _has_common_word(lines, words)


def _has_common_word(lines: Sequence[PasteLine], words: Sequence[str]) -> bool:
    """Whether the paste writes one of the words in lower case too, as it does with no name."""
    common = {word.lower() for word in words if len(word) > 3}
    return any(
        not common.isdisjoint(line.text[:5000].split())
        for line in lines[:400]
        if len(line.text) > 60
    )


def _without_dates(text: str) -> str:
    for phrase in reversed(find_dates(text, day_first=True)):
        text = without_date_label(text[: phrase.start]) + " | " + text[phrase.end :]
    return text.strip(" |-–—,·•")


def _use_dates(
    head: PasteHead, lines: Sequence[PasteLine], kept: Sequence[bool], near: Sequence[int]
) -> None:
    day_first = day_order(lines)
    if accessed := read_accessed(lines, day_first):
        head.tell("accessed", accessed[1], 0.9)
        head.used[accessed[0]] = "date line"
    end = len(kept) - next((at for at, keeps in enumerate(reversed(kept)) if keeps), 0)
    after = range(end, min(end + _AFTER_END, len(lines)))
    numbers = [at for at in (*near, *after) if head.used.get(at) in (None, "byline")]
    found = read_dates(lines, numbers, day_first)
    head.tell("published", found.get("published") or found.get(""), 0.9)
    if "published" in head.values:
        head.tell("modified", found.get("modified"), 0.8)
    else:
        head.tell("published", found.get("modified"), 0.5)
    first = next(
        (at for at, keeps in enumerate(kept) if keeps and word_count(lines[at].text) > 12), 0
    )
    for at in numbers:
        text = lines[at].text
        if is_date_line(text) and (not kept[at] or at < first or date_label(text)):
            head.used.setdefault(at, "date line")
