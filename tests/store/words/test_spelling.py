"""The archive's own words are found by a spelling that is nearly right."""

from __future__ import annotations

import pytest

from desktop_app.store.archive import Archive
from desktop_app.store.words.spelling import NearWord
from tests.store.examples import article, capture


@pytest.fixture
def spelt(archive: Archive) -> Archive:
    texts = (
        "The parliament of Warsaw met; the parliament rose.",
        "The parliament sat on. A parlament, said one. Straße nach Łódź.",
        "Парламент собрался в Варшаве. Zebra, zeppelin, zither.",
    )
    for number, text in enumerate(texts):
        archive.articles.add(capture(f"{number}".encode()), article(text, title=f"N{number}"))
    return archive


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("parliment", "parliament"),  # one left out
        ("parliaament", "parliament"),  # one too many
        ("parliabent", "parliament"),  # another one
        ("palriamemt", "parliament"),  # two swapped, another one
        ("arliament", "parliament"),  # the first left out
        ("xarliament", "parliament"),  # the first is another one
        ("aprliament", "parliament"),  # the first two swapped
        ("WARSOW", "warsaw"),
        ("Strase", "strasse"),
        ("парламемт", "парламент"),
    ],
)
def test_a_word_is_found_by_a_spelling_nearly_right(
    spelt: Archive, written: str, meant: str
) -> None:
    near = spelt.spelling.nearest(written)

    assert near is not None
    assert near.word == meant


def test_of_words_as_near_the_one_in_more_articles_is_told(spelt: Archive) -> None:
    assert spelt.spelling.nearest("parlisament") == NearWord("parliament", 1, 2)


@pytest.mark.parametrize(
    "written", ["parachute", "zoo", "19141918", "", "met the", "中国人民", "x" * 5_000]
)
def test_what_is_near_nothing_stays_alone(spelt: Archive, written: str) -> None:
    assert spelt.spelling.nearest(written) is None


def test_no_time_finds_nothing(spelt: Archive) -> None:
    assert spelt.spelling.nearest("parliment", seconds=0) is None


def test_articles_with_a_word_are_counted(spelt: Archive) -> None:
    assert spelt.spelling.articles("Parliament") == 2
    assert spelt.spelling.articles("nowhere") == 0
