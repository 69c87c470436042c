"""``cuttings refetch`` on pages that change between two fetches."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal
from tests.loopback_server import LoopbackServer
from tests.services.versions.test_refetch import FIRST, LATER, SECOND, THIRD, page


def test_what_changed_is_told_word_by_word(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/talks", page(FIRST, SECOND, THIRD))
    terminal("clip", url)
    loopback_server.reply("/talks", page(FIRST, SECOND.replace("autumn", "winter"), THIRD, LATER))

    outcome = terminal("refetch", "1")

    assert outcome.code == 0
    assert "1  Talks in Samarkand: 15 words added, 1 taken away." in outcome.out
    assert "[-autumn,-] {+winter,+}" in outcome.out
    assert f"{{+{LATER}+}}" in outcome.out
    assert "1 article fetched again: 1 changed." in outcome.err
    again = terminal("refetch", "--json").json_lines[0]
    assert (again["outcome"], again["changes"], again["revision"]) == ("same", [], None)


def test_a_page_that_is_gone_offers_the_archives_copy(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    terminal("clip", loopback_server.reply("/talks", page(FIRST, SECOND, THIRD)))
    loopback_server.reply("/talks", "gone", status=404)

    outcome = terminal("refetch")

    assert outcome.code == 0
    assert "web.archive.org may have it: cuttings refetch 1 --from-web-archive" in outcome.out
    assert "Gone since 20" in outcome.out
    assert terminal("list", "is:gone", "--json").json[0]["id"] == 1  # type: ignore[index]
    told = terminal("refetch", "is:gone", "--json").json_lines[0]
    assert str(told["archived_url"]).startswith("https://web.archive.org/web/20")


def test_an_article_that_was_pasted_has_nothing_to_be_fetched(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "note.txt"
    file.write_text(f"{FIRST}\n\n{SECOND}")
    terminal("clip", file)

    outcome = terminal("refetch")

    assert (outcome.code, outcome.out) == (0, "")
    assert "1 article had no address to be fetched from." in outcome.err
    assert terminal("refetch", "77").code == 1


def test_a_page_saved_already_becomes_a_version_or_an_article_of_its_own(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/talks", page(FIRST, SECOND, THIRD))
    terminal("clip", url)
    loopback_server.reply("/talks?utm_source=x", page(FIRST, SECOND, THIRD, LATER))

    version = terminal("clip", f"{url}?utm_source=x", "--as-version", "--tag", "t", "--json")

    (article,) = version.json_lines
    assert (article["id"], article["tags"]) == (1, ["t"])
    assert LATER in str(article["text"])
    assert "14 words added, 0 taken away." in version.err
    terminal("undo")
    (article,) = terminal("list", "--json").json  # type: ignore[misc]
    assert (article["tags"], LATER in str(article)) == ([], False)
    unasked = terminal("clip", f"{url}?utm_source=x", "--json")
    assert unasked.json_lines[0]["id"] == 1
    assert "article 1. Kept as a new version of it. 14 words added" in unasked.err
    assert "--as-new keeps it apart" in unasked.err
    again = terminal("clip", f"{url}?utm_source=x", "--json")
    assert again.json_lines[0]["id"] == 1
    assert "It was already saved, and its text is as it was." in again.err
    assert terminal("clip", url, "--as-new", "--json").json_lines[0]["id"] == 2


def test_a_page_that_was_refused_is_told_and_can_be_used(
    terminal: Terminal, loopback_server: LoopbackServer
) -> None:
    terminal("clip", loopback_server.reply("/talks", page(FIRST, SECOND, THIRD)))
    assert terminal("refetch", "1", "--use-refused").code == 1
    loopback_server.reply("/talks", page(FIRST))
    terminal("refetch", "1")

    told = terminal("show", "1", "--revisions", "--json")
    used = terminal("refetch", "1", "--use-refused")

    assert "Less than half of the article came this time." in told.err
    assert used.code == 0
    assert SECOND not in str(terminal("show", "1", "--json").json)
    assert terminal("refetch", "--use-refused").code == 2
