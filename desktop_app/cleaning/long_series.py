"""Long series of blocks on a page, and the page as it is without the middle of each.

A book, a ruling, a transcript or a thousand readers' comments are rows of many like parts. The
judge has learned from articles of ordinary length and is lost among thousands of paragraphs, so
it is shown the page with the middle of such rows taken out; what it makes of a middle is decided
in ``choose_long_body``. Here it is only found where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from lxml.html import HtmlElement

from desktop_app.cleaning.page_blocks import PageBlock

#: A series of more characters than this is long: some 8,000 words, like the longest article that
#: the judge has learned from.
LONG = 50_000
#: What of it stays to be judged at either end.
EDGE = 9_000
#: What a block weighs, in characters, besides its text: a thousand short lines are long, too.
_EACH = 30
#: A part of less than this may be any part of a series; larger ones must be built alike.
_SMALL = 3_000
#: Fewer parts than this are no series: a page's header, article and comments are no row.
_LEAST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """The middle of a series: the parts ``first`` to ``end`` of those below ``parent``.

    ``weights`` are the parts' own; ``blocks`` the page's blocks below each as a range.
    """

    parent: HtmlElement
    parts: tuple[HtmlElement, ...]
    weights: tuple[int, ...]
    blocks: tuple[tuple[int, int], ...]
    first: int
    end: int

    @property
    def weight(self) -> int:
        """How much is left out."""
        return sum(self.weights[self.first : self.end])

    @property
    def first_block(self) -> int:
        """The first block of the page that is left out."""
        return self.blocks[self.first][0]

    @property
    def end_block(self) -> int:
        """The block behind the last that is left out."""
        return self.blocks[self.end - 1][1]

    def halves(self) -> tuple[Gap, ...]:
        """The gap with a piece of its middle put back; nothing where it was small."""
        if self.weight <= 4 * EDGE:
            return ()
        half, before, at = self.weight // 2 - EDGE // 2, 0, self.first
        while before < half:
            before += self.weights[at]
            at += 1
        until, shown = at, 0
        while until < self.end and shown < EDGE:
            shown += self.weights[until]
            until += 1
        parts = ((self.first, at), (until, self.end))
        return tuple(self._narrowed(first, end) for first, end in parts if first < end)

    def _narrowed(self, first: int, end: int) -> Gap:
        return Gap(self.parent, self.parts, self.weights, self.blocks, first, end)


def find_gaps(blocks: Sequence[PageBlock]) -> tuple[Gap, ...]:
    """The middles of the page's long series, in page order; none on most pages."""
    if sum(len(block.text) + _EACH for block in blocks) <= LONG:
        return ()
    ranges = _ranges(blocks)
    upto = [0]
    for block in blocks:
        upto.append(upto[-1] + len(block.text) + _EACH)
    gaps: list[Gap] = []
    root = blocks[0].element.getroottree().getroot()
    stack = [root]
    while stack:
        element = stack.pop()
        for row in _rows(element, ranges, upto):
            gap = _gap(element, row, ranges, upto)
            shown = row if gap is None else (*row[: gap.first], *row[gap.end :])
            if gap is not None:
                gaps.append(gap)
            stack.extend(part for part in shown if _weight(ranges[part], upto) > LONG)
    return tuple(sorted(gaps, key=lambda gap: gap.first_block))


@contextmanager
def without(gaps: Sequence[Gap]) -> Iterator[None]:
    """The page's tree without the gaps, which are put back at the end."""
    whole: dict[HtmlElement, list[HtmlElement]] = {}
    for gap in gaps:
        whole.setdefault(gap.parent, list(gap.parent))
    cut = {part for gap in gaps for part in gap.parts[gap.first : gap.end]}
    for parent, children in whole.items():
        parent[:] = [child for child in children if child not in cut]
    try:
        yield
    finally:
        for parent, children in whole.items():
            parent[:] = children


def _ranges(blocks: Sequence[PageBlock]) -> dict[HtmlElement, tuple[int, int]]:
    """For every element around blocks, and the blocks themselves, the range of blocks inside."""
    ranges: dict[HtmlElement, tuple[int, int]] = {}
    for block in blocks:
        node: HtmlElement | None = block.element
        while node is not None:
            first, _ = ranges.get(node, (block.index, 0))
            ranges[node] = (first, block.index + 1)
            node = node.getparent()
    return ranges


def _weight(blocks: tuple[int, int], upto: Sequence[int]) -> int:
    return upto[blocks[1]] - upto[blocks[0]]


def _rows(
    element: HtmlElement, ranges: dict[HtmlElement, tuple[int, int]], upto: Sequence[int]
) -> Iterator[tuple[HtmlElement, ...]]:
    """The element's children that hold blocks, as rows of parts that may belong together."""
    row: list[HtmlElement] = []
    built = None
    for child in element:
        if child not in ranges:
            continue
        is_small = _weight(ranges[child], upto) <= _SMALL
        own = None if is_small else (child.tag, child.get("class"))
        if row and own != built and not (own is None and built is None):
            yield tuple(row)
            row = []
        row.append(child)
        built = own
    if row:
        yield tuple(row)


def _gap(
    parent: HtmlElement,
    row: tuple[HtmlElement, ...],
    ranges: dict[HtmlElement, tuple[int, int]],
    upto: Sequence[int],
) -> Gap | None:
    weights = tuple(_weight(ranges[part], upto) for part in row)
    if len(row) < _LEAST_PARTS or sum(weights) <= LONG:
        return None
    first, end, head, tail = 0, len(row), 0, 0
    while head < EDGE:
        head += weights[first]
        first += 1
    while end > first and tail < EDGE:
        end -= 1
        tail += weights[end]
    if end <= first:
        return None
    return Gap(parent, row, weights, tuple(ranges[part] for part in row), first, end)
