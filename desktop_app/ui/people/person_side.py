"""Beside a person's sentences: the user's note, roles, who is named with them, tags, outlets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import count_articles
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.people.person_facts import PersonFacts, RoleSpan
from desktop_app.ui.people.person_notes import PersonNotes
from desktop_app.ui.widgets.flow_layout import FlowLayout

#: How many are shown of each before “and … more”.
_MOST_ROLES, _MOST_TOGETHER, _MOST_COUNTS = 10, 16, 12


class PersonSide(QScrollArea):
    """Tells whom, which tag or which outlet the user wants to see."""

    person_requested = Signal(int)
    network_wanted = Signal()
    narrowed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetFields")
        self.setAccessibleName("Who else, which tags and outlets")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(24 * GRID)
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self.roles = QLabel(side)
        self.roles.setWordWrap(True)
        self.roles.setTextFormat(Qt.TextFormat.RichText)
        self.together_heading = heading("Named with", side)
        self.together_box = QWidget(side)
        self.together = FlowLayout(self.together_box)
        rule = QFrame(side)
        rule.setProperty("role", "rule")
        self.tags_box, self.tags = _counted("Tags", side)
        self.outlets_box, self.outlets = _counted("Outlets", side)
        self.notes = PersonNotes(side)
        for widget in (
            heading("Note", side),
            self.notes,
            heading("Called", side),
            self.roles,
            rule,
            self.together_heading,
            self.together_box,
            self.tags_box,
            self.outlets_box,
        ):
            layout.addWidget(widget)
        layout.addStretch()
        self.setWidget(side)

    def show_facts(self, facts: PersonFacts) -> None:
        """Show what stands round a person."""
        self.notes.show_person(facts.person)
        self._show_roles(facts.roles)
        self._show_together(facts)
        tag, outlet = partial(self.narrowed.emit, "tag"), partial(self.narrowed.emit, "publisher")
        _show_counts(self.tags_box, self.tags, facts.tags, tag)
        _show_counts(self.outlets_box, self.outlets, facts.outlets, outlet)

    def _show_roles(self, roles: tuple[RoleSpan, ...]) -> None:
        soft = theme().colours.soft
        lines = [
            f"{escape(span.role)}<br/>"
            f'<span style="color:{soft}; font-size:small">{escape(role_dates(span))}</span>'
            for span in roles[:_MOST_ROLES]
        ]
        if len(roles) > _MOST_ROLES:
            lines.append(f'<span style="color:{soft}">and {len(roles) - _MOST_ROLES} more</span>')
        self.roles.setText("<br/>".join(lines) or f'<span style="color:{soft}">no role told</span>')

    def _show_together(self, facts: PersonFacts) -> None:
        self.together.clear()
        self.together_heading.setVisible(bool(facts.together))
        for person, count in facts.together[:_MOST_TOGETHER]:
            button = _chip(person.name, count, self.together_box)
            articles = count_articles(count)
            button.setToolTip(f"{person.name}: {articles} together")
            button.clicked.connect(partial(_without_state, self.person_requested.emit, person.id))
            self.together.addWidget(button)
        if len(facts.together) > _MOST_TOGETHER:
            more = QPushButton("and more…", self.together_box)
            more.setProperty("flat", True)
            more.setToolTip("Show them as a network")
            more.clicked.connect(self._on_more)
            self.together.addWidget(more)
        self.together_box.updateGeometry()

    def _on_more(self) -> None:
        self.network_wanted.emit()


def role_dates(span: RoleSpan) -> str:
    """When a role was told: “1863 – 1865, 4 times”."""
    times = "once" if span.count == 1 else f"{span.count:,} times"
    if span.first is None or span.last is None:
        return times
    first, last = span.first[:4], span.last[:4]
    return f"{first if first == last else f'{first} – {last}'}, {times}"


def heading(text: str, parent: QWidget) -> QLabel:
    """The small words above a group."""
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    return label


def _counted(title: str, parent: QWidget) -> tuple[QWidget, FlowLayout]:
    """A box with a heading and room for counts."""
    box = QWidget(parent)
    inner = QWidget(box)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, GRID, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(heading(title, box))
    column.addWidget(inner)
    return box, FlowLayout(inner)


def _show_counts(
    box: QWidget,
    flow: FlowLayout,
    counts: Sequence[tuple[str, int]],
    chosen: Callable[[str], object],
) -> None:
    flow.clear()
    box.setVisible(bool(counts))
    for words, count in counts[:_MOST_COUNTS]:
        button = _chip(words, count, box)
        button.setToolTip("Show these articles")
        button.clicked.connect(partial(_without_state, chosen, words))
        flow.addWidget(button)


def _chip(words: str, count: int, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(f"{words.replace('&', '&&')}  {count:,}")
    button.setAccessibleName(f"{words}, {count:,}")
    button.setProperty("chip", True)
    return button


def _without_state(call: Callable[..., object], value: object, _checked: bool = False) -> None:
    """A slot for ``clicked``, which tells whether the button is down."""
    call(value)
