"""Dates as people write them: “mid-May 2019”, “spring 1991”, “between 3 and 7 May 2020”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from desktop_app.analysis.date_events import date_phrases
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

#: Longer words are no date.
_LONGEST = 120
#: The words before a date that say more about it, in languages often written, and what they mean.
_QUALIFIERS: tuple[tuple[str, str], ...] = (
    (r"(?:before|prior to|vor(?: dem)?|avant|antes de)", "before"),
    (r"(?:until|till|up to|bis(?: zum)?|jusqu['’]en|jusqu['’]au|hasta)", "until"),
    (r"(?:after|nach(?: dem)?|après|después de)", "after"),
    (r"(?:since|from|seit(?: dem)?|depuis|desde)", "since"),
    (r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|um|etwa|gegen|vers|hacia)", "~"),
    (r"(?:probably|perhaps|maybe|possibly|wohl|vermutlich|peut-être|quizás?)", "?"),
)
#: Parts of a month, a year or a decade: the first, the middle and the last third.
_PORTIONS = (
    r"(?:early|(?:the )?(?:beginning|start) of|anfang|début|principios de)",
    r"(?:mid|(?:the )?middle of|mitte|mi|mediados de)",
    r"(?:late|(?:the )?end of|ende|fin|finales de)",
)
_BARE = re.compile(r"[^\w]|\b(?:the|in|on|of|a|an|der|den|dem|im|am|le|la|el|en)\b", re.IGNORECASE)
#: A date that stands alone is read as the article's own day; within words it is one told.
_AMONG_WORDS = "x {} x"


def read_plain_date(
    text: str, languages: Sequence[str] = (), today: str | None = None
) -> EdtfDate | None:
    """What is meant, as EDTF; None where that can't be told.

    Languages are tried in order, then English. What counts from now is seen from ``today``, an ISO
    day; without one it isn't understood.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    try:
        return EdtfDate.parse(text)
    except InputError:
        pass
    doubt = text.endswith("?")
    bare = text.removesuffix("?").strip()
    for pattern, meaning in _QUALIFIERS:
        match = re.match(rf"{pattern}\s+", bare, re.IGNORECASE)
        # “From March to May 1999” is understood whole.
        whole = None if match is None else _told(bare, languages, today)
        if match is not None and (whole is None or "/" not in whole):
            inner = _told(bare[match.end() :], languages, today)
            return _edtf(inner, meaning)
    told = _portion(bare, languages, today) or _told(bare, languages, today)
    return _edtf(told, "?") if doubt else _edtf(told, "")


def _portion(text: str, languages: Sequence[str], today: str | None) -> str | None:
    """A third of a month, a year or a decade, as the days, months or years that it is about."""
    for third, pattern in enumerate(_PORTIONS):
        match = re.match(rf"{pattern}[\s-]+", text, re.IGNORECASE)
        whole = None if match is None else _told(text[match.end() :], languages, today)
        if whole is None:
            continue
        if re.fullmatch(r"\d{4}-\d{2}", whole):
            last = EdtfDate.parse(whole).latest[-2:]
            first, end = (("01", "10"), ("11", "20"), ("21", last))[third]
            return f"{whole}-{first}~/{whole}-{end}~"
        if re.fullmatch(r"\d{4}", whole):
            first, end = (("01", "04"), ("05", "08"), ("09", "12"))[third]
            return f"{whole}-{first}~/{whole}-{end}~"
        if re.fullmatch(r"\d{3}X", whole):
            first, end = (("0", "3"), ("4", "6"), ("7", "9"))[third]
            return f"{whole[:3]}{first}~/{whole[:3]}{end}~"
    return None


def _told(text: str, languages: Sequence[str], today: str | None) -> str | None:
    """The one date that the words tell; None where there is none, several, or something else."""
    try:
        return EdtfDate.parse(text).text
    except InputError:
        pass
    for language in dict.fromkeys((*languages, "en")):
        shown = _AMONG_WORDS.format(text)
        phrases = date_phrases(shown, today, language)
        if len(phrases) != 1:
            continue
        (phrase,) = phrases
        rest = shown[: phrase.start].removeprefix("x") + shown[phrase.end :].removesuffix("x")
        if not _BARE.sub("", rest):
            return phrase.date
    return None


def _edtf(told: str | None, meaning: str) -> EdtfDate | None:
    if told is None:
        return None
    try:
        return EdtfDate.parse(_MEANINGS[meaning](told))
    except InputError:
        return None


def _marked(told: str, mark: str) -> str:
    """The date with a mark of doubt; one that has a mark, or two ends, stays as it is."""
    return told if "/" in told or told[-1] in "?~%X" else f"{told}{mark}"


def _beside(told: str, step: int) -> str:
    """The year, month or day before a date or after it."""
    plain = told.rstrip("?~%")
    moment = EdtfDate.parse(plain)
    edge = date.fromisoformat(moment.earliest if step < 0 else moment.latest)
    beside = (edge + timedelta(days=step)).isoformat()
    return beside[: len(plain)] if len(plain) in (4, 7, 10) and "X" not in plain else beside


_MEANINGS: dict[str, Callable[[str], str]] = {
    "": lambda told: told,
    "~": lambda told: _marked(told, "~"),
    "?": lambda told: _marked(told, "?"),
    "before": lambda told: f"../{_beside(told, -1)}",
    "until": lambda told: f"../{told}",
    "after": lambda told: f"{_beside(told, 1)}/..",
    "since": lambda told: f"{told}/..",
}
