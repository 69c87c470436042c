"""Feeds from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.loopback_server import LoopbackServer
from tests.services.feeds.papers import Paper


@pytest.fixture
def paper(loopback_server: LoopbackServer) -> Paper:
    printed = Paper(loopback_server)
    printed.print_articles([2, 1])
    return printed


def test_a_feed_is_followed_looked_at_and_its_items_clipped(
    terminal: Terminal, paper: Paper
) -> None:
    added = terminal("feeds", "add", paper.url, "--tag", "towns", "--every", "daily", "--json")
    assert added.json["title"] == "The Paper"
    assert added.json["new"] == 2
    paper.print_articles([3, 2, 1])

    checked = terminal("feeds", "check", "--all", "--json")
    assert [(line["outcome"], line["came"]) for line in checked.json_lines] == [("new", 1)]
    inbox = terminal("feeds", "inbox", "--json").json
    assert [item["title"] for item in inbox] == [
        f"Bridge {number} to be mended" for number in (3, 2, 1)
    ]

    terminal("feeds", "dismiss", inbox[0]["id"])
    assert "2 items wait" in terminal("feeds", "clip", "--all").err
    assert terminal("queue", "run", "--delay", 0, "--patience", 0).code == 0
    assert len(terminal("list", "tag:towns", "--json").json) == 2
    clipped = terminal("feeds", "inbox", "--state", "clipped", "--json").json
    assert [item["queue"] for item in clipped] == ["saved", "saved"]


def test_a_page_is_as_good_as_its_feed_and_a_feed_can_be_changed(
    terminal: Terminal, paper: Paper
) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    page = paper.server.reply("/", f"<html><head>{link}{link[:-11]}other'></head></html>")
    terminal("feeds", "add", page)

    changed = terminal("feeds", "set", 1, "--filter", "lavrov1", "--title", "Mine", "--json")

    assert (changed.json["title"], changed.json["new"]) == ("Mine", 1)
    assert terminal("feeds", "set", 1, "--filter", "is:unread").code == 1
    assert "Mine" in terminal("feeds").out


def test_failures_end_with_one_and_a_sentence(terminal: Terminal, paper: Paper) -> None:
    terminal("feeds", "add", paper.url)
    paper.server.reply("/feed.xml", status=500)

    failed = terminal("feeds", "check", 1)

    assert failed.code == 1
    assert "fault of its own" in failed.err
    assert "fault of its own" in terminal("feeds").out
    assert terminal("feeds", "add", paper.url).code == 1
    assert terminal("feeds", "check", 99).code == 1
    assert terminal("feeds", "clip").code == 1
    assert terminal("feeds", "dismiss", 99).code == 1


def test_feeds_pause_and_go_on(terminal: Terminal, paper: Paper) -> None:
    terminal("feeds", "add", paper.url)

    terminal("feeds", "pause")
    assert "paused" in terminal("feeds", "check").err
    terminal("feeds", "resume")

    assert "paused" not in terminal("feeds").err


def test_a_list_goes_out_and_comes_in(terminal: Terminal, paper: Paper, tmp_path: Path) -> None:
    terminal("feeds", "add", paper.url)
    path = tmp_path / "feeds.opml"

    assert terminal("feeds", "opml", "--write", path).code == 0
    assert "xmlUrl" in terminal("feeds", "opml").out
    terminal("feeds", "remove", 1)
    came = terminal("feeds", "opml", "--read", path, "--json")

    assert came.json == {"listed": 1, "new": 1}
    assert terminal("feeds", "list", "--json").json[0]["url"] == paper.url
    assert terminal("feeds", "opml", "--read", tmp_path / "none").code == 1
