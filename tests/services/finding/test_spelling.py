"""“Did you mean …?” for a whole query."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(Settings(tmp_path / "test.cuttings", tmp_path / "config", tmp_path / "log"))
    for number, text in enumerate(
        ("The parliament met in Warsaw.", "Bread is dear in parliament.")
    ):
        raw = RawCapture(text.encode(), "text/plain", "2026-11-23T15:40:00Z", name=f"{number}")
        clean = with_markdown(CleanArticle("", "", title=f"Title {number}"), text)
        library.store(PreparedClip(raw, raw, clean), tags=("politics",) if number else ())
    yield library
    library.close()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("parliment", "parliament"),
        ("text:parliment -bread", "text:parliament -bread"),
        ('"the parliment met"', '"the parliament met"'),
        ("(parliment OR nowhere)", "(parliament OR nowhere)"),
        ("parlimant Warsow", "parliament Warsaw"),
    ],
)
def test_the_words_are_put_right_where_they_stand(library: Library, typed: str, meant: str) -> None:
    better = library.better_query("", typed)

    assert better is not None
    assert better.query == meant


@pytest.mark.parametrize(
    "typed",
    [
        "parliament",  # right as it is
        "parli*",
        "-parliment",
        "tag:polutics",
        "parliment nowhere",  # finds nothing either
        "",
    ],
)
def test_what_would_find_no_more_is_not_offered(library: Library, typed: str) -> None:
    assert library.better_query("", typed) is None


def test_more_must_be_found_in_the_same_place_of_the_library(library: Library) -> None:
    assert library.better_query("tag:politics", "warsow") is None
    assert library.better_query("tag:politics", "parliment") is not None


def test_the_words_put_are_told_in_their_order(library: Library) -> None:
    better = library.better_query("", "parlimant warsow")

    assert better is not None
    assert better.words == ("parliament", "warsaw")
