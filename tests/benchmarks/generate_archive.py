"""Archives of any size, the same every time: words by Zipf's law, dates, tags and persons.

``python -m tests.benchmarks.generate_archive PATH --articles N [--persons N]`` writes one to keep.
Every person is known from the start, so that the archive holds all of them; an article names seven
at about twenty places, the first time by the full name, a third of them with a role, later by the
family name. Two of three articles have a page of HTML as their snapshot, the others a pasted text.
"""

from __future__ import annotations

import argparse
import bisect
import itertools
import random
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from desktop_app.core.article import CleanArticle, Event, Mention, NamedPerson, RawCapture
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from tests.benchmarks.known_persons import put_persons

VOCABULARY = 60_000
WORDS = 450
PERSONS = 50_000
TAGS = 5_000
DAYS = 15 * 365
FIRST_DAY = date(2008, 1, 1)
MENTIONS = 20
_OFTEN_NAMED, _SELDOM_NAMED = 5, 2
_QUESTIONS = 5_000
_BATCH = 500
_AHEAD = 8
#: The larger the archive, the more of its indexes' pages each transaction writes anew.
_STORED_AT_ONCE = 4_000
_SENTENCE, _PARAGRAPH = 15, 5
_ROLES = ("President", "Minister", "Prof", "Judge", "Captain", "Senator")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
_MENU = "".join(f"<li><a href='/section/{at}'>Section {at}</a></li>" for at in range(60))
_OUTLETS = [f"Outlet {number}" for number in range(200)]

Generated = tuple[RawCapture, CleanArticle, list[str]]


class Zipf:
    """Numbers below ``size``, the n-th as often as 1/n."""

    def __init__(self, size: int, chance: random.Random) -> None:
        self._steps = _steps(size)
        self._chance = chance

    def draw(self) -> int:
        return bisect.bisect_left(self._steps, self._chance.random() * self._steps[-1])

    def draw_many(self, count: int) -> list[int]:
        return self._chance.choices(range(len(self._steps)), cum_weights=self._steps, k=count)


@lru_cache
def _steps(size: int) -> list[float]:
    return list(itertools.accumulate(1 / rank for rank in range(1, size + 1)))


def word(number: int) -> str:
    """The word of a rank; the commonest are short."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return letters


@lru_cache
def _vocabulary() -> list[str]:
    return [word(number) for number in range(VOCABULARY)]


def person_name(number: int) -> str:
    """The name of the person who is the n-th most often named; no two have a family name."""
    return f"{word(number % 900).title()} {word(1_000 + number).title()}"


def tag(number: int) -> str:
    return f"{word(number % 70)}/{word(number)}"


def articles(count: int, seed: int = 1, persons: int = PERSONS) -> Iterator[Generated]:
    """So many articles with what they were captured from and their tags."""
    for first in range(0, count, _BATCH):
        yield from _batch(first, min(_BATCH, count - first), seed, persons)


def _batch(first: int, count: int, seed: int, persons: int) -> list[Generated]:
    """The articles from number ``first`` on: the same whatever was made before them."""
    chance = random.Random(seed * 1_000_003 + first)
    words, often, vocabulary = Zipf(VOCABULARY, chance), Zipf(persons, chance), _vocabulary()
    made = []
    for number in range(first, first + count):
        chosen = [vocabulary[rank] for rank in words.draw_many(WORDS)]
        named = often.draw_many(_OFTEN_NAMED)
        # So that everybody is named somewhere, however long the tail.
        named += [(number * _SELDOM_NAMED + at) % persons for at in range(_SELDOM_NAMED)]
        made.append(_article(number, chosen, list(dict.fromkeys(named)), chance))
    return made


def _article(number: int, words: list[str], named: list[int], chance: random.Random) -> Generated:
    sentences = [
        " ".join(words[at : at + _SENTENCE]).capitalize() + "." for at in range(0, WORDS, _SENTENCE)
    ]
    text, people = _telling(sentences, named, chance)
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    told = (day - timedelta(days=chance.randrange(60))).isoformat()
    end = text.index(".") + 1
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
        events=(Event(told, 0, end, text[:end]),),
    )
    captured = f"{(day + timedelta(days=2)).isoformat()}T10:00:00Z"
    tags = [tag(chance.randrange(TAGS)) for _ in range(chance.randrange(3))]
    return _raw(number, clean, captured), clean, tags


def _telling(
    sentences: list[str], named: list[int], chance: random.Random
) -> tuple[str, tuple[NamedPerson, ...]]:
    """The sentences as one text, some of them beginning with a name, and who is named where."""
    places = sorted(chance.sample(range(len(sentences)), MENTIONS))
    later = chance.choices(named, k=MENTIONS - len(named))
    here = dict(zip(places, itertools.chain(named, later), strict=True))
    told: dict[int, list[Mention]] = {}
    text = ""
    for at, plain in enumerate(sentences):
        if at:
            text += " " if at % _PARAGRAPH else "\n\n"
        if (person := here.get(at)) is None:
            text += plain
            continue
        name = person_name(person) if person not in told else person_name(person).split()[1]
        role = _ROLES[person % len(_ROLES)] if person % 3 == 0 and person not in told else None
        start = len(text) + (len(role) + 1 if role else 0)
        sentence = f"{role} {name} {plain}" if role else f"{name} {plain}"
        mention = Mention(start, start + len(name), name, role, sentence)
        told.setdefault(person, []).append(mention)
        text += sentence
    return text, tuple(_named(person, mentions) for person, mentions in told.items())


def _named(person: int, mentions: list[Mention]) -> NamedPerson:
    name = person_name(person)
    forms = dict.fromkeys(mention.text for mention in mentions)
    roles = dict.fromkeys(mention.role for mention in mentions if mention.role)
    aliases = tuple(form for form in forms if form != name)
    return NamedPerson(name, aliases, tuple(roles), tuple(mentions))


def _raw(number: int, clean: CleanArticle, captured: str) -> RawCapture:
    if number % 3 == 2:
        return RawCapture(clean.text.encode(), "text/plain", captured, charset="utf-8")
    paragraphs = clean.text.split("\n\n")
    body = "".join(f"<p class='body-{at % 5}'>{each}</p>" for at, each in enumerate(paragraphs))
    page = f"<html><title>{clean.title}</title><body>{_MENU}{body}{_MENU}</body></html>".encode()
    return RawCapture(page, "text/html", captured, url=clean.url, charset="utf-8")


def generate(path: Path, count: int, persons: int = PERSONS) -> None:
    """Write an archive of so many articles."""
    archive = Archive.open(path)
    put_persons(path, map(person_name, range(persons)), min(_QUESTIONS, persons // 10))
    waiting: list[NewArticle] = []
    for batch in _made_beside(count, persons):
        waiting += [NewArticle(raw, clean, tuple(tags)) for raw, clean, tags in batch]
        if len(waiting) >= _STORED_AT_ONCE:
            archive.articles.add_all(waiting)
            waiting = []
    archive.articles.add_all(waiting)
    archive.close()


def _made_beside(count: int, persons: int) -> Iterator[list[Generated]]:
    """The batches of ``articles`` in order, made by another process while one is stored."""
    starts = range(0, count, _BATCH)
    waiting: deque[int] = deque(starts)
    made = deque()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as maker:
        while waiting or made:
            while waiting and len(made) < _AHEAD:
                first = waiting.popleft()
                size = min(_BATCH, count - first)
                made.append(maker.submit(_batch, first, size, 1, persons))
            yield made.popleft().result()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--persons", type=int, default=PERSONS)
    arguments = parser.parse_args()
    generate(arguments.path, arguments.articles, arguments.persons)
