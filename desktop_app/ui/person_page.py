"""The page of one person: names, roles over time, a lane of mentions, who is named with them.

What it shows is worked out by ``person_facts``; what it changes goes through the Library.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Person
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.dates_in_words import date_in_words
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.mention_list import MentionList
from desktop_app.ui.network_panel import NetworkPanel
from desktop_app.ui.notifier import Notifier
from desktop_app.ui.person_dialogs import MergePersonsDialog, RenamePersonDialog, SplitAliasDialog
from desktop_app.ui.person_facts import (
    PersonFacts,
    RoleSpan,
    facts_of,
    matching,
    months_of,
    person_query,
)
from desktop_app.ui.person_lane import PersonLane
from desktop_app.ui.task_runner import Changed, TaskRunner
from desktop_app.ui.theme import GRID, reading_font, theme

#: How many spellings, roles and companions are shown before “and … more”.
_MOST_SPELLINGS, _MOST_ROLES, _MOST_TOGETHER = 14, 10, 16
_MOST_COUNTS = 12


class PersonPage(QWidget):
    """Shows a person and lets the user merge, split, rename and hide."""

    article_requested = Signal(int)
    query_requested = Signal(str)
    person_requested = Signal(int)
    back_requested = Signal()
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
        self._build()
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

    def show_person(self, person_id: int) -> None:
        """Read a person and show them."""
        if person_id != self._person_id:
            self.filter.clear()
        self._person_id = person_id
        task = self._tasks.read(partial(_read, self._library, person_id), key="person page")
        task.succeeded(self._show).failed(self._on_not_found)

    # Building

    def _build(self) -> None:
        self.name = QLabel(self)
        self.name.setFont(reading_font(21))
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setProperty("role", "personName")
        self.span = QLabel(self)
        self.span.setProperty("role", "hint")
        self.spellings_box = QWidget(self)
        self.spellings = FlowLayout(self.spellings_box)
        self.lane = PersonLane(self)
        self.lane.year_chosen.connect(lambda year: self.filter.setText(str(year)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID + GRID // 2)
        layout.addWidget(self._back_button(), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.name)
        layout.addWidget(self.span)
        layout.addWidget(self.spellings_box)
        layout.addWidget(self._actions())
        layout.addWidget(self.lane)
        layout.addWidget(self._body(), 1)

    def _back_button(self) -> QPushButton:
        self.back_button = self._action("‹ Back", "Back to where you came from", self._on_back)
        self.back_button.setAccessibleName("Back")
        return self.back_button

    def _on_back(self) -> None:
        self.back_requested.emit()

    def _actions(self) -> QWidget:
        self.articles_button = QPushButton("Show articles", self)
        self.articles_button.clicked.connect(self._on_articles)
        self.rename_button = self._action("Rename…", "Give another main name", self.rename)
        self.merge_button = self._action("Merge…", "Somebody else here is the same", self.merge)
        self.split_button = self._action("Split off…", "A name here is somebody else", self.split)
        self.hide_button = self._action("Not a person", "Hide this name everywhere", self.hide_it)
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.articles_button)
        layout.addSpacing(GRID)
        for button in (self.rename_button, self.merge_button, self.split_button, self.hide_button):
            layout.addWidget(button)
        layout.addStretch()
        return row

    def _action(self, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        return button

    def _body(self) -> QWidget:
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Filter these sentences")
        self.filter.setAccessibleName("Filter the sentences")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_mentions)
        self.count = _heading("Mentions", self)
        self.list = MentionList(self)
        self.list.article_requested.connect(self.article_requested)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        left = QWidget(self)
        self.network = NetworkPanel(self._library, self._tasks, self._notifier, self)
        self.network.view.person_requested.connect(self.person_requested)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(left, "Sentences")
        self.tabs.addTab(self.network, "Network")
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
        splitter.addWidget(self._side())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([620, 260])
        return splitter

    def _side(self) -> QWidget:
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self.roles_heading = _heading("Called", side)
        self.roles = QLabel(side)
        self.roles.setWordWrap(True)
        self.roles.setTextFormat(Qt.TextFormat.RichText)
        self.together_heading = _heading("Named with", side)
        self.together_box = QWidget(side)
        self.together = FlowLayout(self.together_box)
        rule = QFrame(side)
        rule.setProperty("role", "rule")
        for widget in (self.roles_heading, self.roles, rule, self.together_heading):
            layout.addWidget(widget)
        layout.addWidget(self.together_box)
        self.tags_box, self.tags = _counted("Tags", side)
        self.outlets_box, self.outlets = _counted("Outlets", side)
        layout.addWidget(self.tags_box)
        layout.addWidget(self.outlets_box)
        layout.addStretch()
        scroll = QScrollArea(self)
        scroll.setObjectName("sheetFields")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(24 * GRID)
        scroll.setWidget(side)
        return scroll

    # Showing

    def _show_again(self) -> None:
        if self._facts is not None:
            self._show(self._facts)

    def _show(self, facts: PersonFacts) -> None:
        self._facts = facts
        person = facts.person
        self.name.setText(person.name)
        self.span.setText(span_words(person))
        self._show_spellings(facts)
        self._show_roles(facts.roles)
        self._show_together(facts)
        self._show_counts(self.tags_box, self.tags, facts.tags, partial(self._narrow, "tag"))
        self._show_counts(
            self.outlets_box, self.outlets, facts.outlets, partial(self._narrow, "publisher")
        )
        self.network.show_person(person)
        self.lane.show_months(months_of(facts.mentions))
        self.split_button.setEnabled(len(facts.spellings) > 1)
        self.hide_button.setText("It is a person" if person.hidden else "Not a person")
        self._show_mentions()

    def _show_spellings(self, facts: PersonFacts) -> None:
        self.spellings.clear()
        others = [item for item in facts.spellings if item[0] != facts.person.name]
        self.spellings_box.setVisible(bool(others))
        for spelling, count in others[:_MOST_SPELLINGS]:
            label = QLabel(f"{escape(spelling)} <small>{count or ''}</small>", self.spellings_box)
            label.setProperty("role", "chip")
            self.spellings.addWidget(label)
        if len(others) > _MOST_SPELLINGS:
            more = QLabel(f"and {len(others) - _MOST_SPELLINGS} more", self.spellings_box)
            more.setProperty("role", "hint")
            more.setToolTip(", ".join(spelling for spelling, _ in others[_MOST_SPELLINGS:]))
            self.spellings.addWidget(more)

    def _show_roles(self, roles: tuple[RoleSpan, ...]) -> None:
        soft = theme().colours.soft
        lines = [
            f"{escape(span.role)}<br/>"
            f'<span style="color:{soft}; font-size:small">{escape(role_dates(span))}</span>'
            for span in roles[:_MOST_ROLES]
        ]
        self.roles.setText("<br/>".join(lines) or f'<span style="color:{soft}">no role told</span>')

    def _show_together(self, facts: PersonFacts) -> None:
        self.together.clear()
        self.together_heading.setVisible(bool(facts.together))
        for person, count in facts.together[:_MOST_TOGETHER]:
            button = QToolButton(self.together_box)
            button.setText(f"{person.name}  {count}")
            button.setProperty("chip", True)
            articles = "1 article" if count == 1 else f"{count:,} articles"
            button.setToolTip(f"{person.name}: {articles} together")
            button.clicked.connect(partial(self.person_requested.emit, person.id))
            self.together.addWidget(button)
        if len(facts.together) > _MOST_TOGETHER:
            more = QPushButton("and more…", self.together_box)
            more.setProperty("flat", True)
            more.setToolTip("Show them as a network")
            more.clicked.connect(self._on_network_wanted)
            self.together.addWidget(more)
        self.together_box.updateGeometry()

    def _on_network_wanted(self) -> None:
        self.tabs.setCurrentWidget(self.network)

    def _show_counts(
        self,
        box: QWidget,
        flow: FlowLayout,
        counts: Sequence[tuple[str, int]],
        chosen: Callable[[str], None],
    ) -> None:
        flow.clear()
        box.setVisible(bool(counts))
        for words, count in counts[:_MOST_COUNTS]:
            button = QToolButton(box)
            button.setText(f"{words}  {count:,}")
            button.setProperty("chip", True)
            button.setToolTip("Show these articles")
            button.clicked.connect(partial(_call, chosen, words))
            flow.addWidget(button)

    def _narrow(self, field: str, value: str) -> None:
        if self._facts is not None:
            quoted = value.replace('"', " ")
            self.query_requested.emit(f'{person_query(self._facts.person)} {field}:"{quoted}"')

    def _show_mentions(self) -> None:
        if self._facts is None:
            return
        mentions = self._facts.mentions
        shown = matching(mentions, self.filter.text())
        self.list.mentions.set_mentions(shown)
        of_all = f"{len(shown):,} of " if len(shown) < len(mentions) else ""
        self.count.setText(f"Mentions · {of_all}{len(mentions):,}")

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

    # Acts

    def rename(self) -> None:
        """Ask for another main name."""
        if self._facts is None:
            return
        dialog = RenamePersonDialog(self._facts, self)
        dialog.name_chosen.connect(self._on_name_chosen)
        dialog.open()

    def merge(self) -> None:
        """Ask who else is the same person."""
        if self._facts is None:
            return
        dialog = MergePersonsDialog(self._library, self._tasks, self._facts, self)
        dialog.persons_chosen.connect(self._on_persons_chosen)
        dialog.open()

    def split(self) -> None:
        """Ask which name is somebody else's."""
        if self._facts is None or len(self._facts.spellings) < 2:
            return
        dialog = SplitAliasDialog(self._facts, self)
        dialog.alias_chosen.connect(self._on_alias_chosen)
        dialog.open()

    def hide_it(self) -> None:
        """Say that this is no person, or that it is one after all."""
        if self._facts is None:
            return
        person = self._facts.person
        words = "is a person again" if person.hidden else "is hidden: not a person"
        call = partial(self._library.hide_person, person.id, not person.hidden)
        self._write(call, f"“{person.name}” {words}.")

    def _on_name_chosen(self, name: str) -> None:
        if self._person_id is not None:
            call = partial(self._library.rename_person, self._person_id, name)
            self._write(call, f"Now called “{name}”.")

    def _on_persons_chosen(self, ids: tuple[int, ...]) -> None:
        if self._person_id is not None:
            call = partial(self._library.merge_people, self._person_id, ids)
            self._write(call, f"Merged {len(ids) + 1} names into one person.")

    def _on_alias_chosen(self, alias: str) -> None:
        if self._person_id is not None:
            call = partial(self._library.split_alias, self._person_id, alias)
            self._write(call, f"“{alias}” is a person of its own now.")

    def _on_articles(self) -> None:
        if self._facts is not None:
            self.query_requested.emit(person_query(self._facts.person))

    def _write(self, call: Callable[[], object], said: str) -> None:
        task = self._tasks.write(call, label="Changing a person", changes=("people",))
        task.succeeded(lambda _: self._notifier.info(said, undo=self._undo))

    def _undo(self) -> None:
        kinds = ("articles", "people", "tags", "searches")
        self._tasks.write(self._library.undo, label="Taking it back", changes=kinds)


def span_words(person: Person) -> str:
    """“12 articles, 30 mentions, 14 April 2023 – 2 May 2025”."""
    articles = "1 article" if person.articles == 1 else f"{person.articles:,} articles"
    mentions = "1 mention" if person.mentions == 1 else f"{person.mentions:,} mentions"
    parts = [articles, mentions]
    if person.first and person.last:
        first, last = date_in_words(person.first), date_in_words(person.last)
        parts.append(first if first == last else f"{first} – {last}")
    return "  ·  ".join(parts)


def role_dates(span: RoleSpan) -> str:
    """When a role was told: “1863 – 1865, 4 times”."""
    times = "once" if span.count == 1 else f"{span.count:,} times"
    if span.first is None or span.last is None:
        return times
    first, last = span.first[:4], span.last[:4]
    return f"{first if first == last else f'{first} – {last}'}, {times}"


def _read(library: Library, person_id: int) -> PersonFacts:
    return facts_of(
        library.person(person_id),
        library.person_mentions(person_id),
        library.named_together(person_id),
        library.person_tags(person_id),
        library.person_outlets(person_id),
    )


def _call(chosen: Callable[[str], None], words: str) -> None:
    """For signals that say more than the slot wants to hear."""
    chosen(words)


def _counted(title: str, parent: QWidget) -> tuple[QWidget, FlowLayout]:
    """A box with a heading and room for counts."""
    box = QWidget(parent)
    inner = QWidget(box)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, GRID, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(_heading(title, box))
    column.addWidget(inner)
    return box, FlowLayout(inner)


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    return label
