"""The emptied trash is gone for good, and leaves nothing that undo would stumble over."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.store.archive import Archive
from desktop_app.store.base.stopping import ActStop
from desktop_app.store.undo.changed_articles import ChangedArticles
from tests.store.examples import article, capture, lavrov_article


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Article 1 stays; 2 and 3 are in the trash. All of them were tagged and untagged."""
    for number in range(3):
        archive.articles.add(capture(str(number).encode()), article(f"Text {number}."))
    archive.articles.add_revision(2, lavrov_article(), kind="edited")
    archive.tags.add([1, 2, 3], ["war"])
    archive.tags.remove([1, 2, 3], ["war"])
    archive.articles.set_note(2, "a note")
    archive.articles.delete([2, 3])
    return archive


def emptied(archive: Archive) -> int:
    return archive.trash.empty(no_progress, never)


def test_what_is_in_the_trash_goes_with_all_that_belongs_to_it(filled: Archive) -> None:
    assert filled.trash.count() == 2

    assert emptied(filled) == 2

    assert filled.trash.count() == 0
    with pytest.raises(InputError):
        filled.articles.get(2)
    assert filled.search.ids(parse_query("text OR in:trash")) == [1]
    assert filled.search.ids(parse_query("note:note in:trash")) == []
    report = filled.check()
    assert report.ok
    assert report.snapshots == 1


def test_earlier_acts_can_still_be_undone_and_done_again(filled: Archive) -> None:
    emptied(filled)

    while filled.undo() is not None:
        assert filled.check().ok
    assert filled.search.ids(parse_query("")) == []
    while filled.redo() is not None:
        assert filled.check().ok
    assert filled.search.ids(parse_query("")) == [1]


def test_an_undone_act_is_not_done_again_afterwards(filled: Archive) -> None:
    filled.articles.set_starred([1], True)
    filled.undo()

    emptied(filled)

    assert filled.redo() is None


def test_what_is_remembered_of_the_articles_learns_that_they_are_gone(filled: Archive) -> None:
    changed = ChangedArticles(filled._connection)
    changed.since_last()

    emptied(filled)

    assert changed.since_last().articles == {2, 3}


def test_it_stands_among_the_last_acts_and_undo_passes_it_over(filled: Archive) -> None:
    filled.articles.set_starred([1], True)
    emptied(filled)

    act = filled.recent_acts(1)[0]
    assert act.description == "Deleted 2 articles for good"
    assert act.final
    assert filled.undo() == "Starred articles"
    assert filled.undo_to(act.id) == 0


def test_an_act_of_nothing_but_what_is_gone_is_never_said_to_be_undone(filled: Archive) -> None:
    emptied(filled)

    undone = [filled.undo() for _ in range(2)]

    # “Moved 2 articles to the trash” and the note on one of them can't come back.
    assert undone == ["Untagged articles", "Tagged articles"]
    assert [act.description for act in filled.recent_acts(3) if act.final] == [
        "Deleted 2 articles for good",
        "Moved articles to the trash",
        "Changed a note",
    ]


def test_undoing_several_counts_those_that_came_back(filled: Archive) -> None:
    first = filled.recent_acts(100)[-1]
    emptied(filled)

    # Adding the article that is still there, persons of another, tagging and untagging.
    assert filled.undo_to(first.id) == 4
    assert filled.redo_to(filled.recent_acts(1)[0].id) == 4
    assert filled.check().ok


def test_stopping_leaves_the_rest_in_the_trash(filled: Archive) -> None:
    assert filled.trash.empty(no_progress, lambda: True) == 0

    assert filled.trash.count() == 2


def test_the_bytes_that_another_article_has_too_stay(archive: Archive) -> None:
    for _ in range(2):
        archive.articles.add(capture(b"the same"), article())
    archive.articles.delete([1])

    emptied(archive)

    assert archive.articles.snapshot(2).content == b"the same"
    assert archive.check().ok


def test_emptying_that_is_stopped_leaves_the_rest_in_the_trash(filled: Archive) -> None:
    stop = ActStop(no_progress)
    stop.give()

    with stop.within():
        assert emptied(filled) == 0

    assert filled.trash.count() == 2
    assert filled.check().ok
