"""Persons of a whole library: 100,000 articles with 2 million mentions and 200,000 names.

``--articles N``, ``--persons N``, ``--json``; ``--keep FILE`` uses the archive in FILE, made there
on the first run. Each first screen is what the window asks for before it can paint.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from desktop_app.core.article import CleanArticle, Mention, NamedPerson, RawCapture
from desktop_app.core.query import parse_query
from desktop_app.services.base.settings import Settings
from desktop_app.services.finding.finding import FoundCounts
from desktop_app.services.library import Library
from desktop_app.store.archive import Archive
from desktop_app.ui.people.person_facts import read_facts
from tests.benchmarks.generate_archive import MENTIONS, generate, person_name, word
from tests.benchmarks.library import forget
from tests.benchmarks.report import Measurement, report

_ARTICLES, _PERSONS = 100_000, 200_000
_SCREEN, _NETWORK, _FIRST_ARTICLES, _QUEUE = 100, 150, 50, 20
_NEW_ARTICLES, _NEW_NAMES, _RUNS = 100, 8, 7
_SCREEN_MS, _FACET_MS, _ASSIGN_MS = 50.0, 150.0, 30.0


def main() -> int:
    """Measure and print; gives 1 where a bound doesn't hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=_ARTICLES)
    parser.add_argument("--persons", type=int, default=_PERSONS)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "benchmark.cuttings"
        if not path.exists():
            generate(path, arguments.articles, arguments.persons)
        archive = Archive.open(path)
        well = report(_measurements(archive), arguments.json)
        archive.close()
    return 0 if well else 1


def _measurements(archive: Archive) -> Iterator[Measurement]:
    yield from _lists(archive)
    yield from _page(archive)
    yield from _queries(archive)
    yield from _queue(archive)
    yield from _assigning(archive)


def _lists(archive: Archive) -> Iterator[Measurement]:
    people = archive.people
    yield _screen("persons", lambda: people.list(limit=_SCREEN))
    for typed in ("b", word(1_700)[:3], word(77_000)):
        text = typed.title()
        yield _screen(
            f"persons called “{text}…”", lambda t=text: people.list(text=t, limit=_SCREEN)
        )
    everywhere, common, rare = word(0), word(40), word(9_000)
    for name, query in (("everywhere", everywhere), ("often", common), ("seldom", rare)):
        parsed = parse_query(query)
        named = partial(archive.counting.persons, parsed, limit=_SCREEN)
        facet = _median(named, lambda: forget(archive))
        found = archive.search.count(parsed)
        yield Measurement(
            f"persons in the {found:,} with a word {name}", facet, "ms", must=_FACET_MS
        )
    yield from _facets(archive)
    yield Measurement("tag tree with counts", _median(archive.tags.all), "ms", must=_FACET_MS)


def _facets(archive: Archive) -> Iterator[Measurement]:
    """Every facet of a search, with years and outlets chosen, for which others are counted too."""
    counts = FoundCounts(archive.path)
    started = time.perf_counter()
    counts.facets("", "")
    yield Measurement("facets for the first time", 1_000 * (time.perf_counter() - started), "ms")
    mixes = ("", word(0), f"{word(0)} published:2012 publisher:3 language:en tag:{word(3)}")
    for query in mixes:
        milliseconds = _median(lambda q=query: counts.facets("", q), lambda: forget(archive))
        yield Measurement(f"facets of “{query}”", milliseconds, "ms", must=_FACET_MS)
    counts.close()


def _page(archive: Archive) -> Iterator[Measurement]:
    person = _named_in_about(archive, 10_000)
    name = f"of one named in {archive.people.get(person).articles:,}"
    people, company, counting = archive.people, archive.company, archive.counting
    yield _screen(f"facts {name}", lambda: people.get(person))
    yield _screen(f"mentions {name}", lambda: people.mentions(person, _FIRST_ARTICLES))
    library = Library(Settings(archive.path, Path(), Path()))
    whole = _median(lambda: read_facts(library, person))
    yield Measurement(f"page, first screen, {name}", whole, "ms", must=_FACET_MS)
    library.close()
    for what, call in (
        ("company", lambda: counting.together_with(person)),
        ("tags", lambda: company.tags(person)),
        ("outlets", lambda: counting.outlets(person)),
        ("network", lambda: counting.network_round(person, _NETWORK)),
    ):
        yield Measurement(f"{what} {name}", _median(call), "ms", must=_FACET_MS)


def _named_in_about(archive: Archive, articles: int) -> int:
    """The person of the first screen whose number of articles is nearest to this."""
    return min(archive.people.list(limit=_SCREEN), key=lambda p: abs(p.articles - articles)).id


def _queries(archive: Archive) -> Iterator[Measurement]:
    often, seldom = person_name(3), person_name(60_000)
    for query in (
        f'person:"{often}"',
        f"person:{often.split()[1]}",
        f"person:{often.split()[1][:4]}*",
        f'person:"{seldom}"',
        f'person:"{often}" {word(40)}',
    ):
        parsed = parse_query(query)
        milliseconds = _median(partial(_first_screen, archive, parsed), lambda: forget(archive))
        name = f"first screen: search {query}"
        yield Measurement(name, milliseconds, "ms", must=_SCREEN_MS)


def _first_screen(archive: Archive, parsed: object) -> None:
    archive.rows(archive.search.ids(parsed)[:_SCREEN])  # type: ignore[arg-type]


def _queue(archive: Archive) -> Iterator[Measurement]:
    suggestions = archive.suggestions
    yield Measurement("open questions", suggestions.count(), "suggestions")
    yield _screen("questions", lambda: (suggestions.list(_QUEUE), suggestions.count()))


def _assigning(archive: Archive) -> Iterator[Measurement]:
    chance = random.Random(time.time_ns())
    plain, naming = [], []
    for number in range(_NEW_ARTICLES):
        plain.append(_add(archive, f"none {number}", []))
        naming.append(_add(archive, f"some {number}", _new_names(chance)))
    base = statistics.median(plain)
    median, slowest = (
        statistics.median(naming) - base,
        statistics.quantiles(naming, n=20)[-1] - base,
    )
    yield Measurement("assigning an article's new names", median, "ms", must=_ASSIGN_MS)
    yield Measurement("the same, p95", slowest, "ms", must=_ASSIGN_MS)


def _new_names(chance: random.Random) -> list[str]:
    """Names that nobody has, near to those that somebody has."""
    return [
        f"{word(chance.randrange(900)).title()} {word(chance.randrange(201_000, 10**7)).title()}"
        for _ in range(_NEW_NAMES)
    ]


def _add(archive: Archive, title: str, names: list[str]) -> float:
    """Milliseconds of adding an article that tells these names, each more than once."""
    text = f"{title}. "
    told: dict[str, list[Mention]] = {name: [] for name in names}
    for at in range(MENTIONS if names else 0):
        name = names[at % len(names)]
        sentence = f"{name} spoke for the {at}th time."
        told[name].append(Mention(len(text), len(text) + len(name), name, None, sentence))
        text += f"{sentence} "
    people = tuple(NamedPerson(name, mentions=tuple(found)) for name, found in told.items())
    raw = RawCapture(text.encode(), "text/plain", "2026-11-23T15:40:00Z")
    clean = CleanArticle(text, text, title=title, people=people)
    started = time.perf_counter()
    archive.articles.add(raw, clean)
    return 1_000 * (time.perf_counter() - started)


def _screen(name: str, call: Callable[[], object]) -> Measurement:
    return Measurement(f"first screen: {name}", _median(call), "ms", must=_SCREEN_MS)


def _median(call: Callable[[], object], before: Callable[[], object] = bool) -> float:
    """Milliseconds that the call takes, the first one, with its cold pages, left out."""
    call()
    times = []
    for _ in range(_RUNS):
        before()
        started = time.perf_counter()
        call()
        times.append(1_000 * (time.perf_counter() - started))
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
