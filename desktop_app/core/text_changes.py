"""What changed between two texts: first by paragraphs, then, within those that changed, by words.

Both are aligned by a longest common subsequence, found in linear space as by D. S. Hirschberg (A
linear space algorithm for computing maximal common subsequences, CACM 18, 1975) and counted with
bits (H. Hyyrö, Bit-parallel LCS-length computation revisited, AWOCA 2004), so that no two texts
make it slow. Where too much changed at once, that stretch is told as taken and added whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

#: Scripts without blanks are compared letter by letter.
_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PIECE = re.compile(rf"\s+|[{_SPACELESS}]|[^\s{_SPACELESS}]+")
#: More pieces than these aren't aligned with one another.
_MOST_ALIGNED = 20_000
#: About two seconds' work; what is left then is told as changed whole.
_MOST_WORK = 4_000_000
_Pairs = list[tuple[int, int]]
Kind = Literal["same", "added", "taken"]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text that is in both, only in the later, or only in the earlier one."""

    kind: Kind
    text: str


def word_changes(earlier: str, later: str) -> list[Change]:
    """The later text with what was added and what was taken away."""
    if earlier and later and not earlier.endswith("\n") and not later.endswith("\n"):
        # The last line would be another one than the same line with more below it.
        return _without_last_break(word_changes(f"{earlier}\n", f"{later}\n"))
    changes: list[Change] = []
    work = 0
    first, second = earlier.splitlines(keepends=True), later.splitlines(keepends=True)
    for kind, taken, added in _stretches(first, second):
        if kind == "same":
            changes.append(Change("same", taken))
            continue
        old, new = _PIECE.findall(taken), _PIECE.findall(added)
        work += 16 * (len(old) + len(new)) + len(old) * len(new) // 400
        if work > _MOST_WORK:
            old, new = [taken], [added]
        changes += _within(old, new)
    return _joined(changes)


def _without_last_break(changes: list[Change]) -> list[Change]:
    """The changes of two texts that were both given a last line break, without it."""
    *before, last = changes
    if last.kind == "same" or (before and before[-1].kind not in ("same", last.kind)):
        if last.kind != "same":
            before[-1] = Change(before[-1].kind, before[-1].text.removesuffix("\n"))
        return _joined([*before, Change(last.kind, last.text.removesuffix("\n"))])
    # The break before what one of them has at its end is what the other ends with.
    before[-1] = Change("same", before[-1].text.removesuffix("\n"))
    return _joined([*before, Change(last.kind, f"\n{last.text.removesuffix(chr(10))}")])


def changes_in_words(changes: Sequence[Change]) -> str:
    """How many words were added and taken away, in a sentence."""
    added = sum(len(change.text.split()) for change in changes if change.kind == "added")
    taken = sum(len(change.text.split()) for change in changes if change.kind == "taken")
    if added or taken:
        return f"{added:,} {'word' if added == 1 else 'words'} added, {taken:,} taken away."
    if any(change.kind != "same" for change in changes):
        return "Only white space is different."
    return "The two texts are the same."


def _within(taken: Sequence[str], added: Sequence[str]) -> Iterator[Change]:
    """The changes within a stretch that changed, told in its pieces."""
    for kind, old, new in _bridged(list(_stretches(taken, added))):
        if kind == "same":
            yield Change("same", old)
            continue
        if old:
            yield Change("taken", old)
        if new:
            yield Change("added", new)


_Stretch = tuple[Literal["same", "other"], str, str]


def _stretches(first: Sequence[str], second: Sequence[str]) -> Iterator[_Stretch]:
    """Runs that both have, and what stands between them in each."""
    at = there = 0
    ends = (len(first), len(second))
    for one, other, length in [*_runs(_aligned(first, second)), (*ends, 0)]:
        if one > at or other > there:
            yield "other", "".join(first[at:one]), "".join(second[there:other])
        if length:
            shared = "".join(first[one : one + length])
            yield "same", shared, shared
        at, there = one + length, other + length


def _runs(pairs: _Pairs) -> Iterator[tuple[int, int, int]]:
    """Pairs that follow one another as where they begin in both and how many they are."""
    begin: tuple[int, int] | None = None
    length = 0
    for pair in pairs:
        if begin and pair == (begin[0] + length, begin[1] + length):
            length += 1
            continue
        if begin:
            yield *begin, length
        begin, length = pair, 1
    if begin:
        yield *begin, length


def _bridged(stretches: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """The stretches, with blanks alone between two changes made a part of them."""
    held: _Stretch | None = None
    for number, (kind, old, new) in enumerate(stretches):
        beside = 0 < number < len(stretches) - 1
        if kind == "same" and not (beside and old.isspace() and "\n" not in old):
            if held:
                yield held
                held = None
            yield kind, old, new
        elif held:
            held = ("other", held[1] + old, held[2] + new)
        else:
            held = ("other", old, new)
    if held:
        yield held


def _joined(changes: Sequence[Change]) -> list[Change]:
    """The changes, with neighbours of one kind joined."""
    joined: list[Change] = []
    for change in changes:
        if not change.text:
            continue
        if joined and joined[-1].kind == change.kind:
            joined[-1] = Change(change.kind, joined[-1].text + change.text)
        else:
            joined.append(change)
    return joined


# Aligning


def _aligned(first: Sequence[str], second: Sequence[str]) -> _Pairs:
    """Which piece of the one is which of the other: as many as can be, in order."""
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    one, other = first[start : len(first) - end], second[start : len(second) - end]
    found = [(at, at) for at in range(start)]
    if max(len(one), len(other)) <= _MOST_ALIGNED:
        found += [(start + here, start + there) for here, there in _subsequence(one, other)]
    lengths = len(first), len(second)
    return found + [(lengths[0] - at, lengths[1] - at) for at in range(end, 0, -1)]


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    for number, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return number
    return min(len(first), len(second))


def _subsequence(first: Sequence[str], second: Sequence[str]) -> _Pairs:
    if not first or not second:
        return []
    if len(second) == 1:
        return [(first.index(second[0]), 0)] if second[0] in first else []
    middle = len(second) // 2
    before = _lengths(first, second[:middle])
    behind = _lengths(first[::-1], second[middle:][::-1])[::-1]
    both = [one + other for one, other in zip(before, behind, strict=True)]
    cut = both.index(max(both))
    rest = _subsequence(first[cut:], second[middle:])
    return [
        *_subsequence(first[:cut], second[:middle]),
        *((cut + one, middle + other) for one, other in rest),
    ]


def _lengths(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """How long the longest common subsequence of each beginning of the first with the second is."""
    known = set(second)
    bits: dict[str, int] = {}
    for at, piece in enumerate(first):
        if piece in known:
            bits[piece] = bits.get(piece, 0) | 1 << at
    every = (1 << len(first)) - 1
    row = every
    for piece in second:
        if here := bits.get(piece):
            meeting = row & here
            row = (row + meeting | row - meeting) & every
    # A bit that went out stands for one more piece in common.
    counted = (digit == "0" for digit in reversed(f"{row:0{len(first)}b}"))
    return [0, *accumulate(counted)]
