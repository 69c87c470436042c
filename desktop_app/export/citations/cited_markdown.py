"""The author's own Markdown with its citations taken out, so that a style can say them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token

from desktop_app.export.base.inline_source import Edit, apply_edits, columns_in_source
from desktop_app.export.base.own_dialect import own_markdown_reader
from desktop_app.export.citations.cite_syntax import CitedPlace, Cluster, read_citations

#: A note on a note is told, one on that isn't.
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class CitedAt:
    """Where a citation stands: in the author's note of that number, from 1, or behind so many."""

    notes: int = 0
    in_note: bool = False


@dataclass(frozen=True, slots=True)
class CitedMarkdown:
    """The Markdown with marks in the citations' places; the citations, in the marks' order.

    That is the order of reading: what a note cites comes where its number stands. ``places`` are
    those of the citations; ``notes`` counts the author's notes. ``unknown`` are the keys that
    nothing is known of, each once; what cites one of them stays as it was written.
    """

    markdown: str
    clusters: tuple[Cluster, ...] = ()
    unknown: tuple[str, ...] = ()
    places: tuple[CitedAt, ...] = ()
    notes: int = 0


def take_citations(
    markdown: str, known: Collection[str], mark: Callable[[int], str]
) -> CitedMarkdown:
    """Take the citations out; ``mark`` gives what stands for each, by its number from 0."""
    if "@" not in markdown and "^" not in markdown:
        return CitedMarkdown(markdown)
    lines = markdown.split("\n")
    text = _Text(markdown, lines)
    clusters: list[Cluster] = []
    places: list[CitedAt] = []
    unknown: dict[str, None] = {}
    edits: list[Edit] = []
    for cited, place in text.in_order():
        missing = [each.key for each in cited.cluster if each.key not in known]
        if missing:
            unknown |= dict.fromkeys(missing)
            continue
        first, *rest = cited.stretch
        edits.append(first._replace(text=mark(len(clusters))))
        edits += rest
        clusters.append(cited.cluster)
        places.append(place)
    apply_edits(lines, edits)
    taken = _without_emptied(lines, edits)
    return CitedMarkdown(taken, tuple(clusters), tuple(unknown), tuple(places), text.notes)


class _Cited(NamedTuple):
    """A citation at a place of an inline token's content, and what it takes up of the source."""

    at: int
    cluster: Cluster
    stretch: list[Edit]


class _Note(NamedTuple):
    """A note of the author's: told elsewhere under its label, or in place as far as ``end``."""

    at: int
    end: int = 0
    label: str = ""


#: The citations and notes of each line of words, in their order.
_Content = list[list[_Cited | _Note]]


class _Text:
    """A text as it is read, each note where its number stands; ``notes`` counts them so far."""

    def __init__(self, markdown: str, lines: Sequence[str]) -> None:
        self.notes = 0
        self._content: _Content = []
        self._definitions: dict[str, _Content] = {}
        self._told: set[str] = set()
        places: dict[str, list[CitedPlace]] = defaultdict(list)
        reader = read_citations(
            own_markdown_reader(), lambda content, place: places[content].append(place)
        )
        within = [self._content]
        searched: dict[int, int] = {}
        for token in reader.parse(markdown):
            if token.type == "note_definition_open":
                definition: _Content = []
                # Of two with one label the first is told.
                self._definitions.setdefault(token.meta["label"], definition)
                within.append(definition)
            elif token.type == "note_definition_close":
                within.pop()
            elif token.type == "inline":
                line: list[_Cited | _Note] = [*_cited(token, places, lines, searched)]
                line += _notes(token)
                within[-1].append(sorted(line, key=lambda each: each.at))

    def in_order(self) -> Iterator[tuple[_Cited, CitedAt]]:
        """Each citation with its place."""
        return self._read(self._content, 0)

    def _read(self, content: _Content, depth: int) -> Iterator[tuple[_Cited, CitedAt]]:
        for line in content:
            end = 0
            for each in line:
                in_note = depth > 0 or each.at < end
                if isinstance(each, _Cited):
                    yield each, CitedAt(self.notes, in_note)
                    continue
                # A note on a note stands within that.
                self.notes += not in_note
                end = max(end, each.end)
                # Deeper ones aren't told, and each is read once.
                if each.label and depth < _DEEPEST and each.label not in self._told:
                    self._told.add(each.label)
                    yield from self._read(self._definitions[each.label], depth + 1)


def _notes(token: Token) -> Iterator[_Note]:
    for child in token.children or ():
        if child.type == "note_reference":
            yield _Note(child.meta["at"], label=child.meta["label"])
        elif child.type == "note_open":
            yield _Note(child.meta["at"], child.meta["end"])


def _cited(
    token: Token,
    places: Mapping[str, list[CitedPlace]],
    lines: Sequence[str],
    searched: dict[int, int],
) -> Iterator[_Cited]:
    """Each citation of an inline token with the stretches of the source that it takes up."""
    if token.map is None:
        return
    columns = columns_in_source(token.content, token.map[0], lines, searched)
    starts = [0, *(at + 1 for at, letter in enumerate(token.content) if letter == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(token.content)]
    for place in set(places.get(token.content, ())):
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
        yield _Cited(place.start, place.cluster, stretch)


def _without_emptied(lines: list[str], edits: Sequence[Edit]) -> str:
    """The lines without those of which nothing is left: an empty one would end the paragraph."""
    emptied = {each.line for each in edits if not each.text and not lines[each.line].strip(" >\t")}
    return "\n".join(line for number, line in enumerate(lines) if number not in emptied)
