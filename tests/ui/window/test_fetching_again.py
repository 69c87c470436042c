"""Fetching articles again from the window: what is said, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.article_list.fetching_again import FetchingAgain
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.details.details_panel import DetailsPanel
from desktop_app.ui.reading.reader_content import load_content
from desktop_app.ui.reading.revisions_dialog import RevisionsDialog
from desktop_app.ui.reading.warnings_banner import WarningsBanner
from tests.loopback_server import LoopbackServer
from tests.services.versions.test_refetch import FIRST, LATER, SECOND, THIRD, page
from tests.ui.conftest import Settle


@pytest.fixture
def clipped(library: Library, loopback_server: LoopbackServer) -> int:
    url = loopback_server.reply("/talks", page(FIRST, SECOND, THIRD))
    return library.store(library.prepare(url))


@pytest.fixture
def fetching(library: Library, tasks: TaskRunner, notifier: Notifier) -> FetchingAgain:
    return FetchingAgain(library, tasks, notifier, notifier)


def test_a_changed_text_offers_the_comparison(
    fetching: FetchingAgain,
    loopback_server: LoopbackServer,
    clipped: int,
    messages: list[Message],
    settle: Settle,
) -> None:
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, LATER))
    wanted: list[int] = []
    fetching.versions_wanted.connect(wanted.append)

    fetching.fetch([clipped])
    settle()

    assert messages[-1].text == "14 words added, 0 taken away."
    assert messages[-1].offer is not None
    label, act = messages[-1].offer
    act()
    assert (label, wanted) == ("Compare", [clipped])


def test_a_page_that_is_gone_offers_the_archives_copy_and_the_banner_says_since_when(
    fetching: FetchingAgain,
    library: Library,
    loopback_server: LoopbackServer,
    clipped: int,
    messages: list[Message],
    settle: Settle,
) -> None:
    loopback_server.reply("/talks", "no", status=404)

    fetching.fetch([clipped])
    settle()

    assert messages[-1].offer is not None
    assert messages[-1].offer[0] == "Fetch the archived copy"
    banner = WarningsBanner()
    banner.show_warnings((), library.versions.last_look(clipped))
    assert banner.text.text().startswith("Gone since ")
    assert not banner.copy_button.isHidden()
    banner.show_warnings(())
    assert banner.isHidden()


def test_several_are_told_together_and_can_be_stopped(
    fetching: FetchingAgain,
    library: Library,
    loopback_server: LoopbackServer,
    clipped: int,
    messages: list[Message],
    settle: Settle,
) -> None:
    other = library.store(library.prepare(loopback_server.reply("/b", page(SECOND, THIRD))))
    loopback_server.reply("/b", "no", status=410)

    fetching.fetch([clipped, other])
    settle()

    assert messages[-1].text == "2 articles fetched again: 1 as before, 1 gone."
    fetching.fetch([clipped, other])
    fetching.stop()
    settle()
    assert messages[-1].text == "0 articles fetched again: none."


def test_a_version_beside_the_users_text_can_be_shown(
    library: Library,
    tasks: TaskRunner,
    loopback_server: LoopbackServer,
    clipped: int,
    settle: Settle,
) -> None:
    library.edit_markdown(clipped, "My own words.")
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, LATER))
    library.versions.refetch(clipped)

    dialog = RevisionsDialog(library, tasks, clipped)
    dialog.open()
    settle()

    assert "(shown)" in dialog.earlier.currentText()
    assert dialog.later.currentText().startswith("3: fetched again")
    assert not dialog.restore_button.isEnabled()
    dialog.take_button.click()
    settle()
    assert LATER in library.article(clipped).clean.text


def test_a_page_that_was_refused_is_shown_with_the_reason_and_can_be_used(
    library: Library,
    tasks: TaskRunner,
    loopback_server: LoopbackServer,
    clipped: int,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def clean_here(function: Callable[..., object], *args: object, label: str) -> Task:
        return tasks.read(lambda: function(*args), label=label)

    monkeypatch.setattr(tasks, "clean", clean_here)  # a process takes seconds to start
    loopback_server.reply("/talks", page(FIRST))
    library.versions.refetch(clipped)
    dialog = RevisionsDialog(library, tasks, clipped)
    dialog.open()
    settle()

    dialog.later.setCurrentIndex(dialog.later.count() - 1)
    settle()

    assert dialog.later.currentText().startswith("refused, ")
    assert dialog.summary.text().startswith("Less than half of the article came this time.")
    assert SECOND in dialog.text.toPlainText()
    assert dialog.take_button.text() == "Use it anyway"
    dialog.take_button.click()
    settle()
    assert SECOND not in library.article(clipped).clean.text


def test_the_details_say_when_it_was_fetched_last_and_what_is_beside_it(
    library: Library, loopback_server: LoopbackServer, clipped: int, qtbot: QtBot
) -> None:
    details = DetailsPanel()
    qtbot.addWidget(details)
    details.show_content(load_content(library, clipped))
    assert details.look.isHidden()
    loopback_server.reply("/talks", page(FIRST))
    library.versions.refetch(clipped)

    details.show_content(load_content(library, clipped))

    assert details.look.text().startswith("Last fetched again ")
    assert details.look.text().endswith("another page came, which was refused")
    assert details.versions.text() == "Versions: 1, and 1 refused"
