"""Front matter that YAML readers read back as it was."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.base.front_matter import front_matter
from tests.export.examples import article, full_article

REPLACED = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd", 0x85: " ", 0x2028: " ", 0x2029: " "}


def read_back(text: str) -> dict[str, Any]:
    assert text.startswith("---\n")
    head, mark, rest = text.removeprefix("---\n").partition("\n---\n")
    assert mark
    assert rest == ""
    value = yaml.safe_load(head)
    assert isinstance(value, dict)
    return value


def test_every_field_stands_under_the_names_that_obsidian_and_pandoc_know() -> None:
    fields = read_back(front_matter(full_article()))
    assert fields["title"] == "Ministers meet: a “treaty” in sight"
    assert fields["authors"] == fields["author"] == ["Jane Roe", "José Núñez"]
    assert fields["published"] == fields["date"] == "2023-04-14"
    assert fields["people"] == ["Sergey Lavrov", "Qin Gang"]
    assert fields["sha256"] == "ab" * 32
    assert fields["captured"] == "2026-11-23T15:40:00Z"


def test_tags_are_such_as_obsidian_takes() -> None:
    fields = read_back(
        front_matter(article(tags=("to read", "diplomacy/russia", "#!", "Ökologie")))
    )
    assert fields["tags"] == ["to-read", "diplomacy/russia", "Ökologie"]


def test_what_is_unknown_has_no_key() -> None:
    fields = read_back(front_matter(article(publisher=None, published=None)))
    assert not fields.keys() & {"publisher", "published", "date", "authors", "tags", "note", "url"}


def test_a_title_can_not_end_the_front_matter() -> None:
    title = "x\n---\ntags: [owned]\n---\n"
    fields = read_back(front_matter(article(title=title)))
    assert fields["title"] == title
    assert "tags" not in fields


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(max_size=40))
def test_any_title_and_note_are_read_back(title: str, note: str) -> None:
    fields = read_back(front_matter(article(title=title, note=note)))
    assert fields["title"] == title.translate(REPLACED)
    assert next(iter(fields)) == "title"
