"""Whatever was done can be taken back and done again, also after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.feeds import Feed, ItemState, ReadItem
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, lavrov_article


def everything(archive: Archive) -> object:
    """All that a user sees of an archive."""
    ids = archive.search.ids(parse_query("")) + archive.search.ids(parse_query("in:trash"))
    return (
        [archive.articles.get(article_id) for article_id in ids],
        [archive.articles.revisions(article_id) for article_id in ids],
        [archive.articles.snapshot(article_id) for article_id in ids],
        archive.people.list(),
        archive.tags.all(),
        archive.saved_searches.all(),
        archive.dossiers.all(),
        [archive.dossier_entries.in_order(each.id) for each in archive.dossiers.all()],
        archive.feeds.all(),
        [archive.feed_items.in_state(state) for state in ItemState],
        archive.dated.events(parse_query("")),
        archive.search.ids(parse_query("lavrov")),
        archive.search.ids(parse_query("mine OR edited")),
    )


def _lavrov(archive: Archive) -> int:
    return archive.people.list(text="Lavrov")[0].id


ACTS: dict[str, Callable[[Archive], object]] = {
    "clip": lambda a: a.articles.add(capture(b"other"), lavrov_article(), tags=["x/y"], note="n"),
    "fields": lambda a: a.articles.set_fields(1, {"title": "Mine", "authors": ("A", "B")}),
    "revision": lambda a: a.articles.add_revision(1, article("edited text"), kind="edited"),
    "note": lambda a: a.articles.set_note(1, "mine"),
    "read": lambda a: a.articles.set_read([1, 2], True),
    "star": lambda a: a.articles.set_starred([1], True),
    "trash": lambda a: a.articles.delete([1, 2]),
    "tag": lambda a: a.tags.add([1, 2], ["new/tag", "other"]),
    "untag": lambda a: a.tags.remove([1], ["diplomacy/russia"]),
    "rename tag": lambda a: a.tags.rename("diplomacy", "politics/foreign"),
    "merge tags": lambda a: a.tags.rename("diplomacy/russia", "kept"),
    "save search": lambda a: a.saved_searches.add("Lavrov", "person:lavrov"),
    "make dossier": lambda a: a.dossiers.make("Talks"),
    "rename dossier": lambda a: a.dossiers.rename(1, "Other"),
    "cover": lambda a: a.dossiers.set_cover(1, {"author": "Jane Roe", "abstract": "Short."}),
    "dossier by date": lambda a: a.dossiers.set_by_date(1, True),
    "add to dossier": lambda a: a.dossier_entries.add_articles(1, [2], before=1),
    "add heading": lambda a: a.dossier_entries.add_heading(1, "Words", 2, before=1),
    "add text": lambda a: a.dossier_entries.add_text(1, "Mine"),
    "change heading": lambda a: a.dossier_entries.change_heading(2, "Others", 3),
    "change own text": lambda a: a.dossier_entries.change_text(3, "*Other*"),
    "excerpts": lambda a: a.dossier_entries.set_excerpts(1, []),
    "move entries": lambda a: a.dossier_entries.move([3], 1),
    "remove entries": lambda a: a.dossier_entries.remove([1, 3]),
    "delete dossier": lambda a: a.dossiers.delete(1),
    "follow feed": lambda a: a.feeds.add(Feed(0, "https://other.example/feed")),
    "change feed": lambda a: a.feeds.change(replace(a.feeds.get(1), query="person:lavrov")),
    "dismiss": lambda a: a.feed_items.set_state([1, 2], ItemState.DISMISSED, before=ItemState.NEW),
    "remove feed": lambda a: a.feeds.remove([1]),
    "rename person": lambda a: a.people.rename(_lavrov(a), "S. V. Lavrov"),
    "merge persons": lambda a: a.people.merge(1, [2]),
    "split person": lambda a: a.people.split(_lavrov(a), "Lavrov"),
    "hide person": lambda a: a.people.set_hidden(_lavrov(a), True),
}


#: Those that can be done one after another.
IN_A_ROW = [name for name in ACTS if name not in ("untag", "merge tags")]


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.articles.add(capture(), lavrov_article(), tags=["diplomacy/russia"])
    archive.dossiers.make("Kept")
    archive.dossier_entries.add_articles(1, [1])
    archive.dossier_entries.add_heading(1, "A heading")
    archive.dossier_entries.add_text(1, "My own")
    archive.feeds.add(Feed(0, "https://a.example/feed", "Daily", tags=("kept",)))
    items = [ReadItem(f"https://a.example/{n}", f"Item {n}") for n in range(3)]
    archive.feed_items.take(1, items, lambda *_: ItemState.NEW, "2026-11-28T12:00:00Z")
    archive.articles.add(capture(b"two"), article(title="Second"), tags=["kept"])
    return archive


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_taken_back_and_done_again(filled: Archive, name: str) -> None:
    before = everything(filled)
    with filled.act(name):
        ACTS[name](filled)
    after = everything(filled)
    assert after != before

    assert filled.undo() == name
    assert everything(filled) == before
    assert filled.check().ok

    assert filled.redo() == name
    assert everything(filled) == after
    assert filled.check().ok


def test_all_acts_in_a_row_are_taken_back_to_the_start_after_a_restart(filled: Archive) -> None:
    before = everything(filled)
    for name in IN_A_ROW:
        with filled.act(name):
            ACTS[name](filled)
    after = everything(filled)
    filled.close()

    archive = Archive.open(filled.path)
    assert [archive.undo() for _ in IN_A_ROW] == IN_A_ROW[::-1]
    assert everything(archive) == before
    assert [archive.redo() for _ in IN_A_ROW] == IN_A_ROW
    assert everything(archive) == after
    assert archive.redo() is None
    assert archive.check().ok
    archive.close()


def test_inner_acts_are_part_of_the_outer_one(archive: Archive) -> None:
    with archive.act("Both"):
        archive.articles.add(capture(), article())
        with archive.act("Inner"):
            archive.articles.add(capture(b"two"), article())

    assert archive.undo() == "Both"
    assert archive.search.count(parse_query("")) == 0


def test_a_failed_act_leaves_nothing_to_take_back(filled: Archive) -> None:
    before = everything(filled)

    with pytest.raises(RuntimeError), filled.act("Half"):
        filled.articles.set_note(1, "half")
        raise RuntimeError

    assert everything(filled) == before
    assert filled.undo() != "Half"


def test_an_inner_failure_that_is_caught_takes_back_only_itself(filled: Archive) -> None:
    with filled.act("Outer"):
        filled.articles.set_note(1, "kept")
        with pytest.raises(RuntimeError), filled.act("Inner"):
            filled.articles.set_note(2, "lost")
            raise RuntimeError

    assert [filled.articles.get(each).note for each in (1, 2)] == ["kept", ""]
    assert filled.check().ok


def test_an_act_that_changes_nothing_is_not_one(filled: Archive) -> None:
    filled.articles.set_starred([1], False)

    assert filled.undo() == "Added an article"


def test_something_new_ends_what_could_be_done_again(filled: Archive) -> None:
    filled.undo()
    filled.articles.set_note(1, "new")

    assert filled.redo() is None
    assert filled.check().snapshots == 1, "the bytes of the clip taken back are gone"


def test_an_act_that_changes_nothing_leaves_what_can_be_done_again(filled: Archive) -> None:
    ACTS["fields"](filled)
    filled.undo()

    filled.people.set_wikidata(_lavrov(filled), None)

    assert filled.redo() is not None
    assert filled.articles.get(1).clean.title == "Mine"


def test_the_last_hundred_acts_can_be_taken_back(filled: Archive) -> None:
    for number in range(120):
        filled.articles.set_note(1, str(number))

    for _ in range(100):
        assert filled.undo() == "Changed a note"
    assert filled.articles.get(1).note == "19"


def test_another_window_can_take_back(filled: Archive, tmp_path: Path) -> None:
    other = Archive.open(filled.path)
    filled.articles.set_note(1, "new")

    other.undo()

    assert filled.articles.get(1).note == ""
    other.close()


def test_the_last_acts_are_listed_with_their_times(archive: Archive) -> None:
    archive.articles.add(capture(), article())
    archive.articles.set_starred([1], True)
    archive.articles.set_read([1], True)
    archive.undo()

    acts = archive.recent_acts(2)

    assert [act.description for act in acts] == [
        "Marked articles read or unread",
        "Starred articles",
    ]
    assert [act.undone for act in acts] == [True, False]
    assert all(act.done is not None and act.done.endswith("Z") for act in acts)


def test_several_acts_are_undone_down_to_one_and_done_again(archive: Archive) -> None:
    archive.articles.add(capture(), article())
    archive.articles.set_starred([1], True)
    archive.tags.add([1], ["war"])
    archive.articles.set_read([1], True)
    starred, tagged = (act.id for act in reversed(archive.recent_acts(3)[1:]))

    assert archive.undo_to(starred) == 3
    assert archive.articles.get(1).tags == ()
    assert not archive.articles.get(1).starred

    assert archive.redo_to(tagged) == 2
    assert archive.articles.get(1).tags == ("war",)
    assert archive.articles.get(1).unread


def test_an_act_that_is_no_longer_kept_is_refused(archive: Archive) -> None:
    with pytest.raises(InputError, match="no longer kept"):
        archive.undo_to(12)


@pytest.mark.parametrize("outlet", ["Le Monde 🗞", "a\x00b", '"\\u0000"', "7", "", None])
def test_fields_of_several_articles_come_back_exactly(archive: Archive, outlet: str | None) -> None:
    ids = [archive.articles.add(capture(bytes([at])), article("a")) for at in range(3)]
    archive.articles.set_fields_of(ids[:2], {"publisher": outlet, "published": "2020-03"})
    before = [archive.articles.get(each) for each in ids]

    archive.articles.set_fields_of(ids, {"publisher": "Other", "published": "1999"})
    after = [archive.articles.get(each) for each in ids]
    archive.undo()
    assert [archive.articles.get(each) for each in ids] == before
    archive.redo()

    assert [archive.articles.get(each) for each in ids] == after


def test_where_the_first_act_fails_the_next_is_noted_all_the_same(archive: Archive) -> None:
    """The tables that acts are noted in are made with the first, and must not go with it."""
    with pytest.raises(InputError), archive.going_on(0, "Added text to a dossier"):
        raise InputError("It can't be kept.")

    archive.dossiers.make("Talks")

    assert archive.undo() == "Made a dossier"
