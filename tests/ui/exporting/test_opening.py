"""From where the export dialog is reached, and what it then begins with."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.library import Library
from desktop_app.ui.exporting.export_dialog import ExportDialog
from desktop_app.ui.library.library_places import Place, PlaceKind, dossier_place, tag_place
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

pytestmark = pytest.mark.usefixtures("without_preview")


@pytest.fixture
def filled(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle
) -> MainWindow:
    """A dossier, a tag, a person and two articles."""
    first = add_article("Prime Minister Jane Roe spoke.", title="One", tags=("science",))
    add_article("Nobody.", title="Two")
    library.dossiers.make("Paris", [first])
    window.reload()
    window.list_pane.reload()
    settle()
    return window


def asked(settle: Settle) -> object:
    """What the dialog that opened begins with."""
    settle()
    (dialog,) = [x for x in QApplication.topLevelWidgets() if isinstance(x, ExportDialog)]
    what = dialog.choices.offer.what
    dialog.reject()
    settle()
    return what


def test_ctrl_e_takes_what_is_shown(filled: MainWindow, library: Library, settle: Settle) -> None:
    export = filled.commands.action("file.export").trigger
    filled.list_pane.set_query("title:two")
    settle()
    export()
    assert asked(settle) == "title:two"

    (dossier,) = library.dossiers.all()
    filled.pages.show_dossier(dossier.id)
    settle()
    export()
    assert asked(settle) == ChosenDossier(dossier.id)
    filled.commands.action("dossier.export").trigger()
    assert asked(settle) == ChosenDossier(dossier.id)

    filled.show_person(library.people.find()[0].id)
    settle()
    export()
    assert asked(settle) == 'person:"Jane Roe"'


def test_the_chosen_articles_go_out_with_the_list_beside_them(
    filled: MainWindow, settle: Settle
) -> None:
    filled.list_pane.view.choose(filled.list_pane.model.ids[0])
    settle()
    filled.commands.action("article.export").trigger()

    assert asked(settle) == [filled.list_pane.model.ids[0]]


def test_the_menus_of_the_library_lead_to_it(
    filled: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    (dossier,) = library.dossiers.all()
    places = {
        tag_place("science"): 'tag:"science"',
        Place(PlaceKind.PERSON, "Jane Roe", "", "1"): 'person:"Jane Roe"',
        Place(PlaceKind.SAVED_SEARCH, "Mine", "title:one", "1"): "title:one",
        dossier_place(dossier): ChosenDossier(dossier.id),
    }
    for place, what in places.items():
        menu = QMenu(filled)
        filled.library_pane.place_acts.fill_menu(menu, place)
        (entry,) = [each for each in menu.actions() if each.text().startswith("Export")]
        entry.trigger()

        assert asked(settle) == what
        menu.deleteLater()
