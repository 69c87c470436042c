"""The author's own Markdown with its citations taken out, so that a style can say them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.inline_source import Edit, apply_edits, columns_in_source
from desktop_app.export.citations.cite_syntax import CitedPlace, Cluster, read_citations


@dataclass(frozen=True, slots=True)
class CitedMarkdown:
    """The Markdown with marks in the citations' places; the citations, in the marks' order.

    ``unknown`` are the keys that nothing is known of, each once; what cites one of them stays as
    it was written.
    """

    markdown: str
    clusters: tuple[Cluster, ...] = ()
    unknown: tuple[str, ...] = ()


def take_citations(
    markdown: str, known: Collection[str], mark: Callable[[int], str]
) -> CitedMarkdown:
    """Take the citations out; ``mark`` gives what stands for each, by its number from 0."""
    if "@" not in markdown:
        return CitedMarkdown(markdown)
    places: dict[str, list[CitedPlace]] = defaultdict(list)
    reader = read_citations(markdown_reader(), lambda content, place: places[content].append(place))
    tokens = reader.parse(markdown)
    lines, searched = markdown.split("\n"), dict[int, int]()
    clusters: list[Cluster] = []
    unknown: dict[str, None] = {}
    edits: list[Edit] = []
    for token in tokens:
        for place, stretch in _found(token, places, lines, searched):
            missing = [each.key for each in place.cluster if each.key not in known]
            if missing:
                unknown |= dict.fromkeys(missing)
                continue
            first, *rest = stretch
            edits.append(first._replace(text=mark(len(clusters))))
            edits += rest
            clusters.append(place.cluster)
    apply_edits(lines, edits)
    return CitedMarkdown(_without_emptied(lines, edits), tuple(clusters), tuple(unknown))


def _found(
    token: Token,
    places: dict[str, list[CitedPlace]],
    lines: Sequence[str],
    searched: dict[int, int],
) -> Iterator[tuple[CitedPlace, list[Edit]]]:
    """Each citation of an inline token with the stretches of the source that it takes up."""
    if token.type != "inline" or token.map is None:
        return
    columns = columns_in_source(token.content, token.map[0], lines, searched)
    starts = [0, *(at + 1 for at, letter in enumerate(token.content) if letter == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(token.content)]
    for place in sorted(set(places.get(token.content, ())), key=lambda each: each.start):
        first = bisect_right(starts, place.start) - 1
        last = bisect_right(starts, place.end - 1) - 1
        rows = range(first, last + 1)
        if any(columns[row][0] < 0 for row in rows):
            continue  # not there word for word, as in a cell with an escaped stroke
        stretch = []
        for row in rows:
            shift = columns[row][0] - starts[row]
            start, end = max(place.start, starts[row]), min(place.end, ends[row])
            stretch.append(Edit(token.map[0] + row, start + shift, end + shift, ""))
        yield place, stretch


def _without_emptied(lines: list[str], edits: Sequence[Edit]) -> str:
    """The lines without those of which nothing is left: an empty one would end the paragraph."""
    emptied = {each.line for each in edits if not each.text and not lines[each.line].strip(" >\t")}
    return "\n".join(line for number, line in enumerate(lines) if number not in emptied)
