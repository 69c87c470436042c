from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.article_row import ArticleRow
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_list_model import (
    ArticleListModel,
    ArticleRole,
    spoken_row,
)
from desktop_app.ui.article_list.article_row_delegate import facts
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE
from desktop_app.ui.base.task_runner import TaskRunner
from tests.ui.conftest import AddArticle


@pytest.fixture
def model(library: Library, tasks: TaskRunner) -> ArticleListModel:
    return ArticleListModel(library, tasks)


def row(**fields: object) -> ArticleRow:
    values: dict[str, object] = {
        "id": 1,
        "title": "The hall",
        "publisher": "The Times",
        "authors": ("Jane Roe",),
        "published": "1851-05-01",
        "captured": "2026-11-23T15:40:00Z",
        "language": "en",
        "words": 1200,
        "tags": (),
        "unread": True,
        "starred": False,
        "excerpt": "",
    }
    return ArticleRow(**(values | fields))  # type: ignore[arg-type]


def test_rows_come_when_they_are_looked_at(
    model: ArticleListModel, add_article: AddArticle, qtbot: QtBot
) -> None:
    first = add_article(title="First")
    model.set_ids([first])
    assert model.index(0, 0).data(ArticleRole.ROW) is None

    with qtbot.waitSignal(model.dataChanged):
        pass

    assert model.index(0, 0).data(ArticleRole.ROW).title == "First"


def test_only_what_is_seen_is_fetched(
    model: ArticleListModel, add_article: AddArticle, tasks: TaskRunner, qtbot: QtBot
) -> None:
    ids = [add_article(title=f"Title {number}") for number in range(3)]
    model.set_ids(ids * 1_000)

    model.index(0, 0).data(ArticleRole.ROW)
    qtbot.waitUntil(lambda: model.index(0, 0).data(ArticleRole.ROW) is not None)

    assert tasks.task_count == 0


def test_qt_finds_no_fault_with_the_model(
    model: ArticleListModel, add_article: AddArticle, qtmodeltester: ModelTester
) -> None:
    model.set_ids([add_article()])

    qtmodeltester.check(model)


def test_dragged_articles_carry_their_ids(model: ArticleListModel) -> None:
    model.set_ids([7, 9, 11])

    data = model.mimeData([model.index(2, 0), model.index(0, 0)])

    assert data.data(ARTICLE_IDS_TYPE).toStdString() == "7,11"


def test_a_row_is_spoken_whole() -> None:
    assert spoken_row(row()) == "Unread, The hall, The Times, 1851-05-01, 1,200 words"
    assert spoken_row(None) == "Loading"


def test_the_facts_leave_out_what_is_not_known() -> None:
    assert facts(row()) == "The Times  ·  1 May 1851  ·  1,200 words"
    assert facts(row(publisher=None, published=None)) == "Jane Roe  ·  no date  ·  1,200 words"


def test_an_index_outside_the_list_gives_nothing(model: ArticleListModel) -> None:
    model.set_ids([1])
    index = model.index(0, 0)
    model.set_ids([])

    assert model.data(index, Qt.ItemDataRole.DisplayRole) is None
