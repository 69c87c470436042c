"""people suggestions and alias: questions listed and answered from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

FIRST = "Washington, 3 May 1995. President William Clinton said that talks had begun in Geneva.\n"
LATER = "Geneva, 9 June 1995. President Bill Clinton said that the talks had ended on Friday.\n"


@pytest.fixture
def asked(terminal: Terminal, tmp_path: Path) -> Terminal:
    for name, text in (("first.txt", FIRST), ("later.txt", LATER)):
        (tmp_path / name).write_text(text, "utf-8")
        assert terminal("clip", tmp_path / name).code == 0
    return terminal


def test_suggestions_tell_both_names_with_sentences(asked: Terminal) -> None:
    (found,) = asked("people", "suggestions", "--json").json  # type: ignore[misc]

    assert found["person"]["name"] == "William Clinton"
    assert found["other"]["name"] == "Bill Clinton"
    assert "Bill Clinton said" in found["other_sentence"]
    assert "Bill Clinton (1)" in asked("people", "suggestions").out


@pytest.mark.parametrize("answer", ["--accept", "--accept-spelling"])
def test_yes_merges(asked: Terminal, answer: str) -> None:
    assert asked("people", "suggestions", answer, 1, "--json").json == []
    assert [p["articles"] for p in asked("people", "--json").json] == [2]  # type: ignore[attr-defined]


def test_no_is_kept_and_not_asked_again(asked: Terminal) -> None:
    assert asked("people", "suggestions", "--later", 1).code == 0
    assert asked("people", "suggestions", "--refuse", 1, "--json").json == []
    again = asked("people", "suggestions", "--accept", 1)
    assert (again.code, "no open suggestion" in again.err) == (1, True)


def test_an_alias_is_added(asked: Terminal) -> None:
    assert asked("people", "alias", 1, "William Jefferson Blythe").code == 0
    assert "William Jefferson Blythe" in asked("people", "show", 1).out
