"""Dossiers in the library: made, filled by dragging or by a dialog, renamed, deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.dossier import EntryKind
from desktop_app.services.library import Library
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.dossier.choose_dossier_dialog import ChooseDossierDialog
from desktop_app.ui.dossier.name_dossier_dialog import NameDossierDialog
from desktop_app.ui.library.library_places import PlaceKind
from desktop_app.ui.library.library_tree import PlaceRole, place_of
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

pytestmark = pytest.mark.usefixtures("without_preview")


@pytest.fixture
def three(window: MainWindow, add_article: AddArticle, settle: Settle) -> list[int]:
    """Three articles, the newest first in the list."""
    ids = [add_article(f"Text {n}.", title=f"Title {n}", published=f"202{n}") for n in (3, 2, 1)]
    window.reload()
    window.list_pane.reload()
    settle()
    return ids


def stands_in(library: Library, name: str) -> list[int | None]:
    found = library.dossiers.entries(library.dossiers.named(name).id)
    return [each.article_id for each in found if each.kind is EntryKind.ARTICLE]


def drop(window: MainWindow, kind: PlaceKind, key: str, ids: list[int]) -> None:
    """Drop articles on a place of the library, as the mouse does."""
    view = window.library_pane.view
    index = window.library_pane.model.find(kind, key)
    view.scrollTo(index)
    mime = QMimeData()
    mime.setData(ARTICLE_IDS_TYPE, ",".join(map(str, ids)).encode())
    view.dropEvent(
        QDropEvent(
            QPointF(view.visualRect(index).center()),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def name_dialog(window: MainWindow) -> NameDossierDialog:
    dialog = window.findChild(NameDossierDialog)
    assert isinstance(dialog, NameDossierDialog)
    return dialog


def choice_dialog(window: MainWindow, settle: Settle) -> ChooseDossierDialog:
    window.commands.action("article.dossier").trigger()
    settle()
    dialog = window.findChild(ChooseDossierDialog)
    assert isinstance(dialog, ChooseDossierDialog)
    return dialog


def test_a_new_dossier_is_named_and_shown(
    window: MainWindow, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    window.commands.action("dossier.make").trigger()
    settle()
    dialog = name_dialog(window)
    assert not dialog.act_button.isEnabled()

    qtbot.keyClicks(dialog.name, "Paris 1947")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()

    assert window.pages.shows_dossier
    assert window.pages.dossier_page.title.text() == "Paris 1947"
    assert window.library_pane.model.find(PlaceKind.DOSSIER, "1").data() == "Paris 1947"


def test_a_name_that_is_taken_is_said_before(
    window: MainWindow, library: Library, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    library.dossiers.make("Paris 1947")
    window.dossier_acts.ask_make()
    settle()
    dialog = name_dialog(window)

    qtbot.keyClicks(dialog.name, "paris  1947")

    assert "already" in dialog.told.text()
    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_articles_are_dropped_on_a_dossier_and_taken_back(
    window: MainWindow,
    library: Library,
    three: list[int],
    settle: Settle,
    messages: list[Message],
) -> None:
    dossier = library.dossiers.make("Paris", three[:1])
    window.reload()
    settle()

    drop(window, PlaceKind.DOSSIER, str(dossier), three)
    settle()

    assert stands_in(library, "Paris") == three
    assert messages[-1].text == "Added 2 articles to “Paris”. 1 stood in it already."
    assert window.library_pane.model.find(PlaceKind.DOSSIER, "1").data(PlaceRole.COUNT) == 3
    assert messages[-1].undo is not None
    messages[-1].undo()
    settle()
    assert stands_in(library, "Paris") == three[:1]


def test_articles_dropped_on_new_dossier_make_one_and_the_list_stays(
    window: MainWindow, library: Library, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    drop(window, PlaceKind.NEW_DOSSIER, "", three[1:])
    settle()
    qtbot.keyClicks(name_dialog(window).name, "Two")
    qtbot.keyClick(name_dialog(window).name, Qt.Key.Key_Return)
    settle()

    assert stands_in(library, "two") == three[1:]
    assert not window.pages.shows_dossier


def test_the_list_gives_what_is_dragged_in_its_order(window: MainWindow, three: list[int]) -> None:
    model = window.list_pane.model
    mime = model.mimeData([model.index(row, 0) for row in (2, 0, 1)])

    assert mime.data(ARTICLE_IDS_TYPE).toStdString() == ",".join(map(str, model.ids))


def test_the_chosen_articles_are_put_where_the_dialog_says(
    window: MainWindow, library: Library, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    for name in ("Paris", "London", "Paris again"):
        library.dossiers.make(name)
    window.list_pane.view.selectAll()
    dialog = choice_dialog(window, settle)
    assert dialog.windowTitle() == "Add 3 articles to a dossier"
    assert [dialog.list.item(row).text() for row in range(3)] == ["London", "Paris", "Paris again"]

    qtbot.keyClicks(dialog.filter, "par")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    settle()

    assert stands_in(library, "Paris again") == list(window.list_pane.model.ids)
    assert stands_in(library, "Paris") == []


def test_the_dialog_makes_a_dossier_of_what_no_other_is_called(
    window: MainWindow, library: Library, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    window.list_pane.view.choose(three[0])
    dialog = choice_dialog(window, settle)
    assert not dialog.act_button.isEnabled()

    qtbot.keyClicks(dialog.filter, "Berlin")
    assert dialog.list.item(0).text() == "New dossier “Berlin”"
    assert dialog.act_button.text() == "Make and add"
    dialog.act_button.click()
    settle()

    assert stands_in(library, "Berlin") == three[:1]


def test_keys_in_the_library_rename_and_delete_the_dossier_not_the_article(
    window: MainWindow, library: Library, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    dossier = library.dossiers.make("Paris", three)
    window.reload()
    window.list_pane.view.choose(three[0])
    settle()
    view = window.library_pane.view
    view.setFocus()
    view.setCurrentIndex(window.library_pane.model.find(PlaceKind.DOSSIER, str(dossier)))
    settle()
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClicks(name_dialog(window).name, "Lyon")
    qtbot.keyClick(name_dialog(window).name, Qt.Key.Key_Return)
    settle()
    assert [each.name for each in library.dossiers.all()] == ["Lyon"]
    assert window.pages.dossier_page.title.text() == "Lyon"

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert library.dossiers.all() == []
    assert library.trash_count() == 0
    assert not window.pages.shows_dossier
    window.acts.undo()
    settle()
    assert stands_in(library, "Lyon") == three


def test_saved_searches_follow_a_dossier_that_is_renamed(
    window: MainWindow, library: Library, three: list[int], settle: Settle
) -> None:
    dossier = library.dossiers.make("Paris", three)
    saved = library.searches.save("From Paris", "in:paris")

    window.dossier_acts.rename(dossier, "Lyon")
    settle()
    assert library.searches.all()[0].query == 'in:"Lyon"'
    assert library.searches.counts() == {saved: 3}
    place = window.library_pane.model.find(PlaceKind.SAVED_SEARCH, str(saved))
    shown = place_of(place)
    assert shown is not None
    assert shown.query == 'in:"Lyon"'

    window.acts.undo()
    settle()
    assert library.searches.all()[0].query == "in:paris"


def test_the_cursor_passes_new_dossier_without_asking(
    window: MainWindow, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    view = window.library_pane.view
    view.setFocus()
    view.setCurrentIndex(window.library_pane.model.find(PlaceKind.NEW_DOSSIER, ""))
    settle()
    assert window.findChild(NameDossierDialog) is None

    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert name_dialog(window).isVisible()
    name_dialog(window).reject()


def test_the_menu_of_a_dossier_lists_its_articles(
    window: MainWindow, library: Library, three: list[int], settle: Settle
) -> None:
    library.dossiers.make("Paris and London", three[1:])
    window.reload()
    settle()
    index = window.library_pane.model.find(PlaceKind.DOSSIER, "1")
    menu = QMenu(window)
    window.dossier_acts.fill_menu(menu, index.data(PlaceRole.PLACE))

    next(each for each in menu.actions() if each.text() == "List its articles").trigger()
    settle()

    assert window.list_pane.search.text() == 'in:"Paris and London"'
    assert set(window.list_pane.model.ids) == set(three[1:])
