"""Welcome, address, doctor and about, through what a user does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.doctor import Finding
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.clipping.address_dialog import AddressDialog
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.doctor_dialog import DoctorDialog, as_text
from desktop_app.ui.dialogs.welcome import WelcomePage
from tests.ui.conftest import Settle


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
