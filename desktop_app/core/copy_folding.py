"""A list in which the copies of one story take one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        for article_id in [each for each in ids if each in groups]:
            members.setdefault(groups[article_id], []).append(article_id)
    copies = {first: tuple(others) for first, *others in members.values() if others}
    if not copies:
        return FoldedList(tuple(ids), {})
    hidden = {each for others in copies.values() for each in others}
    return FoldedList(tuple([each for each in ids if each not in hidden]), copies)
