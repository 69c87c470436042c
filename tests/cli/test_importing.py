"""import: what would come, what came, exit codes, one sentence for each failure."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Terminal

_POSTS = [
    {"href": "https://a.example/1", "description": "One", "extended": "", "time": "2021-03-04"},
    {"href": "?", "description": "Two", "extended": ""},
]


def test_a_file_is_looked_at_and_imported_once(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(_POSTS), encoding="utf-8")

    looked = terminal("import", path, "--dry-run", "--json").json
    came = terminal("import", path, "--json").json
    again = terminal("import", path)

    assert isinstance(looked, dict)
    assert isinstance(came, dict)
    assert (looked["format"], looked["new"]) == ("pinboard", 1)
    assert looked["items"][0]["title"] == "One"
    assert (came["added"], came["without_text"]) == ([1], 1)
    assert came["problems"] == [{"row": 2, "reason": "“?” is no address on the web.", "member": ""}]
    assert (again.code, again.err) == (0, "Row 2: “?” is no address on the web.\n")
    assert again.out == (
        "Imported 0 articles from Pinboard (JSON); 1 had been imported before."
        " 1 row couldn't be read.\n"
    )
    assert "One" in terminal("import", path, "--dry-run", "--from", "pinboard").out


def test_pages_of_what_has_no_text_are_queued_where_that_is_wanted(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(_POSTS), encoding="utf-8")

    outcome = terminal("import", path, "--fetch")

    assert "Queued 1 page" in outcome.err
    assert "https://a.example/1" in terminal("queue", "list").out


def test_what_cannot_be_imported_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "any.txt"
    path.write_text("Bread gets dearer.", encoding="utf-8")

    outcome = terminal("import", path)

    assert outcome.code == 1
    assert outcome.err.startswith("any.txt is no export that is known.")
    assert terminal("import", path, "--from", "pinboard").code == 1
