"""Citation keys: short names by which texts cite articles, as ``lavrov2023talks``.

A key is the author's or the outlet's name, the year and the first telling word of the title, in
small Latin letters and digits: safe in pandoc, BibTeX, LaTeX, Obsidian and in file names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from urllib.parse import urlsplit

from desktop_app.core.folding import fold
from desktop_app.core.name_parts import split_authors
from desktop_app.core.name_spelling import in_latin_letters

_MOST_NAME, _MOST_WORD, _MOST_KEY = 24, 16, 100
_YEAR = re.compile(r"\d{4}|\d{3}X|\d{2}XX")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NOT_IN_KEY = re.compile("[^a-z0-9]")
#: A key of another program that every reader of references takes.
_KEPT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|[_:./+-](?=[A-Za-z0-9]))*")
#: Words that tell nothing of a headline, in the languages of the press.
_EMPTY_WORDS = frozenset(
    str.split(
        "a an the of in on at to for from by with and or as is are was be it its this that how why"
        " what when who will after over der die das ein eine einen einem einer des den dem und oder"
        " im in am an auf zu zum zur von vom mit für aus bei nach wie was warum le la les un une"
        " des du de et ou à au aux en dans sur pour par avec el los las uno una unos unas y o del"
        " al con por para en il lo gli i uno di da della dei nel e o os as um uma do dos na no het"
        " een van op te voor met w z na do i o и в на с о по за к не что как"
    )
)


def proposed_key(
    authors: Sequence[str],
    publisher: str | None,
    published: str | None,
    title: str | None,
    url: str | None = None,
    agency: str | None = None,
    language: str | None = None,
) -> str:
    """The key that suits an article, whether another has it or not; never empty."""
    name = (
        next(filter(None, _names(authors, publisher, agency, language)), "")
        or _latin(_host(url))[:_MOST_NAME]
        or "article"
    )
    year = _YEAR.match(published or "")
    return f"{name}{year[0].lower() if year else ''}{_telling_word(title or '')}"


class FreeKeys:
    """Finds free keys; of very many articles that would have one key, each as quickly."""

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        self._is_taken = is_taken
        self._given: set[str] = set()
        self._suffixes: dict[str, Iterator[str]] = {}

    def give(self, wanted: str) -> str:
        """The key wanted or, where another has it, that with a letter or more behind it."""
        key = wanted
        while key in self._given or self._is_taken(key):
            suffixes = self._suffixes.setdefault(wanted, _suffixes())
            key = f"{wanted}{next(suffixes)}"
        self._given.add(key)
        return key


def kept_key(key: str) -> str:
    """A key that another program gave, where every reader of references takes it; else empty."""
    key = key.strip()
    return key if len(key) <= _MOST_KEY and _KEPT.fullmatch(key) else ""


def _names(
    authors: Sequence[str], publisher: str | None, agency: str | None, language: str | None
) -> Iterator[str]:
    for each in split_authors(authors[:1], language=language, bodies=(publisher, agency)):
        yield _latin(each.family or each.literal)[:_MOST_NAME]
    for body in (agency, publisher):
        words = _WORD.findall(body or "")
        telling = [each for each in words if fold(each) not in _EMPTY_WORDS]
        yield _latin("".join((telling or words)[:2]))[:_MOST_NAME]


def _telling_word(title: str) -> str:
    for word in _WORD.findall(title[:300]):
        if fold(word) not in _EMPTY_WORDS and not word.isdigit():
            found = _latin(re.split("['’]", word)[-1] if word[1:2] in ("'", "’") else word)
            if len(found) > 1:
                return found[:_MOST_WORD]
    return ""


def _latin(text: str) -> str:
    """In small Latin letters; of a script that has no letters for sounds, nothing is left."""
    return _NOT_IN_KEY.sub("", in_latin_letters(text[:200]).lower()).lstrip("0123456789")


def _host(url: str | None) -> str:
    """What names the site: “scmp” of “https://www.scmp.com/news”."""
    try:
        parts = (urlsplit((url or "")[:2_000]).hostname or "").removeprefix("www.").split(".")
    except ValueError:
        return ""
    second = len(parts) > 2 and len(parts[-2]) <= 3  # co.uk, com.cn
    return parts[-3] if second else parts[-2] if len(parts) > 1 else parts[0]


def _suffixes() -> Iterator[str]:
    """a, b, … z, then 2a, 2b and so on."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    yield from letters
    for number in count(2):
        yield from (f"{number}{each}" for each in letters)
