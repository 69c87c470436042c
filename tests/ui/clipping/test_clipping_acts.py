"""The ways into the archive from the window's menu."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.ui.clipping.address_dialog import AddressDialog
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.window.main_window import MainWindow
from tests.loopback_server import LoopbackServer


def test_an_address_that_is_typed_comes_into_the_capture_sheet(
    window: MainWindow, qtbot: QtBot, loopback_server: LoopbackServer
) -> None:
    window.commands.action("file.address").trigger()
    dialog = window.findChild(AddressDialog)
    assert isinstance(dialog, AddressDialog)
    dialog.edit.setPlainText(loopback_server.url("/story"))

    dialog.fetch_button.click()

    sheet = window.findChild(CaptureSheet)
    assert isinstance(sheet, CaptureSheet)
    assert [draft.source for draft in sheet.drafts] == [loopback_server.url("/story")]
    sheet.reject()
