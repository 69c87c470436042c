"""Where the persons of a network stand, and which groups they form."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.analysis.network_groups import groups_of
from desktop_app.analysis.network_layout import picture_of
from desktop_app.core.network import NetworkPerson, PersonNetwork, Tie


def two_circles(size: int = 12) -> PersonNetwork:
    """Two groups, everybody tied to all of their own, one tie between them."""
    persons = tuple(NetworkPerson(n, f"Person {n}", size * 2 - n) for n in range(size * 2))
    groups = (range(size), range(size, size * 2))
    inside = [Tie(a, b, 3) for group in groups for a in group for b in group if a < b]
    return PersonNetwork(persons, (*inside, Tie(0, size, 1)))


def test_those_named_together_stand_together() -> None:
    places = picture_of(two_circles()).places

    middles = places[:12].mean(axis=0), places[12:].mean(axis=0)
    within = np.linalg.norm(places[:12] - middles[0], axis=1).mean()
    assert np.linalg.norm(middles[0] - middles[1]) > 2 * within


def test_the_same_network_always_looks_the_same() -> None:
    assert np.array_equal(picture_of(two_circles()).places, picture_of(two_circles()).places)


def test_those_who_all_know_each_other_have_room_for_their_names() -> None:
    """Force-directed layouts put the members of a clique close together; names need room."""
    persons = tuple(NetworkPerson(n, f"Person {n}", 9) for n in range(9))
    ties = tuple(Tie(a, b, 5) for a in range(9) for b in range(a + 1, 9))

    places = picture_of(PersonNetwork(persons, ties)).places

    pixels = (np.array((700, 400)) / (places.max(axis=0) - places.min(axis=0))).min()
    apart = np.abs(places[:, None, :] - places[None, :, :]) * pixels
    beside = (apart[..., 0] > 90) | (apart[..., 1] > 20) | np.eye(9, dtype=bool)
    assert beside.all()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_few_persons_without_ties_have_places(count: int) -> None:
    persons = tuple(NetworkPerson(n, "N", 1) for n in range(count))

    places = picture_of(PersonNetwork(persons)).places

    assert places.shape == (count, 2)
    assert np.isfinite(places).all()


def test_circles_with_one_tie_between_them_are_groups() -> None:
    network = two_circles(5)
    ties = [(tie.one, tie.other, tie.articles) for tie in network.ties]
    assert groups_of(11, ties) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10]]


def test_without_ties_everybody_is_alone() -> None:
    assert groups_of(3, []) == [[0], [1], [2]]
    assert groups_of(0, []) == []
