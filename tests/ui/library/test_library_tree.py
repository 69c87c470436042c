from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.article import Person, SavedSearch, Tag
from desktop_app.ui.library.library_places import TAGS_HEADING, LibraryContents, PlaceKind
from desktop_app.ui.library.library_tree import BATCH, LibraryTreeModel, PlaceRole, place_of
from desktop_app.ui.library.library_tree_view import LibraryTreeView
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.tags.tag_tree import TagTree


def contents(*tags: Tag, unread: int = 0) -> LibraryContents:
    return LibraryContents(
        counts={PlaceKind.ALL: 3, PlaceKind.UNREAD: unread},
        searches=[SavedSearch(1, "Lavrov", "person:lavrov")],
        tags=TagTree(tags),
        people=[Person(7, "Qin Gang", articles=2)],
    )


@pytest.fixture
def model() -> LibraryTreeModel:
    model = LibraryTreeModel(TagColours())
    model.show_contents(contents(Tag("trade", 2), Tag("trade/food", 1), Tag("alone/deep", 1)))
    model.fetchMore(model.find(PlaceKind.HEADING, TAGS_HEADING))
    return model


def test_tags_stand_below_their_parents(model: LibraryTreeModel) -> None:
    food = model.find(PlaceKind.TAG, "trade/food")

    assert food.data() == "food"
    assert food.parent() == model.find(PlaceKind.TAG, "trade")
    assert model.find(PlaceKind.TAG, "alone/deep").data() == "alone/deep"


def test_a_place_knows_its_query_and_speaks_its_count(model: LibraryTreeModel) -> None:
    index = model.find(PlaceKind.TAG, "trade")
    place = place_of(index)

    assert place is not None
    assert place.query == 'tag:"trade"'
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "trade, 2"


@pytest.mark.parametrize(
    ("kind", "key", "tip"),
    [
        (PlaceKind.SAVED_SEARCH, "1", "Lavrov\nperson:lavrov"),
        (PlaceKind.PERSON, "7", "Qin Gang"),
        (PlaceKind.TAG, "trade/food", "trade/food"),
    ],
)
def test_a_name_that_is_cut_is_told_whole_by_its_tip(
    model: LibraryTreeModel, kind: PlaceKind, key: str, tip: str
) -> None:
    assert model.find(kind, key).data(Qt.ItemDataRole.ToolTipRole) == tip


def test_counts_change_without_building_the_tree_again(model: LibraryTreeModel) -> None:
    tags = (Tag("trade", 5), Tag("trade/food", 1), Tag("alone/deep", 1))

    assert model.show_contents(contents(*tags, unread=9)) is False
    assert model.find(PlaceKind.TAG, "trade").data(PlaceRole.COUNT) == 5
    assert model.find(PlaceKind.UNREAD, "").data(PlaceRole.COUNT) == 9


def test_other_persons_leave_the_tags_where_they_are(model: LibraryTreeModel) -> None:
    tag = model.find(PlaceKind.TAG, "trade")
    model.show_people([Person(8, "Ada King", articles=4), Person(7, "Qin Gang", articles=1)])

    assert model.find(PlaceKind.TAG, "trade") == tag
    assert model.find(PlaceKind.PERSON, "8").row() == 0
    assert model.find(PlaceKind.PERSON, "7").data(PlaceRole.COUNT) == 1
    model.show_people([])
    assert not model.find(PlaceKind.PERSON, "7").isValid()
    assert model.find(PlaceKind.ALL_PEOPLE, "").isValid()


def test_a_new_tag_builds_it_again(model: LibraryTreeModel) -> None:
    assert model.show_contents(contents(Tag("new", 1))) is True
    assert model.find(PlaceKind.TAG, "new").isValid()
    assert not model.find(PlaceKind.TAG, "trade").isValid()


@pytest.fixture
def many() -> LibraryTreeModel:
    """A thousand tags of the first level, of which the last has one below it."""
    model = LibraryTreeModel(TagColours())
    tags = [Tag(f"tag {number:04}", number) for number in range(1_000)]
    model.show_contents(contents(*tags, Tag("tag 0999/deep", 3)))
    return model


def test_many_tags_come_in_parts(many: LibraryTreeModel) -> None:
    heading = many.find(PlaceKind.HEADING, TAGS_HEADING)

    assert many.rowCount(heading) == 0
    many.fetchMore(heading)
    assert many.rowCount(heading) == BATCH
    assert many.unfinished() == [heading]
    many.fetchMore(heading)
    assert many.rowCount(heading) == 2 * BATCH


def test_a_tag_is_found_before_it_was_fetched(many: LibraryTreeModel) -> None:
    deep = many.find(PlaceKind.TAG, "tag 0999/deep")

    assert deep.data() == "deep"
    assert deep.parent().data() == "tag 0999"
    assert not many.find(PlaceKind.TAG, "tag 0999/nothing").isValid()


def test_what_was_fetched_is_there_after_another_tag_came(
    many: LibraryTreeModel, qtbot: QtBot
) -> None:
    view = LibraryTreeView()
    qtbot.addWidget(view)
    view.setModel(many)
    view.expandToDepth(0)
    many.fetchMore(many.find(PlaceKind.HEADING, TAGS_HEADING))
    fetched = many.rowCount(many.find(PlaceKind.HEADING, TAGS_HEADING))

    many.show_contents(contents(*(Tag(f"tag {number:04}", 1) for number in range(1_001))))
    view.expandToDepth(0)

    assert fetched >= 2 * BATCH
    assert many.rowCount(many.find(PlaceKind.HEADING, TAGS_HEADING)) == fetched


def test_letters_find_tags_at_every_level(many: LibraryTreeModel) -> None:
    heading = many.find(PlaceKind.HEADING, TAGS_HEADING)

    many.filter_tags("999 DEEP")

    assert [many.index(row, 0, heading).data() for row in range(many.rowCount(heading))] == [
        "tag 0999/deep"
    ]
    many.filter_tags("")
    assert many.rowCount(heading) == BATCH


def test_a_filter_outlasts_new_counts_and_new_tags(many: LibraryTreeModel) -> None:
    many.filter_tags("tag")

    many.show_contents(contents(Tag("tag", 5), Tag("other", 1)))
    assert many.find(PlaceKind.TAG, "tag").data(PlaceRole.COUNT) == 5
    assert not many.find(PlaceKind.TAG, "other").isValid()

    many.show_contents(contents(Tag("tag", 6), Tag("other", 1)))
    assert many.find(PlaceKind.TAG, "tag").data(PlaceRole.COUNT) == 6


@pytest.mark.parametrize("typed", ["", "tag 09"])
def test_qt_finds_no_fault_with_many(
    many: LibraryTreeModel, qtmodeltester: ModelTester, typed: str
) -> None:
    many.filter_tags(typed)

    qtmodeltester.check(many)


def test_scrolling_down_fetches_the_rest(many: LibraryTreeModel, qtbot: QtBot) -> None:
    view = LibraryTreeView()
    qtbot.addWidget(view)
    view.setModel(many)
    view.resize(200, 600)
    view.show()
    view.expandToDepth(0)
    bar = view.verticalScrollBar()

    def is_all_there() -> bool:
        bar.setValue(bar.maximum())
        return many.rowCount(many.find(PlaceKind.HEADING, TAGS_HEADING)) == 1_000

    qtbot.waitUntil(is_all_there)


def test_qt_finds_no_fault_with_the_model(
    model: LibraryTreeModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)


def test_a_click_on_the_chosen_place_goes_there_again(
    model: LibraryTreeModel, qtbot: QtBot
) -> None:
    view = LibraryTreeView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    told = []
    view.place_chosen.connect(told.append)
    place = view.visualRect(model.find(PlaceKind.UNREAD, "")).center()

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert [place.kind for place in told] == [PlaceKind.UNREAD, PlaceKind.UNREAD]
