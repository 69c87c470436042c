"""cite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

ENTRY = "The Sample Gazette. “Treaty Signed in Paris.” February 11, 1947."


@pytest.fixture
def archive(terminal: Terminal, page: Path) -> Terminal:
    terminal("clip", page, "--json")
    return terminal


def test_articles_are_cited_in_a_style(archive: Terminal) -> None:
    assert archive("cite", "treaty").out == f"{ENTRY}\n"
    assert archive("cite", "--ids", "1", "--style", "apa").out == (
        "Treaty signed in Paris. (1947, February 11). The Sample Gazette.\n"
    )
    assert archive("cite", "treaty", "--as", "citation", "--html").out == (
        "“Treaty Signed in Paris,” <i>The Sample Gazette</i>, February 11, 1947.\n"
    )


def test_the_key_is_the_same_everywhere(archive: Terminal) -> None:
    key = "samplegazette1947treaty"

    assert archive("cite", "treaty", "--keys").out == f"[@{key}]\n"
    (told,) = archive("cite", "--json").json  # type: ignore[misc]
    assert told["articles"] == [1]
    assert told["keys"] == [key]
    assert told["text"] == ENTRY


def test_what_cant_be_cited_is_a_sentence(archive: Terminal, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csl"
    bad.write_text("<style>")

    nothing = archive("cite", "nosuchword")
    style = archive("cite", "--style-file", bad)

    assert (nothing.code, nothing.out) == (1, "")
    assert "no article to cite" in nothing.err
    assert (style.code, style.out) == (1, "")
    assert "no CSL style" in style.err
