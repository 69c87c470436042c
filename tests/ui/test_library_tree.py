from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.article import Person, SavedSearch, Tag
from desktop_app.ui.library_tree import (
    LibraryContents,
    LibraryTreeModel,
    PlaceKind,
    PlaceRole,
    place_of,
)
from desktop_app.ui.library_tree_view import LibraryTreeView


def contents(*tags: Tag, unread: int = 0) -> LibraryContents:
    return LibraryContents(
        counts={PlaceKind.ALL: 3, PlaceKind.UNREAD: unread},
        searches=[SavedSearch(1, "Lavrov", "person:lavrov")],
        tags=list(tags),
        people=[Person(7, "Qin Gang", articles=2)],
    )


@pytest.fixture
def model() -> LibraryTreeModel:
    model = LibraryTreeModel()
    model.show_contents(contents(Tag("trade", 2), Tag("trade/food", 1), Tag("alone/deep", 1)))
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
