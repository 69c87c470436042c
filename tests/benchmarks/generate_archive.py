"""Archives of any size, the same every time: words by Zipf's law, dates, tags and persons.

``python -m tests.benchmarks.generate_archive PATH --articles N`` writes one to keep.
"""

from __future__ import annotations

import argparse
import bisect
import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from desktop_app.core.article import CleanArticle, Event, Mention, NamedPerson, RawCapture
from desktop_app.store.archive import Archive

VOCABULARY = 60_000
WORDS = 450
PERSONS = 50_000
TAGS = 5_000
DAYS = 15 * 365
FIRST_DAY = date(2008, 1, 1)
_BATCH = 1_000
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
_MENU = "".join(f"<li><a href='/section/{at}'>Section {at}</a></li>" for at in range(60))
_OUTLETS = [f"Outlet {number}" for number in range(200)]


class Zipf:
    """Numbers below ``size``, the n-th as often as 1/n."""

    def __init__(self, size: int, chance: random.Random) -> None:
        self._steps = list(itertools.accumulate(1 / rank for rank in range(1, size + 1)))
        self._chance = chance

    def draw(self) -> int:
        return bisect.bisect_left(self._steps, self._chance.random() * self._steps[-1])

    def draw_many(self, count: int) -> list[int]:
        return self._chance.choices(range(len(self._steps)), cum_weights=self._steps, k=count)


def word(number: int) -> str:
    """The word of a rank; the commonest are short."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return letters


def person_name(number: int) -> str:
    return f"{word(number % 900).title()} {word(1_000 + number).title()}"


def tag(number: int) -> str:
    return f"{word(number % 70)}/{word(number)}"


def articles(count: int, seed: int = 1) -> Iterator[tuple[RawCapture, CleanArticle, list[str]]]:
    """So many articles with what they were captured from and their tags."""
    chance = random.Random(seed)
    words, persons = Zipf(VOCABULARY, chance), Zipf(PERSONS, chance)
    vocabulary = [word(number) for number in range(VOCABULARY)]
    for number in range(count):
        chosen = [vocabulary[rank] for rank in words.draw_many(WORDS)]
        names = dict.fromkeys(person_name(persons.draw()) for _ in range(4))
        yield _article(number, chosen, list(names), chance)


def _article(
    number: int, words: list[str], names: list[str], chance: random.Random
) -> tuple[RawCapture, CleanArticle, list[str]]:
    sentences = [" ".join(words[at : at + 15]).capitalize() + "." for at in range(0, WORDS, 15)]
    for at, name in enumerate(names):
        sentences[at * 3] = f"{name} {sentences[at * 3]}"
    text = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    starts = [(name, text.index(name)) for name in names]
    people = tuple(
        NamedPerson(name, (), (), (Mention(at, at + len(name), name),)) for name, at in starts
    )
    told = (day - timedelta(days=chance.randrange(60))).isoformat()
    clean = CleanArticle(
        markdown=text,
        text=text,
        title=" ".join(words[:8]).capitalize(),
        authors=(person_name(number % 700),),
        publisher=_OUTLETS[number % len(_OUTLETS)],
        language=("en", "de", "fr", "es")[number % 4],
        url=f"https://outlet-{number % 200}.example/{number}",
        published=day.isoformat(),
        people=people,
        events=(Event(told, 0, len(sentences[0]), sentences[0]),),
    )
    captured = f"{(day + timedelta(days=2)).isoformat()}T10:00:00Z"
    body = "".join(f"<p class='body-{at % 5}'>{each}</p>" for at, each in enumerate(sentences))
    page = f"<html><title>{clean.title}</title><body>{_MENU}{body}{_MENU}</body></html>".encode()
    raw = RawCapture(page, "text/html", captured, url=clean.url, charset="utf-8")
    tags = [tag(chance.randrange(TAGS)) for _ in range(chance.randrange(3))]
    return raw, clean, tags


def generate(path: Path, count: int) -> None:
    """Write an archive of so many articles."""
    archive = Archive.open(path)
    numbered = articles(count)
    while batch := list(itertools.islice(numbered, _BATCH)):
        with archive.act("Generated articles"):
            for raw, clean, tags in batch:
                archive.articles.add(raw, clean, tags=tags)
    archive.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    arguments = parser.parse_args()
    generate(arguments.path, arguments.articles)
