"""Citations copied from the window, the choice of a style, and keys while one writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.exporting.citing import KeyOffer
from desktop_app.services.library import Library
from desktop_app.ui.citing.citation_style_dialog import CitationStyleDialog
from desktop_app.ui.dossier.key_completion import CitingTextEdit
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

ENTRY = "Roe, Jane. “Talks Begin.” The Daily, April 13, 2023."


@pytest.fixture
def article(window: MainWindow, add_article: AddArticle, settle: Settle) -> int:
    """The one article, chosen in the list."""
    article_id = add_article(
        "Some words.",
        title="Talks begin",
        authors=("Jane Roe",),
        publisher="The Daily",
        published="2023-04-13",
        url=None,
    )
    window.list_pane.reload()
    settle()
    window.show_article(article_id)
    settle()
    return article_id


def press(window: MainWindow, name: str, settle: Settle) -> None:
    window.commands.action(name).trigger()
    settle()


def said(window: MainWindow) -> str:
    return window.message_bar.text.text()


def test_the_citation_is_copied_as_text_and_as_rich_text(
    window: MainWindow, article: int, settle: Settle
) -> None:
    press(window, "article.cite", settle)

    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == ENTRY
    assert "<i>The Daily</i>" in data.html()
    assert said(window).startswith(f"Copied: {ENTRY}")


def test_the_key_is_copied_and_shown_in_the_details(
    window: MainWindow, library: Library, article: int, settle: Settle
) -> None:
    press(window, "article.cite-key", settle)

    assert QGuiApplication.clipboard().text() == "[@roe2023talks]"
    assert window.reader.details.citation_key.text() == "Cited as [@roe2023talks]"
    assert library.citing.known_key(article) == "roe2023talks"


@pytest.mark.usefixtures("without_preview")
def test_a_dossiers_chosen_articles_are_cited(
    window: MainWindow, library: Library, article: int, settle: Settle
) -> None:
    dossier = library.dossiers.make("Paris", [article])
    window.pages.show_dossier(dossier)
    settle()
    window.pages.dossier_page.view.selectAll()

    press(window, "article.cite", settle)

    assert QGuiApplication.clipboard().text() == ENTRY


def test_without_an_article_it_is_said(window: MainWindow, settle: Settle) -> None:
    window.citing.copy(window.cited_ids())

    assert said(window) == "Choose an article first: then it can be cited."


def ask(window: MainWindow, settle: Settle) -> CitationStyleDialog:
    press(window, "article.cite-style", settle)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CitationStyleDialog)
    return dialog


def test_the_dialog_shows_the_article_in_each_style_and_the_choice_is_kept(
    window: MainWindow, article: int, settle: Settle
) -> None:
    dialog = ask(window, settle)
    assert "“Talks Begin.” <i>The Daily</i>, 13 Apr. 2023." in dialog.previews["mla"].text()

    dialog.choose("apa")
    dialog.accept()
    settle()
    press(window, "article.cite", settle)

    assert QGuiApplication.clipboard().text() == (
        "Roe, J. (2023, April 13). Talks begin. The Daily."
    )
    dialog = ask(window, settle)
    assert dialog.choice.style == "apa"
    dialog.reject()


def test_a_style_of_ones_own_is_tried_before_it_is_taken(
    window: MainWindow, article: int, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    bad, good = tmp_path / "bad.csl", tmp_path / "good.csl"
    bad.write_text("<style/>")
    good.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation>'
        '<layout><text variable="title" font-weight="bold"/></layout></citation></style>'
    )
    dialog = ask(window, settle)

    dialog.file.setText(str(bad))
    qtbot.waitUntil(lambda: "no CSL style" in dialog.previews["own"].text())
    assert not dialog.act_button.isEnabled()

    dialog.file.setText(str(good))
    qtbot.waitUntil(lambda: dialog.previews["own"].text() == "<b>Talks begin</b>")
    assert dialog.act_button.isEnabled()
    assert dialog.choice.style_file == str(good)
    dialog.reject()


OFFERS = (
    KeyOffer("roe2023talks", "Talks begin", "Jane Roe"),
    KeyOffer("poe2020war", "War ends", "Al Poe"),
)


@pytest.fixture
def field(qtbot: QtBot) -> CitingTextEdit:
    made = CitingTextEdit(OFFERS)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def offered(field: CitingTextEdit) -> list[str]:
    model = field.list.model()
    return [str(model.index(at, 0).data()).partition("\n")[0] for at in range(model.rowCount())]


def test_an_at_sign_offers_articles_by_their_titles(field: CitingTextEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "As said [@")
    assert field.list.isVisible()
    assert offered(field) == ["Talks begin", "War ends"]

    qtbot.keyClicks(field, "war")
    assert offered(field) == ["War ends"]
    qtbot.keyClick(field.list, Qt.Key.Key_Return)

    assert field.toPlainText() == "As said [@poe2020war"
    assert not field.list.isVisible()


def test_no_offer_where_nothing_is_cited(field: CitingTextEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "mail jane@")
    assert not field.list.isVisible()

    qtbot.keyClicks(field, " and @nobodyknows")
    assert not field.list.isVisible()
