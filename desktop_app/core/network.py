"""Who is named together with whom: the persons and the ties between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """A person of a network; ``articles`` counts those that the network is made of.

    What isn't drawn is only there where it was asked for: other names, and the first and last
    date (EDTF) of these articles.
    """

    id: int
    name: str
    articles: int
    aliases: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two persons, by their ids, who are named together in so many articles."""

    one: int
    other: int
    articles: int


@dataclass(frozen=True, slots=True)
class PersonNetwork:
    """Persons, most often named first, and their ties, strongest first."""

    persons: tuple[NetworkPerson, ...] = ()
    ties: tuple[Tie, ...] = ()
