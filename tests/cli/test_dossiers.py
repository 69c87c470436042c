"""``cuttings dossier``: made, filled, ordered and looked at from the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def two(terminal: Terminal, page: Path, tmp_path: Path) -> list[int]:
    """An article of 1947, then a newer one."""
    other = tmp_path / "other.md"
    other.write_text("---\ntitle: Later\npublished: 1950-01-02\n---\n\nAs was said then.\n")
    lines = terminal("clip", page, other, "--json").json_lines
    return [int(str(line["id"])) for line in lines]


@pytest.fixture
def dossier(terminal: Terminal, two: list[int]) -> dict[str, Any]:
    """“Paris 1947”: the newer article, a heading, the older one."""
    terminal("dossier", "make", "Paris 1947", two[1])
    terminal("dossier", "add", "Paris 1947", "--heading", "Before", "--level", "2")
    return shown(terminal("dossier", "add", "Paris 1947", two[0], "--json").json)


def shown(found: object) -> dict[str, Any]:
    assert isinstance(found, dict)
    return found


def entries(terminal: Terminal, name: str = "paris 1947") -> list[dict[str, Any]]:
    found = shown(terminal("dossier", "show", name, "--json").json)["entries"]
    assert isinstance(found, list)
    return found


def test_a_dossier_is_shown_with_what_stands_in_it(
    terminal: Terminal, dossier: dict[str, Any], two: list[int]
) -> None:
    kinds = [(each["kind"], each.get("article"), each.get("level")) for each in dossier["entries"]]
    assert kinds == [("article", two[1], None), ("heading", None, 2), ("article", two[0], None)]
    assert (dossier["name"], dossier["articles"], dossier["order"]) == ("Paris 1947", 2, "hand")
    table = terminal("dossier", "show", "Paris 1947").out
    assert "## Before" in table
    assert "Treaty signed in Paris" in table
    assert "Paris 1947" in terminal("dossier", "list").out
    (listed,) = terminal("dossier", "list", "--json").json  # type: ignore[misc]
    assert listed["articles"] == 2  # type: ignore[index]


def test_entries_are_added_moved_and_removed(
    terminal: Terminal, dossier: dict[str, Any], two: list[int]
) -> None:
    first = dossier["entries"][0]["id"]
    terminal("dossier", "add", "Paris 1947", "--text", "As *I* see it.", "--before", first)
    text = entries(terminal)[0]
    assert text["markdown"] == "As *I* see it."

    terminal("dossier", "move", "Paris 1947", text["id"], first)
    assert [each["kind"] for each in entries(terminal)] == ["heading", "article", "text", "article"]
    terminal("undo")
    terminal("dossier", "remove", "Paris 1947", text["id"])
    assert [each["id"] for each in entries(terminal)] == [each["id"] for each in dossier["entries"]]
    said = terminal("dossier", "add", "Paris 1947", "--query", "in:paris-1947").err
    assert "2 stood in it already" in said
    terminal("dossier", "add", "Paris 1947", "--again", two[0])
    assert [each.get("article") for each in entries(terminal)].count(two[0]) == 2
    terminal("undo")
    said = terminal("dossier", "add", "Paris 1947", "--query", "in:paris-1947").err
    assert "undo" not in said


def test_articles_stand_by_date_within_their_sections(
    terminal: Terminal, dossier: dict[str, Any], two: list[int]
) -> None:
    heading = dossier["entries"][1]["id"]
    terminal("dossier", "move", "Paris 1947", dossier["entries"][2]["id"], "--before", heading)

    terminal("dossier", "order", "Paris 1947", "date")

    assert [each.get("article") for each in entries(terminal)] == [two[0], two[1], None]


def test_cover_name_and_excerpts_are_set(
    terminal: Terminal, dossier: dict[str, Any], two: list[int]
) -> None:
    mark = terminal("highlight", two[0], "Georges Bidault", "--json").json
    entry = dossier["entries"][2]["id"]
    terminal("dossier", "excerpts", "Paris 1947", entry, mark["id"])  # type: ignore[index]
    terminal("dossier", "cover", "Paris 1947", "--set", "author=Jane Roe", "--set", "date=2026")

    found = shown(terminal("dossier", "rename", "Paris 1947", "Paris", "--json").json)

    assert (found["name"], found["author"], found["date"]) == ("Paris", "Jane Roe", "2026")
    assert found["entries"][2]["excerpts"] == [mark["id"]]  # type: ignore[index]
    terminal("dossier", "excerpts", "Paris", entry)
    assert entries(terminal, "Paris")[2]["excerpts"] is None


def test_a_deleted_dossier_comes_back_and_its_articles_never_went(
    terminal: Terminal, dossier: dict[str, Any], two: list[int]
) -> None:
    terminal("dossier", "delete", "Paris 1947")
    assert terminal("dossier", "list", "--json").json == []
    assert terminal("show", two[0]).code == 0

    terminal("undo")

    assert [each["id"] for each in entries(terminal)] == [each["id"] for each in dossier["entries"]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "nope"), 1),
        (("make", "PARIS 1947"), 1),
        (("make", "trash"), 1),
        (("rename", "Paris 1947", " "), 1),
        (("add", "Paris 1947", "99"), 1),
        (("add", "Paris 1947"), 2),
        (("add", "Paris 1947", "1", "--heading", "x"), 2),
        (("add", "Paris 1947", "--heading", " "), 1),
        (("move", "Paris 1947", "99"), 1),
        (("remove", "Paris 1947", "-1"), 2),
        (("cover", "Paris 1947", "--set", "colour=red"), 1),
        (("cover", "Paris 1947", "--set", "author"), 2),
        (("excerpts", "Paris 1947", "1", "99"), 1),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    terminal: Terminal, dossier: dict[str, Any], words: tuple[str, ...], code: int
) -> None:
    outcome = terminal("dossier", *words)

    assert outcome.code == code
    assert "Traceback" not in outcome.err
    assert entries(terminal) == dossier["entries"]
