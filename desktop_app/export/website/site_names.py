"""Outlets, tags and persons of a site, gathered while its articles go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.core.article import Article, NamedPerson
from desktop_app.export.base.plain_words import one_line
from desktop_app.export.website.site_cards import Card, shown_name, stable_name

_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class NameLink:
    """A name that leads to its page, with how many articles stand there."""

    name: str
    href: str
    count: int


@dataclass(slots=True)
class Gathered:
    """Somebody or something named: its page, its articles by number, and what is told of it."""

    name: str
    href: str
    numbers: list[int] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)

    @property
    def link(self) -> NameLink:
        """The link to its page."""
        return NameLink(self.name, self.href, len(self.numbers))

    def facts(self) -> Iterator[str]:
        """What its page tells beside the articles."""
        aliases = [each for each in self.aliases if each != self.name][:_MOST_TOLD]
        if aliases:
            yield f"Also: {', '.join(aliases)}"
        if self.roles:
            yield f"As: {'; '.join(list(self.roles)[:_MOST_TOLD])}"


class SiteNames:
    """What the articles have been gathered under so far."""

    def __init__(self) -> None:
        self.outlets: dict[str, Gathered] = {}
        self.tags: dict[str, Gathered] = {}
        self.people: dict[int, Gathered] = {}

    def add(self, card: Card, article: Article, people: list[NamedPerson]) -> None:
        """Gather an article under all that it has; ``people`` are those in what is shown."""
        if card.publisher:
            self._outlet(card.publisher).numbers.append(card.number)
        for path in _with_parents(article.tags):
            self._tag(path).numbers.append(card.number)
        for person in people:
            if person.id is not None and (kept := self._person(person)) is not None:
                kept.numbers.append(card.number)

    def outlet_href(self, name: str) -> str:
        """The page of an outlet."""
        return self._outlet(name).href

    def tag_links(self, article: Article) -> list[tuple[str, str]]:
        """Name and page of an article's tags."""
        return [(shown_name(each), self._tag(each).href) for each in article.tags]

    def _outlet(self, name: str) -> Gathered:
        if name not in self.outlets:
            self.outlets[name] = Gathered(name, stable_name("outlets", name))
        return self.outlets[name]

    def _tag(self, path: str) -> Gathered:
        if path not in self.tags:
            self.tags[path] = Gathered(shown_name(path), stable_name("tags", path))
        return self.tags[path]

    def _person(self, person: NamedPerson) -> Gathered | None:
        assert person.id is not None
        name = shown_name(person.name)
        if not name:
            return None
        kept = self.people.setdefault(person.id, Gathered(name, f"people/{person.id}.html"))
        kept.aliases.update(dict.fromkeys(map(shown_name, person.aliases)))
        kept.roles.update(dict.fromkeys(one_line(role, 120) for role in person.roles))
        return kept


def most_named(names: Iterable[Gathered]) -> list[NameLink]:
    """The names, those with most articles first."""
    links = (each.link for each in names)
    return sorted(links, key=lambda each: (-each.count, each.name))


def _with_parents(tags: tuple[str, ...]) -> list[str]:
    """Each tag and those above it, once."""
    found: dict[str, None] = {}
    for tag in tags:
        parts = tag.split("/")
        found.update(dict.fromkeys("/".join(parts[:at]) for at in range(1, len(parts) + 1)))
    return list(found)
