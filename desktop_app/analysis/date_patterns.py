"""The forms in which dates are written, compiled once a language from its words.

A form is a regular expression with named groups; what they mean is `date_resolution`'s. All take
time linear in the sentence: every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.analysis.date_languages import words_of
from desktop_app.analysis.date_unspaced import unspaced_patterns
from desktop_app.analysis.date_words import DateWords

YEAR = r"(?:1[0-9]|20|21)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª|°)?"
_DASH = r"\s?[-–—]\s?"
_AND = frozenset(("and", "und", "et", "y", "e", "en", "и"))
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
    words = words_of(language)
    if words.unspaced:
        every = tuple(_compile(kind, pattern) for kind, pattern in unspaced_patterns(words))
        return DateForms(words, (), (*every, *_year_forms(words)))
    return DateForms(
        words,
        (
            (_anchors(words.portion_units), _portion_forms(words)),
            (_anchors(words.feasts), _feast_forms(words)),
            (_anchors(words.months), _month_forms(words)),
            (_anchors(words.seasons), _season_forms(words)),
            (_anchors(words.weekdays), _weekday_forms(words)),
            (_anchors(words.quarter), _quarter_forms(words)),
            (_anchors([*words.days, *words.periods]), _phrase_forms(words)),
            (_anchors(words.decades), _spoken_decade_forms(words)),
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


# In “is coming Friday” the word is a verb.
_COMES = r"(?:(?<!is\s)(?<!are\s)|(?!coming))"


def _aside(words: DateWords) -> str:
    """“Last”, “next” or “this” before a month, a season or a weekday."""
    past, coming, this = any_of(words.past), any_of(words.coming), any_of(words.this)
    return rf"(?:(?P<past>{past})|{_COMES}(?P<coming>{coming})|(?P<this>{this}))"


def _aside_behind(words: DateWords) -> str:
    past, coming, this = any_of(words.past), any_of(words.coming), any_of(words.this)
    return rf"(?:(?P<past2>{past})|(?P<coming2>{coming})|(?P<this2>{this}))"


def _year_behind(words: DateWords, last: str = "", *, dash: bool = False) -> str:
    """A year behind a day or a month: in figures, or as “of this year”.

    ``dash`` says that a dash and a number may follow, as they do within an interval.
    """
    of = rf"(?:{any_of(words.of)}\s)?"
    behind = rf"(?:\s{any_of(words.behind_year)})?" if words.behind_year else ""
    # A clock time may follow a dash, another year or day may not.
    stop = r"\d|[.,]\d" if dash else r"\d|[.,]\d|\s?[-–]\s?\d(?!\d?[:.h]\d)"
    years = any_of(phrase for phrase, (unit, _) in words.periods.items() if unit == "year")
    return (
        rf"(?:,?\s{of}(?P<year{last}>{YEAR})(?!{stop}){behind}"
        rf"|,?\s{of}(?P<relyear{last}>{years})(?!\w))"
    )


def _month_name(words: DateWords, name: str = "month") -> str:
    return rf"(?P<{name}>{any_of(words.months)})(?!\w)(?:\.(?=\s?\d))?"


def _start(words: DateWords) -> str:
    """What may stand before a day: a preposition, an article, a weekday, “last”."""
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
    article = r"(?:(?:the|den|dem|el|il|le)\s)?"
    inclusive = r"(?:(?:einschließlich|inklusive|including)\s)?"
    return (
        rf"(?<![\w-])(?:(?P<pre>{before})[\s-]{article}{inclusive})?"
        rf"(?:{any_of(words.weekdays)},?\s(?:(?:the|den|dem|el|le|dia|día)\s)?)?"
        rf"(?:{any_of(words.past)}\s)?"
    )


def _month_forms(words: DateWords) -> tuple[DateForm, ...]:
    month, year, start = _month_name(words), _year_behind(words), _start(words)
    of = rf"(?:{any_of(words.of)}\s)?"
    to = (
        rf"(?:{_DASH}|\s?/\s?|\s{any_of(words.connect)}\s(?:the\s)?"
        r"(?:(?:einschließlich|including)\s)?)"
    )
    day, last_day = (rf"(?P<{name}>[0-3]?\d){_ORDINAL}" for name in ("day", "last"))
    bare, last_bare = (rf"(?P<{name}>[0-3]?\d)(?:st|nd|rd|th)?" for name in ("day", "last"))
    return (
        *_span_forms(words),
        *_attributive_forms(words),
        _compile("days", rf"{start}{_FREE}{day}{to}{last_day}\s{of}{month}{year}?(?![\w])"),
        _compile("days", rf"{start}{month}\s{bare}{to}{last_bare}{_END}{year}?"),
        _compile("days", rf"{start}{month},\s{bare}{to}{last_bare}\s?{year}"),
        _compile("day", rf"{start}{_FREE}{day}\s{of}{month}{year}?(?!\w)"),
        _compile("day", rf"{start}{month}\s{bare}{_END}{year}?"),
        _compile("day", rf"{start}{month},\s{bare}{_END}{year}"),
        _compile("month", rf"{start}{month}{year}(?!\w)"),
        _compile("month", rf"(?<!\w){month}{_listed(words)}"),
        _compile("month", rf"(?<!\w){_aside(words)}\s{month}(?!\w)"),
        _compile("month", rf"(?<!\w){month}\s{_aside_behind(words)}(?!\w)"),
        _compile(
            "month",
            rf"(?<![\w-])(?P<pre>{any_of(words.before_month)})[\s-]{month}"
            rf"(?!\w|\s\d|[’'])",
        ),
    )


def _listed(words: DateWords) -> str:
    """What follows a month in “May, June and July 2025”: it has the year of the last one."""
    months, joins = any_of(words.months), any_of(_AND)
    return rf"(?=(?:,\s{months}){{0,4}},?\s{joins}\s{months}\s(?P<year>{YEAR})(?!\w))"


def _attributive_forms(words: DateWords) -> tuple[DateForm, ...]:
    """“The June report”, “Norway’s October output”, “December’s releases”."""
    if not words.owners:
        return ()
    # May and March are names and marches too often.
    names = any_of(month for month in words.months if len(month) > 3 and month != "march")
    owner = rf"(?:(?<!\w){any_of(words.owners)}|(?<=[a-z])[’']s)"
    return (
        _compile("month", rf"{owner}\s(?P<month>{names})(?=\s[a-z]{{3}})(?!\sand\b)"),
        _compile("month", rf"(?<!\w)(?P<month>{names})[’']s(?=\s[a-z])"),
    )


def _span_forms(words: DateWords) -> tuple[DateForm, ...]:
    """From a day of one month to a day of another, and from month to month."""
    start, of = _start(words), rf"(?:{any_of(words.of)}\s)?"
    first, last = _month_name(words), _month_name(words, "month2")
    year, last_year = _year_behind(words, dash=True), _year_behind(words, "2")
    to_words = [word for word in words.connect if word.split()[0] not in _AND]
    to = rf"(?:{_DASH}|\s{any_of(to_words)}\s(?:the\s)?)(?:{any_of(words.weekdays)},?\s)?"
    day, day2 = (rf"(?P<{name}>[0-3]?\d){_ORDINAL}" for name in ("day", "last"))
    bare, bare2 = (rf"(?P<{name}>[0-3]?\d)(?:st|nd|rd|th)?" for name in ("day", "last"))
    return (
        _compile(
            "dayspan",
            rf"{start}{_FREE}{day}\s{of}{first}{year}?{to}{day2}\s{of}{last}{last_year}?(?!\w)",
        ),
        _compile("dayspan", rf"{start}{first}\s{bare}{year}?{to}{last}\s{bare2}{_END}{last_year}?"),
        _compile("monthspan", rf"{start}{first}{year}?{to}{last}{last_year}(?!\w)"),
    )


def _season_forms(words: DateWords) -> tuple[DateForm, ...]:
    season = rf"(?P<season>{any_of(words.seasons)})"
    before = rf"(?:(?P<pre>{any_of([*words.before_month, *words.parts])})[\s-](?:the\s)?)?"
    return (
        _compile("season", rf"(?<![\w-]){before}{season}{_year_behind(words)}(?!\w)"),
        _compile(
            "season",
            rf"(?<![\w-])(?:in\s)?{before}{season}\s(?:of\s)?(?P<year>{YEAR})\s?[-–/]\s?"
            rf"(?P<last>\d\d|{YEAR})(?!\w)",
        ),
        _compile("season", rf"(?<!\w){_aside(words)}\s{season}(?!\w)"),
        _compile("season", rf"{_FREE}(?P<year>{YEAR})\s{season}(?!\w)"),
    )


def _weekday_forms(words: DateWords) -> tuple[DateForm, ...]:
    weekday = rf"(?P<weekday>{any_of(words.weekdays)})"
    behind = rf"(?:(?P<past2>{any_of(words.past)})|(?P<coming2>{any_of(words.coming)}))"
    before = any_of(words.before_weekday)
    return (
        _compile(
            "weekday",
            rf"(?<![\w-])(?:(?P<pre>{before})\s)?(?:{_aside(words)}\s)?{weekday}"
            rf"(?![\w-])(?:\s{behind}\b)?",
        ),
    )


def _phrase_forms(words: DateWords) -> tuple[DateForm, ...]:
    before = any_of([*words.before_month, *words.since, *words.parts])
    return (
        _compile(
            "period",
            rf"(?<![\w-])(?:(?P<pre>{before})[\s-](?:(?:the|der|dem|den)\s)?)?"
            rf"(?P<period>{any_of(words.periods)})(?![\w-])",
        ),
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
    return (
        _compile("iso", rf"{_FREE}(?P<iso>{YEAR}-[01]\d-[0-3]\d)(?![\w-])"),
        _compile(
            "numeric",
            rf"{_FREE}(?P<first>[0-3]?\d)(?P<sep>[./])(?P<second>[0-3]?\d)(?P=sep)"
            rf"(?P<year>{YEAR})(?![\w/])",
        ),
        _compile("quarter", rf"(?<!\w)Q(?P<quarter>[1-4]),?\s(?:of\s)?(?P<year>{YEAR})(?!\w)"),
        _compile("quarter", r"(?<!\w)Q(?P<quarter>[1-4])(?![\w-])"),
        _compile("half", rf"(?<!\w)H(?P<half>[12])\s(?:of\s)?(?P<year>{YEAR})(?!\w)"),
        *_era_forms(words),
        _compile(
            "years",
            rf"(?<!\w){between}{_FREE}(?P<year>{YEAR})(?:{to}(?P<last>{YEAR}|\d\d)|"
            rf"/(?P<last2>(?:19|20)\d\d)){_END}{behind}",
        ),
        _compile(
            "year",
            rf"(?<![\w-])(?P<pre>{before})[\s-](?:(?:early|mid|late)[\s-])?"
            rf"(?P<year>{YEAR}){_END}{behind}",
        ),
        _compile(
            "shortyear",
            rf"(?<![\w-])(?P<pre>{before})[\s-][’'‘](?P<short>\d\d)(?![\w’'°%]|[.,]\d)"
            rf"(?![^’'\n]{{1,60}}[’'](?!\w))",
        ),
        _compile("bareyear", rf"{_FREE}(?P<year>(?:19|20)\d\d){_END}{behind}"),
        _compile("bareyear", r"(?<=\()(?P<year>1[5-8]\d\d)(?=\))"),
    )


def _era_forms(words: DateWords) -> tuple[DateForm, ...]:
    """Decades and centuries, and parts of them."""
    century = any_of(words.century)
    part = any_of([*words.parts, "early", "mid", "late"])
    before = (
        rf"(?<![\w-])(?:(?P<pre>{any_of([*words.since, 'in'])})\s(?:(?:the|den|dem)\s)?)?"
        rf"(?:(?P<part>{part})[\s-](?:der\s|des\s)?)?"
    )
    return (
        _compile("decades", rf"{_FREE}(?P<decade>1\d\d0)s{_DASH}(?P<last>1\d\d0|20\d0)s(?!\w)"),
        _compile(
            "decade", rf"{before}{_FREE}(?P<decade>1\d\d0|20\d0)(?:[’']?s|er|ern|-[ех]|-ых)(?!\w)"
        ),
        _compile(
            "decade",
            r"(?<!\w)(?:the|the\s(?:early|mid|late)|in\sden|die|der)[\s-][’']?"
            r"(?P<short>[2-9]0)(?:[’']?s|er|ern)(?!\w)(?!\s?°)",
        ),
        _compile(
            "decade",
            r"(?<!\w)(?:années|años|anni|anos|jaren|década\sde)\s[’']?"
            r"(?:(?P<decade>1\d\d0|20\d0)|(?P<short>[2-9]0))(?!\w)",
        ),
        _compile(
            "century",
            rf"{before}(?<![.,/:$€£¥₹#])(?:(?P<century>[12]?\d)(?:st|nd|rd|th|\.|e|ème|º|°)?"
            rf"|(?P<ordinal>{any_of(words.ordinals)}))[\s-]{century}(?!\w)(?!\sB)",
        ),
        _compile(
            "century",
            rf"{before}{_FREE}(?P<century>[12]?\d)(?:st|nd|rd|th)(?=\s(?:and|or|to)\s(?:the\s)?"
            rf"(?:{part}\s)?[12]?\d(?:st|nd|rd|th)\s{century}(?!\w))",
        ),
        _compile("century", rf"(?<!\w)(?P<roman>{_ROMAN})(?:e|º)?\s{century}(?!\w)"),
        _compile("century", rf"(?<!\w){century}\s(?P<roman>{_ROMAN})(?!\w)"),
    )


def _portion_forms(words: DateWords) -> tuple[DateForm, ...]:
    """“The first week of July”, “the second half of the 1990s”."""
    of = rf"(?:{any_of([*words.of, 'des', 'der', 'van'])})\s(?:the\s|de\s|los\s|den\s)?"
    year = rf"(?P<year>{YEAR})(?!\d|[.,]\d|\s?[-–]\s?\d)"
    return (
        _compile(
            "portion",
            rf"(?<![\w-])(?P<portion>{any_of(words.portions)})\s"
            rf"(?P<unit>{any_of(words.portion_units)})\s(?:{of}|(?=\d))(?:année\s|año\s|jahres\s)?"
            rf"(?:{_month_name(words)}{_year_behind(words).replace('year', 'monthyear')}?"
            rf"|(?P<decade>1\d\d0|20\d0)(?:[’']?s|er(?:\sjahre)?)|{year})(?!\w)",
        ),
    )


def _feast_forms(words: DateWords) -> tuple[DateForm, ...]:
    """“Christmas Eve 1914”, “on Easter Monday”."""
    before = any_of([*words.before_weekday, *words.before_month, "at", "an", "zu", "à"])
    return (
        _compile(
            "feast",
            rf"(?<![\w-])(?:(?P<pre>{before})\s)?(?:{any_of(words.past)}\s)?"
            rf"(?P<feast>{any_of(words.feasts)})(?![\w-]|[’']\w)"
            # “Good Friday, 10 April 1998” is told by its day.
            rf"(?!,?\s[0-3]?\d{_ORDINAL}\s(?:{any_of(words.of)}\s)?{any_of(words.months)}\b)"
            rf"(?!,?\s{any_of(words.months)}\s[0-3]?\d\b){_year_behind(words)}?",
        ),
    )


def _spoken_decade_forms(words: DateWords) -> tuple[DateForm, ...]:
    """“The early nineties”: of the last century, as the press says it."""
    return (_compile("spoken", rf"(?<![\w-])(?P<spoken>{any_of(words.decades)})(?![\w-])"),)


def _quarter_forms(words: DateWords) -> tuple[DateForm, ...]:
    """“The third quarter of 2022”; one without a year may be of a match."""
    number = rf"(?:(?P<ordinal>{any_of(words.ordinals)})|(?P<quarter>[1-4])\.)"
    quarter = any_of(words.quarter)
    return (_compile("quarter", rf"(?<![\w-]){number}\s{quarter}{_year_behind(words)}(?!\w)"),)
