"""One spelling of a person's name taken apart, and what it sounds like in any transliteration.

Which spellings may be one person is `name_comparison`'s to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from desktop_app.core.folding import fold
from desktop_app.core.name_variants import (
    BARE_TITLES,
    EAST_ASIAN_FAMILIES,
    NICKNAMES,
    PARTICLES,
    SUFFIXES,
    TITLES,
    VARIANTS,
)

_MAX_WORDS = 6
_MAX_NAME = 200
_WORD = re.compile(r"[^\W\d_]+")
#: An Arabic article written together with its word: ElBaradei.
_ARTICLE = re.compile(r"\b([AE]l)(?=[A-Z])")
#: A ruler's number of one letter, which is no initial.
_NUMERAL = re.compile(r"[^\W\d_]\s[IVX]$")
_MARKS = re.compile(r"[’'`ʼ]")
#: German's way of writing an umlaut; the letters themselves were folded before.
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдезийклмнопрстуфхыіїєґэъьў",
            "a b v g d e z i y k l m n o p r s t u f kh y i yi ye g e - - u".replace("-", "").split(
                " "
            ),
            strict=True,
        )
    )
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "yo"}
    | {"ј": "y", "љ": "ly", "њ": "ny", "ћ": "ch", "ђ": "dj", "џ": "dj"}
)
_GREEK = str.maketrans(
    dict(zip("αβγδεζηικλμνξοπρσςτυφωθχψ",
             ["a", "v", "g", "d", "e", "z", "i", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s",
              "s", "t", "y", "f", "o", "th", "ch", "ps"], strict=True))
)  # fmt: skip
#: Vowels are mostly unwritten there, so that only the skeleton can agree.
_ARABIC = str.maketrans(
    dict(
        zip(
            "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکی",
            "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a - a i a u i p ch zh"
            " g k i".replace("-", "").split(" "),
            strict=True,
        )
    )
)
#: In this order: how English, German, French and Polish write the sounds of other scripts.
_SOUNDS = (
    ("shch", "S"), ("schtsch", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dsch", "Z"),
    ("dj", "Z"), ("sh", "S"), ("ch", "C"), ("cz", "C"), ("zh", "Z"), ("kh", "H"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"),
    ("iy", "y"), ("ij", "y"), ("ii", "y"), ("yy", "y"), ("ie", "y"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ae", "e"), ("oe", "o"), ("ue", "u"),
)  # fmt: skip
_SKELETON = str.maketrans(
    {"g": "k", "H": "k", "c": "k", "z": "s", "j": "S", "Z": "S", "d": "t", "f": "v"}
    | dict.fromkeys("aeiouyhAE", "")
)
#: A j between vowels is German's and the Slavs' y.
_GLIDE = re.compile("(?<=[aeiou])j(?=[aeiou])")
_REPEATS = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of a name without titles, particles and suffix, folded and in Latin letters."""

    words: tuple[str, ...]
    suffix: str = ""
    exact: bool = False
    """Whether every letter counts: Chinese, Korean and Vietnamese names."""
    unvowelled: bool = False
    """Whether the name was in Arabic letters, which leave most vowels out."""

    @property
    def whole(self) -> bool:
        """Whether there are two words of more than an initial or of one: more than a surname."""
        return len(self.words) > 1

    @property
    def joined(self) -> str:
        """All words as one."""
        return "".join(self.words)


@lru_cache(maxsize=4_096)
def spelling(name: str) -> Spelling:
    """A name taken apart; bounded, whatever the name is."""
    name = _family_last(name[:_MAX_NAME])
    plain = _without_arabic(_ARTICLE.sub(r"\1 ", name))
    latin = plain.translate(_ARABIC)
    unvowelled, plain = latin != plain, latin
    words = _WORD.findall(plain)[: 2 * _MAX_WORDS]
    while len(words) > 1 and words[0] in (TITLES if len(words) > 2 else BARE_TITLES):
        del words[0]
    suffix = ""
    if len(words) > 1 and (words[-1] in SUFFIXES or _NUMERAL.search(name)):
        suffix = SUFFIXES.get(words[-1], words[-1])
        del words[-1]
    kept = [word for word in words if word not in PARTICLES]
    words = (kept if len(kept) > 1 else words)[:_MAX_WORDS]
    exact = _is_east_asian(words) or not "".join(words).isascii()
    return Spelling(tuple(words), suffix, exact, unvowelled)


def in_latin_letters(text: str) -> str:
    """A text folded, its Cyrillic, Greek and Arabic letters as Latin ones of about their sound."""
    return _without_arabic(text).translate(_ARABIC)


def _without_arabic(text: str) -> str:
    return fold(_MARKS.sub("", text.translate(_UMLAUTS))).translate(_CYRILLIC).translate(_GREEK)


def _family_last(name: str) -> str:
    """“Lavrov, Sergey” as “Sergey Lavrov”; a suffix after a comma stays behind."""
    family, comma, rest = name.partition(",")
    if not comma or rest.strip(" .").casefold() in SUFFIXES:
        return name
    return f"{rest} {family}"


def _is_east_asian(words: list[str]) -> bool:
    return (
        2 <= len(words) <= 3
        and all(len(word) <= 7 for word in words)
        and (
            words[0] in EAST_ASIAN_FAMILIES
            and all(_SYLLABLES.fullmatch(each) for each in words[1:])
        )
    )


#: One or two syllables as Pinyin, Wade-Giles and Korean's Latin spellings have them.
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|ph|kh|ng|nh|tr|th|gi|kw|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,4}(?:ng|nh|[nkmlr])?){1,2}"
)


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """The word as it sounds, vowels kept: the same for Lavrov and Lawrow, Sergei and Sergey."""
    word = _GLIDE.sub("y", word)
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = _REPEATS.sub(r"\1", word)
    if len(word) > 3:
        word = re.sub("(?:e[iyj])$", "E", re.sub("(?:a[iyj])$", "A", word))
        word = re.sub("[iyj]+$", "i", word)
        word = re.sub("of$", "ov", word)
        word = re.sub("([td])s(?=k)", "s", word)
    return word.replace("y", "i") if len(word) > 2 else word


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """The consonants of the word as it sounds, those alike in transliterations made one."""
    return _REPEATS.sub(r"\1", sound(word).translate(_SKELETON))


def heads(word: str) -> frozenset[str]:
    """The names for which a given name may stand."""
    return NICKNAMES.get(word, frozenset()) | VARIANTS.get(word, frozenset()) | {word}


@lru_cache(maxsize=4_096)
def block_keys(name: str) -> frozenset[str]:
    """Keys by which a known name is found; empty where the name is one word alone."""
    return _keys(spelling(name), stored=True)


@lru_cache(maxsize=4_096)
def search_keys(name: str) -> frozenset[str]:
    """Keys of which every name that may be the same person has at least one as a block key."""
    return _keys(spelling(name), stored=False)


def _keys(found: Spelling, *, stored: bool) -> frozenset[str]:
    """A family name with the beginning of a given name, or two words in any order.

    An initial is found by keys of its own, so that full names don't meet all of one initial.
    """
    if not found.whole:
        return frozenset()
    keys = {f"={found.joined}" if found.exact else f"*{skeleton(found.joined)}"}
    for given, family in combinations(found.words, 2):
        if min(len(given), len(family)) > 1:
            keys.add("&".join(sorted((skeleton(given), skeleton(family)))))
        if len(family) > 1:
            bones = skeleton(family) or family
            keys |= {f"{bones}|{beginning}" for beginning in _beginnings(given, stored=stored)}
    return frozenset(keys)


def _beginnings(given: str, *, stored: bool) -> set[str]:
    if len(given) == 1:
        first = _first(given)
        return {f"{first}."} if stored else {f"{first}.", f"{first}_"}
    names = heads(given)
    mark = "_" if stored else "."
    return {_first(name) + mark for name in names} | {skeleton(name)[:2] for name in names}


def _first(word: str) -> str:
    return "" if word[0] in "aeiouyj" else skeleton(word)[:1]
