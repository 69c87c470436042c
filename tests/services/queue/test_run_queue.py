"""Many addresses are fetched politely, and something true is said of each."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.fetch_queue import QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.core.imported import ImportedArticle, Origin
from desktop_app.services.importing.prepare_import import prepare_import
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from tests.services.queue.sites import KINDS, Site, sites

QUICK = Manners(delay=0, parallel=8, attempts=3, back_off=0.2, page_seconds=2, images=False)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    with sites(1) as (only,):
        yield only


def only_item(library: Library) -> QueueItem:
    (item,) = library.queue.items()
    return item


def test_every_kind_of_address_is_accounted_for(library: Library) -> None:
    with sites(len(KINDS)) as hosts:
        for number, (kind, host) in enumerate(zip(KINDS, hosts, strict=True)):
            library.queue.add([host.add(kind, number)], tags=["list"])

        report = library.queue.run(QUICK)

    ended = {item.url.split("/")[3]: item for item in library.queue.items()}
    assert {kind: str(item.state) for kind, item in ended.items()} == KINDS
    assert (report.saved, report.failed, report.waiting) == (4, 9, 0)
    assert library.count("tag:list") == 4
    failed = [item for item in ended.values() if item.state is QueueState.FAILED]
    assert all(item.reason.endswith((".", ").")) for item in failed)
    assert ended["silent"].attempts == ended["reset"].attempts == 3
    assert "robots.txt" in ended["forbidden"].reason
    assert "certificate" in ended["untrusted"].reason or "secure" in ended["untrusted"].reason


def test_a_site_is_asked_for_one_page_at_a_time_with_pauses(library: Library, site: Site) -> None:
    library.queue.add([site.add("fine", number) for number in range(4)])

    library.queue.run(Manners(delay=0.5, parallel=8, images=False))

    gaps = [later - earlier for earlier, later in zip(site.times, site.times[1:], strict=False)]
    assert site.at_once == 1
    assert min(gaps) >= 0.5


def test_a_site_that_asks_to_wait_is_left_alone_for_so_long(library: Library, site: Site) -> None:
    library.queue.add([site.add("busy", 1), site.add("fine", 2)])

    library.queue.run(QUICK)

    assert site.times[1] - site.times[0] >= 1
    assert library.queue.counts()[QueueState.SAVED] == 2


def test_what_is_due_much_later_is_left_to_another_run(library: Library, site: Site) -> None:
    library.queue.add([site.add("shaky", 1)])

    report = library.queue.run(Manners(delay=0, back_off=3_000, patience=1, images=False))

    item = only_item(library)
    assert report.waiting == 1
    assert item.state is QueueState.WAITING
    assert "fault of its own (500)" in item.reason
    assert report.next_try == item.next_try > 0


def test_what_is_saved_already_is_not_fetched(library: Library, site: Site) -> None:
    url = site.add("fine", 1)
    library.queue.add([url])
    library.queue.run(QUICK)
    library.queue.remove([only_item(library).id])

    library.queue.add([url])
    library.queue.run(QUICK)

    assert only_item(library).state is QueueState.KNOWN
    assert "already saved, as article 1" in only_item(library).reason
    assert len(site.times) == 1


def test_an_address_that_leads_to_a_saved_one_is_not_saved_twice(
    library: Library, site: Site
) -> None:
    page = site.add("fine", 1)
    library.queue.add([page, site.redirect("/short", page)])

    library.queue.run(QUICK)

    assert [item.state for item in library.queue.items()] == [QueueState.SAVED, QueueState.KNOWN]
    assert library.count("") == 1


def test_robots_can_be_set_aside_for_one_address_or_a_site(library: Library, site: Site) -> None:
    library.queue.add([site.add("forbidden", 1), site.add("forbidden", 2)])
    library.queue.run(QUICK)
    first, second = library.queue.items()
    assert (first.kind, second.kind) == ("robots", "robots")

    library.queue.retry([first.id], ignore_robots=True)
    library.queue.run(QUICK)
    assert [item.state for item in library.queue.items()] == [QueueState.SAVED, QueueState.FAILED]

    library.queue.set_ignores_robots(site.host, True)
    library.queue.retry([second.id])
    library.queue.run(QUICK)
    assert library.queue.counts()[QueueState.SAVED] == 2


def test_nothing_is_begun_while_the_queue_is_paused(library: Library, site: Site) -> None:
    library.queue.add([site.add("fine", 1)])
    library.queue.set_paused(True)

    report = library.queue.run(QUICK)
    assert (report.waiting, site.times) == (1, [])

    library.queue.set_paused(False)
    assert library.queue.run(QUICK).saved == 1


def test_what_is_cancelled_while_it_is_fetched_is_not_saved(library: Library, site: Site) -> None:
    url = site.url("/slow")
    begun, go_on = threading.Event(), threading.Event()
    answer = site.add("fine", 1).removeprefix(site.url(""))

    def slow(handler: object) -> None:
        begun.set()
        go_on.wait(10)
        site.replies[answer](handler)  # type: ignore[arg-type]

    site.respond("/slow", slow)
    library.queue.add([url])
    run = threading.Thread(target=lambda: library.queue.run(QUICK))
    run.start()
    begun.wait(10)
    library.queue.cancel([only_item(library).id])
    go_on.set()
    run.join()

    assert only_item(library).state is QueueState.CANCELLED
    assert library.count("") == 0


def test_stopping_leaves_what_was_under_way_waiting(library: Library, site: Site) -> None:
    begun = threading.Event()

    def hanging(_handler: object) -> None:
        begun.set()
        site.closing.wait(20)

    library.queue.add([site.respond("/hanging", hanging)])

    library.queue.run(QUICK, cancelled=begun.is_set)

    item = only_item(library)
    assert (item.state, item.attempts) == (QueueState.WAITING, 0)


def test_only_one_works_through_a_queue(library: Library, site: Site) -> None:
    library.queue.add([site.add("fine", 1)])
    other: list[InputError] = []

    def try_too(_items: object) -> None:
        try:
            Library(library.settings).queue.run(QUICK)
        except InputError as failure:
            other.append(failure)

    library.queue.run(QUICK, told=try_too)

    assert "Another Cuttings" in other[0].message


def test_what_failed_is_tried_again_when_it_is_added_again(library: Library, site: Site) -> None:
    url = site.add("gone", 1)
    library.queue.add([url])
    library.queue.run(QUICK)
    assert only_item(library).state is QueueState.FAILED

    (queued,) = library.queue.add([url])

    assert queued.is_new
    assert only_item(library).state is QueueState.WAITING


def test_an_undone_clip_may_come_again(library: Library, site: Site) -> None:
    url = site.add("fine", 1)
    library.queue.add([url])
    library.queue.run(QUICK)
    library.undo()

    library.queue.add([url])
    library.queue.run(QUICK)

    assert library.count("") == 1
    assert library.check().ok


def test_an_imported_article_without_a_text_gets_it(library: Library, site: Site) -> None:
    url = site.add("fine", 1)
    found = ImportedArticle(Origin("any", url, 1), url=url, tags=("kept",), note="Mine")
    prepared = prepare_import(found, "2026-11-28T12:00:00Z").article
    (article_id,) = library.archive.articles.add_all([prepared])

    library.queue.add([url], tags=["list"])
    report = library.queue.run(QUICK)

    article = library.article(article_id)
    assert (report.saved, library.count("")) == (1, 1)
    assert article.clean.text
    assert (article.tags, article.note) == (("kept", "list"), "Mine")
    assert "not-fetched" not in [each.code for each in article.clean.warnings]
    library.queue.add([url])
    assert only_item(library).state is QueueState.SAVED
