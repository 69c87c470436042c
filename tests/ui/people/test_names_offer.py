"""Names of an older archive that were never compared: offered in one line, and not twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.people.names_offer import NamesOffer
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

MakeOffer = Callable[[], None]
TOLD = "Minister {0} spoke in London on Friday. {0} left the hall at noon."


@pytest.fixture
def start(
    window: MainWindow,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    settings: Settings,
    settle: Settle,
) -> MakeOffer:
    """What happens some moments after each start of the program."""

    def make() -> None:
        state = WindowState(settings.config_folder)
        offer = NamesOffer(library, tasks, notifier, state, window.keeping.compare_names)
        offer.make()
        settle()

    return make


def of_an_older_version(library: Library, add_article: AddArticle) -> None:
    """Two spellings of a person, and names that wait to be compared, as after a migration."""
    for name in ("William Clinton", "Bill Clinton"):
        add_article(TOLD.format(name), title=name, language="en")
    library.people.compare_names()
    library.archive.comparing.ask_for_all()


def test_names_that_wait_are_offered_once_and_compared_by_the_button(
    window: MainWindow,
    start: MakeOffer,
    library: Library,
    add_article: AddArticle,
    settle: Settle,
    messages: list[Message],
) -> None:
    of_an_older_version(library, add_article)

    start()

    assert messages[-1].text.startswith("2 names were never compared")
    assert window.message_bar.act_button.text() == "Compare the names"
    window.message_bar.act_button.click()
    settle()
    assert messages[-1].text.startswith("Compared 2 names")
    assert library.people.names_to_compare() == 0


def test_it_isnt_offered_twice_unless_more_names_wait(
    start: MakeOffer, library: Library, add_article: AddArticle, messages: list[Message]
) -> None:
    of_an_older_version(library, add_article)
    start()
    start()
    assert len(messages) == 1

    add_article(TOLD.format("Chelsea Morgan"), title="Another", language="en")
    library.archive.comparing.ask_for_all()
    start()

    assert messages[-1].text.startswith("3 names were never compared")


def test_where_nothing_waits_nothing_is_said(
    start: MakeOffer, add_article: AddArticle, messages: list[Message]
) -> None:
    add_article(TOLD.format("Bill Clinton"), title="One", language="en")

    start()

    assert messages == []
