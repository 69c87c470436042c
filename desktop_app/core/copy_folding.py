"""A list in which the copies of one story take one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import filterfalse
from typing import NamedTuple


class FoldedList(NamedTuple):
    """The rows of a list, and behind which of them other articles of it are folded."""

    ids: tuple[int, ...]
    copies: Mapping[int, tuple[int, ...]]


def folded(ids: Sequence[int], groups: Mapping[int, int]) -> FoldedList:
    """The list with the first article of each group alone; ``groups`` gives the articles' groups.

    An article whose copies aren't in the list stands by itself.
    """
    members: dict[int, list[int]] = {}
    if groups:
        # Filtered without going through Python for each: a search may find very many.
        for article_id in filter(groups.__contains__, ids):
            members.setdefault(groups[article_id], []).append(article_id)
    copies = {first: tuple(others) for first, *others in members.values() if others}
    if not copies:
        return FoldedList(tuple(ids), {})
    hidden = {each for others in copies.values() for each in others}
    return FoldedList(tuple(filterfalse(hidden.__contains__, ids)), copies)
