"""What looks like a date and is none, and when a sentence speaks of the future."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from desktop_app.analysis.date_patterns import any_of
from desktop_app.analysis.date_words import DateWords

_PUBLICATION = re.compile(
    r"\s*(?:(?:first|originally)\s)?(?:published|updated|posted|last\s(?:modified|updated|reviewed)|modified|"
    r"copyright|©|\(c\)|created|veröffentlicht|aktualisiert|stand:|publié|mis\sà\sjour|publicado|"
    r"actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|опубликовано|обновлено)\b",
    re.IGNORECASE,
)
# “This article was first published on …” is one too, wherever it stands in its line.
_OF_THIS_TEXT = re.compile(
    r"\s*(?:[^\W\d_’']{2,10}(?:[’']s)?\snote:\s)?(?:this|the)\s(?:blog\s)?"
    r"(?:article|page|post|story|list|guide|review|piece|report)\s(?:was|has\sbeen)\s"
    r"(?:first\s|originally\s|last\s)?(?:published|updated|posted|reviewed)\b|"
    r"\s*dieser\s(?:artikel|beitrag|text)\swurde\b.{0,80}\b(?:veröffentlicht|aktualisiert)\b|"
    r"\s*(?:editor[’']s\snote:\s)?we\s(?:last\s)?updated\s(?:this|our)\b|"
    r"\s*(?:editor[’']s\snote,\s)?[^:\n]{6,24}:\s(?:this\s(?:story|article|post|page)\s(?:was|has)|"
    r"(?:updated|corrected|added|revised)\s(?:a\b|an\b|the\b|to\b|with\b|formatting|links?))|"
    r"\s*[—–-]\s[^\n]{2,60}\(@\w{1,20}\)\s",
    re.IGNORECASE,
)
# A publication line is short; a sentence that begins with the same word is not.
_LONGEST_LINE = 90
# Days that have a name of their own, and papers and clubs named after days.
_NAMED_DAY = re.compile(
    r"\b(?:good|black|bloody|super|ash|easter|cyber|palm|maundy|holy|sheffield|giving|every|each|"
    r"any|one|most|all|a|an|your|our|my|their|his|her|taco|meatless|nfl|some|casual|fat|shrove|blue|ruby|the\s(?:mail|sun)\son|per|jeden|jedem|jeder|jede|chaque|"
    r"tous\sles|cada|ogni|iedere|elke|каждый|каждую)\s$",
    re.IGNORECASE,
)
_NAMED_THING = re.compile(
    r"\.com|\s(?:mornings|nights|afternoons|evenings|dinners?|brunch|lunch|Ticket|Times|Telegraph|Herald|Mirror|Express|Mail|Post|Night|Independent|Mass|School|Best|Club|"
    r"Tribune|League|Evening\sPost)\b|s\b"
)
# Nouns that make a number in front of them an amount.
_COUNTED = re.compile(
    r"\s(?:people|persons|men|women|children|workers|soldiers|troops|jobs|homes|houses|users|"
    r"students|members|employees|dollars|euros|pounds|rupees|miles|kilomet\w+|km|metres|meters|"
    r"feet|tons|tonnes|years|days|hours|minutes|units|copies|votes|seats|points|cases|deaths|"
    r"victims|residents|players|calories|words|pages|items|hp|watts|square|sq|acres|hectares|"
    r"Menschen|Personen|Euro|Meter|Kilometer|personnes|personas|persone|pessoas|mensen|человек)\b",
    re.IGNORECASE,
)
# Behind “of”, “by”, “to”, “the” and the like a number is a year only where the clause goes on so.
_YEAR_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?)\]\"”’'–—-]|\s(?:and|or|but|when|after|before|in|at|on|the|was|were|is|are|"
    r"that|which|with|to|for|as|has|have|had|he|she|it|they|we|a|an|by|because|while|who|where|"
    r"under|through|due|there|his|her|their|over|into|against|von|und|in|der|die|das|wurde|hat|et|"
    r"[a-z]+[^s\W\d_]|à|la|le|y|la|el|en|e|il|nel|o|a|um|en|de|het|и|в|на)\b)",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\]\"”’–—-])")
_LOOSE = frozenset(
    [
        "in",
        "since",
        "during",
        "until",
        "till",
        "early",
        "late",
        "mid",
        "through",
        "throughout",
        "im",
        "seit",
        "en",
        "depuis",
        "desde",
        "nel",
        "em",
        "sinds",
        "в",
        "с",
    ]
)
_HAPPENED = (
    r"(?:[a-z]{2,}ed|said|told|held|met|won|lost|began|went|came|took|gave|made|found|hit|died|left|"
    r"was|were|will|launches|opens|closes|starts|begins|reports|announces|arrives|releases|votes)"
)
_HAPPENED_BEFORE = re.compile(rf"\b{_HAPPENED}(?:[^\w.;!?]+[\w’'-]+){{0,4}}[^\w.;!?]+$")
# “Auch heute noch”: nowadays.
_NOWADAYS_BEFORE = re.compile(
    r"\b(?:auch|bis|noch|von|würde|wie|encore|hasta|ancora|ainda)\s$", re.I
)
_NOWADAYS_BEHIND = re.compile(r"\s(?:noch|los|üblich|encore)\b", re.I)
# “Is supported today” tells a state, “is expected today” what will happen.
_STATE_BEFORE = re.compile(
    r"\b(?:used|known|needed|required|called|is|are|be|being|feels?|feeling|can|re)\s"
    r"(?:(?!expected|due|scheduled|set|meeting|to\b)[\w’'-]+\s){0,3}$"
)
_HAPPENED_BEHIND = re.compile(rf",?\s(?:[\w’'-]+\s){{0,3}}{_HAPPENED}\b")
_MONTH_NAMES_OF_PEOPLE = re.compile(r"(?:Theresa|Brian|James|Imelda|Elaine|Robert|Rollo)\s$")


# A bare weekday before another name is part of that name (“Tuesday Knight Games”).
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]+")
# What is so every year happened in none.
_HABIT = re.compile(
    r"\b(?:usually|typically|often|traditional|traditionally|generally|normally|always|annually|"
    r"tends?\sto|peaks?|falls|each|every|yearly|meist|meistens|üblicherweise|jedes|jährlich|"
    r"généralement|chaque|suele|cada|normalmente|di\ssolito|ogni)\b",
    re.IGNORECASE,
)
# How near a word of habit must stand before the date.
_HABIT_REACH = 60
# What makes four figures before or behind it no year: a name, a number, an amount.
_NO_YEAR_BEFORE = re.compile(
    r"(?:\b(?:page|pages|no|nr|room|flight|route|highway|model|number|form|individual|code|iso|"
    r"article|section|hotel|windows|office|rs|usd|eur|chf|sfr|pin|box|postfach|version|us)\.?|"
    r"[$€£¥×*=<>~|(]\s?\+?|\d)\s*$",
    re.IGNORECASE,
)
# Words of measure make a round figure an amount.
_MEASURED = re.compile(
    r"\b(?:than|over|about|nearly|almost|roughly|approximately|under|least|most|some|only|bis\szu|"
    r"rund|etwa|über|fast|environ|unos|circa)\s$",
    re.IGNORECASE,
)
# “The Russell 2000”, “Expo 2000”: behind a name a round figure may be part of it.
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+\s$")
_PLURAL_BEHIND = re.compile(r"\s[a-z]{2,}s\b(?<!ss)")
_UNIT_BEHIND = re.compile(
    r"\s?(?:[x×*+]\s?\d|mAh|mhz|ghz|rpm|mm|cm|kg|g\b|lbs?|px|pixels|ms\b|mb|gb|w\b|kw|hz|v\b|"
    r"\s\d|more\b|fewer\b|uhr|mark|franken|chf|;|people|[a-z]+[-‑]meter)",
    re.IGNORECASE,
)
_QUARTER_BEFORE = re.compile(
    r"\b(?:in|for|during|of|since|by|from|this|our|the|its|last|and)\s$", re.I
)
_QUARTER_BEHIND = re.compile(
    r"\s(?:results?|earnings|revenues?|profits?|sales|report|GDP|numbers|figures|guidance|loss(?:es)?|"
    r"net|income|growth|deliveries|earning)\b",
)


def is_publication_line(sentence: str) -> bool:
    """Whether the line says when it was published rather than what happened."""
    short = len(sentence) <= _LONGEST_LINE and _PUBLICATION.match(sentence) is not None
    return short or _OF_THIS_TEXT.match(sentence) is not None


def is_date_alone(sentence: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but a day, as below a headline."""
    return _ONLY_FILLERS.fullmatch(sentence[:start] + " " + sentence[end:]) is not None


def is_citation(sentence: str, start: int) -> bool:
    """Whether the day is the one on which somebody looked a source up."""
    return _LOOKED_UP.search(sentence, max(0, start - 60), start) is not None


_ONLY_FILLERS = re.compile(
    r"(?:[\W\d_]|\b(?:by|on|at|am|pm|um|uhr|le|el|il|the|est|edt|gmt|utc|cet|bst)\b){0,60}",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"\b(?:sagt|says|schreibt|dice|dit)\s?:\s$|"
    r"\b(?:accessed|retrieved|abgerufen|zugriff|consulté|consultado|consultato)\b[^;]*$",
    re.IGNORECASE,
)


def is_date(kind: str, match: re.Match[str], sentence: str, english: bool) -> bool:
    """Whether a match is a date and not a name, an amount or a verb."""
    guard = _GUARDS.get(kind)
    return guard is None or guard(match, sentence, english)


def _is_quarter(match: re.Match[str], sentence: str, english: bool) -> bool:
    """Whether “Q3” is a quarter and not a model's name."""
    return bool(
        _has_year(match)
        or _QUARTER_BEFORE.search(sentence, 0, match.start())
        or _QUARTER_BEHIND.match(sentence, match.end())
    )


def _has_year(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("relyear"))


def _is_bare_year(match: re.Match[str], sentence: str, english: bool) -> bool:
    year = int(match["year"])
    before = sentence[max(0, match.start() - 16) : match.start()]
    if _NO_YEAR_BEFORE.search(before) and not _in_brackets(match, sentence):
        return False
    if _COUNTED.match(sentence, match.end()) or _UNIT_BEHIND.match(sentence, match.end()):
        return False
    if "©" in sentence[max(0, match.start() - 60) : match.start()]:
        return False
    if year % 10 == 0 and _MEASURED.search(before):
        return False
    if year % 100 == 0 and (
        _NAME_BEFORE.search(before) or not _CLAUSE_ENDS.match(sentence, match.end())
    ):
        return False
    round_or_old = year % 100 == 0 or year < 1980
    return not (round_or_old and _PLURAL_BEHIND.match(sentence, match.end()))


def _in_brackets(match: re.Match[str], sentence: str) -> bool:
    return sentence[: match.start()].endswith("(") and sentence[match.end() :].startswith(
        (")", ",", ";")
    )


def _is_month(match: re.Match[str], sentence: str, english: bool) -> bool:
    month = match["month"]
    if english and month[0].islower():
        return False
    if not _has_year(match) and _HABIT.search(
        sentence, max(0, match.start() - _HABIT_REACH), match.start()
    ):
        return False
    return not _MONTH_NAMES_OF_PEOPLE.search(sentence[: match.start("month")][-12:])


def _is_weekday(match: re.Match[str], sentence: str, english: bool) -> bool:
    if english and match["weekday"][0].islower():
        return False
    before, after = (
        sentence[max(0, match.start("weekday") - 14) : match.start("weekday")],
        match.end(),
    )
    if _NAMED_DAY.search(before) or _NAMED_THING.match(sentence, after):
        return False
    alone = not (match["pre"] or match["past"] or match["coming"] or match["this"])
    return not (alone and english and _NAME_BEHIND.match(sentence, after))


def _is_feast(match: re.Match[str], sentence: str, english: bool) -> bool:
    """Whether a feast's name is the day: not what is so every year, or an adornment."""
    place = match.start("feast")
    if english and (match["feast"][0].islower() or _TOPIC.search(sentence, 0, place)):
        return False
    return _has_year(match) or not _HABIT.search(sentence, max(0, place - _HABIT_REACH), place)


def _is_spoken_decade(match: re.Match[str], sentence: str, english: bool) -> bool:
    return _TEMPERATURE.search(sentence) is None


def _is_year(match: re.Match[str], sentence: str, english: bool) -> bool:
    words = match["pre"].lower().split()
    if _COUNTED.match(sentence, match.end()):
        return False
    if not match[0][-1].isdigit():
        return True  # the word for a year stands behind it
    if words[-1] == "the":
        return int(match["year"]) >= 1800 and sentence[match.end() : match.end() + 1] == " "
    if int(match["year"]) % 100 == 0 and words[0] not in _LOOSE:
        return _CLAUSE_ENDS.match(sentence, match.end()) is not None
    return words[0] in _LOOSE or _YEAR_GOES_ON.match(sentence, match.end()) is not None


def _is_today(match: re.Match[str], sentence: str, english: bool) -> bool:
    """Whether “today” is the day itself: something happened or will, rather than is so."""
    if match[0][0].isupper() and match.start() > 0:
        return False
    if not english or match[0].lower() != "today":
        return not (
            _NOWADAYS_BEFORE.search(sentence, 0, match.start())
            or _NOWADAYS_BEHIND.match(sentence, match.end())
        )
    before = sentence[max(0, match.start() - 45) : match.start()]
    after = sentence[match.end() : match.end() + 30]
    if _STATE_BEFORE.search(before):
        return False
    return _HAPPENED_BEFORE.search(before) is not None or _HAPPENED_BEHIND.match(after) is not None


def speaks_of_future(sentence: str, match: re.Match[str], words: DateWords) -> bool:
    """Whether the clause around a date speaks of what will be."""
    place = match.start()
    start = max(0, place - 80, sentence.rfind(";", 0, place))
    if words.quarter == ("quartal", "quartals"):
        start = max(start, sentence.rfind(",", 0, place - 2))  # a comma parts German clauses
    if words.unspaced:
        return any(word in sentence for word in words.will)
    if _future_of(words.will).search(sentence, start, place):
        return True
    if _MAY_BE.search(sentence, start, place):
        return True
    before = (match.groupdict().get("pre") or "").lower()
    if before in words.until:
        return _PAST.search(sentence, start, place) is None
    return _DEADLINE.match(sentence, place) is not None


_PAST = re.compile(
    r"\b(?:was|were|had|did|ran|stood|stayed|kept|(?!need)[a-z]{2,}ed|war|waren|hatten?|wurden?|"
    r"hätten?|blieb|dauerte)\b",
    re.IGNORECASE,
)
# The verb in lower case: “They march in May” tells nothing of what may be, nor does what may have
# been.
_MAY_BE = re.compile(r"\b(?:may|might)\s(?!have\b|be\s(?:that|because)\b)[a-z]")
# “April 15: last day to file”: what is still to be done lies ahead.
_DEADLINE = re.compile(
    r"[^.;]{0,24}[:–—-]\s?(?:the\s)?(?:last\sday|deadline|due|final\sday)\b", re.I
)


@lru_cache(maxsize=16)
def _future_of(will: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(will)}(?!\w)", re.IGNORECASE)


# “The Good Friday agreement”, “a song about Christmas Eve”.
_TOPIC = re.compile(r"\b(?:about|the|a|an|this|its|our|my|his|her|their)\s$", re.IGNORECASE)
_TEMPERATURE = re.compile(r"\b(?:degrees|fahrenheit|temperatures?|highs|lows|°)\b", re.IGNORECASE)

_GUARDS: Mapping[str, Callable[[re.Match[str], str, bool], bool]] = {
    "day": _is_month,
    "days": _is_month,
    "month": _is_month,
    "quarter": _is_quarter,
    "feast": _is_feast,
    "spoken": _is_spoken_decade,
    "weekday": _is_weekday,
    "year": _is_year,
    "bareyear": _is_bare_year,
    "today": _is_today,
}
