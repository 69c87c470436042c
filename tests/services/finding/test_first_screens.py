"""The first screen of a search is what its whole list begins with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.arrangement import Arrangement, Grouping
from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.finding.first_screens import FirstScreens
from desktop_app.services.library import Library
from tests.services.copies.stories import story, text

_FOLDED = Arrangement(folds_copies=True)
_COUNT = 12


def store(library: Library, number: int, body: str) -> int:
    raw = RawCapture(b"%d" % number, "text/plain", "2026-11-23T15:40:00Z", name=str(number))
    clean = CleanArticle("", "", title=f"Title {number}", published=f"2024-01-{number + 1:02}")
    return library.store(PreparedClip(raw, raw, with_markdown(clean, body)))


@pytest.fixture
def stored(library: Library) -> Library:
    """Articles of which each third one is a copy of the same story."""
    for number in range(_COUNT):
        store(library, number, text(story("same" if number % 3 == 0 else str(number))))
    library.copies.find()
    return library


@pytest.fixture
def screens(stored: Library) -> Iterator[FirstScreens]:
    made = FirstScreens(Path(stored.path), size=_COUNT)
    yield made
    made.close()


@pytest.mark.parametrize("arrangement", [_FOLDED, Arrangement(), Arrangement(sort="captured")])
def test_it_is_how_the_list_begins(
    stored: Library, screens: FirstScreens, arrangement: Arrangement
) -> None:
    screens.prepare(arrangement)
    whole = stored.arranged("title:title", arrangement).ids

    assert screens.ids("title:title", arrangement, 3, 5) == whole[:5]
    assert len(whole) == (9 if arrangement.folds_copies else _COUNT)


def test_rows_that_copies_leave_too_few_are_left_to_the_whole_list(
    stored: Library, screens: FirstScreens
) -> None:
    screens.prepare(_FOLDED)

    assert screens.ids("title:title", _FOLDED, 9, 40) is not None
    assert screens.ids("title:title", _FOLDED, 10, 40) is None


@pytest.mark.parametrize(
    "arrangement",
    [
        Arrangement(sort="title"),
        Arrangement(sort="relevance"),
        Arrangement(is_reversed=True),
        Arrangement(grouping=Grouping.OUTLET),
    ],
)
def test_other_orders_have_none(screens: FirstScreens, arrangement: Arrangement) -> None:
    screens.prepare(arrangement)

    assert screens.ids("title:title", arrangement, 1, 5) is None


def test_an_order_that_wasnt_prepared_has_none(screens: FirstScreens) -> None:
    screens.prepare(_FOLDED)

    assert screens.ids("title:title", replace(_FOLDED, sort="captured"), 1, 5) is None


def test_it_follows_what_another_connection_writes(stored: Library, screens: FirstScreens) -> None:
    screens.prepare(_FOLDED)
    newest = store(stored, 20, "Something new.")

    ids = screens.ids("title:title", _FOLDED, 1, 5)
    assert ids is not None
    assert ids[0] == newest
