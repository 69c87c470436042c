"""Feeds are followed and looked at politely; their items wait for the user's word."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.capture.feeds.read_feed import MAX_ITEMS
from desktop_app.core.errors import CaptureError, InputError
from desktop_app.core.feeds import Feed, FeedCheck, ItemState
from desktop_app.core.fetch_states import Interval, QueueState
from desktop_app.services.base.clock import seconds_now
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from tests.loopback_server import LoopbackServer
from tests.services.feeds.papers import Paper

QUICK = Manners(delay=0, attempts=1, page_seconds=5, patience=1, images=False)


@pytest.fixture
def paper(loopback_server: LoopbackServer) -> Paper:
    printed = Paper(loopback_server)
    printed.print_articles([2, 1])
    return printed


def follow(library: Library, paper: Paper, like: Feed | None = None) -> Feed:
    check = library.feeds.follow(library.feeds.look(paper.url), like)
    return library.feeds.get(check.feed.id)


def check(library: Library) -> FeedCheck:
    (found,) = library.feeds.check([each.id for each in library.feeds.all()], manners=QUICK)
    return found


def titles(library: Library, state: ItemState = ItemState.NEW) -> list[str]:
    return [item.title for item in library.feeds.items(state)]


def test_what_a_feed_has_waits_in_the_inbox_and_nothing_is_fetched(
    library: Library, paper: Paper
) -> None:
    feed = follow(library, paper)

    assert (feed.title, feed.site_url, feed.new) == ("The Paper", "https://paper.example/", 2)
    assert titles(library) == ["Bridge 2 to be mended", "Bridge 1 to be mended"]
    asked = [path for path, _ in paper.server.requests]
    assert asked == ["/robots.txt", "/feed.xml"]


def test_only_what_is_new_comes_in_and_an_unchanged_feed_is_not_sent_again(
    library: Library, paper: Paper
) -> None:
    follow(library, paper)
    assert check(library).outcome == "same"
    paper.print_articles([3, 2, 1])

    found = check(library)

    assert paper.answers == [200, 304, 200]
    assert (found.outcome, found.new, found.message) == ("new", 1, "1 new item.")
    assert titles(library)[0] == "Bridge 3 to be mended"


def test_clipped_items_go_through_the_queue_with_the_feeds_tags(
    library: Library, paper: Paper
) -> None:
    follow(library, paper, Feed(0, "", tags=("towns",)))

    assert library.feeds.clip([item.id for item in library.feeds.items()]) == 2
    library.queue.run(QUICK)

    assert library.count("tag:towns") == 2
    clipped = library.feeds.items(ItemState.CLIPPED)
    assert [item.queue_state for item in clipped] == [QueueState.SAVED] * 2
    assert all(item.article_id is not None for item in clipped)
    assert titles(library) == []


def test_what_was_dismissed_never_comes_again_but_by_undo(library: Library, paper: Paper) -> None:
    follow(library, paper)
    library.feeds.dismiss([item.id for item in library.feeds.items()])
    paper.titles[1] = "Bridge 1 is mended"
    paper.print_articles([2, 1])

    assert check(library).outcome == "same"
    assert titles(library) == []

    assert library.undo() == "Dismissed 2 items of feeds"
    assert titles(library) == ["Bridge 2 to be mended", "Bridge 1 is mended"]


def test_a_changed_address_of_the_same_item_is_no_new_item(
    library: Library, paper: Paper, loopback_server: LoopbackServer
) -> None:
    follow(library, paper)
    moved = paper.document.replace("/article/1?", "/moved/1?")
    loopback_server.reply("/feed.xml", moved, content_type="application/rss+xml")

    assert check(library).outcome == "same"


def test_a_filter_keeps_what_it_finds_and_another_one_judges_again(
    library: Library, paper: Paper
) -> None:
    feed = follow(library, paper, Feed(0, "", query="person:Lavrov2"))
    assert titles(library) == ["Bridge 2 to be mended"]

    library.feeds.change(replace(feed, query="person:Lavrov1"))
    assert titles(library) == ["Bridge 1 to be mended"]

    library.undo()
    assert titles(library) == ["Bridge 2 to be mended"]
    assert library.feeds.get(feed.id).query == "person:Lavrov2"


def test_a_filter_that_no_item_can_fulfil_is_refused(library: Library, paper: Paper) -> None:
    with pytest.raises(InputError, match="is:starred"):
        follow(library, paper, Feed(0, "", query="bridge is:starred"))
    assert library.feeds.all() == []


def test_later_items_are_clipped_unasked_where_the_user_wants_it(
    library: Library, paper: Paper
) -> None:
    follow(library, paper, Feed(0, "", query="-lavrov4", clips_itself=True))
    assert len(titles(library)) == 2
    paper.print_articles([4, 3, 2, 1])

    found = check(library)

    assert (found.new, found.clipped) == (0, 1)
    assert [item.url for item in library.queue.items()] == [f"{paper.address(3)}?utm_source=rss"]
    assert titles(library, ItemState.LEFT_OUT) == ["Bridge 4 to be mended"]


def test_what_is_in_the_archive_or_came_by_another_feed_is_known(
    library: Library, paper: Paper, loopback_server: LoopbackServer
) -> None:
    library.store(library.prepare(paper.address(1)))
    follow(library, paper)
    assert titles(library, ItemState.KNOWN) == ["Bridge 1 to be mended"]

    other = Paper(loopback_server, "/world.xml")
    other.print_articles([2])
    follow(library, other)

    assert titles(library) == ["Bridge 2 to be mended"]


def test_a_page_leads_to_the_feeds_that_it_names(library: Library, paper: Paper) -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml">'
    page = paper.server.reply("/", f"<html><head>{link}</head><body>News</body></html>")

    look = library.feeds.look(page)

    assert [offered.url for offered in look.offered] == [paper.url]
    with pytest.raises(CaptureError, match="no feed"):
        library.feeds.look(paper.address(1))


def test_a_feed_is_followed_once(library: Library, paper: Paper) -> None:
    follow(library, paper)

    with pytest.raises(InputError, match="followed already"):
        follow(library, paper)


def test_failures_are_told_and_looked_at_less_often(
    library: Library, paper: Paper, loopback_server: LoopbackServer
) -> None:
    feed = follow(library, paper)
    loopback_server.reply("/feed.xml", status=500)

    pauses = []
    for _ in range(5):
        assert check(library).outcome == "failed"
        pauses.append(library.feeds.get(feed.id).next_check - seconds_now())

    assert 1.5 * 3_600 < pauses[0] < 2.5 * 3_600
    assert 7 * 3_600 < pauses[-1] < 9 * 3_600
    assert "fault of its own" in library.feeds.get(feed.id).problem
    assert len(titles(library)) == 2


def test_a_site_that_asks_to_wait_is_waited_for(
    library: Library, paper: Paper, loopback_server: LoopbackServer
) -> None:
    feed = follow(library, paper)
    loopback_server.reply("/feed.xml", status=429, headers={"Retry-After": "172800"})

    check(library)

    assert library.feeds.get(feed.id).next_check - seconds_now() > 172_000


def test_robots_are_obeyed_unless_the_user_sets_them_aside(library: Library, paper: Paper) -> None:
    paper.server.reply("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")

    with pytest.raises(CaptureError, match=r"robots\.txt"):
        library.feeds.look(paper.url)
    look = library.feeds.look(paper.url, ignore_robots=True)
    library.feeds.follow(look, Feed(0, "", ignores_robots=True))

    assert check(library).outcome == "same"


def test_a_redirect_is_followed_and_noted(
    library: Library, paper: Paper, loopback_server: LoopbackServer
) -> None:
    feed = follow(library, paper)
    moved = Paper(loopback_server, "/moved.xml")
    moved.print_articles([5])
    loopback_server.redirect("/feed.xml", "/moved.xml", 301)

    assert check(library).new == 1
    assert library.feeds.get(feed.id).moved_to == moved.url


def test_nothing_is_due_while_feeds_pause_or_right_after_a_look(
    library: Library, paper: Paper
) -> None:
    feed = follow(library, paper)
    assert not library.feeds.is_due()
    library.archive.feeds.look_soon([feed.id])
    assert library.feeds.is_due()

    library.feeds.set_paused(True)

    assert not library.feeds.is_due()
    assert list(library.feeds.check(manners=QUICK)) == []


def test_a_removed_feed_comes_back_with_its_items_by_undo(library: Library, paper: Paper) -> None:
    feed = follow(library, paper)

    library.feeds.remove([feed.id])
    assert (library.feeds.all(), library.feeds.items()) == ([], [])
    library.undo()

    assert [each.title for each in library.feeds.all()] == ["The Paper"]
    assert len(titles(library)) == 2
    assert check(library).outcome == "same"


def test_a_list_goes_out_and_comes_in(library: Library, paper: Paper, tmp_path: Path) -> None:
    follow(library, paper, Feed(0, "", every=Interval.DAILY, tags=("towns/bridges",)))
    path = tmp_path / "feeds.opml"
    library.feeds.write_opml(path)
    library.feeds.remove([library.feeds.all()[0].id])

    listed = library.feeds.read_opml(path)
    assert library.feeds.follow_all(listed) == 1
    assert library.feeds.follow_all(listed) == 0

    (feed,) = library.feeds.all()
    assert (feed.url, feed.title, feed.tags) == (paper.url, "The Paper", ("towns/bridges",))
    assert library.feeds.is_due()


def test_feeds_of_one_site_are_asked_one_after_another_with_a_pause(
    library: Library, loopback_server: LoopbackServer
) -> None:
    papers = [Paper(loopback_server, f"/feed/{number}.xml") for number in range(3)]
    listed = [Feed(0, each.url) for each in papers]
    for feed in listed:
        library.archive.feeds.add(feed)

    begun = seconds_now()
    found = list(library.feeds.check(manners=replace(QUICK, delay=0.4)))

    assert [each.outcome for each in found] == ["same"] * 3
    assert seconds_now() - begun >= 0.8


def test_a_feed_of_very_many_items_is_read_by_another_process_and_cut(
    library: Library, loopback_server: LoopbackServer
) -> None:
    items = "".join(
        f"<item><title>Item {n}</title><link>/{n}</link><description>{'words ' * 20}"
        "</description></item>"
        for n in range(10_000)
    )
    document = f'<rss version="2.0"><channel><title>Many</title>{items}</channel></rss>'
    url = loopback_server.reply("/many.xml", document, content_type="text/xml")

    found = library.feeds.follow(library.feeds.look(url))

    assert len(document) > 2**20
    assert library.feeds.counts()[ItemState.NEW] == MAX_ITEMS
    assert "9,000 items beyond the first were left." in found.message


@pytest.mark.parametrize("packed", [False, True])
def test_a_feed_that_is_far_too_large_is_refused(
    library: Library, loopback_server: LoopbackServer, packed: bool
) -> None:
    content = b"<rss>" + b" " * (50 * 2**20)
    headers = {"Content-Encoding": "gzip"} if packed else {}
    body = gzip.compress(content, 1) if packed else content
    url = loopback_server.reply("/huge.xml", body, headers=headers)

    with pytest.raises(CaptureError, match="more than 10 MB"):
        library.feeds.look(url)
