"""The panel beside the reader: tags, note, metadata, people, dates told, what cleaning cut."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Article, RemovedBlock
from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.highlight import Highlight
from desktop_app.core.refetch import LastLook
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.details.details_fields import DetailsFields
from desktop_app.ui.people.unassigned_names import UnassignedNames
from desktop_app.ui.reading.reader_content import ReaderContent
from desktop_app.ui.tags.tag_editor import TagEditor
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.note_field import NoteField

_MOST_SHOWN = 40
_LONGEST_SHOWN = 160
#: What came of fetching an article again, in a word or two; the banner says more.
_LOOKS = {
    "same": "nothing new",
    "changed": "a new version",
    "beside": "a version beside the text",
    "refused": "another page came, which was refused",
    "gone": "not there",
    "failed": "not to be had",
}


class DetailsPanel(QScrollArea):
    """Shows what is known of an article beside its text; tells what the user wants changed."""

    tags_added = Signal(list)
    tag_removed = Signal(str)
    note_changed = Signal(int, str)
    fields_changed = Signal(int, dict)
    refused = Signal(object)
    restore_requested = Signal(int)
    person_requested = Signal(int)
    revisions_requested = Signal()
    assignment_wanted = Signal(object, int, str)
    highlight_requested = Signal(object)
    attachment_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsScroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Details of the article")
        page = QWidget(self)
        page.setObjectName("detailsPanel")
        self.tags = TagEditor(page)
        self.note = NoteField("Note", "Your note on this article, in Markdown", page)
        self.fields = DetailsFields(page)
        self.snapshot = _hint("", page)
        self.look = _hint("", page)
        self.citation_key = _hint("", page)
        self.citation_key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.citation_key.setToolTip("By this key texts cite the article; it never changes")
        self.versions = QPushButton(page)
        self.versions.setProperty("flat", "true")
        self.highlights = QWidget(page)
        self.people = QWidget(page)
        self._people_flow = FlowLayout(self.people)
        self.unassigned = UnassignedNames(page)
        self.events = QWidget(page)
        self.removed = QWidget(page)
        self._events_layout = QVBoxLayout(self.events)
        self._removed_layout = QVBoxLayout(self.removed)
        self._highlights_layout = QVBoxLayout(self.highlights)
        for layout in (self._events_layout, self._removed_layout, self._highlights_layout):
            layout.setContentsMargins(0, 0, 0, 0)
        self._arrange(page)
        self._connect()
        self.setWidget(page)

    def show_content(self, content: ReaderContent) -> None:
        """Show an article's details."""
        article = content.article
        self.note.show_note(article.id, article.note)
        self.tags.set_tags(article.tags)
        self.fields.show_article(article)
        self.snapshot.setText(_snapshot_words(article))
        self.look.setText(_look_words(content.look))
        self.look.setVisible(content.look is not None)
        self.show_citation_key(content.citation_key)
        self.versions.setText(_versions_words(content.revisions, content.refused))
        self._show_highlights(article.highlights)
        self._show_people(article)
        self._show_events(article)
        self._show_removed(article.clean.removed)

    def show_citation_key(self, key: str) -> None:
        """Show by what the article is cited; nothing as long as it has no key."""
        self.citation_key.setText(f"Cited as [@{key}]")
        self.citation_key.setVisible(bool(key))

    def set_known_tags(self, paths: Iterable[str]) -> None:
        """Complete tags from these."""
        self.tags.set_known_tags(paths)

    def _show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        layout = self._highlights_layout
        _empty(layout)
        for highlight in highlights[:_MOST_SHOWN]:
            quote = escape(_cut(highlight.quote.exact))
            ink, colours = theme().highlight_ink(highlight.colour).name(), theme().colours
            look = f"background-color:{ink}; color:{colours.ink}; text-decoration:none"
            link = "" if highlight.is_orphan else ' href="#"'
            parts = [f'<a{link} style="{look}">{quote}</a>']
            if highlight.note:
                parts.append(f"<i>{escape(_cut(highlight.note))}</i>")
            if highlight.is_orphan:
                parts.append(
                    '<b>Not in the text</b> · <a href="attach">attach it to the selected words</a>'
                )
            label = _text("<br/>".join(parts), self.highlights)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
            told = self.attachment_wanted if highlight.is_orphan else self.highlight_requested
            wanted = partial(told.emit, highlight)
            label.linkActivated.connect(lambda _link, wanted=wanted: wanted())
            layout.addWidget(label)
        self._highlights_heading.setVisible(bool(highlights))
        self._highlights_heading.setText(f"Highlights ({len(highlights)})")
        self.highlights.setVisible(bool(highlights))

    def _show_people(self, article: Article) -> None:
        self._people_flow.clear()
        for person in article.clean.people[:_MOST_SHOWN]:
            chip = QToolButton(self.people)
            chip.setText(person.name)
            chip.setProperty("chip", "true")
            chip.setToolTip("; ".join((*person.roles, *person.aliases)) or person.name)
            chip.setEnabled(person.id is not None)
            person_id = person.id or 0
            chip.clicked.connect(
                lambda _checked=False, wanted=person_id: self.person_requested.emit(wanted)
            )
            self._people_flow.addWidget(chip)
        self.unassigned.show_names(article.clean.unassigned)
        self._people_heading.setVisible(bool(article.clean.people))
        self.people.setVisible(bool(article.clean.people))

    def _show_events(self, article: Article) -> None:
        layout = self._events_layout
        _empty(layout)
        for event in article.clean.events[:_MOST_SHOWN]:
            words = f"<b>{date_in_words(event.date)}</b><br/>{escape(_cut(event.text))}"
            layout.addWidget(_text(words, self.events))
        self._events_heading.setVisible(bool(article.clean.events))
        self.events.setVisible(bool(article.clean.events))

    def _show_removed(self, removed: tuple[RemovedBlock, ...]) -> None:
        layout = self._removed_layout
        _empty(layout)
        for index, block in enumerate(removed[:_MOST_SHOWN]):
            words = f"<s>{escape(_cut(block.text))}</s><br/><i>{escape(block.reason)}</i>"
            layout.addWidget(_text(words, self.removed))
            button = QPushButton("Put back", self.removed)
            button.setProperty("flat", "true")
            button.setAccessibleName(f"Put back: {_cut(block.text)}")
            button.clicked.connect(
                lambda _checked=False, wanted=index: self.restore_requested.emit(wanted)
            )
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._removed_heading.setVisible(bool(removed))
        self._removed_heading.setText(f"Left out by cleaning ({len(removed)})")
        self.removed.setVisible(bool(removed))

    def _arrange(self, page: QWidget) -> None:
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        self._highlights_heading = _heading("Highlights", page)
        self._people_heading = _heading("People", page)
        self._events_heading = _heading("Dates told in the text", page)
        self._removed_heading = _heading("Left out by cleaning", page)
        for widget in (
            _heading("Tags", page),
            self.tags,
            _heading("Note", page),
            self.note,
            self._highlights_heading,
            self.highlights,
            _heading("Details", page),
            self.fields,
            self.snapshot,
            self.look,
            self.citation_key,
            self.versions,
            self._people_heading,
            self.people,
            self.unassigned,
            self._events_heading,
            self.events,
            self._removed_heading,
            self.removed,
        ):
            layout.addWidget(widget)
        layout.setAlignment(self.versions, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.tags.added.connect(self.tags_added)
        self.note.changed.connect(self.note_changed)
        self.tags.removed.connect(self.tag_removed)
        self.fields.changed.connect(self.fields_changed)
        self.fields.refused.connect(self.refused)
        self.unassigned.assignment_wanted.connect(self.assignment_wanted)
        self.versions.clicked.connect(self.revisions_requested)


def _heading(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "heading")
    label.setContentsMargins(0, GRID, 0, 0)
    return label


def _hint(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "hint")
    label.setWordWrap(True)
    return label


def _text(html: str, parent: QWidget) -> QLabel:
    label = _hint(html, parent)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFrameShape(QFrame.Shape.NoFrame)
    return label


def _snapshot_words(article: Article) -> str:
    snapshot = article.snapshot
    captured = f"Captured {moment_in_words(article.captured)}"
    if snapshot is None:
        return captured
    size = f"{snapshot.size:,} bytes of {snapshot.media_type}"
    return f"{captured}, {size}, SHA-256 {snapshot.sha256[:12]}…"


def _look_words(look: LastLook | None) -> str:
    if look is None:
        return ""
    what = _LOOKS.get(look.outcome, look.message)
    gone = f", gone since {moment_in_words(look.gone_since)}" if look.gone_since else ""
    return f"Last fetched again {moment_in_words(look.looked)}: {what}{gone}"


def _versions_words(revisions: int, refused: int) -> str:
    if not refused:
        return f"Versions of the text: {revisions:,}"
    return f"Versions: {revisions:,}, and {refused:,} refused"


def _cut(text: str) -> str:
    words = " ".join(text[: 2 * _LONGEST_SHOWN].split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()}…"


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
