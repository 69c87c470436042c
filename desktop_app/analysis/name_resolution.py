"""Which mentions of one text are the same person: short forms go to the full name they shorten.

A short form that fits several persons of the text goes to none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.analysis.name_words import PARTICLES, SUFFIXES
from desktop_app.core.article import Mention, NamedPerson
from desktop_app.core.folding import name_key

_BOUND_PARTICLES = frozenset("al el as ad ar an at az ash ul ur d l dell dall".split())
_QUOTES = "\"“”„«»'‘’()"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A mention before it is known whose it is; royal or clerical titles go with given names."""

    mention: Mention
    by_given_name: bool = False


@dataclass(slots=True)
class _Form:
    """One spelling: its folded words without particles and suffixes, and where it stands."""

    words: tuple[str, ...]
    suffix: str
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def first_start(self) -> int:
        return self.mentions[0].mention.start


@dataclass(slots=True)
class _Cluster:
    """A person being put together; the first form is the fullest."""

    forms: list[_Form]

    @property
    def full(self) -> _Form:
        return self.forms[0]


def resolve(mentions: Sequence[PersonMention]) -> tuple[NamedPerson, ...]:
    """The persons of a text, in the order of their first mention."""
    forms = _forms(mentions)
    clusters: list[_Cluster] = []
    several = [form for form in forms if len(form.words) > 1]
    for form in sorted(several, key=lambda form: (-_fullness(form), form.first_start)):
        _place(form, [cluster for cluster in clusters if _fits(form, cluster.full)], clusters)
    fixed = list(clusters)
    for form in forms:
        if len(form.words) == 1:
            _place(form, _owners(form, fixed), clusters)
    persons = [_person(cluster) for cluster in clusters]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def _forms(mentions: Iterable[PersonMention]) -> list[_Form]:
    found: dict[tuple[tuple[str, ...], str, bool], _Form] = {}
    for mention in mentions:
        words, suffix = _words_of(mention.mention.text)
        key = (words, suffix, mention.by_given_name and len(words) == 1)
        found.setdefault(key, _Form(words, suffix)).mentions.append(mention)
    return list(found.values())


def _words_of(text: str) -> tuple[tuple[str, ...], str]:
    """The folded words of a name that tell it apart, and its suffix."""
    bare = [word for word in text.split() if not (word[0] in _QUOTES and len(word) > 2)] or [text]
    words = name_key(" ".join(bare).replace(".", ". ")).split()
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES and len(words[-1]) > 1:
        suffix = words.pop()
    kept = [word for word in words if word not in PARTICLES and word not in _BOUND_PARTICLES]
    return tuple(kept or words or [text]), suffix


def _fullness(form: _Form) -> int:
    return sum(2 if len(word) > 1 else 1 for word in form.words)


def _place(form: _Form, owners: list[_Cluster], clusters: list[_Cluster]) -> None:
    """Give a form to its only owner, or make it a person; with several owners it is nobody's."""
    if len(owners) == 1:
        owners[0].forms.append(form)
    elif not owners:
        clusters.append(_Cluster([form]))


def _fits(form: _Form, full: _Form) -> bool:
    """Whether a name of several words may be a shorter form of the full one."""
    if form.suffix and full.suffix and form.suffix != full.suffix:
        return False
    short, long = form.words, full.words
    if "".join(short) == "".join(long):
        return True
    if len(short) > len(long):
        return False
    if short == long[: len(short)] or short == long[-len(short) :]:
        return True
    if short[-1] != long[-1] or not _same_given(short[0], long[0]):
        return False
    return _in_order(short[1:-1], long[1:-1])


def _same_given(short: str, long: str) -> bool:
    if min(len(short), len(long)) == 1:
        return short[0] == long[0]
    return short == long


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the middle names of one stand in the other in order, initials allowed."""
    rest = iter(long)
    return all(any(_same_given(word, other) for other in rest) for word in short)


def _owners(form: _Form, clusters: list[_Cluster]) -> list[_Cluster]:
    """The persons whom a single word may mean: by family name, else given name, else any word."""
    word = form.words[0]
    given = [c for c in clusters if c.full.words[0] == word]
    family = [c for c in clusters if c.full.words[-1] == word]
    order = (given, family) if form.mentions[0].by_given_name else (family, given)
    anywhere = [c for c in clusters if word in c.full.words]
    return next((owners for owners in (*order, anywhere) if owners), [])


def _person(cluster: _Cluster) -> NamedPerson:
    mentions = sorted(
        (found.mention for form in cluster.forms for found in form.mentions),
        key=lambda mention: mention.start,
    )
    name = _canonical(cluster.full)
    spellings = dict.fromkeys(" ".join(mention.text.split()) for mention in mentions)
    roles = {mention.role.casefold(): mention.role for mention in reversed(mentions) if mention.role}
    return NamedPerson(
        name=name,
        aliases=tuple(spelling for spelling in spellings if spelling != name),
        roles=tuple(reversed(roles.values())),
        mentions=tuple(mentions),
    )


def _canonical(form: _Form) -> str:
    """The fullest spelling of a form; one in capitals only where there is no other."""
    spellings = [" ".join(found.mention.text.split()) for found in form.mentions]
    mixed = [spelling for spelling in spellings if not spelling.isupper()]
    if mixed:
        return max(mixed, key=len)
    shouted = spellings[0]
    return shouted.title() if len(form.words) > 1 and len(shouted) > 5 else shouted
