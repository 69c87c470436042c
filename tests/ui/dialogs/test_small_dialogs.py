"""Welcome, export, address, doctor and about, through what a user does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.export.base.result import ExportResult
from desktop_app.services.doctor import Finding
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.clipping.address_dialog import AddressDialog
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.doctor_dialog import DoctorDialog, as_text
from desktop_app.ui.dialogs.export_dialog import ExportDialog, result_words
from desktop_app.ui.dialogs.welcome import WelcomePage
from tests.ui.conftest import AddArticle

Settle = Callable[[], None]


def test_welcome_passes_every_wish_on(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier
) -> None:
    page = WelcomePage(library, tasks, notifier)
    qtbot.addWidget(page)

    for button, signal in (
        (page.paste_button, page.clip_requested),
        (page.address_button, page.address_requested),
        (page.files_button, page.files_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_the_sample_fills_an_empty_archive(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier
) -> None:
    page = WelcomePage(library, tasks, notifier)
    qtbot.addWidget(page)

    with qtbot.waitSignal(page.sample_loaded, timeout=60_000):
        page.sample_button.click()

    assert library.count("") >= 15
    assert len(library.people.find()) >= 5


@pytest.fixture
def export(
    qtbot: QtBot,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    add_article: AddArticle,
    tmp_path: Path,
) -> ExportDialog:
    first = add_article("The cable is ashore.", title="The cable", published="1866-07-28")
    second = add_article("Bread is dear.", title="Bread", published="1866-01-10")
    dialog = ExportDialog(library, tasks, notifier, [first, second])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_markdown_goes_into_a_folder(export: ExportDialog, settle: Settle, tmp_path: Path) -> None:
    assert export.what_label.text() == "Export 2 articles"
    export.format.setCurrentIndex(export.format.findData("markdown"))
    assert not export.paper.isVisible()
    export.place.setText(str(tmp_path / "out"))
    export.export_button.click()
    settle()

    assert len(list((tmp_path / "out").glob("*.md"))) == 2
    assert export.show_button.isVisible()
    assert "Written: 2 files" in export.result_label.text()


def test_one_pdf_gets_its_suffix_and_the_choice_is_remembered(
    export: ExportDialog,
    settle: Settle,
    tmp_path: Path,
    qtbot: QtBot,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
) -> None:
    export.format.setCurrentIndex(export.format.findData("pdf"))
    export.paper.setCurrentIndex(export.paper.findData("us-letter"))
    export.place.setText(str(tmp_path / "dossier"))
    export.export_button.click()
    settle()
    assert (tmp_path / "dossier.pdf").read_bytes().startswith(b"%PDF")

    again = ExportDialog(library, tasks, notifier, "bread")
    qtbot.addWidget(again)
    settle()

    assert again.paper.currentData() == "us-letter"
    assert again.place.text() == str(tmp_path / "cuttings.pdf")
    assert again.what_label.text() == "Export 1 article"


def test_an_export_that_cant_be_written_says_why(
    export: ExportDialog, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    export.format.setCurrentIndex(export.format.findData("markdown"))
    export.place.setText(str(tmp_path / "file" / "below"))
    export.export_button.click()
    settle()

    assert export.problem.text()
    assert export.export_button.isVisible()


def test_nothing_to_export_is_said(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier, settle: Settle
) -> None:
    dialog = ExportDialog(library, tasks, notifier, "nothing:here nowhere")
    qtbot.addWidget(dialog)
    settle()

    assert not dialog.export_button.isEnabled()
    assert "nothing" in dialog.problem.text()


def test_the_result_is_told_in_words() -> None:
    files = (Path("a"), Path("b"))

    assert result_words(ExportResult(files)) == "Written: 2 files."
    assert result_words(ExportResult(files[:1], files)) == "Written: 1 file, 2 were right already."
    assert "nothing had changed" in result_words(ExportResult((), files))


def test_the_address_on_the_clipboard_is_filled_in(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://example.org/a")
    dialog = AddressDialog()
    qtbot.addWidget(dialog)

    assert dialog.addresses() == ["https://example.org/a"]


def test_several_addresses_get_their_scheme_and_no_double(qtbot: QtBot) -> None:
    dialog = AddressDialog()
    qtbot.addWidget(dialog)
    dialog.edit.setPlainText("example.org/a\n\nhttps://example.org/a\nhttp://example.org/b")

    assert dialog.addresses() == ["https://example.org/a", "http://example.org/b"]


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "file:///etc/passwd", "two words", "https://", "ftp://x/y"]
)
def test_what_is_no_web_address_is_said_and_not_taken(qtbot: QtBot, text: str) -> None:
    dialog = AddressDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.edit.setPlainText(text)

    dialog.accept()

    assert dialog.isVisible()
    assert "isn't a web address" in dialog.problem.text()
    dialog.reject()


def test_the_doctor_says_what_is_lacking_first(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier, settle: Settle
) -> None:
    dialog = DoctorDialog(library, tasks, notifier)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert dialog.summary.text() != "Looking…"

    well, ill = Finding("Qt", True, "There."), Finding("Disk", False, "Full.", "Make room.")
    dialog.show_findings((well, ill))

    assert dialog.summary.text() == "1 thing needs you."
    assert as_text((ill, well)) == "[!!] Disk: Full. Make room.\n[ok] Qt: There."


def test_about_names_version_and_parts(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)

    assert dialog.windowTitle() == "About Cuttings"
