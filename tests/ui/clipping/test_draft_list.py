"""The order of a sheet's clips, without the sheet."""

from __future__ import annotations

import pytest

from desktop_app.ui.clipping.clip_draft import ClipDraft
from desktop_app.ui.clipping.draft_list import DraftList


@pytest.fixture
def drafts() -> list[ClipDraft]:
    return [ClipDraft(f"https://news.example/{number}") for number in range(3)]


def listed(drafts: list[ClipDraft], shown: ClipDraft) -> DraftList:
    made = DraftList()
    made.add(drafts)
    made.shown = shown
    return made


def test_the_next_clip_takes_the_place_of_one_that_is_finished(drafts: list[ClipDraft]) -> None:
    first, second, last = drafts
    queue = listed(drafts, second)

    assert queue.take_away(second) is last
    assert queue.shown is None
    assert queue.take_away(last) is first
    assert queue.take_away(first) is None


def test_the_parts_of_a_clip_stand_in_its_place_until_one_is_gone(drafts: list[ClipDraft]) -> None:
    whole = drafts[1]
    parts = [ClipDraft("a part", whole=whole), ClipDraft("another", whole=whole)]
    queue = listed(drafts, whole)

    queue.replace([whole], parts)

    assert list(queue) == [drafts[0], *parts, drafts[2]]
    assert queue.parts_of(whole) == parts
    queue.take_away(parts[0])
    assert queue.parts_of(whole) == []


def test_moving_ends_at_the_first_and_the_last(drafts: list[ClipDraft]) -> None:
    queue = listed(drafts, drafts[0])

    assert queue.beside_shown(-1) is None
    assert queue.beside_shown(2) is drafts[2]
    assert queue.beside_shown(3) is None
    assert queue.from_shown(1) == drafts[:2]
