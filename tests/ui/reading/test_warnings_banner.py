"""The banner above an article, and what it offers."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.cleaning.warning_messages import LOW_AGREEMENT, PAYWALL
from desktop_app.ui.reading.warnings_banner import WarningsBanner

ADDRESS = "https://gazette.example/story"


def test_a_page_behind_a_wall_can_be_opened_where_one_may_log_in(qtbot: QtBot) -> None:
    banner = WarningsBanner()
    qtbot.addWidget(banner)
    banner.show_warnings((PAYWALL,), None, ADDRESS)

    with qtbot.waitSignal(banner.browser_wanted):
        banner.browser_button.click()


def test_a_browser_is_offered_only_where_it_helps_and_there_is_an_address(qtbot: QtBot) -> None:
    banner = WarningsBanner()
    qtbot.addWidget(banner)

    banner.show_warnings((LOW_AGREEMENT,), None, ADDRESS)
    assert banner.browser_button.isHidden()

    banner.show_warnings((PAYWALL,))
    assert banner.browser_button.isHidden()
