"""The page of a person on a real archive, through what a user does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.core.article import PersonMention
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.people.mention_list import MentionListModel, MentionRole
from desktop_app.ui.people.person_dialogs import (
    AddAliasDialog,
    ComparePersonsDialog,
    MergePersonsDialog,
    RenamePersonDialog,
    SplitAliasDialog,
)
from desktop_app.ui.people.person_facts import facts_of
from desktop_app.ui.people.person_page import PersonPage
from desktop_app.ui.people.whom_dialog import WhomDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.store.examples import article, capture, person
from tests.ui.conftest import AddArticle, Settle
from tests.ui.loop_watchdog import LoopWatchdog

FIRST = (
    "The American engineer Thomas Edison came ashore. Edison was cheered by all.\n\n"
    "Queen Victoria sent a greeting to President James Buchanan."
)
SECOND = "In London, Thomas Edison said that the work was done. William Thomson agreed."


@pytest.fixture
def page(
    qtbot: QtBot,
    add_article: AddArticle,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    settle: Settle,
) -> PersonPage:
    """The page of Thomas Edison, named in two articles."""
    add_article(FIRST, title="Ashore", published="1866-07-28", language="en")
    add_article(SECOND, title="Dinner", published="1868-07-02", language="en")
    page = PersonPage(library, tasks, notifier)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.show_person(person_id(library, "Thomas Edison"))
    settle()
    return page


def person_id(library: Library, name: str) -> int:
    return next(person.id for person in library.people.find() if person.name == name)


def test_it_tells_name_counts_dates_and_who_is_named_with_them(page: PersonPage) -> None:
    assert page.name.text() == "Thomas Edison"
    assert "2 articles" in page.span.text()
    assert "28 July 1866 – 2 July 1868" in page.span.text()
    assert page.facts is not None
    assert {person.name for person, _ in page.facts.together} >= {"William Thomson"}
    assert not page.lane.isHidden()


def test_the_sentences_can_be_filtered_and_opened(page: PersonPage, qtbot: QtBot) -> None:
    everything = page.list.mentions.rowCount()
    qtbot.keyClicks(page.filter, "London")

    assert page.list.mentions.rowCount() == 1 < everything
    index = page.list.mentions.index(0)
    assert "London" in index.data(MentionRole.MENTION).mention.sentence
    page.list.setCurrentIndex(index)
    with qtbot.waitSignal(page.passage_requested) as wanted:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args == [2, "In London, Thomas Edison said that the work was done."]


def test_roles_are_told_with_their_years(page: PersonPage) -> None:
    assert "American engineer" in page.side.roles.text()
    assert "1866, once" in page.side.roles.text()


def test_a_click_on_the_lane_shows_the_sentences_of_that_year(
    page: PersonPage, qtbot: QtBot
) -> None:
    stalk = QPoint(round(page.lane._x(1868 * 12 + 6)), page.lane.height() // 2)

    qtbot.mouseClick(page.lane, Qt.MouseButton.LeftButton, pos=stalk)

    assert page.filter.text() == "1868"
    assert page.count.text() == "Mentions · 1 of 3"


def test_show_articles_asks_for_everything_naming_them(page: PersonPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.query_requested) as wanted:
        page.articles_button.click()

    assert wanted.args == ['person:"Thomas Edison"']


def test_a_click_on_a_companion_goes_to_their_page(
    page: PersonPage, library: Library, settle: Settle
) -> None:
    page.show_person(person_id(library, "William Thomson"))
    settle()

    assert page.name.text() == "William Thomson"


def test_renaming_is_undoable(
    page: PersonPage, settle: Settle, qtbot: QtBot, messages: list[Message]
) -> None:
    page.acts.rename()
    dialog = page.findChild(RenamePersonDialog)
    assert not dialog.act_button.isEnabled()
    dialog.line.setText("Thomas Alva Edison")
    dialog.act_button.click()
    settle()
    assert page.name.text() == "Thomas Alva Edison"

    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()

    assert page.name.text() == "Thomas Edison"


def test_a_name_that_another_person_has_is_told(
    page: PersonPage, settle: Settle, messages: list[Message]
) -> None:
    page.acts.call("William Thomson")
    settle()

    assert messages[-1].text == (
        "Now called “William Thomson”. Somebody else is called so too: Merge… makes them one."
    )


def test_merging_is_searched_chosen_and_undoable(
    page: PersonPage, settle: Settle, library: Library, messages: list[Message]
) -> None:
    page.acts.merge()
    dialog = page.findChild(MergePersonsDialog)
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    assert (dialog.act_button.isEnabled(), cancel.isDefault()) == (False, False)
    assert dialog.focusWidget() is dialog.search
    dialog.search.setText("Thomson")
    settle()
    assert [dialog.list.item(row).text()[:15] for row in range(dialog.list.count())] == [
        "William Thomson"
    ]
    dialog.list.setCurrentRow(0)
    dialog.act_button.click()
    settle()
    assert page.facts is not None
    assert "William Thomson" in page.facts.person.aliases
    assert "William Thomson" not in {person.name for person in library.people.find()}

    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()

    assert "William Thomson" in {person.name for person in library.people.find()}


def test_merging_two_items_of_wikidata_says_so_before(
    page: PersonPage, settle: Settle, library: Library
) -> None:
    library.people.link_wikidata(person_id(library, "Thomas Edison"), "Q8743")
    library.people.link_wikidata(person_id(library, "William Thomson"), "Q41688")
    page.show_person(person_id(library, "Thomas Edison"))
    settle()

    page.acts.merge()
    dialog = page.findChild(MergePersonsDialog)
    dialog.search.setText("James")
    settle()
    dialog.list.setCurrentRow(0)
    assert dialog.warning.isHidden()
    dialog.search.setText("Thomson")
    settle()
    dialog.list.setCurrentRow(0)

    assert not dialog.warning.isHidden()
    assert "Q41688 (William Thomson) is given up" in dialog.warning.text()
    dialog.reject()


def test_splitting_off_makes_another_person(
    page: PersonPage, settle: Settle, library: Library
) -> None:
    page.acts.split()
    dialog = page.findChild(SplitAliasDialog)
    dialog.list.setCurrentRow(0)
    dialog.act_button.click()
    settle()

    assert "Edison" in {person.name for person in library.people.find()}
    assert page.facts is not None
    assert "Edison" not in dict(page.facts.spellings)


def test_hiding_says_so_and_can_be_taken_back(
    page: PersonPage, settle: Settle, library: Library, messages: list[Message]
) -> None:
    page.hide_button.click()
    settle()

    assert "Thomas Edison" not in {person.name for person in library.people.find()}
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert "Thomas Edison" in {person.name for person in library.people.find()}


def test_somebody_who_isnt_there_is_said(
    page: PersonPage, settle: Settle, qtbot: QtBot, messages: list[Message]
) -> None:
    with qtbot.waitSignal(page.person_gone, timeout=5_000):
        page.show_person(4_711)

    assert "4711" in messages[-1].text


def test_tags_and_outlets_narrow_the_list(
    page: PersonPage, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    library.tagging.add([1], ["sea/cable"])
    library.edit_fields(1, {"publisher": "The Times"})
    assert page.person_id is not None
    page.show_person(page.person_id)
    settle()

    with qtbot.waitSignal(page.query_requested) as wanted:
        page.side.tags_box.findChild(QToolButton).click()
    assert wanted.args == ['person:"Thomas Edison" tag:"sea/cable"']
    with qtbot.waitSignal(page.query_requested) as wanted:
        page.side.outlets_box.findChild(QToolButton).click()
    assert library.search(wanted.args[0]).ids == (1,)


def test_the_network_opens_another_persons_page(
    page: PersonPage, settle: Settle, qtbot: QtBot
) -> None:
    page.tabs.setCurrentWidget(page.network)
    settle()
    qtbot.keyClick(page.network.view, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.person_requested) as wanted:
        qtbot.keyClick(page.network.view, Qt.Key.Key_Return)
    assert wanted.args[0] != page.person_id


def test_a_name_is_added_found_and_removed(
    page: PersonPage, library: Library, settle: Settle, messages: list[Message]
) -> None:
    page.names.add_button.click()
    dialog = page.findChild(AddAliasDialog)
    assert not dialog.act_button.isEnabled()
    dialog.line.setText("T. A. Edison")
    dialog.act_button.click()
    settle()
    assert "T. A. Edison" in page.names.chips()
    assert library.search('person:"T. A. Edison"').ids == library.search("person:Thomas").ids != ()

    chosen(page, "T. A. Edison", "Remove it")
    settle()
    assert "T. A. Edison" not in page.names.chips()
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert "T. A. Edison" in page.names.chips()


def test_a_spelling_shows_its_sentences_becomes_the_name_or_leaves(
    page: PersonPage, library: Library, settle: Settle
) -> None:
    chosen(page, "Edison", "Show its sentences")
    assert page.filter.text() == "Edison"

    chosen(page, "Edison", "Make it the main name")
    settle()
    assert page.name.text() == "Edison"

    chosen(page, "Thomas Edison", "It is somebody else")
    settle()
    assert "Thomas Edison" not in page.names.chips()
    assert "Thomas Edison" in {person.name for person in library.people.find()}


def test_only_names_that_no_article_uses_can_be_removed(page: PersonPage) -> None:
    words = [action.text() for action in page.names.menu_of("Edison", 2).actions()]

    assert "Remove it" not in words
    assert [action.text() for action in page.names.menu_of("Thomas Edison", 1).actions()] == [
        "Show its sentences"
    ]


def chosen(page: PersonPage, spelling: str, words: str) -> None:
    """Choose from the menu of a spelling."""
    assert page.facts is not None
    menu = page.names.menu_of(spelling, dict(page.facts.spellings)[spelling])
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()


def test_two_persons_are_compared_on_one_lane(
    page: PersonPage, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    page.compare_button.click()
    dialog = page.findChild(ComparePersonsDialog)
    dialog.search.setText("Thomson")
    settle()
    dialog.list.setCurrentRow(0)
    dialog.act_button.click()
    settle()

    assert page.lane.is_comparing
    assert "William Thomson: 1 mention;" in page.lane.accessibleDescription()
    assert page.lane.accessibleDescription().endswith("articles that name both: 1")
    assert page.comparison.words.text().startswith("1 article names both")
    with qtbot.waitSignal(page.query_requested) as wanted:
        page.comparison.both_button.click()
    assert library.search(wanted.args[0]).ids == (2,)

    page.comparison.end_button.click()
    assert page.tabs.indexOf(page.comparison.list) == -1
    assert not page.lane.is_comparing
    assert page.comparison.isHidden()


def test_the_articles_that_name_both_are_listed_by_their_sentences_and_opened(
    page: PersonPage, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    page.comparison.compare_with(person_id(library, "William Thomson"))
    settle()

    assert page.tabs.currentWidget() is page.comparison.list
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Both · 1"
    shown = page.comparison.list.mentions
    sentences = [shown.index(row).data() for row in range(shown.rowCount())]
    assert [words.partition(": ")[2] for words in sentences] == [
        "In London, Thomas Edison said that the work was done.",
        "William Thomson agreed.",
    ]
    page.comparison.list.setCurrentIndex(shown.index(1))
    with qtbot.waitSignal(page.passage_requested) as opened:
        qtbot.keyClick(page.comparison.list, Qt.Key.Key_Return)
    assert opened.args == [2, "William Thomson agreed."]


def test_two_whom_no_article_names_together_have_no_page_of_both(
    page: PersonPage, library: Library, settle: Settle, add_article: AddArticle
) -> None:
    add_article("Minister Karl Renner spoke.", title="Alone", published="1868-09-01", language="en")
    page.comparison.compare_with(person_id(library, "Karl Renner"))
    settle()

    assert page.comparison.words.text() == "No article names both"
    assert page.tabs.count() == 2
    assert page.comparison.both_button.isHidden()


def test_another_person_ends_the_comparison(
    page: PersonPage, library: Library, settle: Settle
) -> None:
    page.comparison.compare_with(person_id(library, "William Thomson"))
    settle()
    assert page.lane.is_comparing

    page.show_person(person_id(library, "James Buchanan"))
    settle()

    assert not page.lane.is_comparing


def test_twenty_thousand_sentences_never_hold_the_window(
    page: PersonPage, settle: Settle, qtbot: QtBot
) -> None:
    assert page.facts is not None
    words = "Hier, à midi, Thomas Edison a répété que la chose était réglée, n° {}."
    found = page.facts.mentions[0]
    many = [
        replace(found, article_id=n, mention=replace(found.mention, sentence=words.format(n)))
        for n in range(20_000)
    ]
    facts = facts_of(page.facts.person, many, ())
    with LoopWatchdog().watching() as watchdog:
        page._show(facts)
        qtbot.wait(100)
        page.filter.setText("répété 1999")
        settle()
    assert watchdog.pauses == []
    assert page.list.mentions.rowCount() == 12
    assert page.count.text() == "Mentions · 12 of 20,000"


def test_the_first_sentences_are_there_before_the_others_are_read(
    page: PersonPage, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    edison = person_id(library, "Thomas Edison")
    text = "Day {}: Thomas Edison worked."
    with library.archive.act("Filled"):
        for day in range(400):
            told = text.format(day)
            who = (person(told, "Thomas Edison"),)
            clean = article(told, people=who, published=f"{1900 + day}")
            library.archive.articles.add(capture(told.encode()), clean)

    page.show_person(edison)
    qtbot.waitUntil(lambda: page.facts is not None and page.facts.person.articles == 402)

    assert page.facts is not None
    assert len(page.facts.mentions) == 51
    assert page.count.text() == "Mentions · 51 of 403"
    assert sum(page.facts.months.values()) == 403

    settle()

    assert page.count.text() == "Mentions · 403"
    assert dict(page.facts.spellings)["Thomas Edison"] == 402
    while page.list.mentions.canFetchMore(QModelIndex()):
        page.list.scrollToBottom()
        qtbot.wait(1)
    assert [found.mention.sentence for found in shown(page)][-1] == text.format(399)


def test_sentences_are_given_to_the_view_as_it_asks(page: PersonPage) -> None:
    assert page.facts is not None
    model, many = MentionListModel(), list(page.facts.mentions) * 400
    asked = [40, 340, 640, 940]

    model.set_mentions(many)

    for count in asked:
        assert model.rowCount() == count
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 1_200
    model.set_mentions([*many, *many])
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (1_200, True)


def test_in_one_article_somebody_else_is_meant(
    page: PersonPage, library: Library, settle: Settle, messages: list[Message]
) -> None:
    thomson = person_id(library, "William Thomson")
    menu = page.list.menu_of(page.list.mentions.index(0))
    menu.actions()[1].trigger()
    menu.deleteLater()
    dialog = page.findChild(WhomDialog)
    dialog.everywhere.setChecked(True)
    dialog.search.setText("Thomson")
    settle()
    dialog.list.setCurrentRow(0)
    dialog.act_button.click()
    settle()

    assert [found.article_id for found in library.people.mentions(thomson)][:1] == [1]
    assert {found.article_id for found in shown(page)} == {2}
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert page.list.mentions.rowCount() == 3


def shown(page: PersonPage) -> list[PersonMention]:
    """The mentions in the list."""
    model = page.list.mentions
    return [model.index(row).data(MentionRole.MENTION) for row in range(model.rowCount())]


def test_a_note_is_kept_when_it_is_left_and_undone(
    page: PersonPage, library: Library, settle: Settle, messages: list[Message]
) -> None:
    notes, edison = page.side.notes, person_id(library, "Thomas Edison")
    notes.note.text.setFocus()
    notes.note.text.setPlainText("# Who\n\nAn *inventor*.")
    page.filter.setFocus()
    settle()
    assert library.people.get(edison).note == "# Who\n\nAn *inventor*."

    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert library.people.get(edison).note == ""
    assert notes.note.text.toPlainText() == ""


def test_a_note_being_written_is_kept_when_another_person_is_opened(
    page: PersonPage, library: Library, settle: Settle
) -> None:
    edison, thomson = (person_id(library, each) for each in ("Thomas Edison", "William Thomson"))
    page.side.notes.note.text.setPlainText("Half a")

    page.show_person(thomson)
    settle()

    assert library.people.get(edison).note == "Half a"
    assert page.side.notes.note.text.toPlainText() == ""


def test_wikidata_is_linked_and_opened_only_when_asked(
    page: PersonPage,
    library: Library,
    settle: Settle,
    messages: list[Message],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    notes, edison = page.side.notes, person_id(library, "Thomas Edison")
    assert not notes.open_button.isVisible()
    notes.item.setText("q8743")
    notes.item.editingFinished.emit()
    settle()
    assert library.people.get(edison).wikidata == "Q8743"
    assert (notes.item.text(), opened) == ("Q8743", [])

    notes.open_button.click()
    assert opened == ["https://www.wikidata.org/wiki/Q8743"]
    notes.item.setText("Edison")
    notes.item.editingFinished.emit()
    settle()
    assert "no item of Wikidata" in messages[-1].text
    assert library.people.get(edison).wikidata == "Q8743"


def test_one_sentence_names_no_person(page: PersonPage, library: Library, settle: Settle) -> None:
    menu = page.list.menu_of(page.list.mentions.index(0))
    menu.actions()[2].trigger()
    menu.deleteLater()
    settle()

    assert page.list.mentions.rowCount() == 2
    assert library.people.get(person_id(library, "Thomas Edison")).mentions == 2


def test_the_articles_of_several_sentences_can_be_put_into_a_dossier(
    add_article: AddArticle, window: MainWindow, library: Library, settle: Settle
) -> None:
    text = "Foreign Minister Sergey Lavrov spoke in Geneva on Monday."
    ids = [add_article(f"{text} Part {n}.", title=f"Part {n}") for n in range(2)]
    person = library.people.find()[0]
    window.show_person(person.id)
    settle()
    page = window.findChild(PersonPage)
    assert isinstance(page, PersonPage)

    page.list.selectAll()

    assert sorted(page.list.article_ids()) == ids
    words = [each.text() for each in page.list.menu_of(page.list.model().index(0, 0)).actions()]
    assert words == ["Open the article here", "Add these 2 articles to a dossier…"]
