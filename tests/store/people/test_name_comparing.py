"""Names that came before names were compared: joined, asked about, or as the user said."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.store.archive import Archive
from desktop_app.store.people.name_comparing import NamesCompared
from tests.store.examples import article, capture, person
from tests.store.older_archive import make_older

SURE = ("Sergey Lavrov", "Sergei Lavrov", "Sergej Lawrow")
MAYBE = ("William Clinton", "Bill Clinton")


def clip(archive: Archive, *names: str) -> None:
    for name in names:
        text = f"{name} spoke."
        clean = article(text, people=(person(text, name),))
        archive.articles.add(capture(text.encode()), clean)


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Callable[..., Archive]]:
    """An archive whose names came in before names were compared."""
    opened: list[Archive] = []

    def make(*names: str) -> Archive:
        path = tmp_path / "old.cuttings"
        archive = Archive.open(path)
        opened.append(archive)
        for name in names:
            clip(archive, name)
            with sqlite3.connect(path) as raw:  # so that the next name finds nothing
                raw.execute("DELETE FROM person_blocks")
            raw.close()
        archive.close()
        make_older(path, 1)
        archive = Archive.open(path)
        opened.append(archive)
        return archive

    yield make
    for archive in opened:
        archive.close()


def compared(archive: Archive, stop_after: int = 10**9) -> NamesCompared:
    steps: list[int] = []

    def stop() -> bool:
        steps.append(1)
        return len(steps) > stop_after

    return archive.comparing.run(lambda _done, _total: None, stop)


def names(archive: Archive) -> set[str]:
    return {each.name for each in archive.people.list()}


def test_what_is_surely_the_same_is_joined_and_the_rest_asked(
    older: Callable[..., Archive],
) -> None:
    archive = older(*SURE, *MAYBE, "Qin Gang")
    assert archive.comparing.waiting() == 6

    assert compared(archive) == NamesCompared(6, 2, 1)

    assert names(archive) == {"Sergey Lavrov", *MAYBE, "Qin Gang"}
    (asked,) = archive.suggestions.list()
    assert (asked.person.name, asked.other.name) == MAYBE
    assert archive.check().ok
    clip(archive, "Sergej Lawrow")
    assert names(archive) == {"Sergey Lavrov", *MAYBE, "Qin Gang"}


def test_it_comes_to_the_same_as_names_that_come_in_one_by_one(
    older: Callable[..., Archive], archive: Archive
) -> None:
    everybody = (*SURE, *MAYBE, "Ivan Petrov", "Ivan Petroff", "Petrov", "W. Clinton")
    clip(archive, *everybody)
    before = older(*everybody)
    compared(before)

    assert names(before) == names(archive)
    asked, expected = (
        {(each.person.name, each.other.name) for each in one.suggestions.list()}
        for one in (before, archive)
    )
    assert asked == expected


def test_a_second_time_does_nothing_and_all_can_be_asked_for_again(
    older: Callable[..., Archive],
) -> None:
    archive = older(*SURE, *MAYBE)
    compared(archive)
    assert compared(archive) == NamesCompared(0, 0, 0)

    archive.comparing.ask_for_all()

    assert compared(archive) == NamesCompared(5, 0, 0)


def test_one_undo_takes_the_joining_back(older: Callable[..., Archive]) -> None:
    archive = older(*SURE)
    compared(archive)

    archive.undo()

    assert names(archive) == set(SURE)
    assert archive.check().ok


def test_what_was_not_reached_waits(older: Callable[..., Archive]) -> None:
    archive = older(*SURE)
    assert compared(archive, stop_after=0) == NamesCompared(0, 0, 0, cancelled=True)
    assert archive.comparing.waiting() == 3
    assert compared(archive).joined == 2


def test_the_users_word_stands(older: Callable[..., Archive]) -> None:
    archive = older("Ann Lavrova", *SURE)
    first, second, third = (
        next(each.id for each in archive.people.list() if each.name == name) for name in SURE
    )
    archive.people.set_wikidata(first, "Q1")
    archive.people.set_wikidata(second, "Q2")
    archive.people.set_hidden(third, True)

    assert compared(archive) == NamesCompared(4, 0, 0)


def test_two_persons_of_the_user_are_asked_about_and_one_stays(
    older: Callable[..., Archive],
) -> None:
    archive = older(*SURE[:2])
    first, second = (each.id for each in archive.people.list())
    archive.people.set_note(first, "one")
    archive.people.set_note(second, "two")
    assert compared(archive) == NamesCompared(2, 0, 1)

    archive.people.set_note(first, "")
    archive.suggestions.refuse(archive.suggestions.list()[0].id)
    archive.comparing.ask_for_all()
    assert compared(archive) == NamesCompared(2, 0, 0)
