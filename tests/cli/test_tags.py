"""``cuttings tags``: each tag everywhere, with counts and undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def tagged(terminal: Terminal, page: Path) -> int:
    (article,) = terminal("clip", page, "--json").json_lines
    terminal("tag", article["id"], "+russia/moscow", "+russia", "+diplomacy")
    return int(str(article["id"]))


def paths(terminal: Terminal) -> dict[str, int]:
    found = terminal("tags", "--json").json
    return {tag["path"]: tag["articles"] for tag in found}  # type: ignore[attr-defined]


def test_they_are_listed_with_counts(terminal: Terminal, tagged: int) -> None:
    assert paths(terminal) == {"diplomacy": 1, "russia": 1, "russia/moscow": 1}
    assert "russia/moscow" in terminal("tags").out


def test_a_tag_gets_a_colour_and_loses_it(terminal: Terminal, tagged: int) -> None:
    terminal("tags", "colour", "russia", "teal")
    found = terminal("tags", "--json").json
    assert {tag["path"]: tag["colour"] for tag in found} == {  # type: ignore[attr-defined]
        "diplomacy": None,
        "russia": "teal",
        "russia/moscow": None,
    }

    terminal("tags", "colour", "russia", "none")
    assert "teal" not in terminal("tags").out


def test_a_tag_moves_with_what_is_below_it_and_back(terminal: Terminal, tagged: int) -> None:
    before = paths(terminal)

    said = terminal("tags", "move", "russia", "diplomacy").err
    assert "“russia” → “diplomacy/russia”: 1 article, 1 tag below it." in said
    assert set(paths(terminal)) == {"diplomacy", "diplomacy/russia", "diplomacy/russia/moscow"}

    terminal("tags", "move", "diplomacy/russia", "/")
    assert paths(terminal) == before
    terminal("undo")
    terminal("undo")
    assert paths(terminal) == before


def test_merging_says_how_many_have_both(terminal: Terminal, tagged: int) -> None:
    assert "1 article has both" in terminal("tags", "merge", "russia", "diplomacy").err
    assert set(paths(terminal)) == {"diplomacy", "diplomacy/moscow"}
    terminal("undo")
    assert set(paths(terminal)) == {"diplomacy", "russia", "russia/moscow"}


def test_a_deleted_tag_comes_back(terminal: Terminal, tagged: int) -> None:
    assert "off 1 article;" in terminal("tags", "delete", "russia").err
    assert set(paths(terminal)) == {"diplomacy"}
    terminal("undo")
    assert set(paths(terminal)) == {"diplomacy", "russia", "russia/moscow"}


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "nope", "x"),
        ("merge", "russia", "nope"),
        ("move", "russia", "russia/moscow"),
        ("move", "russia", "russia"),
        ("delete", "nope"),
        ("rename", "russia", " / "),
        ("rename", "russia", "x" * 195),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    terminal: Terminal, tagged: int, words: tuple[str, ...]
) -> None:
    before = paths(terminal)
    outcome = terminal("tags", *words)
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert paths(terminal) == before
