"""Which mentions of one text are the same person: short forms go to the full name they shorten.

A short form that fits several persons of the text goes to none of them, and is told so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.analysis.name_address import Address, address_of_given
from desktop_app.analysis.name_tokens import mended
from desktop_app.analysis.name_words import (
    BOUND_PARTICLES,
    PARTICLES,
    RULERS_NUMBERS,
    SUFFIXES,
)
from desktop_app.core.article import Mention, NamedPerson, UnassignedMention
from desktop_app.core.folding import name_key
from desktop_app.core.name_comparison import Verdict, compare_names

# A short form used for one person stays that person's when a namesake comes in.
_USUAL = 1
# Who is named in full at least so often, and so many times as often as all namesakes together.
_SUBJECT = 3
_QUOTES = "\"“”„«»'‘’()"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A mention before it is known whose it is; royal or clerical titles go with given names.

    ``base`` is the name that it stands for where that is known and its own text is another: the
    nominative of an inflected name, the full name of which a surname in Han is short. ``address``
    is as whom a form of address before it speaks of the person.
    """

    mention: Mention
    by_given_name: bool = False
    base: str | None = None
    address: Address | None = None

    @property
    def name(self) -> str:
        """The base, or the text itself."""
        return self.base or self.mention.text


@dataclass(slots=True)
class _Form:
    """One spelling: its folded words without particles and suffixes, and where it stands."""

    words: tuple[str, ...]
    suffix: str
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def is_ruler(self) -> bool:
        """Whether it is one name and a number, which is a full name: Charles II."""
        return len(self.words) == 1 and self.suffix in RULERS_NUMBERS

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

    @property
    def address(self) -> Address | None:
        """As whom the text speaks of the person, or else whom the given name is usual for."""
        told = (found.address for form in self.forms for found in form.mentions)
        return next(filter(None, told), None) or address_of_given(self.full.words[0])

    @property
    def nicknames(self) -> set[str]:
        """The words that stand in quotes or brackets within a name: “Bud” in Terry “Bud” Novak."""
        return {
            name_key(word)
            for form in self.forms
            for word in form.mentions[0].name.split()
            if word[0] in _QUOTES and len(word) > 2
        }


@dataclass(frozen=True, slots=True)
class Resolution:
    """The persons of a text by their first mention, and what may be several of them."""

    persons: tuple[NamedPerson, ...]
    unassigned: tuple[UnassignedMention, ...] = ()


def resolve(mentions: Sequence[PersonMention]) -> Resolution:
    """Which mentions are one person, and which can't be told."""
    forms = _forms(mentions)
    clusters: list[_Cluster] = []
    several = [form for form in forms if len(form.words) > 1 or form.is_ruler]
    for form in sorted(several, key=lambda form: (-_fullness(form), form.first_start)):
        owners = [cluster for cluster in clusters if _fits(form, cluster.full)]
        owners = owners or [cluster for cluster in clusters if _is_spelt_otherwise(form, cluster)]
        if len(owners) == 1:
            owners[0].forms.append(form)
        else:
            clusters.append(_Cluster([form]))
    short = [form for form in forms if form not in several]
    alone, unassigned = _place_short_forms(short, clusters)
    persons = [_person(cluster) for cluster in (*clusters, *alone)]
    return Resolution(
        tuple(sorted(persons, key=lambda person: person.mentions[0].start)),
        tuple(sorted(unassigned, key=lambda each: each.mention.start)),
    )


def _forms(mentions: Iterable[PersonMention]) -> list[_Form]:
    found: dict[tuple[tuple[str, ...], str, bool], _Form] = {}
    for mention in mentions:
        words, suffix = _words_of(mention.name)
        key = (words, suffix, mention.by_given_name and len(words) == 1)
        found.setdefault(key, _Form(words, suffix)).mentions.append(mention)
    return list(found.values())


def _words_of(text: str) -> tuple[tuple[str, ...], str]:
    """The folded words of a name that tell it apart, and its suffix."""
    bare = [
        word for word in _spelling(text).split() if not (word[0] in _QUOTES and len(word) > 2)
    ] or [text]
    words = name_key(" ".join(bare).replace(".", ". ")).split()
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES and len(words[-1]) > 1:
        suffix = words.pop()
    if len(words) == 2 and words[1] in ("i", "v") and not suffix:
        suffix = words.pop()
    kept = [word for word in words if word not in PARTICLES and word not in BOUND_PARTICLES]
    return tuple(kept or words or [text]), suffix


def _fullness(form: _Form) -> int:
    return sum(2 if len(word) > 1 else 1 for word in form.words)


def _fits(form: _Form, full: _Form) -> bool:
    """Whether a name of several words may be a shorter form of the full one."""
    if form.suffix != full.suffix and (form.is_ruler or (form.suffix and full.suffix)):
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


def _is_spelt_otherwise(form: _Form, cluster: _Cluster) -> bool:
    """Whether a name is that of a person, transliterated another way: Sergei, Sergey Lavrov."""
    one, other = form.words, cluster.full.words
    if len(one) != len(other) or any(a[0] != b[0] for a, b in zip(one, other, strict=True)):
        return False
    return compare_names(_canonical(form), _canonical(cluster.full)).verdict is Verdict.SAME


def _same_given(short: str, long: str) -> bool:
    if min(len(short), len(long)) == 1:
        return short[0] == long[0]
    return short == long


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the middle names of one stand in the other in order, initials allowed."""
    rest = iter(long)
    return all(any(_same_given(word, other) for other in rest) for word in short)


def _place_short_forms(
    forms: Sequence[_Form], clusters: Sequence[_Cluster]
) -> tuple[list[_Cluster], list[UnassignedMention]]:
    """Give each mention by one word to its person; the words that are nobody's make new persons.

    Gives these, and the mentions that may be several persons'.
    """
    alone: list[_Cluster] = []
    unassigned: list[UnassignedMention] = []
    for form in _by_address(forms, clusters):
        address = form.mentions[0].address
        named = _owners(form, clusters)
        owners = [one for one in named if None in (address, one.address) or one.address is address]
        if not owners:
            alone.append(_Cluster([form]))
        elif len(owners) == 1:
            owners[0].forms.append(form)
        else:
            names = tuple(_canonical(owner.full) for owner in owners)
            left = _share_out(form, owners)
            unassigned += [UnassignedMention(mention.mention, names) for mention in left]
    return alone, unassigned


def _by_address(forms: Iterable[_Form], clusters: Sequence[_Cluster]) -> Iterator[_Form]:
    """The forms; “Mr Clinton”, “Mrs Clinton” and “Clinton” apart where full names tell whose."""
    for form in forms:
        addresses = {found.address: None for found in form.mentions}
        if len(addresses) == 1 or not _owners(form, clusters):
            yield form
            continue
        for address in addresses:
            of_address = [found for found in form.mentions if found.address is address]
            yield _Form(form.words, form.suffix, of_address)


def _share_out(form: _Form, owners: Sequence[_Cluster]) -> list[PersonMention]:
    """Give each mention of a shared name to the only person it can mean to a reader so far.

    That is the one whom the text is about, or who alone had been named in full before, or who went
    by the short form before the others came in. Gives the other mentions, which are nobody's.
    """
    left: list[PersonMention] = []
    subject = _subject(owners)
    if subject is not None:
        subject.forms.append(form)
        return left
    begun = {id(owner): min(named.first_start for named in owner.forms) for owner in owners}
    given: dict[int, _Form] = {}
    for mention in form.mentions:
        before = [owner for owner in owners if begun[id(owner)] < mention.mention.start]
        usual = [
            owner
            for owner in before
            if id(owner) in given and len(given[id(owner)].mentions) >= _USUAL
        ]
        choice = before if len(before) == 1 else usual
        if len(choice) == 1:
            shared = given.setdefault(id(choice[0]), _Form(form.words, form.suffix))
            shared.mentions.append(mention)
        else:
            left.append(mention)
    for owner in owners:
        if id(owner) in given:
            owner.forms.append(given[id(owner)])
    return left


def _subject(owners: Sequence[_Cluster]) -> _Cluster | None:
    """The one of several persons who is named in full far more often than all the others."""
    counts = [sum(len(named.mentions) for named in owner.forms) for owner in owners]
    most = max(counts)
    if most < _SUBJECT or most < _SUBJECT * (sum(counts) - most):
        return None
    return owners[counts.index(most)]


def _owners(form: _Form, clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """The persons whom a single word may mean: by family name, else given name, else any word."""
    word = form.words[0]
    given = [c for c in clusters if c.full.words[0] == word]
    family = [c for c in clusters if any(named.words[-1] == word for named in c.forms)]
    order = (given, family) if form.mentions[0].by_given_name else (family, given)
    anywhere = [c for c in clusters if word in c.full.words]
    nicknamed = [c for c in clusters if word in c.nicknames]
    return next((owners for owners in (*order, anywhere, nicknamed) if owners), [])


def _person(cluster: _Cluster) -> NamedPerson:
    mentions = sorted(
        (found.mention for form in cluster.forms for found in form.mentions),
        key=lambda mention: mention.start,
    )
    name = _canonical(cluster.full)
    spellings = dict.fromkeys(_spelling(mention.text) for mention in mentions)
    roles = {
        mention.role.casefold(): mention.role for mention in reversed(mentions) if mention.role
    }
    return NamedPerson(
        name=name,
        aliases=tuple(spelling for spelling in spellings if spelling != name),
        roles=tuple(reversed(roles.values())),
        mentions=tuple(mentions),
    )


def _spelling(text: str) -> str:
    """A mention on one line, a word that was broken at a line's end made whole."""
    return " ".join(mended(text).split())


def _canonical(form: _Form) -> str:
    """The fullest spelling of a form; one in capitals only where there is no other."""
    spellings = [_spelling(found.name) for found in form.mentions]
    mixed = [spelling for spelling in spellings if not spelling.isupper()]
    if mixed:
        return max(mixed, key=len)
    shouted = spellings[0]
    return shouted.title() if len(form.words) > 1 and len(shouted) > 5 else shouted
