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
