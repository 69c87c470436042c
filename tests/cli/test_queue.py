"""The queue of addresses from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Terminal
from tests.loopback_server import LoopbackServer

RUN = ("queue", "run", "--delay", 0, "--patience", 0)


def test_a_list_of_addresses_is_fetched_and_every_one_told(
    terminal: Terminal, loopback_server: LoopbackServer, tmp_path: Path
) -> None:
    path = tmp_path / "list.md"
    fine, gone = loopback_server.reply("/fine", ARTICLE), loopback_server.url("/gone")
    path.write_text(f"- [The treaty]({fine})\n- {gone}\n", encoding="utf-8")

    added = terminal("queue", "add", path, "--tag", "treaties", "--json")
    ran = terminal(*RUN, "--json")

    assert [line["state"] for line in added.json_lines] == ["waiting", "waiting"]
    ended = {line["url"]: line["state"] for line in ran.json_lines if line["state"] != "waiting"}
    assert ended == {fine: "saved", gone: "failed"}
    assert ran.code == 1
    assert "Saved 1 article; 0 were saved already; 1 failed; 0 wait." in ran.err
    assert [each["title"] for each in terminal("list", "tag:treaties", "--json").json] == [
        "Treaty signed in Paris"
    ]


def test_clip_takes_a_list_and_prints_its_articles(
    terminal: Terminal, loopback_server: LoopbackServer, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(loopback_server.reply("/fine", ARTICLE), encoding="utf-8")

    clipped = terminal("clip", "--from-list", path, "--json")

    assert clipped.code == 0
    assert [line["title"] for line in clipped.json_lines] == ["Treaty signed in Paris"]


def test_clip_wants_a_source_or_a_list(terminal: Terminal) -> None:
    assert terminal("clip").code == 2


def test_what_failed_can_be_tried_again_and_taken_out(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.url("/later")
    terminal("queue", "add", url)
    terminal(*RUN)
    (failed,) = terminal("queue", "--state", "failed", "--json").json
    assert "no such page" in failed["reason"]

    loopback_server.reply("/later", ARTICLE)
    terminal("queue", "retry", "--all")
    terminal(*RUN)
    assert [item["state"] for item in terminal("queue", "--json").json] == ["saved"]

    terminal("queue", "remove", "--all")
    assert terminal("queue", "--json").json == []
    assert len(terminal("list", "--json").json) == 1


def test_what_a_site_forbids_is_fetched_only_on_the_users_word(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    loopback_server.reply("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    terminal("queue", "add", loopback_server.reply("/fine", ARTICLE))
    terminal(*RUN)
    (item,) = terminal("queue", "--json").json
    assert item["kind"] == "robots"

    terminal("queue", "robots", "127.0.0.1", "--ignore")
    terminal("queue", "retry", item["id"])

    assert terminal(*RUN).code == 0


def test_a_paused_queue_waits(terminal: Terminal, loopback_server: LoopbackServer) -> None:
    terminal("queue", "add", loopback_server.reply("/fine", ARTICLE))
    terminal("queue", "pause")
    assert "paused" in terminal(*RUN).err
    terminal("queue", "resume")
    assert "Saved 1 article" in terminal(*RUN).err


def test_a_cancelled_address_is_not_fetched(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    terminal("queue", "add", loopback_server.reply("/fine", ARTICLE))
    assert "Cancelled 1 address." in terminal("queue", "cancel", "--all").err
    terminal(*RUN)
    assert loopback_server.requests == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "no-such-file"), "neither a web address nor a file"),
        (("cancel", "7"), "There is no address 7"),
        (("retry",), "No address was named"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    terminal: Terminal, arguments: tuple[str, ...], told: str
) -> None:
    outcome = terminal("queue", *arguments)

    assert outcome.code == 1
    assert told in outcome.err
