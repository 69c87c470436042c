"""Watched pages are fetched again in their time, less often where nothing changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.fetch_states import Interval
from desktop_app.services.base.clock import seconds_now
from desktop_app.services.library import Library
from tests.loopback_server import LoopbackServer
from tests.services.queue.sites import article


@pytest.fixture
def watched(library: Library, loopback_server: LoopbackServer) -> int:
    """An article whose page's time has come."""
    url = loopback_server.reply("/page", article(1))
    article_id = library.store(library.prepare(url))
    library.watching.watch([article_id], Interval.HOURLY)
    make_due(library, article_id)
    return article_id


def make_due(library: Library, article_id: int) -> None:
    (page,) = (each for each in library.watching.pages() if each.article_id == article_id)
    library.archive.watched_pages.note_look(replace(page, next_look=0.0))


def looks(library: Library) -> list[str]:
    return [result.outcome for result in library.watching.look_at_due(pause=0)]


def test_a_changed_page_is_a_new_version(
    library: Library, loopback_server: LoopbackServer, watched: int
) -> None:
    loopback_server.reply("/page", article(1).replace("should be mended", "will never be mended"))

    assert looks(library) == ["changed"]
    assert len(library.revisions(watched)) == 2
    assert looks(library) == []  # its next time is an hour away


def test_what_never_changes_is_looked_at_less_often(library: Library, watched: int) -> None:
    pauses = []
    for _ in range(8):
        make_due(library, watched)
        assert looks(library) == ["same"]
        pauses.append(library.watching.pages()[0].next_look - seconds_now())

    assert 0.8 * 3_600 < pauses[0] < 1.2 * 3_600
    assert 7 * 3_600 < pauses[-1] < 9 * 3_600


def test_a_page_that_fails_is_told_and_left_alone_for_longer(
    library: Library, loopback_server: LoopbackServer, watched: int
) -> None:
    loopback_server.reply("/page", status=500)

    assert looks(library) == ["failed"]

    (page,) = library.watching.pages()
    assert page.failures == 1
    assert "fault of its own" in page.result
    assert page.next_look - seconds_now() > 1.5 * 3_600


def test_robots_are_obeyed(library: Library, loopback_server: LoopbackServer, watched: int) -> None:
    loopback_server.reply("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")

    assert looks(library) == ["failed"]
    assert "robots.txt" in library.watching.pages()[0].result


def test_articles_in_the_trash_or_let_go_are_not_fetched(library: Library, watched: int) -> None:
    library.delete([watched])
    assert looks(library) == []
    library.restore([watched])
    library.watching.forget([watched])
    assert library.watching.pages() == []
