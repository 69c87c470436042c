from __future__ import annotations

from desktop_app.cleaning.shingles import covered_shares, words_of


def test_a_short_block_counts_with_its_neighbours() -> None:
    blocks = [["one", "two", "three"], ["four"], ["five", "six", "seven"], ["menu"]]

    assert covered_shares(blocks, words_of("one two three four five six seven")) == [1, 1, 1, 0]


def test_the_same_words_in_another_order_are_not_covered() -> None:
    assert covered_shares([["b", "a", "d", "c"]], ["a", "b", "c", "d"]) == [0.0]
