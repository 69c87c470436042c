"""The first of each group stands for all of it."""

from __future__ import annotations

from desktop_app.core.copy_folding import folded


def test_the_first_of_each_group_stands_for_the_others() -> None:
    found = folded([5, 4, 3, 2, 1], {4: 1, 1: 1, 5: 2, 2: 2})

    assert found.ids == (5, 4, 3)
    assert found.copies == {5: (2,), 4: (1,)}


def test_an_article_whose_copies_are_elsewhere_stands_by_itself() -> None:
    assert folded([3, 2], {3: 1, 1: 1}) == ((3, 2), {})


def test_a_list_without_copies_is_as_it_was() -> None:
    assert folded([3, 2], {}) == ((3, 2), {})
