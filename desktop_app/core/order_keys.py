"""Keys that put things in an order by hand: moving one thing changes its own key and no other.

A key is a whole number of ten digits and, where it stands between two neighbours, a fraction behind
it; keys compare as text. The way of finding a fraction between two others is that of D. Greenspan,
“Implementing Fractional Indexing” (2017).
"""

from __future__ import annotations

import re

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_WIDTH = 10
_FIRST = 5_000_000_000
_KEY = re.compile(rf"\d{{{_WIDTH}}}(?:[0-9A-Za-z]*[1-9A-Za-z])?")
#: A place into which things are put again and again takes a digit for every five or six of them.
_LONGEST = 800


def is_order_key(key: str) -> bool:
    """Whether a text is a key that others can be put beside."""
    return len(key) <= _LONGEST and _KEY.fullmatch(key) is not None


def keys_between(low: str | None, high: str | None, count: int) -> list[str]:
    """So many keys, ascending, after ``low`` and before ``high``; None is the open end.

    Raises ValueError where ``low`` isn't before ``high``.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"{low} doesn't come before {high}")
    if low is None and high is None:
        return [_whole(_FIRST + place) for place in range(count)]
    if high is None:
        first = int(str(low)[:_WIDTH]) + 1
        return [_whole(first + place) for place in range(count)]
    if low is None:
        last = int(high[:_WIDTH]) - 1
        return [_whole(last - place) for place in reversed(range(count))]
    return _spread(low, high, count)


def _spread(low: str, high: str, count: int) -> list[str]:
    """By halves, so that a thousand keys between two others are a few digits longer, not many."""
    if count == 0:
        return []
    middle, before = _middle(low, high), count // 2
    return [*_spread(low, middle, before), middle, *_spread(middle, high, count - before - 1)]


def _middle(low: str, high: str) -> str:
    first, last = int(low[:_WIDTH]), int(high[:_WIDTH])
    if last - first > 1:
        return _whole((first + last) // 2)
    within = high[_WIDTH:] if first == last else None
    return low[:_WIDTH] + _fraction(low[_WIDTH:], within)


def _fraction(low: str, high: str | None) -> str:
    """A fraction between two, of which the upper one is 1 where it is None; none ends in 0."""
    shared = 0
    if high is not None:
        while shared < len(high) and high[shared] == low[shared : shared + 1].ljust(1, "0"):
            shared += 1
        if shared:
            return high[:shared] + _fraction(low[shared:], high[shared:])
    below = _DIGITS.index(low[0]) if low else 0
    above = _DIGITS.index(high[0]) if high else len(_DIGITS)
    if above - below > 1:
        return _DIGITS[(below + above) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return _DIGITS[below] + _fraction(low[1:], None)


def _whole(number: int) -> str:
    return f"{number:0{_WIDTH}}"
