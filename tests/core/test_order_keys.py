"""Keys for an order by hand: one can always be put between two others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.order_keys import is_order_key, keys_between


def test_keys_follow_one_another_without_growing() -> None:
    keys = keys_between(None, None, 3)
    keys += keys_between(keys[-1], None, 2)
    keys = [*keys_between(None, keys[0], 2), *keys]

    assert keys == sorted(keys)
    assert {len(key) for key in keys} == {10}


def test_a_thousand_keys_between_two_neighbours_are_short() -> None:
    low, high = keys_between(None, None, 2)

    between = keys_between(low, high, 1_000)

    assert [low, *between, high] == sorted({low, *between, high})
    assert max(map(len, between)) <= 13


def test_what_is_in_the_wrong_order_is_refused() -> None:
    low, high = keys_between(None, None, 2)

    with pytest.raises(ValueError, match="doesn't come before"):
        keys_between(high, low, 1)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 3)), max_size=60))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_wherever_something_is_put_the_order_stays(puts: list[tuple[float, int]]) -> None:
    keys: list[str] = []
    for where, count in puts:
        at = round(where * len(keys))
        before, behind = keys[:at], keys[at:]
        low, high = (before[-1] if before else None), (behind[0] if behind else None)
        keys = [*before, *keys_between(low, high, count), *behind]

    assert keys == sorted(set(keys))
    assert all(map(is_order_key, keys))


@pytest.mark.parametrize("text", ["", "1", "50000000000", "5000000000-", "500000000V", "x" * 10])
def test_what_others_cannot_be_put_beside_is_no_key(text: str) -> None:
    assert not is_order_key(text)
