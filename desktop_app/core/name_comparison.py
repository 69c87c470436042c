"""Whether two names are the same person, perhaps, or two persons; and why.

From the spelling alone, so a surname never decides. “Same” is said only where every word agrees
but for transliteration; what needs knowledge of the world (a nickname, an initial, a middle name
left out) is “maybe”, which is for the user to answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from desktop_app.core.name_cases import may_be_cases
from desktop_app.core.name_spelling import Spelling, heads, skeleton, sound, spelling
from desktop_app.core.name_variants import VARIANTS

_CLOSE_LENGTH = 5
_VOWELS = re.compile("[aeiouAE]+")


class Verdict(IntEnum):
    """What two names are to each other."""

    DIFFERENT = 0
    MAYBE = 1
    SAME = 2


class _Fit(IntEnum):
    """How well two words agree."""

    NOT = 0
    INITIAL = 1
    NICKNAME = 2
    CLOSE = 3
    SOUND = 4
    EQUAL = 5


_REASONS = {
    _Fit.INITIAL: "an initial",
    _Fit.NICKNAME: "a nickname or another language's form",
    _Fit.CLOSE: "a similar spelling",
    _Fit.SOUND: "another transliteration",
    _Fit.EQUAL: "the same words",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict with its reason, a short phrase."""

    verdict: Verdict
    reason: str


def compare_names(name: str, other: str) -> Comparison:
    """What the two names are to each other; the order of the two doesn't matter."""
    one, two = sorted((spelling(name), spelling(other)), key=lambda each: len(each.words))
    if not one.whole:
        if one == two and one.exact:
            return Comparison(Verdict.SAME, "the same letters")
        return Comparison(Verdict.DIFFERENT, "one word alone")
    if one.unvowelled != two.unvowelled:
        return _compared_by_skeleton(one, two)
    if one.exact and two.exact:
        return _compared_by_letter(one, two)
    compared = _compared_by_sound(one, two)
    if compared.verdict is Verdict.DIFFERENT and may_be_cases(name, other):
        return Comparison(Verdict.MAYBE, "perhaps another case of the name")
    return compared


def _compared_by_sound(one: Spelling, two: Spelling) -> Comparison:
    if one.suffix != two.suffix and (one.words == two.words or (one.suffix and two.suffix)):
        return Comparison(Verdict.DIFFERENT, "another generation")
    if one.joined == two.joined or sound(one.joined) == sound(two.joined):
        return _as(Verdict.SAME, one, two, "the same letters")
    return _aligned(one, two)


def _compared_by_letter(one: Spelling, two: Spelling) -> Comparison:
    if one.joined == two.joined:
        return Comparison(Verdict.SAME, "the same letters")
    if sorted(one.words) == sorted(two.words):
        return Comparison(Verdict.MAYBE, "another order of the words")
    return Comparison(Verdict.DIFFERENT, "other letters in a name where each counts")


def _compared_by_skeleton(one: Spelling, two: Spelling) -> Comparison:
    """A name in Arabic letters beside one in others: vowels are not written in the first."""
    bones = [[skeleton(word) for word in each.words] for each in (one, two)]
    if bones[0] == bones[1] and len("".join(bones[0])) >= 3:
        return Comparison(Verdict.MAYBE, "the same consonants in another script")
    return Comparison(Verdict.DIFFERENT, "other consonants")


def _as(verdict: Verdict, one: Spelling, two: Spelling, reason: str) -> Comparison:
    """The verdict, lowered where only one of the names tells a generation."""
    if one.suffix != two.suffix:
        return Comparison(min(verdict, Verdict.MAYBE), "one has a suffix")
    return Comparison(verdict, reason)


def _aligned(one: Spelling, two: Spelling) -> Comparison:
    """By the words of the shorter name, each with the best one of the longer still free."""
    fits, places = _match(one.words, two.words)
    if len(one.words) != len(two.words):
        rejoined = _rejoined(one, two)
        if rejoined is not None:
            return _as(Verdict.MAYBE, one, two, rejoined)
    veto = _veto(one, two, fits)
    if veto is not None:
        return Comparison(Verdict.DIFFERENT, veto)
    if len(one.words) != len(two.words):
        return _as(Verdict.MAYBE, one, two, "a name left out")
    if places != sorted(places):
        return _as(Verdict.MAYBE, one, two, "another order of the words")
    verdict = Verdict.SAME if min(fits) >= _Fit.SOUND else Verdict.MAYBE
    return _as(verdict, one, two, _REASONS[min(fits)])


def _veto(one: Spelling, two: Spelling, fits: list[_Fit]) -> str | None:
    """What says that these are two persons; None where nothing does."""
    if _Fit.NOT in fits:
        return "another given or family name"
    likely = fits[-1] == _Fit.CLOSE and skeleton(one.words[-1]) == skeleton(two.words[-1])
    if max(fits) < _Fit.SOUND and min(fits) < _Fit.CLOSE and not likely:
        return "too little in common"
    # With fewer words in one of the two, a family name that is only similar is too little.
    if fits[-1] < (_Fit.CLOSE if len(one.words) == len(two.words) else _Fit.SOUND):
        return "another family name"
    initials = [[word for word in each.words if len(word) == 1] for each in (one, two)]
    if all(initials) and initials[0][0] != initials[1][0]:
        return "other initials"
    return None


def _match(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[list[_Fit], list[int]]:
    free = set(range(len(two)))
    fits, places = [], []
    for at, word in enumerate(one):
        # Of equal fits the one at the same place, counted from the nearer end.
        best = max(
            free, key=lambda each: (_fit(word, two[each]), each == at, -abs(each - at)), default=-1
        )
        free.discard(best)
        fits.append(_fit(word, two[best]))
        places.append(best)
    return fits, places


def _fit(word: str, other: str) -> _Fit:
    if len(word) == 1 or len(other) == 1:
        return _Fit.INITIAL if word[0] == other[0] else _Fit.NOT
    if word == other:
        return _Fit.EQUAL
    if _gendered(word, other):
        return _Fit.NOT
    return _alike(word, other)


def _alike(word: str, other: str) -> _Fit:
    variants = VARIANTS.get(word, frozenset()) & VARIANTS.get(other, frozenset())
    if variants or sound(word) == sound(other):
        return _Fit.SOUND
    if heads(word) & heads(other):
        return _Fit.NICKNAME
    return _Fit.CLOSE if _close(word, other) else _Fit.NOT


def _gendered(word: str, other: str) -> bool:
    """Forms of a woman and a man: Ivanova and Ivanov, Petra and Peter, Maria and Mario."""
    if skeleton(word) != skeleton(other) and skeleton(word)[:-1] != skeleton(other)[:-1]:
        return False
    ends = sorted((sound(word)[-1], sound(other)[-1]))
    if ends[0] != "a" or word.endswith(("nko", "nka")):
        return False
    return ends[1] == "o" or ends[1] not in "aeihuAE"


def _close(word: str, other: str) -> bool:
    bones, others = skeleton(word), skeleton(other)
    if bones == others and len(bones) >= 2:
        return min(len(word), len(other)) >= _CLOSE_LENGTH - 1 and not _vowels_apart(word, other)
    return min(len(word), len(other)) > _CLOSE_LENGTH and _one_apart(sound(word), sound(other))


def _vowels_apart(word: str, other: str) -> bool:
    """Short words are other names when their vowels are more or fewer: Carl and Carol."""
    if (word[0] == "h") != (other[0] == "h"):
        return True
    count, others = (len(_VOWELS.findall(sound(each))) for each in (word, other))
    return len(skeleton(word)) < 4 and count != others


def _one_apart(word: str, other: str) -> bool:
    """Whether one letter more, less or another makes them equal, past the first letter."""
    if abs(len(word) - len(other)) > 1 or word[:1] != other[:1]:
        return False
    at = 0
    while at < min(len(word), len(other)) and word[at] == other[at]:
        at += 1
    return (
        word[at + 1 :] == other[at + 1 :]
        or word[at:] == other[at + 1 :]
        or (word[at + 1 :] == other[at:])
    )


def _rejoined(one: Spelling, two: Spelling) -> str | None:
    """The same name with words written together in one of the two: Abdel Fattah, Abdelfattah."""
    if any(len(word) == 1 for word in (*one.words, *two.words)):
        return None  # initials that aren't the same are no matter of writing together
    bones = skeleton(one.joined)
    if len(bones) >= 5 and bones == skeleton(two.joined) and not _gendered(one.joined, two.joined):
        return "words written together"
    return None
