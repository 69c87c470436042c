"""Warnings on labelled pages of our own, a folder a kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from desktop_app.cleaning import warning_messages
from desktop_app.core.article import CleaningWarning
from tests.benchmarks.warnings import NO_WARNING, PAGES, labelled_pages

#: How many pages of a kind may be told wrongly.
MISSED = 1
DOUBT = "low-agreement"
KINDS = sorted(path.name for path in PAGES.iterdir())
MESSAGES = [
    message for message in vars(warning_messages).values() if isinstance(message, CleaningWarning)
]


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, frozenset[str]]]:
    """For every kind its pages, and what each was warned of."""
    pages: dict[str, dict[str, frozenset[str]]] = {}
    for page in labelled_pages():
        pages.setdefault(page.kind, {})[page.name] = page.told
    return pages


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in (NO_WARNING, "low-agreement")]
)
def test_a_page_is_warned_of_for_what_it_is(
    kind: str, told: dict[str, dict[str, frozenset[str]]]
) -> None:
    assert len(told[kind]) >= 10
    missed = {name: codes for name, codes in told[kind].items() if codes != {kind}}
    assert len(missed) <= MISSED, missed


def test_an_article_is_not_warned_of(told: dict[str, dict[str, frozenset[str]]]) -> None:
    assert {name: codes for name, codes in told[NO_WARNING].items() if codes} == {}


def test_doubt_is_told_of_doubtful_pages_only(told: dict[str, dict[str, frozenset[str]]]) -> None:
    doubtful = Counter("low-agreement" in codes for codes in told["low-agreement"].values())
    assert doubtful[True] >= 9
    others = [
        codes for kind, pages in told.items() if kind != "low-agreement" for codes in pages.values()
    ]
    assert not any("low-agreement" in codes for codes in others)


@pytest.mark.parametrize("warning", MESSAGES, ids=lambda warning: warning.code)
def test_a_warning_says_what_is_wrong_and_what_to_do(warning: CleaningWarning) -> None:
    sentences = warning.message.rstrip(".").split(". ")
    assert len(sentences) >= 2
    assert warning.message.endswith(".")


def test_every_kind_has_its_folder() -> None:
    assert {message.code for message in MESSAGES} - {"no-text"} == set(KINDS) - {NO_WARNING}
    assert isinstance(PAGES, Path)
