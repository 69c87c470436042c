"""highlights and highlight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def archive(terminal: Terminal, page: Path) -> Terminal:
    terminal("clip", page, "--json")
    return terminal


def test_words_are_marked_listed_shown_and_taken_away(archive: Terminal) -> None:
    made = archive(
        "highlight", 1, "the last seal was pressed", "--colour", "pink", "--note", "when?", "--json"
    )
    assert made.code == 0
    kept = made.json
    assert isinstance(kept, dict)
    assert (kept["quote"], kept["colour"], kept["note"]) == (
        "the last seal was pressed",
        "pink",
        "when?",
    )

    (listed,) = archive("highlights", "treaty", "--json").json  # type: ignore[misc]
    assert listed == kept | {"article": 1, "title": "Treaty signed in Paris",
                             "published": "1947-02-11"}  # fmt: skip
    assert archive("show", 1, "--json").json["highlights"] == [kept]  # type: ignore[index]
    assert "the last seal was pressed" in archive("highlights").out
    assert archive("highlights", "nothing", "--json").json == []

    assert archive("highlight", "--remove", kept["id"]).code == 0
    assert archive("show", 1, "--json").json["highlights"] == []  # type: ignore[index]
    archive("undo")
    assert len(archive("highlights", "--json").json) == 1  # type: ignore[arg-type]


def test_words_that_are_not_there_are_refused(archive: Terminal) -> None:
    outcome = archive("highlight", 1, "the moon is made of cheese")
    assert (outcome.code, outcome.out) == (1, "")
    assert "doesn't say" in outcome.err


def test_wrong_usage_is_told(archive: Terminal) -> None:
    assert archive("highlight", 1).code == 2
    assert archive("highlight", 1, "seal", "--remove", 1).code == 2
    assert archive("highlight", "--remove", 99).code == 1


def test_highlights_leave_with_the_text(archive: Terminal, tmp_path: Path) -> None:
    archive("highlight", 1, "the last seal was pressed", "--note", "when?")
    archive("export", "--format", "markdown", "--to", tmp_path / "md")
    (written,) = (tmp_path / "md").glob("*.md")
    text = written.read_text(encoding="utf-8")
    assert text.endswith("\n## Highlights\n\n> the last seal was pressed\n\n*Yellow*: when?\n")


def _orphan(archive: Terminal) -> int:
    made = archive("highlight", 1, "the last seal was pressed", "--note", "when?", "--json").json
    assert isinstance(made, dict)
    return int(made["id"])


def test_a_highlight_is_moved_to_other_words_and_back(archive: Terminal) -> None:
    highlight = _orphan(archive)
    text = archive("show", 1, "--json").json["text"]  # type: ignore[index]
    words = text[:20].strip()

    moved = archive("highlight", "--attach", highlight, words, "--json")

    assert moved.code == 0
    kept = moved.json
    assert isinstance(kept, dict)
    assert (kept["id"], kept["quote"], kept["note"]) == (highlight, words, "when?")
    assert archive("show", 1, "--json").json["highlights"] == [kept]  # type: ignore[index]
    archive("undo")
    (back,) = archive("highlights", "--json").json  # type: ignore[misc]
    assert back["quote"] == "the last seal was pressed"


def test_a_highlight_is_moved_to_a_stretch_of_the_text(archive: Terminal) -> None:
    highlight = _orphan(archive)
    text = archive("show", 1, "--json").json["text"]  # type: ignore[index]

    moved = archive("highlight", "--attach", highlight, "--from", 0, "--to", 12)

    assert moved.code == 0
    (kept,) = archive("highlights", "--json").json  # type: ignore[misc]
    assert kept["quote"] == text[:12].strip()


def test_moving_to_words_that_are_not_there_changes_nothing(archive: Terminal) -> None:
    highlight = _orphan(archive)
    before = archive("highlights", "--json").json

    for wrong in (
        (highlight, "the moon is made of cheese"),
        (highlight, "--from", 90_000, "--to", 90_010),
        (999, "the last seal"),
    ):
        outcome = archive("highlight", "--attach", *wrong)
        assert (outcome.code, outcome.out) == (1, "")

    assert archive("highlights", "--json").json == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("--attach", 1),
        ("--attach", 1, "seal", "--from", 0, "--to", 4),
        ("--attach", 1, "--from", 0),
        ("--attach", 1, "seal", "--colour", "pink"),
        ("--attach", 1, "seal", "--remove", 1),
        (1, "seal", "--from", 0, "--to", 4),
        ("one", "seal"),
    ],
)
def test_wrong_moves_are_wrong_usage(archive: Terminal, arguments: tuple[object, ...]) -> None:
    _orphan(archive)

    assert archive("highlight", *arguments).code == 2
