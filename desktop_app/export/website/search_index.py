"""The index of a site's search: which article has which term, in small script files.

A page that was opened as a file may load scripts from beside it and nothing else, so each part is
a script that hands its part over. Terms that begin alike stand in one part: a search loads what
its words begin with.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.export.website.search_words import fold_tables, shard, terms

#: Of an article so many characters can be found, and so many articles stand in one part.
MOST_SEARCHED, CHUNK = 300_000, 50
#: What a term counts: in the title most, often in the text more than once.
_IN_TITLE, _OFTEN, _ONCE = 3, 1, 0
_OFTEN_FROM = 3


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow what was found: for each article the code of its name, or several."""

    words: str
    names: Sequence[str]
    codes: Sequence[int | Sequence[int]]
    sorted: bool = False


class SearchIndex:
    """Takes articles one by one, in the order of their numbers from 0, and gives the files."""

    def __init__(self) -> None:
        self._postings: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._last: dict[str, int] = {}
        self.count = 0

    def add(self, title: str, text: str) -> None:
        """The next article; ``text`` is all else that can be searched for."""
        number = self.count
        named = set(terms(title))
        found = Counter(terms(text[:MOST_SEARCHED]))
        for term in named | found.keys():
            often = _OFTEN if found[term] >= _OFTEN_FROM else _ONCE
            weight = _IN_TITLE if term in named else often
            # The distance to the article before, so that the numbers are short.
            before = self._last.get(term, 0)
            self._postings[term].append((number - before) << 2 | weight)
            self._last[term] = number
        self.count += 1

    def files(
        self, cards: Sequence[Sequence[str]], facets: Sequence[Facet]
    ) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file; ``cards`` are what is shown of each article."""
        yield "search/fold.js", _fold_script()
        told = {
            "count": self.count,
            "chunk": CHUNK,
            "facets": [
                {
                    "words": each.words,
                    "names": list(each.names),
                    "codes": list(each.codes),
                    "sorted": each.sorted,
                }
                for each in facets
            ],
        }
        yield "search/site.js", _script(f"Object.assign(cuttings,{_json(told)})")
        for at in range(0, len(cards), CHUNK):
            name = f"d/{at // CHUNK}"
            yield f"search/{name}.js", _part(name, [list(each) for each in cards[at : at + CHUNK]])
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for term in self._postings:
            parts[shard(term)].append(term)
        for key, several in sorted(parts.items()):
            content = {term: self._postings[term].tolist() for term in sorted(several)}
            yield f"search/w/{key}.js", _part(f"w/{key}", content)


def _numbers() -> array[int]:
    return array("I")


def _part(name: str, content: object) -> bytes:
    return _script(f"cuttings.parts[{_json(name)}]={_json(content)}")


def _fold_script() -> bytes:
    marks, letters = fold_tables()
    return _script(f"cuttings.tables({json.dumps(marks)},{letters})")


def _json(value: object) -> str:
    # A key of this name would be taken for the object's kind.
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.replace('"__proto__":', '["__proto__"]:')


def _script(code: str) -> bytes:
    return f'"use strict";\n{code};\n'.encode("utf-8", "replace")
