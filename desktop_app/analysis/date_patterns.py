"""The forms in which dates are written, compiled once a language from its words.

A form is a regular expression with named groups; what they mean is `date_resolution`'s. All take
time linear in the sentence: every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.analysis.date_words import LANGUAGES, DateWords

YEAR = r"(?:1[0-9]|20|21)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª|°)?"
_DASH = r"\s?[-–—]\s?"
# What mustn't stand around a bare number that is taken for a day or a year.
_FREE = r"(?<![\w.,/:$€£¥₹#-])"
_END = r"(?![\w%°€$£]|[.,:/]\d|-\w)"
_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{0,3}))"


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way to write a date: what kind it is, and its pattern."""

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateForms:
    """A language's forms, by the class of word that must be in a sentence for them to apply."""

    words: DateWords
    by_anchor: tuple[tuple[frozenset[str], tuple[DateForm, ...]], ...]
    numeric: tuple[DateForm, ...]


@cache
def forms_of(language: str) -> DateForms:
    """The forms of a language by ISO 639-1 code; English for one whose words aren't known."""
    words = LANGUAGES.get(language, LANGUAGES["en"])
    return DateForms(
        words,
        (
            (_anchors(words.months), _month_forms(words)),
            (_anchors(words.seasons), _season_forms(words)),
            (_anchors(words.weekdays), _weekday_forms(words)),
            (_anchors([*words.days, *words.periods]), _phrase_forms(words)),
            (_anchors(words.units), _counted_forms(words)),
        ),
        _year_forms(words),
    )


def _anchors(phrases: Iterable[str]) -> frozenset[str]:
    """The last word of every phrase: one of them must be there for a form to match."""
    return frozenset(re.findall(r"[^\W\d_]+", phrase)[-1] for phrase in phrases)


def any_of(phrases: Iterable[str]) -> str:
    """An alternation of phrases, longest first, with free white space."""
    ordered = sorted({phrase for phrase in phrases if phrase}, key=lambda item: (-len(item), item))
    joined = "|".join(re.escape(item).replace(r"\ ", r"\s") for item in ordered)
    return f"(?:{joined})" if joined else "(?!)"


def _compile(kind: str, pattern: str) -> DateForm:
    return DateForm(kind, re.compile(pattern, re.IGNORECASE))


def _month_forms(words: DateWords) -> tuple[DateForm, ...]:
    month = rf"(?P<month>{any_of(words.months)})\b(?:\.(?=\s?\d))?"
    before = any_of(
        [
            *words.before_month,
            *words.before_year,
            *words.before_weekday,
            "on",
            "vom",
            *words.between,
        ]
    )
    weekday = rf"(?:{any_of(words.weekdays)},?\s(?:(?:the|den|dem|el|le|dia|día)\s)?)?"
    start = rf"(?<![\w-])(?:(?P<pre>{before})[\s-](?:(?:the|den|dem|el|il|le)\s)?)?{weekday}"
    of = rf"(?:{any_of(words.of)}\s)?"
    behind = rf"(?:\s{any_of(words.behind_year)})?" if words.behind_year else ""
    year = rf"(?:,?\s{of}(?P<year>{YEAR})(?!\d|[.,]\d|\s?[-–]\s?\d){behind})"
    to = rf"(?:{_DASH}|\s?/\s?|\s{any_of(words.connect)}\s(?:the\s)?)"
    day, last_day = (rf"(?P<{name}>[0-3]?\d){_ORDINAL}" for name in ("day", "last"))
    bare, last_bare = (rf"(?P<{name}>[0-3]?\d)(?:st|nd|rd|th)?" for name in ("day", "last"))
    past = any_of(words.past)
    coming, this = any_of(words.coming), any_of(words.this)
    aside = rf"(?:(?P<past>{past})|(?P<coming>{coming})|(?P<this>{this}))"
    aside_behind = aside.replace("P<past", "P<past2").replace("P<coming", "P<coming2")
    aside_behind = aside_behind.replace("P<this", "P<this2")
    return (
        _compile("days", rf"{start}{_FREE}{day}{to}{last_day}\s{of}{month}{year}?(?![\w])"),
        _compile("days", rf"{start}{month}\s{bare}{to}{last_bare}{_END}{year}?"),
        _compile("day", rf"{start}{_FREE}{day}\s{of}{month}{year}?(?!\w)"),
        _compile("day", rf"{start}{month}\s{bare}{_END}{year}?"),
        _compile("month", rf"{start}{month},?\s{of}(?P<year>{YEAR}){_END}{behind}"),
        _compile("month", rf"(?<!\w){aside}\s{month}(?!\w)"),
        _compile("month", rf"(?<!\w){month}\s{aside_behind}(?!\w)"),
        _compile(
            "month",
            rf"(?<![\w-])(?P<pre>{any_of(words.before_month)})[\s-]{month}"
            rf"(?!\w|\s\d|[’'])",
        ),
    )


def _season_forms(words: DateWords) -> tuple[DateForm, ...]:
    season = rf"(?P<season>{any_of(words.seasons)})"
    of = rf"(?:{any_of(words.of)}\s)?"
    behind = rf"(?:\s{any_of(words.behind_year)})?" if words.behind_year else ""
    aside = (
        rf"(?:(?P<past>{any_of(words.past)})|(?P<coming>{any_of(words.coming)})"
        rf"|(?P<this>{any_of(words.this)}))"
    )
    return (
        _compile("season", rf"(?<!\w){season},?\s{of}(?P<year>{YEAR}){_END}{behind}"),
        _compile("season", rf"(?<!\w){aside}\s{season}(?!\w)"),
    )


def _weekday_forms(words: DateWords) -> tuple[DateForm, ...]:
    weekday = rf"(?P<weekday>{any_of(words.weekdays)})"
    aside = (
        rf"(?:(?P<past>{any_of(words.past)})|(?P<coming>{any_of(words.coming)})"
        rf"|(?P<this>{any_of(words.this)}))"
    )
    behind = rf"(?:(?P<past2>{any_of(words.past)})|(?P<coming2>{any_of(words.coming)}))"
    before = any_of(words.before_weekday)
    return (
        _compile(
            "weekday",
            rf"(?<![\w-])(?:(?P<pre>{before})\s)?(?:{aside}\s)?{weekday}"
            rf"(?![\w-])(?:\s{behind}\b)?",
        ),
    )


def _phrase_forms(words: DateWords) -> tuple[DateForm, ...]:
    return (
        _compile("period", rf"(?<![\w-])(?P<period>{any_of(words.periods)})(?![\w-]|[’']s)"),
        _compile("today", rf"(?<![\w-])(?P<today>{any_of(words.days)})(?![\w-]|[’']s)"),
    )


def _counted_forms(words: DateWords) -> tuple[DateForm, ...]:
    number = rf"(?P<number>\d{{1,3}}|{any_of(words.numbers)})"
    unit = rf"(?P<unit>{any_of(words.units)})"

    def filled(template: str) -> str:
        spaced = re.escape(template).replace(r"\{n\}", number).replace(r"\{unit\}", unit)
        return rf"(?<![\w-])(?:(?P<pre>{any_of(words.around)})\s)?{spaced}(?!\w)".replace(
            r"\ ", r"\s"
        )

    forms = [_compile("ago", filled(template)) for template in words.ago]
    forms += [
        _compile("later" if step > 0 else "earlier", filled(template))
        for template, step in words.later
    ]
    return tuple(forms)


def _year_forms(words: DateWords) -> tuple[DateForm, ...]:
    behind = rf"(?:\s{any_of(words.behind_year)})?" if words.behind_year else ""
    to = rf"(?:{_DASH}|\s{any_of(words.connect)}\s)"
    between = rf"(?:(?P<pre>{any_of(words.between)})\s)?"
    before = any_of(words.before_year)
    century = any_of(words.century)
    return (
        _compile("iso", rf"{_FREE}(?P<iso>{YEAR}-[01]\d-[0-3]\d)(?![\w-])"),
        _compile(
            "numeric",
            rf"{_FREE}(?P<first>[0-3]?\d)(?P<sep>[./])(?P<second>[0-3]?\d)(?P=sep)"
            rf"(?P<year>{YEAR})(?![\w/])",
        ),
        _compile("quarter", rf"(?<!\w)Q(?P<quarter>[1-4])(?:,?\s(?:of\s)?(?P<year>{YEAR}))?(?!\w)"),
        _compile("decade", rf"{_FREE}(?P<decade>1\d\d0|20\d0)(?:[’']?s|er|ern|-[ех]|-ых)(?!\w)"),
        _compile(
            "decade",
            r"(?<!\w)(?:the|the\s(?:early|mid|late)|in\sden)[\s-][’']?"
            r"(?P<short>[2-9]0)(?:[’']?s|er|ern)(?!\w)",
        ),
        _compile(
            "decade",
            r"(?<!\w)(?:années|años|anni|anos|jaren|década\sde)\s[’']?"
            r"(?:(?P<decade>1\d\d0|20\d0)|(?P<short>[2-9]0))(?!\w)",
        ),
        _compile(
            "century",
            rf"{_FREE}(?P<century>[12]?\d)(?:st|nd|rd|th|\.|e|ème|º|°)?[\s-]"
            rf"{century}(?!\w)(?!\sB)",
        ),
        _compile("century", rf"(?<!\w)(?P<roman>{_ROMAN})(?:e|º)?\s{century}(?!\w)"),
        _compile("century", rf"(?<!\w){century}\s(?P<roman>{_ROMAN})(?!\w)"),
        _compile(
            "years",
            rf"(?<!\w){between}{_FREE}(?P<year>{YEAR}){to}(?P<last>{YEAR}|\d\d)"
            rf"{_END}{behind}",
        ),
        _compile("year", rf"(?<![\w-])(?P<pre>{before})[\s-](?P<year>{YEAR}){_END}{behind}"),
    )
