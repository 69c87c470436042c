"""The page of one person: names, roles over time, a lane of mentions, who is named with them.

What it shows is worked out by ``person_facts``; what it changes goes through the Library.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import PersonMention
from desktop_app.core.errors import AppError
from desktop_app.core.query import quoted
from desktop_app.services.library import Library
from desktop_app.ui.base.field_buttons import add_clearing
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.exporting.preset import Preset
from desktop_app.ui.people.mention_acts import MentionActs
from desktop_app.ui.people.mention_list import MentionList
from desktop_app.ui.people.network_panel import NetworkPanel
from desktop_app.ui.people.person_acts import PersonActs
from desktop_app.ui.people.person_comparison import PersonComparison
from desktop_app.ui.people.person_facts import (
    PersonFacts,
    matching,
    person_query,
    read_facts,
    read_more,
    span_words,
)
from desktop_app.ui.people.person_lane import PersonLane
from desktop_app.ui.people.person_names import PersonNames
from desktop_app.ui.people.person_side import PersonSide, heading
from desktop_app.ui.people.whom_dialog import Asked
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.page_head import back_button, hint_label, page_layout, page_title
from desktop_app.ui.widgets.suggestion_button import SuggestionButton

#: More sentences than these are filtered off the window's thread.
_FEW_MENTIONS = 2_000
#: So many persons a picture of the network may have.
_PICTURED = (20, 40, 80, 120)


class PersonPage(QWidget):
    """Shows a person and lets the user merge, split, rename and hide."""

    passage_requested = Signal(int, object)
    dossier_wanted = Signal(list)
    query_requested = Signal(str)
    export_wanted = Signal(str, object)
    person_requested = Signal(int)
    back_requested = Signal()
    suggestions_wanted = Signal()
    person_gone = Signal()

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("personPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._notifier = notifier
        self._facts: PersonFacts | None = None
        self._person_id: int | None = None
        self.acts = PersonActs(library, tasks, notifier, self)
        self.mentions = MentionActs(library, tasks, notifier, self)
        self._build()
        self._connect()
        tasks.changed.connect(self._on_changed)
        theme().changed.connect(self._show_again)

    @property
    def person_id(self) -> int | None:
        """Who is shown."""
        return self._person_id

    @property
    def facts(self) -> PersonFacts | None:
        """What is shown, once it was read."""
        return self._facts

    @property
    def query(self) -> str:
        """What finds this person's articles; empty until the person was read."""
        return person_query(self._facts.person) if self._facts is not None else ""

    def show_person(self, person_id: int) -> None:
        """Read a person and show them."""
        if person_id != self._person_id:
            self.filter.clear()
        self._person_id = person_id
        self.suggestions.refresh()
        task = self._tasks.read(partial(read_facts, self._library, person_id), key="person page")
        task.succeeded(self._show).failed(self._on_not_found)

    # Building

    def _build(self) -> None:
        self.back_button = back_button(self)
        self.back_button.clicked.connect(self.back_requested)
        self.name = page_title("", self)
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.span = hint_label("", self)
        self.lane = PersonLane(self)
        self.lane.year_chosen.connect(lambda year: self._on_filter_wanted(str(year)))
        self.comparison = PersonComparison(
            self.lane, self._library, self._tasks, self._notifier, self
        )
        self.names = PersonNames(self)
        self.side = PersonSide(self)
        layout = page_layout(self)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.name)
        layout.addWidget(self.span)
        layout.addWidget(self.names)
        layout.addWidget(self._actions())
        layout.addWidget(self.lane)
        layout.addWidget(self.comparison)
        layout.addWidget(self._body(), 1)

    def _connect(self) -> None:
        names, side, acts = self.names, self.side, self.acts
        names.filter_wanted.connect(self._on_filter_wanted)
        names.main_wanted.connect(acts.call)
        names.split_wanted.connect(acts.split_off)
        names.removal_wanted.connect(acts.remove_alias)
        names.addition_wanted.connect(acts.ask_alias)
        side.person_requested.connect(self.person_requested)
        side.network_wanted.connect(self._on_network_wanted)
        side.notes.note_changed.connect(acts.write_note)
        side.notes.item_changed.connect(acts.link_wikidata)
        side.narrowed.connect(self._on_narrowed)
        self.comparison.query_requested.connect(self.query_requested)
        self.comparison.passage_requested.connect(self.passage_requested)

    def _on_somebody_else_wanted(self, found: PersonMention) -> None:
        mention, title = found.mention, found.article_title or "Untitled"
        asked = Asked(mention.text, title, self._person_id)
        self.mentions.ask(found.article_id, [(mention.start, mention.end)], asked)

    def _on_nobody_wanted(self, found: PersonMention) -> None:
        mention = found.mention
        said = f"“{mention.text}” is no person there."
        self.mentions.assign(found.article_id, [(mention.start, mention.end)], None, said)

    def _on_filter_wanted(self, words: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.filter.setText(words)

    def _on_network_wanted(self) -> None:
        self.tabs.setCurrentWidget(self.network)

    def _actions(self) -> QWidget:
        self.articles_button = QPushButton("Show articles", self)
        self.articles_button.clicked.connect(self._on_articles)
        acts, make = self.acts, self._action
        self.rename_button = make("Rename…", "Give another main name", acts.rename)
        self.merge_button = make("Merge…", "Somebody else here is the same", acts.merge)
        self.split_button = make("Split off…", "A name here is somebody else", acts.split)
        self.hide_button = make("Not a person", "Hide this name everywhere", acts.hide_it)
        self.compare_button = make(
            "Compare…", "Another person's mentions on the same years", self.comparison.ask
        )
        self.export_button = make(
            "Export…",
            "Write this person's articles to files",
            self._on_export,
        )
        row = QWidget(self)
        layout = FlowLayout(row, spacing=GRID // 2)
        for button in (
            self.articles_button,
            self.rename_button,
            self.merge_button,
            self.split_button,
            self.compare_button,
            self.export_button,
            self.hide_button,
        ):
            layout.addWidget(button)
        self.suggestions = SuggestionButton(self._library, self._tasks, self)
        self.suggestions.clicked.connect(lambda _checked: self.suggestions_wanted.emit())
        layout.addWidget(self.suggestions)
        return row

    def _action(self, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        return button

    def _on_export(self) -> None:
        if self.query:  # which would else be everybody's articles
            self.export_wanted.emit(self.query, None)

    def _on_picture_wanted(self, persons: int) -> None:
        most = next((each for each in _PICTURED if each >= persons), _PICTURED[-1])
        self.export_wanted.emit(self.query, Preset("network-picture", {"persons": str(most)}))

    def _body(self) -> QWidget:
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Filter these sentences")
        self.filter.setAccessibleName("Filter the sentences")
        add_clearing(self.filter)
        self.filter.textChanged.connect(self._show_mentions)
        self.count = heading("Mentions", self)
        self.list = MentionList(self)
        self.list.passage_requested.connect(self.passage_requested)
        self.list.dossier_wanted.connect(self.dossier_wanted)
        self.list.somebody_else_wanted.connect(self._on_somebody_else_wanted)
        self.list.nobody_wanted.connect(self._on_nobody_wanted)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self.list.show_menu)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        left = QWidget(self)
        self.network = NetworkPanel(self._library, self._tasks, self._notifier, self)
        self.network.picture_wanted.connect(self._on_picture_wanted)
        self.network.view.person_requested.connect(self.person_requested)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName("What is told of this person")
        self.tabs.addTab(left, "Sentences")
        self.tabs.addTab(self.network, "Network")
        self.comparison.set_tabs(self.tabs)
        head = QHBoxLayout()
        head.setContentsMargins(0, GRID, 0, 0)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.filter)
        self.filter.setFixedWidth(26 * GRID)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("sheetColumns")
        splitter.setHandleWidth(3 * GRID)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([620, 260])
        return splitter

    # Showing

    def _show_again(self) -> None:
        if self._facts is not None:
            self._show(self._facts)

    def _show(self, facts: PersonFacts) -> None:
        self._facts = facts
        person = facts.person
        self.name.setText(person.name)
        self.span.setText(span_words(person))
        self.network.show_person(person)
        self.lane.show_months(facts.months)
        self.comparison.set_facts(facts)
        self.hide_button.setText("It is a person" if person.hidden else "Not a person")
        self._show_what_is_read(facts)

    def _show_what_is_read(self, facts: PersonFacts) -> None:
        """Show what follows from the mentions read so far, and read more where there are more."""
        self._facts = facts
        self.acts.set_facts(facts)
        self.names.show_facts(facts)
        self.side.show_facts(facts)
        self.split_button.setEnabled(len(facts.spellings) > 1)
        self._show_mentions()
        if not facts.is_complete:
            more = partial(read_more, self._library, facts)
            task = self._tasks.read(more, key="person page")
            task.succeeded(self._show_what_is_read).failed(self._on_not_found)

    def _on_narrowed(self, field: str, value: str) -> None:
        if self._facts is not None:
            person = person_query(self._facts.person)
            self.query_requested.emit(f"{person} {field}:{quoted(value)}")

    def _show_mentions(self) -> None:
        if self._facts is None:
            return
        mentions, words = self._facts.mentions, self.filter.text()
        if len(mentions) <= _FEW_MENTIONS or not words.strip():
            self._show_matching(matching(mentions, words))
            return
        find = partial(matching, mentions, words)
        self._tasks.read(find, key="person filter").succeeded(self._show_matching)

    def _show_matching(self, shown: list[PersonMention]) -> None:
        if self._facts is None:
            return
        facts = self._facts
        self.list.mentions.set_mentions(shown)
        read = len(facts.mentions)
        count = read if facts.is_complete else max(read, facts.person.mentions)
        of_all = f"{len(shown):,} of " if len(shown) < count else ""
        self.count.setText(f"Mentions · {of_all}{count:,}")

    def _on_not_found(self, failure: AppError) -> None:
        self._person_id = None
        self._facts = None
        self._notifier.failure(failure)
        self.person_gone.emit()

    def _on_changed(self, changed: Changed) -> None:
        if self._person_id is not None and changed.kinds & {"people", "articles"}:
            if self.isVisible():
                self.show_person(self._person_id)
            else:
                self._facts = None

    def _on_articles(self) -> None:
        if self._facts is not None:
            self.query_requested.emit(person_query(self._facts.person))
