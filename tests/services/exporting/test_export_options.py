"""Options of a format, described once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.exporting.export_options import (
    LONGEST_TEXT,
    choice,
    described,
    file,
    flag,
    merged,
    read_options,
    text,
)

_PAPERS = (("a4", "A4"), ("a5", "A5"))


@dataclass(frozen=True)
class _Book:
    paper: Literal["a4", "a5"] = choice("a4", "Paper", _PAPERS)
    contents: bool = flag(True, "Contents", "What stands where.")
    title: str = text("Title")
    style: str = file("Style", "CSL style (*.csl)")


@dataclass(frozen=True)
class _Poster:
    paper: Literal["a1"] = choice("a1", "Paper", (("a1", "A1"),))


def test_what_is_not_given_has_its_default() -> None:
    assert read_options(_Book, {"paper": "a5"}, "book") == _Book("a5", True, "", "")


def test_an_option_tells_how_it_is_called() -> None:
    paper, contents, _, style = described(_Book)

    assert (paper.name, paper.words, paper.choices) == ("paper", "Paper", _PAPERS)
    assert (contents.kind, contents.default, contents.hint) == ("flag", True, "What stands where.")
    assert style.files == "CSL style (*.csl)"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"colour": "red"}, "no option “colour”"),
        ({"paper": "a3"}, "“a3” isn't a choice of “Paper”"),
        ({"paper": True}, "“True” isn't a value of “Paper”"),
        ({"contents": "yes"}, "“yes” isn't a value of “Contents”"),
        ({"title": "x" * (LONGEST_TEXT + 1)}, "“Title” has more than"),
    ],
)
def test_what_an_option_does_not_take_is_told(values: dict[str, str | bool], words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_options(_Book, values, "book")


def test_options_of_one_name_have_the_choices_of_all() -> None:
    paper, *others = merged((_Book, _Poster))

    assert [value for value, _ in paper.choices] == ["a4", "a5", "a1"]
    assert [each.name for each in others] == ["contents", "title", "style"]
