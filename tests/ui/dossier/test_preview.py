"""The preview: pages that keep up with what is written, stay in place, and follow the cursor."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.core.errors import ExportError
from desktop_app.services.exporting.preview import PreviewPages
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.dossier.page_view import PageView
from desktop_app.ui.dossier.preview_pane import PreviewPane
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

A4 = (595.0, 842.0)


def picture(colour: str) -> QImage:
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def seen_colour(view: PageView) -> str:
    """What is painted in the middle of the view."""
    grabbed = view.viewport().grab().toImage()
    return grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2).name()


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    return view


def test_pages_keep_their_place_and_picture_until_a_newer_one_comes(view: PageView) -> None:
    view.show_pages([A4] * 40)
    view.go_to(30)
    top = view.verticalScrollBar().value()
    view.show_picture(30, picture("#aa0000"), view.edition, view.zoom)

    view.show_pages([A4] * 44)

    assert view.verticalScrollBar().value() == top
    assert view.page == 30
    assert seen_colour(view) == "#aa0000"
    view.show_picture(30, picture("#00aa00"), view.edition, view.zoom)
    view.show_picture(30, picture("#aa0000"), view.edition - 1, view.zoom)
    assert seen_colour(view) == "#00aa00"


def test_only_what_is_seen_is_drawn(view: PageView, qtbot: QtBot) -> None:
    wanted: list[int] = []
    view.picture_wanted.connect(lambda number, _scale: wanted.append(number))
    view.show_pages([A4] * 2_000)
    view.go_to(1_000)

    assert 1_000 in wanted
    assert len(set(wanted)) < 10


def test_zooming_keeps_the_page_and_fitting_takes_the_width(view: PageView) -> None:
    view.show_pages([A4] * 20)
    view.go_to(7)
    fitting = view.zoom

    view.zoom_by(3)
    assert view.zoom > fitting
    assert 7 in view.visible_pages()

    view.fit_width()
    assert view.zoom == fitting
    assert 7 in view.visible_pages()


def test_fewer_pages_show_the_last_one(view: PageView) -> None:
    view.show_pages([A4] * 20)
    view.go_to(19)

    view.show_pages([A4] * 3)
    assert view.page == 2

    view.show_pages([])
    assert view.page == -1


@pytest.fixture
def dossier(library: Library, add_article: AddArticle) -> Dossier:
    ids = [add_article("Some words. " * 40, title=f"Title {number}") for number in range(3)]
    made = library.dossiers.make("Paris", ids)
    return library.dossiers.get(made)


@pytest.fixture
def pane(qtbot: QtBot, library: Library, tasks: TaskRunner) -> PreviewPane:
    pane = PreviewPane(library, tasks)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show()
    return pane


def test_the_pages_of_a_dossier_are_drawn(
    pane: PreviewPane, library: Library, dossier: Dossier, settle: Settle
) -> None:
    pane.show_dossier(dossier, library.dossiers.entries(dossier.id))
    settle()

    assert pane.view.count > 1
    assert pane.number.text() == f"Page 1 of {pane.view.count}"
    grabbed = pane.view.viewport().grab().toImage()
    across, down = range(20, grabbed.width() - 20, 2), range(0, grabbed.height(), 2)
    darkest = min(grabbed.pixelColor(x, y).lightness() for x in across for y in down)
    assert darkest < 100, "there are no letters on the page"


def blank(pages: int) -> bytes:
    """A PDF of empty pages."""
    document, written = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(*A4)
    document.save(written)
    document.close()
    return written.getvalue()


class _Setting:
    """Stands for the service: what is asked of it waits until it is let go."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.failure: ExportError | None = None

    def set(self, dossier: Dossier, entries: list[DossierEntry], **_more: object) -> PreviewPages:
        self.asked.append("".join(entry.markdown for entry in entries))
        if self.failure is not None:
            raise self.failure
        places = {entry.id: number for number, entry in enumerate(entries)}
        pdf = blank(len(entries))
        return PreviewPages(pdf, (A4,) * len(entries), places, ("A font is missing.", "A gap."))

    def set_near(self, *_asked: object, **_more: object) -> None:
        """Only the whole is right."""

    def close(self) -> None:
        """Nothing is kept."""


@pytest.fixture
def setting(library: Library) -> Iterator[_Setting]:
    setting = _Setting()
    vars(library)["preview"] = setting
    yield setting
    del vars(library)["preview"]


def written(text: str, entry_id: int = 9) -> list[DossierEntry]:
    articles = [DossierEntry(number, EntryKind.ARTICLE) for number in range(1, 9)]
    return [*articles, DossierEntry(entry_id, EntryKind.TEXT, markdown=text)]


def test_the_newest_state_is_set_and_what_was_typed_between_is_not(
    pane: PreviewPane, setting: _Setting, settle: Settle
) -> None:
    for end in range(1, 9):
        pane.show_dossier(Dossier(1, "X"), written("So it is"[:end]))
    settle()

    assert setting.asked[-1] == "So it is"
    assert len(setting.asked) == 2


def test_the_page_of_the_entry_at_the_cursor_comes_into_view(
    pane: PreviewPane, setting: _Setting, settle: Settle, qtbot: QtBot
) -> None:
    pane.show_dossier(Dossier(1, "X"), written("text"))
    pane.follow(7)
    settle()
    assert pane.view.page == 6

    pane.follow(2)
    assert pane.view.page == 1

    with qtbot.waitSignal(pane.entry_wanted) as told:
        pane.view.place_clicked.emit(4)
    assert told.args == [5]


def test_what_is_to_be_known_stands_in_one_line(
    pane: PreviewPane, setting: _Setting, settle: Settle
) -> None:
    pane.show_dossier(Dossier(1, "X"), written("text"))
    settle()

    assert pane.told.text() == "A font is missing. (1 more)"
    assert "A gap." in pane.told.toolTip()


def test_what_cant_be_set_is_told_and_the_last_pages_stay(
    pane: PreviewPane, setting: _Setting, settle: Settle
) -> None:
    pane.show_dossier(Dossier(1, "X"), written("text"))
    settle()
    setting.failure = ExportError("Typst refused it.", "Look at the text.")
    pane.show_dossier(Dossier(1, "X"), written("worse"))
    settle()

    assert pane.told.text().startswith("Typst refused it.")
    assert pane.view.count == 9
    setting.failure = None
    pane.show_dossier(Dossier(1, "X"), written("better"))
    settle()
    assert pane.told.text().startswith("A font")


def test_nothing_is_set_while_it_is_hidden(
    pane: PreviewPane, setting: _Setting, settle: Settle
) -> None:
    pane.hide()
    pane.show_dossier(Dossier(1, "X"), written("text"))
    settle()
    assert setting.asked == []

    pane.show()
    settle()
    assert setting.asked == ["text"]


def test_what_is_typed_is_set_before_it_is_kept(
    window: MainWindow,
    library: Library,
    setting: _Setting,
    dossier: Dossier,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    window.pages.show_dossier(dossier.id)
    settle()
    page = window.pages.dossier_page
    page.add_text()
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)

    qtbot.keyClicks(field, "A thought")
    settle()
    assert setting.asked[-1] == "A thought"
    assert [entry.markdown for entry in library.dossiers.entries(dossier.id)] == ["", "", ""]

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert setting.asked[-1] == ""


def test_the_preview_is_switched_off_and_stays_so(
    window: MainWindow, setting: _Setting, dossier: Dossier, settle: Settle
) -> None:
    window.pages.show_dossier(dossier.id)
    settle()
    page = window.pages.dossier_page
    assert page.preview.pane is not None
    page.preview.pane.close_button.click()
    before = len(setting.asked)
    page.add_heading()
    settle()
    assert not page.preview.pane.isVisible()
    assert len(setting.asked) == before

    window.commands.action("dossier.preview").trigger()
    settle()
    assert page.preview.pane.isVisible()


def test_the_preview_is_as_wide_after_articles_were_searched_for(
    window: MainWindow, library: Library, add_article: AddArticle, setting: _Setting, settle: Settle
) -> None:
    dossier = library.dossiers.make("Paris", [])
    window.pages.show_dossier(dossier)
    settle()
    page = window.pages.dossier_page
    page.find_articles()
    page.find_articles()

    page.add_articles([add_article("Words.", title="Cable")], None)
    settle()

    assert page.preview.pane is not None
    assert page.preview.pane.width() > page.body.width() * 0.4
