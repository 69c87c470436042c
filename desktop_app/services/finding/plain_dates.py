"""Dates as people write them: “mid-May 2019”, “spring 1991”, “between 3 and 7 May 2020”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta

from desktop_app.analysis.date_events import date_phrases
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

#: Longer words are no date.
_LONGEST = 120
#: The words before a date that say more about it, in languages often written, and what they mean.
_QUALIFIERS: tuple[tuple[str, str], ...] = (
    (
        r"(?:before|prior to|vor(?: dem)?|avant|antes de|prima del?|voor|przed|před|före|før"
        r"|перед|قبل)",
        "before",
    ),
    (
        r"(?:until|till|up to|bis(?: zum)?|jusqu['’]en|jusqu['’]au|hasta|até|fino al?|tot|do|до"
        r"|حتى)",
        "until",
    ),
    (
        r"(?:after|nach(?: dem)?|après|después de|depois de|dopo(?: il)?|na|po|efter|etter|после"
        r"|після|بعد)",
        "after",
    ),
    (
        r"(?:since|from|seit(?: dem)?|depuis|desde|dal|sinds|od|sedan|siden|с|з|від|منذ)",
        "since",
    ),
    (
        r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|um|etwa|gegen|vers|hacia|verso"
        r"|por volta de|cerca de|rond|omstreeks|około|ok\.|kolem|omkring|около|примерно|близько"
        r"|приблизно|حوالي|نحو)",
        "~",
    ),
    (
        r"(?:probably|perhaps|maybe|possibly|wohl|vermutlich|peut-être|quizás?|forse|talvez"
        r"|misschien|może|kanske|måske|kanskje|возможно|вероятно|можливо|ربما)",
        "?",
    ),
)
_OF = r"(?: (?:di|de|do|da|du|des|del|della|van|av|af|i|der|los|degli))?"
#: Parts of a month, a year or a decade: the first, the middle and the last third.
_PORTIONS = (
    r"(?:early|(?:the )?(?:beginning|start) of|anfang|(?:le )?début|inizio|inizi|início|começo"
    r"|principios|begin|początek|początku|začátek|början|begyndelsen|начал[оае]|почат(?:ок|ку)"
    r"|أوائل|مطلع|بداية)",
    r"(?:mid|(?:the )?middle of|mitte|(?:la )?mi|milieu|metà|meados|mediados|midden|half|medio"
    r"|połow[aiey]|polovina|mitten|midten|середин[аеыиі]|منتصف|أواسط)",
    r"(?:late|(?:the )?end of|ende|(?:la )?fin|fine|fim|final|finais|fins|finales|eind(?:e)?"
    r"|koniec|końcu|końca|konec|slutet|slutningen|slutten|кон(?:ец|це|ца)|кін(?:ець|ці|ця)"
    r"|أواخر|نهاية)",
)
#: The same where they stand behind: Chinese and Japanese thirds of a month, and Turkish words.
_PORTIONS_BEHIND = (
    r"(?:上旬| baş(?:ı|ında|ları))",
    r"(?:中旬| orta(?:sı|sında|ları))",
    r"(?:下旬| son(?:u|unda|ları))",
)
#: A decade by its first year, where a language's own forms of dates don't have it.
_DECADE = re.compile(
    r"(?:(?:les |los |gli |os )?(?:années|años|anni|anos|lata|jaren) |los )(\d{3})0"
    r"|(\d{3})0-?(?:х|е|ті|тих)(?: г(?:г\.|одов|оды)| років| роки)?",
    re.IGNORECASE,
)
#: “May/June 2019” is “May–June 2019”: one month after the other.
_MONTH_SLASH = re.compile(r"(?<=[^\W\d])\s*/\s*(?=[^\W\d])")
#: A week as ISO 8601 writes it.
_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE)
#: A winter of two years, “winter 1916/17” or “1916–1917”.
_WINTER = re.compile(
    r"(?:the )?winter (?:of )?(\d{4})\s*[/–-]\s*(?:(\d{2})?(\d{2}))", re.IGNORECASE
)
#: Chinese and Japanese seasons of a year, by the months that they are about.
_YEAR_AND_SEASON = re.compile(r"(\d{4})\s*年(?:の)?\s*([春夏秋冬])(?:天|季)?")
_SEASON_MONTHS = {"春": ("03", "05"), "夏": ("06", "08"), "秋": ("09", "11")}
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
#: Seasons as they are called, and as they are told in a sentence.
_SEASONS = {"весна": "весны", "лето": "лета", "осень": "осени", "зима": "зимы"} | {
    "літо": "літа",
    "осінь": "осени",
}
_SEASON = re.compile(rf"\b(?:{'|'.join(_SEASONS)})\b", re.IGNORECASE)
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
    with suppress(InputError):  # it may be EDTF already
        return EdtfDate.parse(text)
    text = _MONTH_SLASH.sub("–", text)
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
    for third, (before, behind) in enumerate(zip(_PORTIONS, _PORTIONS_BEHIND, strict=True)):
        rest = re.fullmatch(rf"{before}{_OF}[\s-]+(.+)|(.+){behind}", text, re.IGNORECASE)
        whole = None if rest is None else _told(rest[1] or rest[2], languages, today)
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
    with suppress(InputError):  # as above
        return EdtfDate.parse(text).text
    if decade := _DECADE.fullmatch(text):
        return f"{decade[1] or decade[2]}X"
    if season := _week(text) or _season(text):
        return season
    text = _SEASON.sub(lambda match: _SEASONS[match[0].lower()], text)
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


def _week(text: str) -> str | None:
    """The days of an ISO week, Monday to Sunday."""
    week = _WEEK.fullmatch(text)
    if week is None:
        return None
    try:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    except (ValueError, OverflowError):
        return None


def _season(text: str) -> str | None:
    """A winter from one year into the next, or a season as Chinese and Japanese write it."""
    if winter := _WINTER.fullmatch(text):
        first = int(winter[1])
        last = int(f"{winter[2] or winter[1][:2]}{winter[3]}")
        follows = last == first + 1 or (winter[2] is None and last % 100 == (first + 1) % 100)
        return f"{first:04}-12~/{first + 1:04}-02~" if follows else None
    if season := _YEAR_AND_SEASON.fullmatch(text):
        if season[2] == "冬":
            return f"{season[1]}-12~/{int(season[1]) + 1:04}-02~"
        first_month, last_month = _SEASON_MONTHS[season[2]]
        return f"{season[1]}-{first_month}~/{season[1]}-{last_month}~"
    return None


def either_day(text: str) -> tuple[str, str] | None:
    """The two ISO days that “12/05/2019” may be, the day first and the month first.

    None for anything that is understood, or no day either way.
    """
    match = _DAY_AND_MONTH.fullmatch(text.strip())
    if match is None or match[1] == match[2] or read_plain_date(text) is not None:
        return None
    try:
        first, second = int(match[1]), int(match[2])
        year = int(match[3])
        return date(year, second, first).isoformat(), date(year, first, second).isoformat()
    except ValueError:
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
