"""Which persons of a network form groups: those tied to each other more than to the rest.

Clauset, Newman and Moore's greedy modularity (2004): two groups at a time become one, those whose
union raises the modularity most, until none does. For networks of some hundred persons.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def groups_of(size: int, ties: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    """The groups, largest first, each with its members' numbers in order.

    ``ties`` are two numbers below ``size`` and a weight. Who is tied to nobody is alone.
    """
    groups = [[number] for number in range(size)]
    shares = np.zeros((size, size))
    for one, other, weight in ties:
        shares[one, other] += weight
        shares[other, one] += weight
    whole = shares.sum()
    if not whole:
        return groups
    shares /= whole
    alive = np.ones(size, np.bool_)
    while alive.sum() > 1:
        degrees = shares.sum(axis=1)
        gains = 2 * (shares - np.outer(degrees, degrees))
        gains[~alive] = gains[:, ~alive] = -1
        np.fill_diagonal(gains, -1)
        # Rounded, so that equal gains are equal on every machine and the first wins.
        one, other = divmod(int(np.argmax(np.round(gains, 12))), size)
        if gains[one, other] <= 1e-12:
            break
        one, other = min(one, other), max(one, other)
        groups[one] += groups[other]
        groups[other] = []
        shares[one] += shares[other]
        shares[:, one] += shares[:, other]
        shares[other] = shares[:, other] = 0
        alive[other] = False
    return sorted((sorted(each) for each in groups if each), key=lambda each: (-len(each), each))
