"""The queue of “Same person?”, answered with keys."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.article import Mention, Person, PersonMention
from desktop_app.core.errors import InputError
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.people.suggestion_page import SuggestionPage
from desktop_app.ui.people.suggestion_source import Pair, PairSentences
from tests.ui.conftest import Settle


class Answers:
    """A source that notes what it was told; undo brings the last pair back."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.waiting = list(pairs)
        self.told: list[tuple[str, int]] = []
        self.taken: list[Pair] = []
        self.refuses = False

    def count(self) -> int:
        return len(self.waiting)

    def pairs(self, most: int) -> list[Pair]:
        return self.waiting[:most]

    def sentences(self, pair: Pair) -> PairSentences:
        return PairSentences(pair, [named(pair.one)], [named(pair.other)])

    def yes(self, pair: Pair) -> None:
        self._answer("yes", pair)

    def no(self, pair: Pair) -> None:
        self._answer("no", pair)

    def later(self, pair: Pair) -> None:
        self._answer("later", pair)

    def yes_to_all(self, pair: Pair) -> int:
        alike = [each for each in self.waiting if each.one.name == pair.one.name]
        for each in alike:
            self._answer("yes", each)
        return len(alike)

    def undo(self) -> None:
        self.waiting.insert(0, self.taken.pop())

    def _answer(self, answer: str, pair: Pair) -> None:
        if self.refuses:
            raise InputError("The archive is read-only.", "Open another one.")
        self.waiting.remove(pair)
        self.taken.append(pair)
        self.told.append((answer, pair.id))


def named(person: Person) -> PersonMention:
    sentence = f"{person.name} came."
    return PersonMention(
        person.id, "Title", "2023", Mention(0, len(person.name), person.name, None, sentence)
    )


def pair(one: int, other: int, name: str = "Sergej Lawrow") -> Pair:
    return Pair(one, Person(one, name, articles=2), Person(other, f"Other {other}"), "spelt alike")


@pytest.fixture
def source() -> Answers:
    return Answers([pair(1, 2), pair(3, 4), pair(5, 6, "Ada"), pair(7, 8, "Ada")])


@pytest.fixture
def page(
    qtbot: QtBot, source: Answers, tasks: TaskRunner, notifier: Notifier, settle: Settle
) -> SuggestionPage:
    page = SuggestionPage(source, tasks, notifier)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    return page


def test_the_first_pair_is_shown_with_both_sentences(page: SuggestionPage) -> None:
    assert page.words.text() == "4 pairs of names may be one person's."
    assert [side.name.text() for side in page.sides] == ["Sergej Lawrow", "Other 2"]
    assert page.why.text() == "spelt alike"
    shown = [side.list.mentions.index(0).data() for side in page.sides]
    assert shown == ["2023: Sergej Lawrow came.", "2023: Other 2 came."]


def test_a_key_answers_and_the_next_pair_is_there_at_once(
    page: SuggestionPage, source: Answers, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Y)
    assert page.sides[1].name.text() == "Other 4"
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    qtbot.keyClick(page.list, Qt.Key.Key_L)
    assert page.words.text() == "1 pair of names may be one person's."
    settle()

    assert source.told == [("yes", 1), ("no", 3), ("later", 5)]
    assert page.list.current == pair(7, 8, "Ada")


def test_yes_to_all_with_the_spelling_of_the_pair(
    page: SuggestionPage, source: Answers, settle: Settle, qtbot: QtBot, messages: list[Message]
) -> None:
    page.list.choose(2)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    settle()

    assert source.told == [("yes", 5), ("yes", 7)]
    assert page.list.pairs.rowCount() == 2
    assert messages[-1].text == "Merged 2 pairs with this spelling."


def test_an_answer_is_taken_back(
    page: SuggestionPage, source: Answers, settle: Settle, messages: list[Message]
) -> None:
    page.no_button.click()
    settle()
    assert page.list.pairs.rowCount() == 3
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()

    assert page.list.pairs.rowCount() == 4
    assert page.words.text().startswith("4 pairs")


def test_a_refused_answer_is_said_and_the_pair_is_back(
    page: SuggestionPage, source: Answers, settle: Settle, messages: list[Message]
) -> None:
    source.refuses = True
    page.yes_button.click()
    settle()

    assert "read-only" in messages[-1].text
    assert page.list.pairs.rowCount() == 4


def test_where_nothing_waits_it_says_so(page: SuggestionPage, settle: Settle, qtbot: QtBot) -> None:
    counts: list[int] = []
    page.count_changed.connect(counts.append)
    for _ in range(4):
        page.later()
    settle()

    assert page.nothing.isVisible()
    assert counts[-1] == 0
    page.yes()  # nobody is asked about


def test_a_person_can_be_looked_at_and_a_sentence_opened(
    page: SuggestionPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.person_requested) as wanted:
        page.sides[1].open_button.click()
    assert wanted.args == [2]

    sentences = page.sides[0].list
    sentences.setCurrentIndex(sentences.mentions.index(0))
    with qtbot.waitSignal(page.passage_requested) as there:
        qtbot.keyClick(sentences, Qt.Key.Key_Return)
    assert there.args == [1, "Sergej Lawrow came."]
