"""What the person page shows, read and worked out from a person's mentions. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.article import Person, PersonMention
from desktop_app.core.counted import count_articles, counted
from desktop_app.core.dates import EdtfDate
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.services.library import Library

#: How many articles' mentions are read at first, and how many times more with each reading.
_FIRST_ARTICLES, _GROWTH = 50, 4


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A role, the years in which articles used it, and how often."""

    role: str
    first: str | None
    last: str | None
    count: int


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything about one person that the page shows.

    ``mentions`` may be those of the first ``articles_read`` articles yet, with their spellings and
    roles; ``months`` counts all of them.
    """

    person: Person
    mentions: tuple[PersonMention, ...]
    together: tuple[tuple[Person, int], ...]
    spellings: tuple[tuple[str, int], ...]
    roles: tuple[RoleSpan, ...]
    tags: tuple[tuple[str, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()
    months: Counter[int] = field(default_factory=Counter)
    articles_read: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every mention was read."""
        return self.articles_read >= self.person.articles


def read_facts(library: Library, person_id: int) -> PersonFacts:
    """A person with the mentions of the first articles, which are there at once."""
    people = library.people
    facts = facts_of(
        people.get(person_id),
        people.mentions(person_id, _FIRST_ARTICLES),
        people.together_with(person_id),
        people.tags(person_id),
        people.outlets(person_id),
    )
    months = Counter(people.months(person_id))
    return replace(facts, months=months, articles_read=_FIRST_ARTICLES)


def read_more(library: Library, facts: PersonFacts) -> PersonFacts:
    """The same with the mentions of further articles: more each time, so that it ends soon."""
    person, count = facts.person, facts.articles_read * _GROWTH
    found = library.people.mentions(person.id, count, facts.articles_read)
    mentions = (*facts.mentions, *found)
    return replace(
        facts,
        mentions=mentions,
        spellings=spellings(person, mentions),
        roles=roles(mentions),
        articles_read=facts.articles_read + count,
    )


def facts_of(
    person: Person,
    mentions: Sequence[PersonMention],
    together: Sequence[tuple[Person, int]],
    tags: Sequence[tuple[str, int]] = (),
    outlets: Sequence[tuple[str, int]] = (),
) -> PersonFacts:
    """Count the spellings, date the roles, and count the months of all mentions."""
    return PersonFacts(
        person,
        tuple(mentions),
        tuple(together),
        spellings(person, mentions),
        roles(mentions),
        tuple(tags),
        tuple(outlets),
        months_of(Counter(found.published for found in mentions).items()),
        person.articles,
    )


def spellings(person: Person, mentions: Sequence[PersonMention]) -> tuple[tuple[str, int], ...]:
    """Every form of the name with how often it is used, the commonest first."""
    used = Counter(found.mention.text for found in mentions)
    for alias in (person.name, *person.aliases):
        used.setdefault(alias, 0)
    return tuple(sorted(used.items(), key=lambda item: (-item[1], item[0])))


def roles(mentions: Sequence[PersonMention]) -> tuple[RoleSpan, ...]:
    """The roles told, in the order in which they were first told; undated ones come last."""
    places: dict[str, list[PersonMention]] = {}
    for found in mentions:
        if found.mention.role:
            places.setdefault(fold(found.mention.role), []).append(found)
    spans = [_span(group) for group in places.values()]
    return tuple(sorted(spans, key=lambda span: (span.first or "9999", -span.count)))


def _span(group: Sequence[PersonMention]) -> RoleSpan:
    words = Counter(found.mention.role or "" for found in group).most_common(1)[0][0]
    dates = sorted(found.published for found in group if found.published)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return RoleSpan(words, first, last, len(group))


def months_of(dates: Iterable[tuple[str | None, int]]) -> Counter[int]:
    """Mentions by month, months counted from year 0, of dates with their mentions' number.

    A date of a year alone falls into the middle of that year; undated ones are left out.
    """
    months: Counter[int] = Counter()
    for published, count in dates:
        if published is None:
            continue
        try:
            span = EdtfDate.parse(published)
        except InputError:
            continue
        first, last = _month(span.earliest), _month(span.latest)
        months[(first + last) // 2] += count
    return months


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def matching(mentions: Sequence[PersonMention], words: str) -> list[PersonMention]:
    """The mentions whose sentence, article title or date holds every word."""
    wanted = fold(words).split()
    if not wanted:
        return list(mentions)
    return [found for found in mentions if all(word in _haystack(found) for word in wanted)]


def _haystack(found: PersonMention) -> str:
    parts = (found.mention.sentence, found.article_title, found.published or "")
    return fold(" ".join((*parts, found.mention.role or "")))


def one_of_each_article(mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """The first mention in each article."""
    return list({found.article_id: found for found in reversed(mentions)}.values())[::-1]


def person_query(person: Person) -> str:
    """The query that finds every article naming the person."""
    return f'person:"{person.name.replace(chr(34), " ").strip()}"'


def span_words(person: Person) -> str:
    """“12 articles, 30 mentions, 14 April 2023 – 2 May 2025”."""
    articles = count_articles(person.articles)
    mentions = counted(person.mentions, "mention")
    parts = [articles, mentions]
    if person.first and person.last:
        first, last = date_in_words(person.first), date_in_words(person.last)
        parts.append(first if first == last else f"{first} – {last}")
    return "  ·  ".join(parts)
