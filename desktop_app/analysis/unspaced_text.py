"""What Chinese, Japanese and Korean names have in common: names found again where they are known.

How each language's names are found is `chinese_names`', `japanese_names`' and `korean_names`'
business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop_app.analysis.name_data import Kind, kinds_of

HAN = r"[\u4e00-\u9fff々〇]"
KATAKANA = r"[\u30a1-\u30fa\u30fc]"
HANGUL = r"[가-힣]"


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a person is named, and the person's full name where it is told elsewhere."""

    start: int
    end: int
    name: str


def is_name(word: str) -> bool:
    """Whether the name data has the word as a name and not as a great place."""
    kinds = kinds_of(word)
    return bool(kinds & Kind.NAME) and not (kinds & Kind.PLACE and kinds & Kind.LARGE)


def is_place(word: str) -> bool:
    """Whether the name data has the word as a place."""
    return bool(kinds_of(word) & Kind.PLACE)


def with_repeats(
    text: str, found: Iterable[Found], short: Mapping[str, str], *, inside: str = ""
) -> Iterator[Found]:
    """What was found, and every other place where one of the names or short forms stands.

    ``short`` gives the full name for each short form; ``inside`` is a character class: a short form
    between two such characters is part of another word.
    """
    taken = {each.start: each for each in found}
    forms = {each.name: each.name for each in taken.values()}
    yield from taken.values()
    spans = [(each.start, each.end) for each in taken.values()]
    for form, name in sorted({**short, **forms}.items(), key=lambda pair: -len(pair[0])):
        bounded = inside and form in short and form not in forms
        guard = (f"(?<!{inside})", f"(?!{inside})") if bounded else ("", "")
        for match in re.finditer(guard[0] + re.escape(form) + guard[1], text):
            start, end = match.span()
            if all(end <= first or last <= start for first, last in spans):
                spans.append((start, end))
                yield Found(start, end, name)
