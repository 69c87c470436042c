"""The sample archive, loaded as a user does."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.core.resource_path import resource_path
from desktop_app.services.library import Library

SAMPLES = sorted(
    path for path in resource_path("sample_archive").glob("*.md") if path.stem != "README"
)


@pytest.fixture
def loaded(library: Library) -> Library:
    library.load_sample()
    return library


def test_at_least_twenty_articles_in_four_languages_come_in(library: Library) -> None:
    added = library.load_sample()
    assert added == len(SAMPLES) >= 20
    languages = Counter(row.language for row in library.rows(library.search("").ids))
    assert set(languages) == {"en", "de", "fr", "es"}
    assert min(languages.values()) >= 3


def test_loading_twice_adds_nothing(loaded: Library) -> None:
    count = loaded.count("")
    assert loaded.load_sample() == 0
    assert loaded.count("") == count


def test_people_come_back_over_the_years(loaded: Library) -> None:
    recurring = {
        person.name: (person.articles, person.first, person.last)
        for person in loaded.people.find()
        if person.articles >= 3
    }
    for name in ("Churchill", "Adenauer", "Einstein"):
        ((_, first, last),) = [seen for full, seen in recurring.items() if full.endswith(name)]
        assert first is not None
        assert last is not None
        assert first[:4] < last[:4]


def test_the_texts_tell_dates_for_the_timeline(loaded: Library) -> None:
    days = {event.event.date for event in loaded.events("")}
    assert {"1860-09-07", "1919-05-29", "1963-01-22"} <= days


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:10])
def test_every_article_has_its_day_and_a_length_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert f"published: {path.stem[:10]}" in head
    assert 150 <= len(body.split()) <= 350
    assert not re.search(r"[ \t]$", body, re.MULTILINE)


def test_they_are_given_to_the_public_domain() -> None:
    told = resource_path("sample_archive", "README.md").read_text(encoding="utf-8")
    assert "CC0" in told
    assert "written for Cuttings" in told
