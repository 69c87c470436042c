"""Persons in German, Dutch, the Romance languages, Polish, Russian, Ukrainian and Turkish.

Full names are found first, then the single words that shorten them or that a title leads to. How
the names are judged is `cased_judging`'s business, which nominative they stand for
`cased_readings`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.cased_judging import (
    is_doubtful,
    is_person,
    is_repeated,
    is_titled,
    may_shorten,
    stands_free,
)
from desktop_app.analysis.cased_readings import Name, nominatives_of
from desktop_app.analysis.cased_segments import Segment, segments
from desktop_app.analysis.cased_short_forms import ShortForms
from desktop_app.analysis.cased_tokens import language_tokens
from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.listed_words import is_listed
from desktop_app.analysis.name_resolution import PersonMention
from desktop_app.analysis.name_tokens import Token
from desktop_app.analysis.name_words import STOPS
from desktop_app.analysis.sentences import Sentence
from desktop_app.core.article import Mention
from desktop_app.core.folding import fold
from desktop_app.core.name_cases import nominatives

_MARKS = '.,;:!?«»“”„"()'
_LONGEST_ROLE = 80

_Found = tuple[Segment, Sentence]
_Key = tuple[frozenset[str], ...]


@dataclass(slots=True)
class _Text:
    """A text read for the names in it."""

    text: str
    words: LanguageWords
    sentences: Sequence[Sentence]
    tokens: list[list[Token]]
    found: list[_Found]


def is_in(parts: Sequence[Sentence], words: LanguageWords) -> bool:
    """Whether a text is in the language rather than in English, whatever it was marked as."""
    seen = [word.strip(_MARKS) for part in parts for word in part.text.split()]
    lower = [word for word in seen if word.islower()]
    return sum(word in words.stops for word in lower) >= sum(word in STOPS for word in lower)


def cased_mentions(
    text: str, sentences: Sequence[Sentence], words: LanguageWords
) -> list[PersonMention]:
    """The mentions of persons in a text of the language of the words, in its order."""
    read = _read(text, sentences, words)
    full = _full_names(read)
    alone = [segment.words[0].text for segment, _ in read.found if _length(segment) == 1]
    names = nominatives_of([segment for segment, _ in full], alone, words)
    mentions = [_full_mention(segment, part, names, read) for segment, part in full]
    taken = {token.start for segment, _ in full for token in segment.words}
    mentions += _single_mentions(read, list(names.values()), taken)
    return sorted(mentions, key=lambda each: each.mention.start)


def _read(text: str, sentences: Sequence[Sentence], words: LanguageWords) -> _Text:
    tokens = [language_tokens(part.text, part.start, words) for part in sentences]
    plain = frozenset(token.lower for each in tokens for token in each if not token.capital)
    found = [
        (segment, part)
        for part, each in zip(sentences, tokens, strict=True)
        for segment in segments(each, words, plain)
    ]
    return _Text(text, words, sentences, tokens, found)


def _full_names(read: _Text) -> list[_Found]:
    """Names of several words: those told by themselves, then what these explain."""
    several = [found for found in read.found if _length(found[0]) > 1]
    full = [found for found in several if is_person(found[0], read.text, read.words)]
    full += _repeated(_without(several, full), read)
    full += _joined(_without(several, full), full, read.words)
    tails = {tail for segment, _ in full for tail in _tails(_key(segment, read.words))}
    return full + [
        found for found in _without(several, full) if _key(found[0], read.words) in tails
    ]


def _without(several: Sequence[_Found], full: Sequence[_Found]) -> list[_Found]:
    taken = {segment.words[0].start for segment, _ in full}
    return [found for found in several if found[0].words[0].start not in taken]


def _repeated(several: Sequence[_Found], read: _Text) -> list[_Found]:
    """Names whose last word alone is told as a person elsewhere."""
    alone = {
        fold(segment.words[0].text)
        for segment, _ in read.found
        if _length(segment) == 1 and stands_free(segment, read.words)
    }
    return [found for found in several if is_repeated(found[0], alone, read.words)]


def _joined(
    several: Sequence[_Found], full: Sequence[_Found], words: LanguageWords
) -> Iterator[_Found]:
    """Other names of several words that “and” joins with a person's."""
    starts = {segment.words[0].start for segment, _ in full}
    ends = {segment.words[-1].start for segment, _ in full}
    for segment, part in several:
        if is_doubtful(segment, words):
            continue
        tokens, first, last = segment.tokens, segment.first, segment.last
        before, behind = tokens[max(0, first - 2) : first], tokens[last : last + 2]
        follows = len(before) == 2 and before[1].lower in words.conjunctions
        leads = len(behind) == 2 and behind[0].lower in words.conjunctions
        if (follows and before[0].start in ends) or (leads and behind[1].start in starts):
            yield segment, part


def _length(segment: Segment) -> int:
    return sum(token.capital for token in segment.words)


def _key(segment: Segment, words: LanguageWords) -> _Key:
    return tuple(nominatives(token.text, words.language) for token in segment.words)


def _tails(key: _Key) -> Iterator[_Key]:
    """The ends of several words by which a full name may be shortened: “García Márquez”."""
    for begin in range(1, len(key) - 1):
        yield key[begin:]


def _full_mention(
    segment: Segment, part: Sentence, names: dict[int, Name], read: _Text
) -> PersonMention:
    start, last = segment.words[0].start, segment.words[-1]
    end = last.end + (last.initial and last.stopped)
    mention = Mention(start, end, read.text[start:end], _role(segment, read), part.text)
    name = names[start]
    written = tuple(token.text for token in segment.words)
    return PersonMention(mention, base=None if name == written else " ".join(name))


def _role(segment: Segment, read: _Text) -> str | None:
    if segment.office is None:
        return None
    words = segment.tokens[segment.office : segment.first]
    if is_listed(words[0].lower, read.words.language, "courtesy"):
        return None
    role = read.text[words[0].start : words[-1].end]
    return role if len(role) <= _LONGEST_ROLE else None


def _single_mentions(
    read: _Text, names: Sequence[Name], taken: set[int]
) -> Iterator[PersonMention]:
    """The words that shorten one of the full names, and those that a title leads to."""
    short = ShortForms(names, read.words)
    alone = {segment.words[0].start: segment for segment, _ in read.found if _length(segment) == 1}
    for part, tokens in zip(read.sentences, read.tokens, strict=True):
        for place, token in enumerate(tokens):
            if not token.capital or token.start in taken or token.initial:
                continue
            segment = alone.get(token.start)
            found = short.at(tokens, place)
            if found:
                named = segment if segment and not found[1] else None
                named = named or Segment(tokens, place - found[1], place + 1)
                if may_shorten(named, read.text, read.words):
                    yield _single_mention(named, part, found[0], read)
                    continue
            if segment and is_titled(segment, read.text, read.words):
                yield _single_mention(segment, part, None, read)


def _single_mention(
    segment: Segment, part: Sentence, base: str | None, read: _Text
) -> PersonMention:
    start, end = segment.words[0].start, segment.words[-1].end
    written = read.text[start:end]
    mention = Mention(start, end, written, _role(segment, read), part.text)
    same = base is None or fold(base) == fold(written)
    return PersonMention(mention, base=None if same else base)
