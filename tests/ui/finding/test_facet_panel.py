"""The panel by which a list is narrowed, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from desktop_app.core.facets import Facet, FacetKind
from desktop_app.services.library import Library
from desktop_app.ui.finding.facet_panel import fitting_words
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

TRADE = Facet(FacetKind.TAG, "trade")
TASS = Facet(FacetKind.OUTLET, "TASS")


@pytest.fixture
def panel_open(add_article: AddArticle, window: MainWindow, settle: Settle) -> None:
    add_article("a", title="One", publisher="TASS", published="2022-03-01", tags=("trade/food",))
    add_article("b", title="Two", publisher="TASS", published="2023-04-01")
    add_article("c", title="Three", publisher="Reuters", published="2023-04-02", tags=("trade",))
    window.reload()
    window.list_pane.reload()
    window.commands.action("view.facets").trigger()
    settle()


def counts(window: MainWindow, kind: FacetKind) -> dict[str, int]:
    assert window.facets.report is not None
    return {each.facet.value: each.articles for each in window.facets.report.counts[kind]}


def click(window: MainWindow, qtbot: QtBot, facet: Facet, *, shift: bool = False) -> None:
    view = window.facets.view
    index = window.facets.index_of(facet)
    assert index.isValid()
    view.scrollTo(index)
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    place = view.visualRect(QModelIndex(index)).center() + QPoint(-20, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)


@pytest.mark.usefixtures("panel_open")
def test_the_panel_counts_what_the_list_shows(window: MainWindow, settle: Settle) -> None:
    assert counts(window, FacetKind.YEAR) == {"2023": 2, "2022": 1}
    assert counts(window, FacetKind.TAG) == {"trade": 2, "trade/food": 1}

    window.list_pane.set_query("published:2022")
    settle()

    assert counts(window, FacetKind.OUTLET) == {"TASS": 1}
    assert counts(window, FacetKind.YEAR) == {"2023": 2, "2022": 1}, "years are alternatives"


@pytest.mark.usefixtures("panel_open")
def test_clicks_narrow_the_list_several_at_once(
    window: MainWindow, settle: Settle, qtbot: QtBot, library: Library
) -> None:
    click(window, qtbot, TRADE)
    settle()
    click(window, qtbot, TASS)
    settle()

    assert window.list_pane.typed == 'tag:"trade" publisher:"TASS"'
    assert [row.title for row in library.rows(window.list_pane.model.ids)] == ["One"]

    window.facets.clear_button.click()
    settle()

    assert window.list_pane.typed == ""
    assert not window.facets.clear_button.isVisible()


@pytest.mark.usefixtures("panel_open")
def test_shift_and_click_leave_out_and_so_does_x(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    click(window, qtbot, TRADE, shift=True)
    settle()

    assert window.list_pane.typed == '-tag:"trade"'
    assert len(window.list_pane.model.ids) == 1

    window.facets.view.setCurrentIndex(window.facets.index_of(TRADE))
    qtbot.keyClick(window.facets.view, Qt.Key.Key_X)
    settle()

    assert window.list_pane.typed == ""


@pytest.mark.usefixtures("panel_open")
def test_counts_follow_changes(window: MainWindow, settle: Settle) -> None:
    window.acts.add_tags(list(window.list_pane.model.ids), ["new"])
    settle()

    assert counts(window, FacetKind.TAG)["new"] == 3


@pytest.mark.usefixtures("panel_open")
def test_dossiers_narrow_and_are_left_out_too(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    ids = list(window.list_pane.model.ids)
    window.dossier_acts.make("Paris 1866", ids[:2])
    settle()
    paris = Facet(FacetKind.DOSSIER, "Paris 1866")
    assert counts(window, FacetKind.DOSSIER) == {"Paris 1866": 2}

    click(window, qtbot, paris)
    settle()
    assert window.list_pane.typed == 'in:"Paris 1866"'
    assert sorted(window.list_pane.model.ids) == sorted(ids[:2])

    click(window, qtbot, paris, shift=True)
    settle()
    assert list(window.list_pane.model.ids) == ids[2:]


def test_a_month_is_shortened_before_it_is_cut(window: MainWindow) -> None:
    metrics = QFontMetrics(window.font())
    month, words = Facet(FacetKind.MONTH, "2022-09"), "September 2022"
    room = metrics.horizontalAdvance(words)

    assert fitting_words(month, words, metrics, room + 2) == "September 2022"
    assert fitting_words(month, words, metrics, room - 2) == "Sep 2022"
