"""Order and groups of the list, in the real window."""

from __future__ import annotations

import pytest

from desktop_app.core.arrangement import Arrangement, ArticleGroup, Grouping
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_list_model import ArticleRole
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def listed(add_article: AddArticle, window: MainWindow, settle: Settle) -> None:
    for number in range(30):
        day, outlet = f"2023-0{number % 3 + 1}-{number % 28 + 1:02}", ("TASS", "Reuters")
        add_article("Text.", title=f"T{number:02}", published=day, publisher=outlet[number % 3 > 0])
    window.reload()
    window.list_pane.reload()
    settle()


def trigger(window: MainWindow, settle: Settle, *names: str) -> None:
    for name in names:
        window.commands.action(f"list.{name}").trigger()
        settle()


def titles(window: MainWindow, library: Library) -> list[str]:
    return [row.title for row in library.rows(window.list_pane.model.ids)]


def headings(window: MainWindow) -> list[tuple[str, int]]:
    model = window.list_pane.model
    found = (model.index(row, 0).data(ArticleRole.HEADING) for row in range(model.rowCount()))
    return [(each.name, each.articles) for each in found if isinstance(each, ArticleGroup)]


@pytest.mark.usefixtures("listed")
def test_the_list_is_sorted_and_turned_from_its_menu(
    window: MainWindow, settle: Settle, library: Library
) -> None:
    trigger(window, settle, "sort-title")
    assert titles(window, library)[:2] == ["T00", "T01"]

    trigger(window, settle, "reverse")
    assert titles(window, library)[:2] == ["T29", "T28"]

    trigger(window, settle, "sort-captured")
    assert not window.list_pane.arrangement.is_reversed

    menu = window.list_pane.sort_button.menu()
    menu.aboutToShow.emit()
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Sort by &captured date", "&No groups", "&Collapse copies"]


@pytest.mark.usefixtures("listed")
def test_groups_have_headings_and_the_one_in_view_is_told(
    window: MainWindow, settle: Settle
) -> None:
    view = window.list_pane.view
    trigger(window, settle, "group-month")

    assert headings(window) == [("2023-03", 10), ("2023-02", 10), ("2023-01", 10)]
    assert view.heading is not None
    assert (view.heading.isVisible(), view.heading.words) == (True, "March 2023")

    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.heading.words == "January 2023"

    trigger(window, settle, "group-outlet")
    assert headings(window) == [("Reuters", 20), ("TASS", 10)]

    trigger(window, settle, "group-none")
    assert headings(window) == []
    assert not view.heading.isVisible()


@pytest.mark.usefixtures("listed")
def test_keys_go_from_group_to_group(window: MainWindow, settle: Settle) -> None:
    view = window.list_pane.view
    trigger(window, settle, "group-month")
    view.step(0)

    trigger(window, settle, "next-group", "next-group", "next-group")
    assert view.currentIndex().row() == 20

    view.step(3)
    trigger(window, settle, "previous-group")
    assert view.currentIndex().row() == 20
    trigger(window, settle, "previous-group")
    assert view.currentIndex().row() == 10


@pytest.mark.usefixtures("listed")
def test_the_arrangement_is_kept_for_the_next_window(
    window: MainWindow,
    settle: Settle,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    settings: Settings,
) -> None:
    trigger(window, settle, "sort-title", "reverse", "group-person")
    window.close()

    other = MainWindow(library, tasks, notifier, WindowState(settings.config_folder))
    settle()

    assert other.list_pane.arrangement == Arrangement(
        "title", True, Grouping.PERSON, folds_copies=True
    )
    assert other.list_pane.model.grouping is Grouping.PERSON
    other.close()
    other.deleteLater()


@pytest.mark.usefixtures("listed")
def test_rows_with_and_without_headings_are_painted(window: MainWindow, settle: Settle) -> None:
    window.acts.add_tags(list(window.list_pane.model.ids[:2]), ["tagged"])
    trigger(window, settle, "group-day")

    picture = window.list_pane.view.grab().toImage()

    side = {picture.pixelColor(5, y).name() for y in range(0, picture.height(), 3)}
    assert len(side) > 1, "the headings stand on another ground"
