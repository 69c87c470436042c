"""Copies of a story take one row, which opens; versions are told and reached from their row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_list_view import ArticleListView
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.reading.copies_dialog import CopiesDialog
from desktop_app.ui.reading.revisions_dialog import RevisionsDialog
from desktop_app.ui.window.copies_watch import CopiesWatch
from desktop_app.ui.window.main_window import MainWindow
from tests.services.copies.stories import story, text
from tests.ui.conftest import AddArticle, Settle

STORY = story("coal and steel")


@pytest.fixture
def ids(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle
) -> tuple[int, ...]:
    """The newest of three copies, another article, and the two older copies: as listed."""
    told = {"Globe": STORY[:2], "Mail": STORY[:3], "Other": story("elections"), "Post": STORY}
    made = [
        add_article(text(paragraphs), title=name, publisher=name, published=f"2024-01-0{day}")
        for day, (name, paragraphs) in enumerate(told.items(), start=1)
    ]
    library.copies.find()
    window.reload()
    window.list_pane.reload()
    settle()
    return tuple(reversed(made))


def shown(window: MainWindow) -> tuple[int, ...]:
    return window.list_pane.model.ids


def mark_place(view: ArticleListView, row: int, kind: str) -> QPoint:
    """Where on the screen a mark of a row is."""
    index = view.model().index(row, 0)
    place = view.visualRect(index)
    for x in range(place.right(), place.left(), -4):
        for y in range(place.top(), place.bottom(), 4):
            option = QStyleOptionViewItem()
            view.initViewItemOption(option)
            option.rect = place
            if view.itemDelegate().mark_at(QPointF(x, y), option, index) == kind:  # type: ignore[attr-defined]
                return QPoint(x, y)
    raise AssertionError(f"row {row} has no mark of {kind}")


def test_one_row_stands_for_all_copies_and_the_count_says_so(
    window: MainWindow, ids: tuple[int, ...]
) -> None:
    post, other, _, _ = ids

    assert shown(window) == (post, other)
    assert window.list_pane.count.text() == "4 articles in 2 rows"
    first = window.list_pane.model.index(0)
    assert "3 copies, closed" in first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_search_counts_the_copies_that_it_finds(
    window: MainWindow, ids: tuple[int, ...], settle: Settle
) -> None:
    window.list_pane.set_query("publisher:Post OR publisher:Mail")
    settle()

    count = window.list_pane.count
    assert count.text() == "2 articles"
    assert count.toolTip() == "2 articles in 1 row: copies of a story take one"


def test_arrow_keys_open_and_close_as_in_a_tree(
    window: MainWindow, ids: tuple[int, ...], qtbot: QtBot
) -> None:
    post, other, mail, globe = ids
    view = window.list_pane.view
    view.choose(post)

    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert shown(window) == (post, mail, globe, other)

    view.choose(globe)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.current_id == post
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert shown(window) == (post, other)


def test_choosing_all_chooses_what_is_behind_the_rows_too(
    window: MainWindow, ids: tuple[int, ...]
) -> None:
    view = window.list_pane.view

    view.selectAll()

    assert shown(window) == ids[:1] + ids[2:] + ids[1:2]
    assert sorted(view.selected_ids()) == sorted(ids)


def test_a_click_on_the_mark_opens_and_closes(
    window: MainWindow, ids: tuple[int, ...], qtbot: QtBot
) -> None:
    view = window.list_pane.view

    for rows in (4, 2):
        place = mark_place(view, 0, "copies")
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(shown(window)) == rows


def test_a_click_on_versions_shows_them(
    window: MainWindow, library: Library, ids: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    library.edit_markdown(ids[1], text(story("edited")))
    window.list_pane.model.forget_rows()
    window.list_pane.reload()
    settle()
    view = window.list_pane.view

    place = mark_place(view, 1, "versions")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()

    dialog = window.findChild(RevisionsDialog)
    assert dialog is not None
    assert dialog.later.count() == 2
    dialog.close()


def test_an_article_behind_its_copies_is_shown_by_opening_them(
    window: MainWindow, ids: tuple[int, ...], settle: Settle
) -> None:
    window.list_pane.set_query("publisher:Post OR publisher:Mail OR publisher:Globe")
    settle()

    window.show_article(ids[3])
    settle()

    assert window.list_pane.view.current_id == ids[3]
    assert window.list_pane.typed


def test_what_is_read_stays_in_the_list_when_it_turns_out_a_copy(
    window: MainWindow,
    library: Library,
    ids: tuple[int, ...],
    add_article: AddArticle,
    settle: Settle,
) -> None:
    window.list_pane.view.choose(ids[0])
    newer = add_article(text(STORY), title="Newer", published="2024-02-01")
    library.copies.find()

    window.list_pane.reload()
    settle()

    assert window.list_pane.view.current_id == ids[0]
    assert shown(window)[0] == newer


def test_copies_can_have_rows_of_their_own(
    window: MainWindow, ids: tuple[int, ...], settle: Settle
) -> None:
    window.commands.action("list.fold-copies").trigger()
    settle()

    assert shown(window) == ids
    assert window.list_pane.count.text() == "4 articles"


def test_several_are_joined_and_parted_with_undo(
    window: MainWindow, library: Library, ids: tuple[int, ...], settle: Settle
) -> None:
    window.select_all()
    window.commands.action("article.join-copies").trigger()
    settle()
    assert window.list_pane.count.text() == "4 articles in 1 row"
    assert len(library.copies.of(ids[1])) == 3

    window.acts.undo()
    settle()
    assert library.copies.of(ids[1]) == ()

    window.list_pane.view.choose(ids[0])
    window.commands.action("article.not-a-copy").trigger()
    settle()
    assert library.copies.of(ids[0]) == ()
    assert library.copies.of(ids[2]) == (ids[3],)


def test_the_dialog_tells_what_was_cut_and_takes_out_what_is_no_copy(
    window: MainWindow, library: Library, ids: tuple[int, ...], settle: Settle
) -> None:
    window.list_pane.view.choose(ids[0])
    settle()
    window.commands.action("article.copies").trigger()
    settle()

    dialog = window.findChild(CopiesDialog)
    assert dialog is not None
    assert dialog.group.text() == "3 copies."
    assert "Globe" in dialog.copy.currentText()
    assert dialog.summary.text() == "0 words added, 120 taken away."

    dialog.split_button.click()
    settle()
    assert library.copies.of(ids[3]) == ()
    assert dialog.group.text() == "2 copies."
    dialog.close()


def test_of_an_article_without_copies_the_dialog_says_so_in_words(
    window: MainWindow, ids: tuple[int, ...], settle: Settle
) -> None:
    window.list_pane.view.choose(ids[1])
    settle()
    window.commands.action("article.copies").trigger()
    settle()

    dialog = window.findChild(CopiesDialog)
    assert dialog is not None
    assert dialog.group.text().startswith("This article has no copies.")
    assert not dialog.base.isVisible()
    assert not dialog.text.isVisible()
    assert not dialog.split_button.isVisible()
    assert dialog.height() < 200
    dialog.close()


def test_what_is_clipped_joins_its_copies_while_the_window_is_open(
    window: MainWindow,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    ids: tuple[int, ...],
    add_article: AddArticle,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    watch = CopiesWatch(library, tasks, notifier, window._state, window.keeping.find_copies)
    made = tasks.write(
        lambda: add_article(text(STORY), title="Late"), label="Clip", changes=("articles",)
    )
    added: list[int] = []
    made.succeeded(added.append)

    qtbot.waitUntil(lambda: bool(added) and len(library.copies.of(added[0])) == 3, timeout=10_000)
    settle()
    assert watch.parent() is notifier


def test_an_older_archive_is_offered_the_comparing(
    window: MainWindow,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    messages: list[object],
    monkeypatch: pytest.MonkeyPatch,
    ids: tuple[int, ...],
    settle: Settle,
) -> None:
    monkeypatch.setattr("desktop_app.ui.window.copies_watch._MOST_UNASKED", 3)
    library.archive.copies.ask_for_all()
    state: WindowState = window._state

    for _ in range(2):
        CopiesWatch(library, tasks, notifier, state, window.keeping.find_copies).look()
        settle()

    offers = [each for each in messages if "never compared for copies" in str(each)]
    assert len(offers) == 1
    window.keeping.find_copies()
    settle()
    assert library.copies.waiting() == 0
