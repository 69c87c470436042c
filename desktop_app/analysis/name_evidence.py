"""What speaks for and against a candidate being a person's name: features, in words.

A feature is a short string; `name_weights` knows what each is worth. Nothing here knows a weight.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from desktop_app.analysis.name_candidates import OPENING_QUOTES, Candidate
from desktop_app.analysis.name_contexts import after_class, before_class, lead_class
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_spellings import spelling_features
from desktop_app.analysis.name_tokens import Token
from desktop_app.analysis.name_words import (
    BOUND_PARTICLES,
    PARTICLES,
    ROLES,
    SHIP_WORDS,
    SUFFIXES,
    THINGS,
    TITLES,
)

_NAMED = Kind.NAME | Kind.GIVEN | Kind.FAMILY
_PARTS = re.compile("[-’']")
_QUOTES = "\"“”„«»‘’'"
# What a place or thing may be called and a person hardly ever, by the classes of `word_class`.
_PERSONAL_CONTEXTS = frozenset({"title", "speech", "role"})
_ADDRESSED = frozenset({"title", "role"})
# In English news a tenth of the words within sentences has a capital, in German nearly a third. A
# short English report of a match or of talks may have as many: it is told by its small words.
_ENOUGH_WORDS, _MANY_CAPITALS, _MANY_SMALL_WORDS = 60, 0.25, 0.08
_ENGLISH = ("the", "of", "and", "to", "that", "with", "from", "his", "her", "by", "for", "had")
#: The contexts of a word elsewhere in the text that are evidence.
CONTEXTS_TOLD = ("title", "speech", "role", "in", "the", "apposition")


@dataclass(slots=True)
class DocumentEvidence:
    """What the whole text says of its words, gathered before any candidate is weighed."""

    plain: Counter[str] = field(default_factory=Counter)
    keys: Counter[tuple[str, ...]] = field(default_factory=Counter)
    contexts: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    ends: Counter[str] = field(default_factory=Counter)
    starts: Counter[str] = field(default_factory=Counter)
    inside_things: Counter[str] = field(default_factory=Counter)
    #: Words that a storm or ship was called by: “Hurricane Andrew”, “the ferry Nikolas”.
    things_called: set[str] = field(default_factory=set)
    #: How many words stand within sentences, after the first one, and how many have a capital.
    within: int = 0
    capitals: int = 0

    @property
    def is_english(self) -> bool:
        """Whether the small words of English are as many as in running text."""
        small = sum(self.plain[word] for word in _ENGLISH)
        return small >= _MANY_SMALL_WORDS * self.within

    @property
    def capitals_say_little(self) -> bool:
        """Whether so many words have a capital that it tells no name: German, lists of titles."""
        many = self.within >= _ENOUGH_WORDS and self.capitals > _MANY_CAPITALS * self.within
        return many and not self.is_english

    def tells_a_person(self, key: tuple[str, ...]) -> bool:
        """Whether anywhere in the text a title, an office or a verb of speech stands beside it."""
        return not _PERSONAL_CONTEXTS.isdisjoint(self.contexts.get(key, ()))

    def is_addressed(self, key: tuple[str, ...]) -> bool:
        """Whether anywhere in the text a title or an office stands before it."""
        return not _ADDRESSED.isdisjoint(self.contexts.get(key, ()))


@lru_cache(maxsize=20_000)
def word_kinds(word: str) -> int:
    """The kinds of a word; of a hyphenated one that isn't known, those of its parts.

    Such a word is a plain one only where all its parts are: “Caldwell-Pope” isn't.
    """
    kinds = kinds_of(word)
    if kinds or ("-" not in word and "’" not in word and "'" not in word):
        return kinds
    parts = [kinds_of(part) for part in _PARTS.split(word) if len(part) > 2]
    for kind in parts:
        kinds |= kind
    return kinds if all(kind & Kind.WORD for kind in parts) else kinds & ~Kind.WORD


def gather(tokens: Sequence[Sequence[Token]], found: Iterable[Candidate]) -> DocumentEvidence:
    """The evidence of a whole text: its sentences' words and all its candidates."""
    document = DocumentEvidence()
    for sentence in tokens:
        document.plain.update(token.lower for token in sentence if not token.capital)
        document.within += len(sentence[1:])
        document.capitals += sum(token.capital for token in sentence[1:])
        document.things_called.update(
            token.lower
            for before, token in pairwise(sentence)
            if token.capital and token.gap == " " and before.lower in SHIP_WORDS
        )
    for candidate in found:
        key = candidate.key
        document.keys[key] += 1
        document.contexts.setdefault(key, set()).update(_strong_contexts(candidate))
        if len(key) == 1:
            continue
        if any(word in THINGS for word in key):
            document.inside_things.update(key)
        else:
            first, last = ends_of(key)
            document.ends[last] += 1
            document.starts[first] += 1
    return document


def ends_of(key: tuple[str, ...]) -> tuple[str, str]:
    """The words by which a name is shortened: the first, and the last without suffix and al-."""
    last = len(key) - 1
    while last > 1 and key[last] in SUFFIXES:
        last -= 1
    family = key[last]
    bound, _, rest = family.partition("-")
    return key[0], rest if rest and bound in BOUND_PARTICLES else family


def features_of(candidate: Candidate, text: str, document: DocumentEvidence) -> list[str]:
    """The features of a candidate of several words or of one."""
    features = [
        "bias",
        *_context_features(candidate, text),
        *_document_features(candidate, document),
        *spelling_features(candidate),
    ]
    if candidate.last - candidate.first == 1:
        features += _single_features(candidate, document)
    else:
        features += _several_features(candidate, document)
    return features


def _several_features(candidate: Candidate, document: DocumentEvidence) -> list[str]:
    words = [word for word in candidate.words if word.gap not in OPENING_QUOTES]
    words = words if len(words) > 1 else candidate.words
    classes = [word_class(token) for token in words]
    short = [name[0] for name in classes]
    kinds = [0 if token.initial else word_kinds(token.text) for token in words]
    named = sum(bool(kind & _NAMED) for kind in kinds)
    written = sum(token.capital and not token.initial for token in words)
    ends = (
        f"ends {classes[0]} {classes[-1]}" if len(words) == 2 else f"ends3 {short[0]} {short[-1]}"
    )
    told = document.contexts.get((words[-1].lower,), set())
    return [
        f"length {min(sum(token.capital for token in words), 4)}",
        f"first {classes[0]}",
        f"last {classes[-1]}",
        "pattern " + "".join(name for name in short if name != "p")[:4],
        ends,
        f"named {named} of {written}" if named < written else "all named",
        f"{short[0]}{short[-1]} before {before_class(candidate)}",
        f"ending {words[-1].lower[-3:]}",
        *(f"last alone {context}" for context in CONTEXTS_TOLD if context in told),
        *(name for name, holds in _marks(words, kinds, document) if holds),
    ]


def _marks(
    words: list[Token], kinds: list[int], document: DocumentEvidence
) -> Iterator[tuple[str, object]]:
    """What may be marked about a name of several words, each with whether it holds."""
    capitals = [token.all_capitals for token in words]
    yield "place name", kinds_of(" ".join(token.text for token in words)) & Kind.PLACE
    yield "thing within", any(token.lower in THINGS for token in words[:-1])
    yield "organisation word", any(k & Kind.ORGANISATION and not k & Kind.GIVEN for k in kinds)
    yield "plain word", any(kind & Kind.WORD and not kind & Kind.NAME for kind in kinds)
    yield "all plain words", all(kind & Kind.WORD for kind in kinds if kind)
    yield "all capitals", all(capitals)
    yield "some capitals", any(capitals) and not all(capitals)
    yield "particle", any(not token.capital for token in words)
    yield "last alone elsewhere", document.keys[(words[-1].lower,)]
    yield "first alone elsewhere", document.keys[(words[0].lower,)]
    yield "unknown ends", not kinds[-1] & _NAMED and not kinds[0] & _NAMED
    yield "digit", any(_has_digit(token.text) for token in words)
    yield "initial within", any(token.initial for token in words[1:-1])
    yield "initial first", words[0].initial


def _single_features(candidate: Candidate, document: DocumentEvidence) -> list[str]:
    token = candidate.words[0]
    name = word_class(token)
    features = [
        f"word {name}",
        f"word {name[0]} opens" if token.opens else f"word {name[0]} inside",
    ]
    if token.all_capitals:
        features.append("all capitals")
    features.append(f"{name[0]} before {before_class(candidate)}")
    features.append(f"{name[0]} after {after_class(candidate, '')}")
    features.append(f"ending {token.lower[-3:]}")
    if token.lower in TITLES or token.lower in ROLES:
        features.append("title word")
    if "-" in token.text and _is_compound(token.lower):
        features.append("compound of plain words")
    if _has_digit(token.text) or _inner_capital(token.text):
        features.append("odd spelling")
    if document.ends[token.lower]:
        features.append("ends a longer one")
    if document.starts[token.lower]:
        features.append("begins a longer one")
    if document.inside_things[token.lower]:
        features.append("in a thing")
    count = document.keys[candidate.key]
    features.append(f"count {name[0]} {min(count, 3)}")
    return features


def _is_compound(word: str) -> bool:
    return all(kinds_of(part) & Kind.WORD for part in word.split("-") if part)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _inner_capital(word: str) -> bool:
    rest = word[1:]
    return (
        not (rest.islower() or rest.isupper())
        and not word.startswith(
            (
                "Mc",
                "Mac",
                "O'",
                "O’",
                "De",
                "Di",
                "La",
                "Le",
                "Van",
                "Fitz",
                "al",
                "el",
                "El",
                "Al",
                "D'",
                "D’",
            )
        )
        and "-" not in word
    )


def _document_features(candidate: Candidate, document: DocumentEvidence) -> list[str]:
    kind = "1" if candidate.last - candidate.first == 1 else "n"
    told = document.contexts.get(candidate.key, set())
    features = [f"text {kind} {context}" for context in CONTEXTS_TOLD if context in told]
    plain = sum(
        document.plain[word] > 0
        for word in candidate.key
        if len(word) > 1 and word not in PARTICLES
    )
    if plain:
        features.append(f"plain in text {kind} {min(plain, 2)}")
    return features


def _strong_contexts(candidate: Candidate) -> set[str]:
    found = set()
    lead, before = lead_class(candidate), before_class(candidate)
    if lead == "title" or before.endswith("title"):
        found.add("title")
    if lead == "role" or before == "role":
        found.add("role")
    after = after_class(candidate, "")
    if after == "speech":
        found.add("speech")
    if after in (", role", ", a", ", number"):
        found.add("apposition")
    if before in ("in", "the"):
        found.add(before)
    return found


def _context_features(candidate: Candidate, text: str) -> list[str]:
    kind = "1" if candidate.last - candidate.first == 1 else "n"
    lead = lead_class(candidate)
    before = before_class(candidate)
    after = after_class(candidate, text[candidate.end : candidate.end + 3])
    features = [f"lead {kind} {lead}", f"before {kind} {before}", f"after {kind} {after}"]
    if lead == "none":
        features.append(f"around {kind} {before} {after}")
    left = text[max(0, candidate.start - 1) : candidate.start]
    right = text[candidate.end : candidate.end + 1]
    if left and right and left in _QUOTES and right in _QUOTES:
        features.append("in quotes")
    elif left in ("(", "@", "#", "/", "[", "_") or right in ("@", "/", "_", ")"):
        features.append(
            f"mark {left if left in '(@#/[_' else ''}{right if right in '@/_)' else ''}"
        )
    return features


def word_class(token: Token) -> str:
    """What the name data says of a word, as a short code whose first letter is the gist."""
    if token.initial:
        return "i"
    if not token.capital:
        return "p"
    if token.lower in SUFFIXES:
        return "s"
    if token.lower in THINGS:
        return "T"
    return _kinds_class(word_kinds(token.text))


@lru_cache(maxsize=256)
def _kinds_class(kinds: int) -> str:
    given, family = kinds & Kind.GIVEN, kinds & Kind.FAMILY
    gist = "B" if given and family else "G" if given else "F" if family else "N"
    if not kinds & _NAMED:
        gist = "W" if kinds & Kind.WORD else "U"
    if kinds & Kind.LARGE:
        gist = "L" if not kinds & Kind.COMMON else gist
    marks = "".join(
        mark
        for mark, bit in (
            ("+", Kind.COMMON),
            ("w", Kind.WORD),
            ("c", Kind.PLACE),
            ("l", Kind.LARGE),
            ("o", Kind.ORGANISATION),
        )
        if kinds & bit
    )
    return gist + marks
