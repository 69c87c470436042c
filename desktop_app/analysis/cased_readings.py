"""In which nominative the names of a text stand, by all the forms in which it has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.analysis.cased_segments import Segment
from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.listed_words import is_noun
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.core.name_cases import (
    EITHER,
    MAN,
    as_nominatives,
    gender_of,
    is_inflected,
    nominatives,
    readings,
)

Name = tuple[str, ...]
_INDECLINABLE = frozenset("oueiоуюэиі")
_VOWELS = frozenset("аеёиоуыэюяіїєaeiouyąęó")
_MOST_READINGS = 4
_MENS_ADJECTIVES = {
    "ru": ("ского", "скому", "ским", "цкого", "цкому", "овым", "евым"),
    "uk": ("ського", "ському", "ським", "цького", "цькому", "овим", "євим"),
    "pl": ("skiego", "skiemu", "skim", "ckiego", "ckiemu", "ckim", "owi"),
}
_SURELY_OBLIQUE = {
    "ru": ("ом", "ем", "ым", "им", "у", "ю", "ой", "ого", "его", "ому"),
    "uk": ("ом", "ем", "єм", "им", "ові", "еві", "єві", "у", "ю", "ого", "ому"),
    "pl": ("em", "owi", "ego", "emu", "ym", "im", "ą", "ę"),
}


def nominatives_of(
    full: Sequence[Segment], single: Iterable[str], words: LanguageWords
) -> dict[int, Name]:
    """The words of each full name in the nominative, by where it begins.

    Of the names that a form may stand for, the one that most forms of the text may; then the
    likeliest by itself. ``single`` are the capitalised words that stand alone.
    """
    possible = {each.words[0].start: _possible(each, words) for each in full}
    counts = Counter(name for names in possible.values() for name in names)
    alone = Counter(form for word in single for form in nominatives(word, words.language))
    return {
        start: max(
            names,
            key=lambda name: (counts[name] + alone[name[-1].lower()], -names.index(name)),
        )
        for start, names in possible.items()
    }


def _possible(segment: Segment, words: LanguageWords) -> list[Name]:
    written = tuple(word.text for word in segment.words)
    if words.language == "de":
        return _german(written)
    if not is_inflected(words.language):
        return [written]
    oblique = _is_led_in_another_case(segment, words) or _is_mans_case(written[-1], words)
    given = _given(written, words, oblique)
    names = [name for each in given for name in _with_given(written, each, words.language)]
    return list(dict.fromkeys(names)) or [written]


def _is_mans_case(family: str, words: LanguageWords) -> bool:
    """Whether a family name is a man's in another case, so that no woman's name is before it."""
    return family.lower().endswith(_MENS_ADJECTIVES[words.language])


def _german(written: Name) -> list[Name]:
    """With and without the genitive's ending."""
    last = written[-1]
    bare = last.rstrip("’'") if last[-1] in "’'" else last.removesuffix("s")
    if bare == last or len(bare) < 3:
        return [written]
    short = (*written[:-1], bare)
    known = kinds_of(bare) & Kind.FAMILY and not kinds_of(last) & Kind.NAME
    return [short, written] if known else [written, short]


def _given(written: Name, words: LanguageWords, oblique: bool) -> list[tuple[str, str]]:
    """The given names that the first word may be, and whose they are; likeliest first."""
    first, language = written[0], words.language
    if len(first) == 1:
        return [(first, EITHER)]
    forms = [(each.nominative, each.gender) for each in readings(first, language)]
    for kind in (Kind.GIVEN, Kind.NAME):
        known = [form for form, _ in forms if kinds_of(form.split("-")[0]) & kind]
        if known:
            nominative = first in known and first[-1] not in "ąę"
            if not nominative and kinds_of(first) & Kind.NAME and first[-1] not in _VOWELS:
                known, nominative = [first, *known], True
            nominative = nominative and not (oblique and len(known) > 1)
            if nominative:
                known.remove(first)
                known.insert(0, first)
            elif first in known:
                known.remove(first)
                known.append(first)
            return [(form, EITHER if form == first else gender_of(form)) for form in known]
    endings = _SURELY_OBLIQUE[language]
    if all(word.lower().endswith(endings) for word in (first, written[-1])):
        return [(form, gender) for form, gender in forms if gender == MAN][:1] or [(first, EITHER)]
    return [(first, EITHER), *((form, gender) for form, gender in forms if gender == MAN)]


def _with_given(written: Name, given: tuple[str, str], language: str) -> Iterator[Name]:
    """The whole name with each family name that fits the given one."""
    name, gender = given
    if gender == EITHER:
        sure = written[-1].lower().endswith(_SURELY_OBLIQUE[language])
        if not sure or name[-1].lower() not in _INDECLINABLE:
            yield written
            return
        gender = MAN
    middle = [
        as_nominatives(word, language, gender)[0] if word[0].isupper() else word
        for word in written[1:-1]
    ]
    for family in as_nominatives(written[-1], language, gender)[:_MOST_READINGS]:
        yield (name, *middle, family)


def _is_led_in_another_case(segment: Segment, words: LanguageWords) -> bool:
    """Whether the office before the name isn't in the nominative, so that the name isn't either."""
    if not segment.first:
        return False
    if segment.office is None:
        before = segment.tokens[segment.first - 1]
        return is_noun(before.lower, words.language) and segment.words[0].gap == " "
    office = segment.tokens[segment.office].lower
    return office not in words.offices
