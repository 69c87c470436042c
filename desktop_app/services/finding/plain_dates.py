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
    try:
        return EdtfDate.parse(text).text
    except InputError:
        pass
    if decade := _DECADE.fullmatch(text):
        return f"{decade[1] or decade[2]}X"
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
