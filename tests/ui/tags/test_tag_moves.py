"""A tag dragged in the library moves with all below it, and says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.library.library_places import TAGS_HEADING, PlaceKind
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


def drop(window: MainWindow, path: str, kind: PlaceKind, key: str) -> bool:
    """Drop a tag on a place as the mouse would; gives whether it was taken."""
    pane = window.library_pane
    mime = pane.model.mimeData([pane.model.find(PlaceKind.TAG, path)])
    place = pane.view.visualRect(pane.model.find(kind, key)).center()
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.view.dropEvent(event)
    return event.isAccepted()


def paths(library: Library) -> set[str]:
    return {tag.path for tag in library.tagging.all()}


def test_a_tag_is_dropped_on_another_and_taken_back(
    tagged: MainWindow, library: Library, messages: list[Message], settle: Settle
) -> None:
    before = paths(library)

    assert drop(tagged, "russia", PlaceKind.TAG, "diplomacy")
    settle()

    assert paths(library) == {"diplomacy", "diplomacy/russia", "diplomacy/russia/moscow"}
    assert "1 article" in messages[-1].text
    tagged.acts.undo()
    settle()
    assert paths(library) == before


def test_a_tag_is_dropped_on_the_heading(
    tagged: MainWindow, library: Library, settle: Settle
) -> None:
    assert drop(tagged, "russia/moscow", PlaceKind.HEADING, TAGS_HEADING)
    settle()

    assert paths(library) == {"diplomacy", "moscow"}


@pytest.mark.parametrize("key", ["russia", "russia/moscow"])
def test_a_tag_is_not_dropped_within_itself(
    tagged: MainWindow, library: Library, settle: Settle, key: str
) -> None:
    before = paths(library)

    drop(tagged, "russia", PlaceKind.TAG, key)
    settle()

    assert paths(library) == before


def test_articles_are_dropped_on_a_tag(
    tagged: MainWindow, library: Library, add_article: AddArticle, settle: Settle
) -> None:
    other = add_article("Other words.")
    tagged.list_pane.reload()
    settle()
    tree = tagged.library_pane
    row = tagged.list_pane.model.row_of(other)
    assert row is not None
    mime = tagged.list_pane.model.mimeData([tagged.list_pane.model.index(row, 0)])
    place = tree.view.visualRect(tree.model.find(PlaceKind.TAG, "russia/moscow")).center()

    tree.view.dropEvent(
        QDropEvent(
            QPointF(place),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()

    assert library.article(other).tags == ("russia/moscow",)
