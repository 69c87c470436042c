"""edit, tag, delete, restore, undo, redo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def article(terminal: Terminal, page: Path) -> object:
    return terminal("clip", page, "--json").json_lines[0]["id"]


def shown(terminal: Terminal, article: object) -> dict[str, object]:
    return terminal("show", article, "--json").json_lines[0]


def test_a_field_is_set_and_marked_as_the_users_own(terminal: Terminal, article: object) -> None:
    outcome = terminal(
        "edit", article, "--set", "title=Peace signed", "--set", "authors=Jane Roe; John Doe"
    )
    assert outcome.code == 0
    after = shown(terminal, article)
    assert after["title"] == "Peace signed"
    assert after["authors"] == ["Jane Roe", "John Doe"]
    assert after["provenance"]["title"] == {"source": "user", "confidence": 1.0}  # type: ignore[index]


def test_an_edit_is_undone_and_done_again(terminal: Terminal, article: object) -> None:
    before = shown(terminal, article)
    terminal("edit", article, "--set", "published=1947-02", "--set", "note=Check the day")
    changed = shown(terminal, article)
    assert changed["published"] == "1947-02"

    assert terminal("undo").code == 0
    assert shown(terminal, article) == before
    assert terminal("redo").code == 0
    assert shown(terminal, article) == changed


@pytest.mark.parametrize(
    ("setting", "code"), [("published=soon", 1), ("colour=red", 1), ("title", 2)]
)
def test_what_cannot_be_set_is_refused(
    terminal: Terminal, article: object, setting: str, code: int
) -> None:
    outcome = terminal("edit", article, "--set", setting)
    assert outcome.code == code
    assert outcome.err


def test_the_text_is_edited_as_a_revision_and_compared(terminal: Terminal, article: object) -> None:
    terminal("edit", article, "--set", "markdown=Another text.")
    assert shown(terminal, article)["text"] == "Another text."
    revisions = terminal("show", article, "--revisions", "--json").json
    assert [(item["number"], item["kind"]) for item in revisions] == [  # type: ignore[attr-defined]
        (1, "cleaned"),
        (2, "edited"),
    ]
    difference = terminal("show", article, "--diff", 1, 2).out
    assert "+Another text." in difference
    assert terminal("show", article, "--diff", 1, 9).code == 1


def test_tags_are_added_and_taken_off(terminal: Terminal, article: object) -> None:
    terminal("tag", article, "+europe/paris", "+treaty")
    assert shown(terminal, article)["tags"] == ["europe/paris", "treaty"]
    terminal("tag", article, "-treaty", "+history")
    assert shown(terminal, article)["tags"] == ["europe/paris", "history"]
    found = terminal("list", "tag:europe", "--json").json
    assert [item["id"] for item in found] == [article]  # type: ignore[attr-defined]


def test_a_tag_that_begins_like_an_option_can_be_taken_off(
    terminal: Terminal, article: object
) -> None:
    terminal("tag", article, "+history")
    assert terminal("tag", article, "-history").code == 0
    assert shown(terminal, article)["tags"] == []


def test_tagging_nothing_is_wrong_usage(terminal: Terminal, article: object) -> None:
    assert terminal("tag", article).code == 2
    assert terminal("tag", "first", "+x").code == 2


def test_the_trash_keeps_what_is_deleted(terminal: Terminal, article: object) -> None:
    terminal("delete", article)
    assert terminal("list", "--json").json == []
    assert len(terminal("list", "in:trash", "--json").json) == 1  # type: ignore[arg-type]
    terminal("restore", article)
    assert len(terminal("list", "--json").json) == 1  # type: ignore[arg-type]


def test_an_article_that_is_not_there_is_one_sentence(terminal: Terminal) -> None:
    for command in (
        ["show", 99],
        ["delete", 99],
        ["tag", 99, "+x"],
        ["edit", 99, "--set", "note=x"],
    ):
        outcome = terminal(*command)
        assert outcome.code == 1
        assert len(outcome.err.strip().splitlines()) == 1


def test_nothing_to_undo_is_said(terminal: Terminal) -> None:
    outcome = terminal("undo")
    assert outcome.code == 0
    assert "nothing" in outcome.err


def test_articles_are_cleaned_again_and_edits_stay(terminal: Terminal, article: object) -> None:
    terminal("edit", article, "--set", "title=My own title")
    assert terminal("reclean", "--json").json == {"articles": 1, "changed": [], "left_alone": []}
    assert shown(terminal, article)["title"] == "My own title"
    assert "1 articles cleaned again" in terminal("reclean").err


def test_an_article_named_twice_counts_once(terminal: Terminal, article: object) -> None:
    assert "1 article" in terminal("delete", article, article).err
    assert "1 article" in terminal("tag", article, article, "+x").err


def test_several_articles_are_edited_at_once_and_undone_at_once(
    terminal: Terminal, page: Path, article: object
) -> None:
    page.write_text(page.read_text().replace("Treaty", "Pact"))
    (other,) = terminal("clip", page, "--json").json_lines
    ids = (article, other["id"])
    before = [shown(terminal, each)["agency"] for each in ids]

    edited = terminal("edit", *ids, "--set", "agency=TASS", "--json").json_lines
    assert [each["agency"] for each in edited] == ["TASS", "TASS"]
    terminal("undo")
    assert [shown(terminal, each)["agency"] for each in ids] == before

    assert terminal("edit", *ids, 999, "--set", "agency=TASS").code == 1
    assert [shown(terminal, each)["agency"] for each in ids] == before, "all or none"
    assert terminal("edit", *ids, "--set", "markdown=x").code == 2


def test_the_trash_is_emptied_only_when_that_is_confirmed(
    terminal: Terminal, article: object
) -> None:
    terminal("delete", article)

    refused = terminal("empty-trash")
    assert refused.code == 1
    assert "1 article in the trash would be deleted for good" in refused.err
    terminal("empty-trash", "--yes")

    assert terminal("list", "in:trash", "--json").json == []
