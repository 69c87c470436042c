"""Which dates a text tells, and the sentences that tell them.

Spans are found by `date_patterns`, their meaning by `date_resolution`; here is what counts: each
stretch of words once, the longer form before the shorter, one event a sentence and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from desktop_app.analysis.date_guards import (
    is_citation,
    is_date,
    is_date_alone,
    is_publication_line,
    speaks_of_future,
)
from desktop_app.analysis.date_patterns import DateForm, DateForms, forms_of
from desktop_app.analysis.date_resolution import resolve
from desktop_app.analysis.date_viewpoint import Viewpoint
from desktop_app.analysis.dateline import dateline_of
from desktop_app.analysis.sentences import sentences
from desktop_app.core.article import Event

_WORD = re.compile(r"[^\W\d_]+")
_FOUR_DIGITS = re.compile(r"\d{3}|\bQ[1-4]|\d0(?:s|er)?\b|[’'‘]\d\d\b")
_SEEN_FROM_ANOTHER = frozenset(("earlier", "later"))
_COUNTED_FROM = _SEEN_FROM_ANOTHER | {"ago"}
_TOLD_WHOLE = frozenset(("day", "month", "season", "year", "iso", "numeric", "feast"))
_APPOSED = re.compile(r"\s?[,(–—-]\s?")
# Arabic-Indic, Persian, Devanagari and full-width figures are read as the others are.
_FIGURES = {
    first + figure: str(figure) for first in (0x660, 0x6F0, 0x966, 0xFF10) for figure in range(10)
}
# “ב-13 באפריל”: a preposition and its hyphen.
_HEBREW_HYPHEN = re.compile(r"(?<=[א-ת])[-־](?=\d)")
# A sentence longer than this is no sentence; its beginning is enough.
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that tell a date: where they stand, and what they mean as EDTF.

    ``before`` is the preposition that they begin with, in lower case; ``kind`` their form.
    """

    start: int
    end: int
    date: str
    before: str = ""
    kind: str = ""


def find_events(text: str, published: str | None, language: str | None) -> tuple[Event, ...]:
    """The dates told in a text as EDTF, with their sentences; one event a sentence and date.

    ``text`` is an article's: its lines aren't wrapped. Relative phrases are seen from the day of a
    dateline before the text, else from ``published``; without a single day they aren't resolved.
    """
    forms, view = _reading(published, language)
    dateline = dateline_of(text, view.published, _code(language))
    if dateline is not None:
        view = replace(view, published=dateline.day)
    skipped = dateline.end if dateline is not None else 0
    events: dict[tuple[int, str], Event] = {}
    for sentence in sentences(text, wrapped=False):
        for found in _dates_in(sentence.text[:_LONGEST], forms, view):
            if sentence.start + found.end <= skipped:
                continue
            phrase = " ".join(sentence.text[found.start : found.end].split())
            event = Event(found.date, sentence.start, sentence.end, sentence.text, phrase)
            events.setdefault((sentence.start, found.date), event)
            view = replace(view, anchor=found.date)
    return tuple(events.values())


def date_phrases(
    sentence: str, published: str | None, language: str | None
) -> tuple[DatePhrase, ...]:
    """Every stretch of one sentence's words that tells a date, in order."""
    forms, view = _reading(published, language)
    return tuple(_dates_in(sentence[:_LONGEST], forms, view))


def _reading(published: str | None, language: str | None) -> tuple[DateForms, Viewpoint]:
    code = _code(language)
    forms = forms_of(code)
    return forms, Viewpoint(_day_of(published), forms.words, False, code == "en")


def _code(language: str | None) -> str:
    return (language or "en")[:2].lower()


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None  # a month or a year is no day to count from


def _dates_in(sentence: str, forms: DateForms, view: Viewpoint) -> list[DatePhrase]:
    taken: list[DatePhrase] = []
    sentence = _HEBREW_HYPHEN.sub(" ", sentence.translate(_FIGURES))
    # “Two days earlier” is seen from another date, so the others are read first.
    applying = sorted(_applying(sentence, forms), key=lambda form: form.kind in _SEEN_FROM_ANOTHER)
    if not applying or is_publication_line(sentence):
        return []
    for form in applying:
        for match in form.pattern.finditer(sentence):
            overlaps = any(match.start() < old.end and old.start < match.end() for old in taken)
            if overlaps or not is_date(form.kind, match, sentence, view.english):
                continue
            future = speaks_of_future(sentence, match, forms.words)
            anchor = _told_before(match.start(), taken) or view.anchor
            meaning = resolve(form.kind, match, replace(view, future=future, anchor=anchor))
            if meaning is not None or form.kind == "day":
                taken.append(_phrase(form.kind, match, meaning or "", forms))
    told = sorted((found for found in taken if found.date), key=lambda found: found.start)
    told = [
        found
        for found, after in zip_longest(told, told[1:])
        if not _is_told_again(found, after, sentence)
    ]
    return [
        phrase for phrase in _joined(told, sentence, forms) if not _is_of_the_text(phrase, sentence)
    ]


def _is_told_again(phrase: DatePhrase, after: DatePhrase | None, sentence: str) -> bool:
    """Whether words that count from a date have the date itself behind them, after a comma."""
    return (
        after is not None
        and phrase.kind in _COUNTED_FROM
        and after.kind in _TOLD_WHOLE
        and _APPOSED.fullmatch(sentence, phrase.end, after.start) is not None
    )


def _is_of_the_text(phrase: DatePhrase, sentence: str) -> bool:
    """Whether a day is that of the text itself or of a look-up, not of something told."""
    return len(phrase.date) == len("2023-04-14") and (
        is_date_alone(sentence, phrase.start, phrase.end) or is_citation(sentence, phrase.start)
    )


def _phrase(kind: str, match: re.Match[str], meaning: str, forms: DateForms) -> DatePhrase:
    """The words of a match; an “and” before a date isn't part of them.

    A day that isn't in the calendar is kept with no meaning, so that its year isn't taken alone.
    """
    before = (match.groupdict().get("pre") or "").lower()
    joins = before in forms.words.connect and before not in forms.words.between
    start = match.end("pre") + 1 if joins else match.start()
    return DatePhrase(start, match.end(), meaning, before, kind)


def _told_before(place: int, taken: list[DatePhrase]) -> str | None:
    """The date that was told last before a place."""
    before = [phrase for phrase in taken if phrase.date and phrase.end <= place]
    return max(before, key=lambda phrase: phrase.end).date if before else None


def _applying(sentence: str, forms: DateForms) -> Iterator[DateForm]:
    """The forms whose words are in the sentence at all."""
    words = {word.lower() for word in _WORD.findall(sentence)}
    for anchors, some in forms.by_anchor:
        if not anchors.isdisjoint(words):
            yield from some
    if (
        forms.words.unspaced
        or _FOUR_DIGITS.search(sentence)
        or not words.isdisjoint(forms.words.century)
    ):
        yield from forms.numeric


def _joined(found: list[DatePhrase], sentence: str, forms: DateForms) -> list[DatePhrase]:
    """“From … to …” over two whole dates made one interval."""
    joined: list[DatePhrase] = []
    for after in found:
        before = joined[-1] if joined else None
        if before is not None and _connects(before, after, sentence, forms):
            joined[-1] = replace(before, end=after.end, date=f"{before.date}/{after.date}")
        else:
            joined.append(after)
    return joined


def _connects(before: DatePhrase, after: DatePhrase, sentence: str, forms: DateForms) -> bool:
    gap = sentence[before.end : after.end]
    words = gap.lower().split()
    simple = not any(mark in before.date + after.date for mark in "/~X")
    opens = before.before in forms.words.between
    return bool(
        words
        and simple
        and opens
        and words[0] in forms.words.connect
        and len(gap) - (after.end - after.start) <= 8
        and before.date < after.date
    )
