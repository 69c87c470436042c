"""What looks like a date and is none, and when a sentence speaks of the future."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.analysis.date_patterns import any_of
from desktop_app.analysis.date_words import DateWords

_PUBLICATION = re.compile(
    r"\s*(?:first\s)?(?:published|updated|posted|last\s(?:modified|updated|reviewed)|modified|"
    r"copyright|©|\(c\)|created|veröffentlicht|aktualisiert|stand:|publié|mis\sà\sjour|publicado|"
    r"actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|опубликовано|обновлено)\b",
    re.IGNORECASE,
)
# A publication line is short; a sentence that begins with the same word is not.
_LONGEST_LINE = 90
# Days that have a name of their own, and papers and clubs named after days.
_NAMED_DAY = re.compile(
    r"\b(?:good|black|bloody|super|ash|easter|cyber|palm|maundy|holy|sheffield|giving|every|each|"
    r"any|one|most|all|casual|fat|shrove|blue|ruby|the\s(?:mail|sun)\son|per|jeden|jede|chaque|"
    r"tous\sles|cada|ogni|iedere|elke|каждый|каждую)\s$",
    re.IGNORECASE,
)
_NAMED_THING = re.compile(
    r"\s(?:Times|Telegraph|Herald|Mirror|Express|Mail|Post|Night|Independent|Mass|School|Best|Club|"
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
_HAPPENED_BEHIND = re.compile(rf",?\s(?:[\w’'-]+\s){{0,3}}{_HAPPENED}\b")
_MONTH_NAMES_OF_PEOPLE = re.compile(r"(?:Theresa|Brian|James|Imelda|Elaine|Robert|Rollo)\s$")


def is_publication_line(sentence: str) -> bool:
    """Whether the line says when it was published rather than what happened."""
    return len(sentence) <= _LONGEST_LINE and _PUBLICATION.match(sentence) is not None


def is_date(kind: str, match: re.Match[str], sentence: str, english: bool) -> bool:
    """Whether a match is a date and not a name, an amount or a verb."""
    if kind in ("day", "days", "month"):
        return _is_month(match, sentence, english)
    if kind == "weekday":
        return _is_weekday(match, sentence, english)
    if kind == "year":
        return _is_year(match, sentence)
    if kind == "today":
        return _is_today(match, sentence, english)
    return True


def _is_month(match: re.Match[str], sentence: str, english: bool) -> bool:
    month = match["month"]
    if english and month[0].islower():
        return False
    return not _MONTH_NAMES_OF_PEOPLE.search(sentence[: match.start("month")][-12:])


def _is_weekday(match: re.Match[str], sentence: str, english: bool) -> bool:
    if english and match["weekday"][0].islower():
        return False
    before, after = (
        sentence[max(0, match.start("weekday") - 14) : match.start("weekday")],
        match.end(),
    )
    return not (_NAMED_DAY.search(before) or _NAMED_THING.match(sentence, after))


def _is_year(match: re.Match[str], sentence: str) -> bool:
    words = match["pre"].lower().split()
    if _COUNTED.match(sentence, match.end()):
        return False
    if words[-1] == "the":
        return int(match["year"]) >= 1800 and sentence[match.end() : match.end() + 1] == " "
    return words[0] in _LOOSE or _YEAR_GOES_ON.match(sentence, match.end()) is not None


def _is_today(match: re.Match[str], sentence: str, english: bool) -> bool:
    """Whether “today” is the day itself: something happened or will, rather than is so."""
    if match[0][0].isupper() and match.start() > 0:
        return False
    if not english or match[0].lower() != "today":
        return True
    before = sentence[max(0, match.start() - 45) : match.start()]
    after = sentence[match.end() : match.end() + 30]
    return _HAPPENED_BEFORE.search(before) is not None or _HAPPENED_BEHIND.match(after) is not None


def speaks_of_future(sentence: str, place: int, words: DateWords) -> bool:
    """Whether the clause around a place speaks of what will be."""
    return _future_of(words.will).search(sentence, max(0, place - 80), place) is not None


@lru_cache(maxsize=16)
def _future_of(will: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(will)}(?!\w)", re.IGNORECASE)
