"""Nominatives of inflected names: Polish, Russian and Ukrainian declension read backwards.

An ending rarely tells one nominative alone: “Иванова” is a man's genitive or a woman's nominative.
So each word gives all its readings, the likeliest first; which holds is for the text to tell.
The tables follow the school grammars' declensions of nouns and of surnames.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SHORTEST_STEM = 2
_FEWEST_WORDS, _SAME_LETTERS = 2, 3
_CYRILLIC = re.compile("[а-яёіїєґ]", re.IGNORECASE)
MAN, WOMAN, EITHER = "m", "f", ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A nominative that a word may have, and whose: a man's, a woman's or either's."""

    nominative: str
    gender: str


def _endings(table: str) -> tuple[tuple[str, str, str], ...]:
    """Ending, nominative ending and gender, of lines as “m ов: а у ым е”; longest ending first."""
    found = []
    for line in table.strip().splitlines():
        head, _, cases = line.partition(":")
        gender, _, nominative = head.strip().partition(" ")
        stem, _, nominative = nominative.strip().rpartition("|")
        for case in cases.split():
            ending = stem + ("" if case == "0" else case)
            found.append((ending, stem + nominative.strip("0"), gender.strip("-")))
    return tuple(sorted(found, key=lambda each: -len(each[0])))


_RUSSIAN = _endings(
    """
    m ск|ий: ого ому им ом
    m цк|ий: ого ому им ом
    m ов|0: а у ым е
    m ев|0: а у ым е
    m ёв|0: а у ым е
    m ин|0: а у ым е
    m ын|0: а у ым е
    f ск|ая: ой ую ою
    f цк|ая: ой ую ою
    f ов|а: ой у ою
    f ев|а: ой у ою
    f ёв|а: ой у ою
    f ин|а: ой у ою ы е
    f ын|а: ой у ою
    m ий: ия ию ием ии
    f ия: ии ию ией
    m ья: ьи ье ью ьёй ьей
    f ья: ьи ье ью ьёй ьей
    m ец: ца цу цем цом це
    m ел: ла лу лом ле
    m ый: ого ому ым
    m ой: ого ому ым
    m ий: его ему им
    m ь: я ю ем ём е
    m й: я ю ем ём е
    m 0: а у ом ем е
    f а: ы и е у ой ою ей
    m а: ы и е у ой ою ей
    f я: и е ю ей ёй
    m я: и е ю ей ёй
    f ая: ой ую ою
    f ь: и ью
    """
)
_UKRAINIAN = _endings(
    """
    m ськ|ий: ого ому им
    m цьк|ий: ого ому им
    m енк|о: а у ом ові
    m ов|0: а у им і ові
    m єв|0: а у им і
    m ев|0: а у им і
    m ін|0: а у им і
    m їн|0: а у им і
    f ськ|а: ої ій у ою
    f цьк|а: ої ій у ою
    f ов|а: ої ій у ою
    f єв|а: ої ій у ою
    f ін|а: ої ій у ою и і
    f їн|а: ої ій у ою
    m ій: ія ію ієм ієві ії
    f ія: ії ію ією
    m ець: ця цю цем цеві ці
    m чк|о: а у ом ові
    m шк|о: а у ом ові
    m йк|о: а у ом ові
    m рк|о: а у ом ові
    m 0: а у ом ові ем еві
    m ь: я ю ем еві і
    m й: я ю єм єві ї
    m о: а у ом ові
    m ий: ого ому им
    f а: и і у ою ої ій
    m а: и і у ою
    f я: і ї ю ею єю
    m я: і ї ю ею єю
    """
)
_POLISH = _endings(
    """
    m sk|i: iego iemu im
    m ck|i: iego iemu im
    m dzk|i: iego iemu im
    f sk|a: iej ą
    f ck|a: iej ą
    f ow|a: ej ą
    f n|a: ej ą y ę ie
    m ek: ka kowi kiem ku
    m eł: ła łowi łem le
    m er: ra rowi rem rze
    m iec: ca cowi cem cu
    m el: la lowi lem lu
    m i: iego iemu im
    m y: ego emu ym
    m 0: a owi em iem u ie
    m d: dzie
    m t: cie
    m r: rze
    m ł: le
    f ia: ii ię ią
    f da: dzie
    f ta: cie
    f ra: rze
    f ła: le
    f ka: ce
    f ga: dze
    m da: dzie
    m ra: rze
    m ka: ce
    m ro: ry rze rę rą
    f a: y i ę ą ie ej
    m a: y i ę ą ie
    m o: a owi em y ę ą
    """
)
_TABLES = {"ru": _RUSSIAN, "uk": _UKRAINIAN, "pl": _POLISH}
#: Endings whose vowel falls out only between two consonants: Marek, Marka, but Bosak, Bosaka.
_FLEETING = frozenset(("ek", "eł", "er", "iec", "el", "ец", "ел", "ець"))
_VOWELS = frozenset("аеёиоуыэюяіїєaeiouyąęó")
_MENS_IN_A = frozenset(
    re.findall(
        r"\w+",
        """
        илья никита фома кузьма лука данила саша миша ваня паша петя коля вася юра толя лёша дима
        женя гоша рома сеня лёва слава микола ілля микита сава хома kuba barnaba jarema sasza misza
        kosma bonawentura
        """,
    )
)
_WOMEN_IN_CONSONANTS = frozenset(["любовь", "адель", "николь", "эстер", "кармен", "любов"])
#: Names in these letters have no cases; of a woman's family name, those in consonants too.
_INDECLINABLE = frozenset("оеиуюэіoeiu")


def is_inflected(language: str) -> bool:
    """Whether the language's names have cases that are told here."""
    return language in _TABLES


@lru_cache(maxsize=20_000)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """The word itself and the nominatives of which it may be another case, the likeliest first."""
    found = {Reading(word, EITHER): None}
    lower = word.lower()
    for ending, nominative, gender in _TABLES.get(language, ()):
        stem = word[: len(word) - len(ending)]
        if len(stem) < _SHORTEST_STEM or not lower.endswith(ending):
            continue
        if nominative in _FLEETING and stem[-1].lower() in _VOWELS:
            continue
        bare = not nominative or nominative in ("ь", "й")
        if bare and (stem[-1].lower() in _VOWELS) != (nominative == "й"):
            continue
        found.setdefault(Reading(stem + nominative, gender))
    return tuple(found)


@lru_cache(maxsize=20_000)
def nominatives(word: str, language: str) -> frozenset[str]:
    """All nominatives that the word may have, in lower case."""
    return frozenset(each.nominative.lower() for each in readings(word, language))


def gender_of(given: str) -> str:
    """Whose a given name in the nominative is, by its ending."""
    lower = given.lower()
    if lower in _MENS_IN_A:
        return MAN
    return WOMAN if lower[-1] in "аяa" or lower in _WOMEN_IN_CONSONANTS else MAN


def as_nominatives(word: str, language: str, gender: str) -> list[str]:
    """The nominatives of a family name or patronymic in another case, the likeliest first."""
    if "-" in word:
        parts = [as_nominatives(part, language, gender)[0] for part in word.split("-")]
        return ["-".join(parts)]
    if gender == WOMAN and not _bends_for_women(word):
        return [word]
    fitting = [each.nominative for each in readings(word, language)[1:] if each.gender == gender]
    return fitting or [word]


def _bends_for_women(word: str) -> bool:
    """Whether a woman's name in another case can end so: names in consonants don't change."""
    return word[-1].lower() in "йыеуюиіїąęyiej"


def may_be_cases(name: str, other: str) -> bool:
    """Whether two names may be one in two cases: all their words are cases of a man's or a woman's.

    The script tells the languages; words in other letters have no cases here.
    """
    words, others = name.split(), other.split()
    if len(words) != len(others) or len(words) < _FEWEST_WORDS or words == others:
        return False
    pairs = list(zip(words, others, strict=True))
    if any(one[:_SAME_LETTERS] != two[:_SAME_LETTERS] for one, two in pairs):
        return False
    if all(_are_forms_of_two_sexes(one, two) for one, two in pairs):
        return False
    return any(
        all(_are_cases(one, two, language, gender) for one, two in pairs)
        for language in (("ru", "uk") if _CYRILLIC.search(name) else ("pl",))
        for gender in (MAN, WOMAN)
    )


def _are_forms_of_two_sexes(one: str, two: str) -> bool:
    """Whether two words differ as a woman's and a man's do: Anna, Ann; Ivanova, Ivanov."""
    longer, shorter = sorted((one, two), key=len, reverse=True)
    return longer == shorter or longer in (shorter + "a", shorter + "а")


def _are_cases(one: str, two: str, language: str, gender: str) -> bool:
    if one == two:
        vowel = one[-1].lower() in _VOWELS
        return one[-1].lower() in _INDECLINABLE or (gender == WOMAN and not vowel)
    first, second = (
        {each.nominative for each in readings(word, language) if each.gender in (gender, EITHER)}
        for word in (one, two)
    )
    return not first.isdisjoint(second)
