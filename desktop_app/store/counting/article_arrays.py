"""What articles are counted by, as arrays in memory: dates, outlets, languages, tags, persons.

Grouping two million mentions in SQL takes seconds; counting arrays takes milliseconds. The arrays
are read once, a few thousand articles at a time so that no other thread waits, and afterwards only
for changed articles; of a large archive they are kept for the next session.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.facets import FacetKind
from desktop_app.core.query import ParsedQuery
from desktop_app.store.articles.tags import with_parents
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.stopping import unstoppable
from desktop_app.store.counting.kept_arrays import FEWEST_KEPT, KeptArrays, keep, kept
from desktop_app.store.search.found_masks import Mask, mask_of
from desktop_app.store.search.search import Search
from desktop_app.store.undo.changed_articles import ChangedArticles

Numbers = NDArray[np.int32]
Counts = NDArray[np.int64]

_READ_AT_ONCE = 2_000
_JOINED_AT_ONCE = 25
#: Of more changed articles than these, reading everything is no slower.
_MOST_CHANGED = 10_000
#: After so many changed articles, or so many acts, all is kept anew.
_MOST_UNKEPT, _MOST_UNKEPT_ACTS = 2_000, 100
_ARTICLES = """
    SELECT group_concat(id), group_concat(deleted IS NULL),
        group_concat(coalesce(published_earliest, '0')),
        group_concat(coalesce(published_latest, '0')), group_concat(substr(captured, 1, 10)),
        json_group_array(coalesce(publisher, '')), json_group_array(coalesce(language, ''))
    FROM articles WHERE {where}
"""
_PERSONS = """
    SELECT group_concat(article_id), group_concat(person_id), group_concat(mentions)
    FROM (SELECT article_id, person_id, mentions FROM article_people
        WHERE {where} ORDER BY article_id, person_id LIMIT -1)
"""
_TAGS = """
    SELECT group_concat(article_id), group_concat(tag_id) FROM article_tags WHERE {where}
"""
_NONE = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Articles with one of the things that each may have several of, each pair once.

    ``values`` are persons' ids or tags' codes; ``weights`` how often the article names the person.
    """

    articles: Numbers
    values: Numbers
    weights: Numbers

    def at(self, chosen: Mask) -> Pairs:
        """The pairs that are chosen."""
        return Pairs(self.articles[chosen], self.values[chosen], self.weights[chosen])

    def within(self, found: Mask) -> Pairs:
        """The pairs of these articles."""
        return self.at(found[self.articles])

    @staticmethod
    def joined(parts: Iterable[Pairs]) -> Pairs:
        """All of these pairs."""
        every = list(parts)
        return Pairs(
            np.concatenate([part.articles for part in every]),
            np.concatenate([part.values for part in every]),
            np.concatenate([part.weights for part in every]),
        )


class ArticleArrays:
    """The arrays of one archive; ask ``refresh`` before anything else, one thread at a time.

    ``first`` and ``last`` are days such as 20230413, 0 where an article has no date; ``captured``
    is such a day too.
    """

    def __init__(self, connection: Connection, search: Search) -> None:
        self._connection = connection
        self._search = search
        self._changed = ChangedArticles(connection)
        self._state: tuple[int, int] | None = None
        self._has_begun = False
        self._acts_kept: Set[int] = frozenset()
        self._forget()

    def _forget(self) -> None:
        self._unkept = _MOST_UNKEPT
        self.live: Mask = np.zeros(0, np.bool_)
        self.first = self.last = self.captured = self.outlets = self.languages = _NONE
        self.persons = self.tags = Pairs(_NONE, _NONE, _NONE)
        self.hidden = _NONE
        self._codes: dict[FacetKind, dict[str, int]] = {kind: {"": 0} for kind in _CODED}
        self._codes_above: dict[int, list[int]] = {}

    def refresh(self) -> None:
        """Read again what was changed since the last call, by this connection or another one."""
        with unstoppable():
            self.prepare()

    def prepare(self) -> None:
        """The same before anybody asks: it ends when this thread's reading is stopped."""
        try:
            self._refresh()
        except BaseException:
            # What was read by halves is read whole next time.
            self._changed.forget()
            self._state = None
            raise

    def _refresh(self) -> None:
        state = self._connection.state()
        if state == self._state:
            return
        changes = self._changed.since_last()
        if changes is None and self._take_kept():
            changes = self._changed.since_last()
        if changes is None or len(changes.articles) > _MOST_CHANGED:
            self._forget()
            self._read_all()
        else:
            if changes.names:
                self._read_names()
            self._read_again(sorted(changes.articles))
            self._unkept += len(changes.articles)
        self._state = state
        if self._connection.in_transaction:
            # What an act has changed so far may yet be taken back without a trace.
            self._state = None
            self._changed.forget()
        else:
            self._keep(state[0])

    # Kept for the next session

    def _take_kept(self) -> bool:
        """Begin with what was kept, once; whether that could be done."""
        if self._has_begun or self._connection.in_transaction:
            return False
        self._has_begun = True
        found = kept(self._connection)
        if found is None or not self._fits(found):
            return False
        numbers = found.numbers
        self.live = numbers["live"].astype(np.bool_)
        for name in _BY_ARTICLE:
            setattr(self, name, numbers[name])
        self.persons, self.tags = (
            Pairs(*(numbers[f"{name}_{part}"] for part in _OF_PAIRS)) for name in _PAIRED
        )
        self._codes = {kind: _numbered(found.names[kind]) for kind in _CODED}
        self._read_names()
        self._changed.resume(found.acts)
        self._unkept, self._acts_kept = 0, found.acts.keys()
        return True

    def _fits(self, found: KeptArrays) -> bool:
        """Whether it is what ``_keep`` keeps, and no number leads anywhere else."""
        numbers, names = found.numbers, found.names
        if numbers.keys() != _KEPT or names.keys() != {str(kind) for kind in _CODED}:
            return False
        size = len(numbers["live"])
        coded = (("outlets", "outlet"), ("languages", "language"), ("tags_values", "tag"))
        return (
            all(len(numbers[name]) == size for name in _BY_ARTICLE)
            and all(_within(numbers[f"{name}_articles"], size) for name in _PAIRED)
            and all(
                len({len(numbers[f"{name}_{part}"]) for part in _OF_PAIRS}) == 1 for name in _PAIRED
            )
            and all(_within(numbers[name], len(names[kind])) for name, kind in coded)
            and _within(numbers["persons_values"], _MOST_PERSONS)
            and _within(numbers["persons_weights"], _MOST_PERSONS)
        )

    def _keep(self, seen: int) -> None:
        acts = self._changed.seen
        more = len(acts.keys() - self._acts_kept)
        is_fresh = self._unkept < _MOST_UNKEPT and more < _MOST_UNKEPT_ACTS
        if len(self.live) < FEWEST_KEPT or is_fresh:
            return
        numbers = {name: getattr(self, name) for name in _BY_ARTICLE}
        numbers["live"] = self.live.astype(np.int32)
        for name in _PAIRED:
            pairs: Pairs = getattr(self, name)
            numbers |= {f"{name}_{part}": getattr(pairs, part) for part in _OF_PAIRS}
        names = {str(kind): self.names(kind) for kind in _CODED}
        if keep(self._connection, KeptArrays(numbers, names, acts)):
            self._unkept, self._acts_kept = 0, acts.keys()
            # What others wrote meanwhile isn't seen yet; what was written here is.
            self._state = seen, self._connection.raw.total_changes

    def found(self, parsed: ParsedQuery | None) -> Mask:
        """For every article's id whether the query finds it; None for all outside the trash."""
        mask = self._search.mask(parsed)
        found = np.zeros(len(self.live), np.bool_)
        found[: len(mask)] = mask[: len(found)]
        return found if parsed is not None and parsed.in_trash else found & self.live

    def mask(self, ids: Numbers) -> Mask:
        """For every article's id whether it is among these."""
        return mask_of(ids, len(self.live))

    def names(self, kind: FacetKind) -> list[str]:
        """The tags, outlets or languages by their codes; code 0 is none."""
        return list(self._codes[kind])

    # Reading

    def _read_all(self) -> None:
        last = int(self._connection.value("SELECT coalesce(max(id), 0) FROM articles"))
        self._read_names()
        self._grow(last + 1)
        edges = [*range(0, last, _READ_AT_ONCE), last]
        within = "{id} > ? AND {id} <= ?"
        spans = list(pairwise(edges))
        # Joined now and then: very many small arrays leave their room in the heap.
        read = [
            _joined([self._read(within, span) for span in spans[at : at + _JOINED_AT_ONCE]])
            for at in range(0, len(spans), _JOINED_AT_ONCE)
        ]
        self._take(read)

    def _read_again(self, changed: Sequence[int]) -> None:
        if not changed:
            return
        self._grow(changed[-1] + 1)
        stays = ~self.mask(np.array(changed, np.int32))
        self.live = self.live & stays
        self.persons, self.tags = self.persons.within(stays), self.tags.within(stays)
        among = "{id} IN (SELECT value FROM json_each(?))"
        self._take([self._read(among, (json.dumps(list(changed)),))])

    def _read_names(self) -> None:
        codes = self._codes[FacetKind.TAG]
        rows = self._connection.rows("SELECT id, path FROM tags")
        self._codes_above = {
            row[0]: [_code(codes, path) for path in with_parents(row[1])] for row in rows
        }
        hidden = self._connection.column("SELECT id FROM persons WHERE hidden = 1")
        self.hidden = np.array(hidden, np.int32)

    def _read(self, where: str, values: tuple[object, ...]) -> tuple[Pairs, Pairs]:
        """Read some articles' columns, and give their persons and tags."""
        read = self._parts(_ARTICLES, where.format(id="id"), values)
        ids = _numbers(read[0])
        self.live[ids] = _numbers(read[1])
        self.first[ids], self.last[ids] = _days(read[2]), _days(read[3])
        self.captured[ids] = _days(read[4])
        outlets, languages = json.loads(read[5]), json.loads(read[6])
        self.outlets[ids] = [_code(self._codes[FacetKind.OUTLET], each) for each in outlets]
        short = (each.partition("-")[0] for each in languages)
        self.languages[ids] = [_code(self._codes[FacetKind.LANGUAGE], each) for each in short]
        paired = where.format(id="article_id")
        persons = Pairs(*map(_numbers, self._parts(_PERSONS, paired, values)))
        return _added_up(persons), self._tag_pairs(
            *map(_numbers, self._parts(_TAGS, paired, values))
        )

    def _parts(self, sql: str, where: str, values: tuple[object, ...]) -> list[str]:
        """Columns as texts: digits parted by commas, or JSON."""
        row = self._connection.row(sql.format(where=where), values)
        return [part or "" for part in row or ()]

    def _tag_pairs(self, articles: Numbers, tags: Numbers) -> Pairs:
        """With the tags above each; an article has a parent once, however many of its children."""
        above = self._codes_above
        codes = [above.get(tag, []) for tag in tags.tolist()]
        whose = np.repeat(articles.astype(np.int64), [len(each) for each in codes])
        flat = np.array([code for each in codes for code in each], np.int64)
        once = np.unique((whose << 32) | flat)
        numbers = (once >> 32).astype(np.int32), (once & 0xFFFFFFFF).astype(np.int32)
        return Pairs(*numbers, np.zeros(len(once), np.int32))

    def _take(self, read: list[tuple[Pairs, Pairs]]) -> None:
        self.persons, self.tags = _joined([(self.persons, self.tags), *read])

    def _grow(self, size: int) -> None:
        more = size - len(self.live)
        if more <= 0:
            return
        zeros = np.zeros(more, np.int32)
        self.live = np.concatenate((self.live, zeros.astype(np.bool_)))
        self.first = np.concatenate((self.first, zeros))
        self.last = np.concatenate((self.last, zeros))
        self.captured = np.concatenate((self.captured, zeros))
        self.outlets = np.concatenate((self.outlets, zeros))
        self.languages = np.concatenate((self.languages, zeros))


def _numbers(text: str) -> Numbers:
    # Many times quicker than JSON, and without an object for each.
    return np.fromstring(text, np.int32, sep=",")


def _joined(read: Sequence[tuple[Pairs, Pairs]]) -> tuple[Pairs, Pairs]:
    persons, tags = zip(*read, strict=True)
    return Pairs.joined(persons), Pairs.joined(tags)


def _days(text: str) -> Numbers:
    return _numbers(text.replace("-", ""))


def _added_up(pairs: Pairs) -> Pairs:
    """Each pair once, its weights added up; equal ones stand beside each other."""
    others = np.diff(pairs.articles, prepend=-1) | np.diff(pairs.values, prepend=-1)
    starts = np.flatnonzero(others)
    if len(starts) == len(others):
        return pairs  # nearly always: only two names of one person come twice
    weights = np.add.reduceat(pairs.weights, starts)
    return Pairs(pairs.articles[starts], pairs.values[starts], weights)


def _code(codes: dict[str, int], name: str) -> int:
    return codes.setdefault(name, len(codes))


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: code for code, name in enumerate(names)}


def _within(numbers: Numbers, end: int) -> bool:
    return not len(numbers) or (int(numbers.min()) >= 0 and int(numbers.max()) < end)


_CODED = (FacetKind.TAG, FacetKind.OUTLET, FacetKind.LANGUAGE)
#: The names of the arrays that are kept.
_BY_ARTICLE = ("first", "last", "captured", "outlets", "languages")
_PAIRED, _OF_PAIRS = ("persons", "tags"), ("articles", "values", "weights")
_KEPT = {"live", *_BY_ARTICLE, *(f"{name}_{part}" for name in _PAIRED for part in _OF_PAIRS)}
_MOST_PERSONS = 2**31
