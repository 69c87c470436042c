"""A reading that nobody wants any more ends; what is worth keeping is read all the same."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from desktop_app.core.errors import ArchiveError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.base.stopping import ActStop, Stop, held, unstoppable
from tests.store.examples import capture, lavrov_article

_ENDLESS = """
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted)
    SELECT count(*) FROM counted
"""


def started(call: Callable[[], object], stop: Stop) -> tuple[threading.Thread, list[Exception]]:
    """The call on another thread, which heeds the word, and what it raises."""
    failures: list[Exception] = []

    def work() -> None:
        try:
            with stop.within():
                call()
        except ArchiveError as failure:
            failures.append(failure)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread, failures


def test_a_statement_under_way_ends_when_the_word_is_given(archive: Archive) -> None:
    stop, begun = Stop(), threading.Event()

    def read() -> None:
        begun.set()
        archive._connection.value(_ENDLESS)

    thread, failures = started(read, stop)
    assert begun.wait(10)
    stop.give()
    thread.join(10)

    assert not thread.is_alive()
    assert len(failures) == 1
    assert archive.search.ids(parse_query("")) == []


def test_no_other_statement_begins_behind_the_word(archive: Archive) -> None:
    stop = Stop()
    stop.give()

    with stop.within(), pytest.raises(ArchiveError, match="stopped"):
        archive.search.count(parse_query(""))

    assert archive.search.count(parse_query("")) == 0


def test_acts_and_what_is_remembered_go_on_behind_the_word(archive: Archive) -> None:
    stop = Stop()
    stop.give()

    with stop.within():
        with unstoppable():
            assert archive.search.count(parse_query("")) == 0
        with archive._connection.transaction():
            assert archive._connection.value("SELECT count(*) FROM articles") == 0


def test_counts_are_right_after_a_counting_that_was_stopped(archive: Archive) -> None:
    archive.counting.persons(None)
    archive.articles.add(capture(), lavrov_article())
    stop = Stop()
    stop.give()

    with stop.within(), pytest.raises(ArchiveError):
        archive.counting.persons(None)

    assert len(archive.counting.persons(None)) == 2


def test_whoever_waits_for_another_s_reading_needn_t_wait_to_its_end() -> None:
    stop, lock, waits = Stop(), threading.Lock(), threading.Event()

    def read() -> None:
        waits.set()
        with held(lock):
            raise AssertionError("the lock was never free")

    with held(lock):
        thread, failures = started(read, stop)
        assert waits.wait(10)
        stop.give()
        thread.join(10)

    assert len(failures) == 1
    assert not lock.locked()


def test_an_act_that_is_stopped_leaves_nothing(archive: Archive) -> None:
    ids = [archive.articles.add(capture(bytes([at])), lavrov_article()) for at in range(3)]
    told: list[tuple[int, int]] = []

    def stop_soon(done: int, total: int) -> None:
        told.append((done, total))
        stop.give()

    stop = ActStop(stop_soon)
    with pytest.raises(ArchiveError, match="stopped"), stop.within():
        archive.articles.set_fields_of(ids, {"title": "Another"})

    assert told == [(0, 3)]
    assert {archive.articles.get(each).clean.title for each in ids} == {lavrov_article().title}
    assert archive.search.ids(parse_query("title:another")) == []
    assert archive.check().ok
    assert archive.undo() == "Added an article"


def test_a_statement_of_an_act_ends_when_the_word_is_given(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    stop, begun = ActStop(lambda _done, _total: None), threading.Event()

    def work() -> None:
        with archive.act("Starred for ever"), archive.act("a part of it"):
            archive.articles.set_starred([article_id], starred=True)
            begun.set()
            archive._connection.write(f"UPDATE articles SET words = ({_ENDLESS})")

    thread, failures = started(work, stop)
    assert begun.wait(10)
    stop.give()
    thread.join(10)

    assert [failure.message for failure in failures] == ["That was stopped."]
    assert not archive.articles.get(article_id).starred
    archive.articles.set_starred([article_id], starred=True)
    assert archive.undo() == "Starred articles"


def test_an_act_that_was_committed_is_not_stopped(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    stop = ActStop(lambda _done, _total: None)

    with stop.within():
        archive.articles.set_starred([article_id], starred=True)
        stop.give()

    assert archive.articles.get(article_id).starred


def test_an_act_that_waits_for_another_window_s_can_be_stopped(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    stop, other = ActStop(lambda _done, _total: None), Archive.open(archive.path)

    with other.act("A long act"):
        other.articles.set_starred([article_id], starred=True)
        thread, failures = started(lambda: archive.articles.set_read([article_id], True), stop)
        stop.give()
        thread.join(10)
        assert [failure.message for failure in failures] == ["That was stopped."]

    other.close()
    assert archive.articles.get(article_id).unread


def test_an_act_waits_for_another_window_s(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    stop, other = ActStop(lambda _done, _total: None), Archive.open(archive.path)

    with other.act("A long act"):
        other.articles.set_starred([article_id], starred=True)
        thread, failures = started(lambda: archive.articles.set_read([article_id], True), stop)
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(10)

    other.close()
    assert failures == []
    assert not archive.articles.get(article_id).unread
