"""The right pane: one article to read, its details beside it, its text to edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Article
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.core.text_quote import TextQuote
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import theme
from desktop_app.ui.details.details_acts import DetailsActs
from desktop_app.ui.details.details_panel import DetailsPanel
from desktop_app.ui.late_parts import copies_dialog, revisions_dialog
from desktop_app.ui.people.mention_acts import MentionActs
from desktop_app.ui.reading.markdown_editor import MarkdownEditor
from desktop_app.ui.reading.reader_bar import ReaderBar
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reader_content import ReaderContent, load_content
from desktop_app.ui.reading.reader_highlights import ReaderHighlights
from desktop_app.ui.reading.reader_links import NamedPlace
from desktop_app.ui.reading.reader_style import ShownMarks
from desktop_app.ui.reading.reading_position import ReadingPosition
from desktop_app.ui.reading.seen_article import SeenArticle
from desktop_app.ui.reading.shown_text import ShownText
from desktop_app.ui.reading.sought_passage import SoughtPassage
from desktop_app.ui.reading.warnings_banner import WarningsBanner
from desktop_app.ui.tags.tag_suggesting import TagSuggesting
from desktop_app.ui.widgets.late_pane import NO_ARTICLE, empty_reader

if TYPE_CHECKING:
    from desktop_app.core.query import Words
    from desktop_app.ui.reading.find_bar import FindBar
    from desktop_app.ui.reading.reader_matches import ReaderMatches

#: Below this width, in pixels, the details give way to the text.
_NARROW = 560


class ReaderPane(QWidget):
    """Shows the article it is given, and writes what the user changes on it."""

    person_requested = Signal(int)
    tag_requested = Signal(str)
    archived_copy_wanted = Signal(int)
    browser_wanted = Signal()
    shown = Signal(object)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        acts: ArticleActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readerPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._notifier = notifier
        self._acts = acts
        self._content: ReaderContent | None = None
        self.shown_marks = ShownMarks()
        self._matches: ReaderMatches | None = None
        #: Goes to the next article (1) or the one before (-1); False where there is none.
        self.leave: Callable[[int], bool] = lambda _by: False
        self._find_bar: FindBar | None = None
        self._wanted = -1
        self._is_narrow = False
        self._hidden_for_room = False
        self.empty = empty_reader(NO_ARTICLE, self)
        self.banner = WarningsBanner(self)
        self.browser = ReaderBrowser(self)
        self._text = ShownText(self.browser, tasks)
        self._sought = SoughtPassage(self.browser, self._text)
        self.position = ReadingPosition(self.browser, self._text, library, tasks)
        self.highlights = ReaderHighlights(
            self.browser, library, tasks, notifier, acts.undo, self._text
        )
        self.editor = MarkdownEditor(tasks, self)
        #: Whether several articles are chosen; then none of them is shown.
        self._has_many = False
        self.details = DetailsPanel(self)
        self.mentions = MentionActs(library, tasks, notifier, self)
        self.bar = ReaderBar(self)
        self._arrange()
        self._connect()
        self._show_stack(self.empty)

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._content.article if self._content is not None else None

    def show_article(self, article_id: int) -> None:
        """Read an article and show it; -1 shows none."""
        if article_id == self._wanted and self.editor.isVisible():
            return
        self.keep_edits()
        if article_id != self._wanted:
            self.position.leave()
        self._wanted = article_id
        if article_id < 0:
            self._content = None
            self._text.show(None)
            self.position.show(None)
            self.highlights.show_article(None)
            self.empty.setText(NO_ARTICLE)
            self._show_stack(self.empty)
            self.shown.emit(None)
            return
        marks = self.shown_marks
        task = self._tasks.read(
            lambda: load_content(self._library, article_id, marks), key="reader"
        )
        task.succeeded(self._on_content).failed(self._on_failed)

    def seek(self, article_id: int, words: str | TextQuote) -> None:
        """Go to these words in an article, at once or as soon as it is shown."""
        self._sought.seek(article_id, words)
        self._go_to_sought()

    def _go_to_sought(self) -> None:
        article = self.article
        if article is not None and self._stack.currentWidget() is self._reading:
            self._sought.go(article.id)

    def show_many(self, count: int) -> None:
        """Say how many articles are chosen."""
        self._has_many = count > 1
        if self._has_many:
            self.keep_edits()
            self.empty.setText(f"{count_articles(count)} chosen.")
            self._show_stack(self.empty)
        elif self._content is not None and not self.editor.isVisible():
            self._show_stack(self._reading)

    def set_words(self, words: Sequence[Words]) -> None:
        """Mark the words that were searched for."""
        if words or self._matches is not None:
            self.matches.set_words(words)

    @property
    def find_bar(self) -> FindBar:
        """Find in the article."""
        if self._find_bar is None:
            # Imported late, as nobody looks for it when the window starts.
            from desktop_app.ui.reading.find_bar import FindBar  # noqa: PLC0415

            self._find_bar = FindBar(self.browser, self.matches, self)
            self._column.insertWidget(1, self._find_bar)
        return self._find_bar

    def find_words(self) -> None:
        """Look for something in the article that is read."""
        if self.article is not None and self._stack.currentWidget() is self._reading:
            self.find_bar.open_bar()

    @property
    def matches(self) -> ReaderMatches:
        """Where the words stand that were searched for."""
        if self._matches is None:
            # Imported here: the window starts without a search.
            from desktop_app.ui.reading.reader_matches import ReaderMatches  # noqa: PLC0415

            self._matches = ReaderMatches(self.browser, self._tasks)
            self._matches.leave = self.leave
        return self._matches

    def show_marks(self, marks: ShownMarks) -> None:
        """Show names and dates in the text, or leave them out."""
        self.shown_marks = marks
        if self._wanted >= 0:
            self.show_article(self._wanted)

    def toggle_names(self) -> None:
        """Underline names in the text, or don't."""
        self.show_marks(replace(self.shown_marks, names=not self.shown_marks.names))

    def toggle_dates(self) -> None:
        """Show the dates told beside the text, or don't."""
        self.show_marks(replace(self.shown_marks, dates=not self.shown_marks.dates))

    def set_known_tags(self, paths: Iterable[str]) -> None:
        """Complete tags from these."""
        self.details.set_known_tags(paths)

    def add_actions(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Put buttons for these acts, each with its icon, into the bar above the text."""
        self.bar.add_actions(actions, self.browser)

    def edit_text(self) -> None:
        """Change the text as Markdown."""
        content = self._content
        if content is not None:
            self._show_stack(self.editor)
            self.editor.edit(content.article.clean.markdown, content.images, self.browser.reading)

    def focus_text(self) -> None:
        """Put the cursor into the text that is read or changed, if one is shown."""
        page = self._stack.currentWidget()
        if page is self.editor:
            self.editor.text.setFocus()
        elif page is self._reading:
            self.browser.setFocus()

    def focus_tags(self) -> None:
        """Put the cursor where a tag can be typed."""
        if self.article is None:
            return
        self.details.show()
        self.details.tags.line.setFocus()

    def focus_suggested_tags(self) -> None:
        """Put the cursor on the first of the tags that are suggested."""
        if self.article is None:
            return
        self.details.show()
        if self.details.tags.focus_suggestions():
            self.details.ensureWidgetVisible(self.details.tags.suggestions)
        else:
            self._notifier.info("No tag is suggested for this article.")

    def edit_note(self) -> None:
        """Open the note on the article to be written."""
        if self.article is not None:
            self.details.show()
            self.details.ensureWidgetVisible(self.details.note)
            self.details.note.edit()

    def compare_revisions(self, article_id: int | None = None) -> None:
        """Show the versions of the text, or those of another article's."""
        if article_id is None and self.article is not None:
            article_id = self.article.id
        if article_id is not None:
            dialog = revisions_dialog(self._library, self._tasks, article_id, self)
            dialog.text.set_reading(self.browser.reading)
            dialog.open()

    def fetch_archived(self) -> None:
        """Ask for the Internet Archive's copy of the article."""
        if self.article is not None:
            self.archived_copy_wanted.emit(self.article.id)

    def compare_copies(self) -> None:
        """Show the copies of the article beside one another."""
        if self.article is not None:
            dialog = copies_dialog(self._library, self._tasks, self.article.id, self)
            dialog.text.set_reading(self.browser.reading)
            dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the text where there is little."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow and not self._is_narrow:
            self._hidden_for_room = not self.details.isHidden()
            self.details.setVisible(False)
        elif self._is_narrow and not narrow and self._hidden_for_room:
            self.details.setVisible(True)
        self._is_narrow = narrow

    def show_details(self, wanted: bool) -> None:
        """Show or hide the details; where there is little room, once there is more."""
        self._hidden_for_room = wanted and self._is_narrow
        self.details.setVisible(wanted and not self._is_narrow)

    @property
    def wants_details(self) -> bool:
        """Whether the user has the details shown, or would with more room."""
        if self._is_narrow and self._hidden_for_room:
            return True
        return not self.details.isHidden()

    # Showing

    def _on_content(self, content: ReaderContent) -> None:
        article, before = content.article, self._content
        same = before is not None and before.article.id == article.id
        if same:
            self.position.change(article)
        place = self.browser.place_at_top() if same else 0
        self._content = content
        self.banner.show_warnings(article.clean.warnings, content.look, article.clean.url)
        self._text.show(article.clean.text)
        if before is None or not same or before.html != content.html:
            self.browser.show_html(content.html.head, content.html.pieces, content.images)
            if before is not None and before.article.clean.text == article.clean.text and same:
                self.browser.hold_place(place)
        if not same:
            self.position.show(article, 0 if self._sought.is_in(article.id) else content.start)
        self.highlights.show_article(article)
        self.details.show_content(content)
        self._give_citation_key(content)
        self._suggesting.follow(article)
        if self._has_many:
            self.banner.hide()
        elif not (same and self.editor.isVisible()):
            self._show_stack(self._reading)
        self._go_to_sought()
        self.shown.emit(article)

    def _give_citation_key(self, content: ReaderContent) -> None:
        """An article gets its key when its details are first seen."""
        if content.citation_key:
            return
        article_id, citing = content.article.id, self._library.citing

        def show(keys: dict[int, str]) -> None:
            shown = self._content
            if shown is not None and shown.article.id == article_id and article_id in keys:
                self._content = replace(shown, citation_key=keys[article_id])
                self.details.show_citation_key(keys[article_id])

        task = self._tasks.write(lambda: citing.keys([article_id]), label="", changes=())
        task.succeeded(show)

    def _on_failed(self, failure: AppError) -> None:
        self._content = None
        self.empty.setText(str(failure))
        self._show_stack(self.empty)

    def _show_stack(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        if self._find_bar is not None and page is not self._reading:
            self._find_bar.close_bar()
        self.bar.setVisible(page is self._reading)
        # What it says is about the article that is shown.
        self.banner.setVisible(page is not self.empty and bool(self.banner.text.text()))

    def _on_changed(self, changed: Changed) -> None:
        # What is wanted, not what is shown: a slower reading of another article may be under way.
        if self._wanted < 0 or self.editor.isVisible():
            return
        if not changed.ids or self._wanted in changed.ids:
            self.show_article(self._wanted)

    def _on_theme_changed(self) -> None:
        if self._content is not None:
            self.details.show_content(self._content)

    # Changing

    def keep_edits(self) -> None:
        """Save what stands in the editor when the user goes to another article."""
        if self.editor.isVisible() and self.editor.is_changed:
            self.editor.save()

    def _on_text_saved(self, markdown: str) -> None:
        article = self.article
        self.editor.text.document().setModified(False)
        self._show_stack(self._reading)
        if article is None:
            return
        task = self._tasks.write(
            lambda: self._library.edit_markdown(article.id, markdown),
            label="Save the text",
            changes=("articles", "people", "tags"),
            ids=(article.id,),
        )
        said = "Saved the text as a new version."
        task.succeeded(lambda _result: self._notifier.info(said, undo=self._acts.undo))
        task.failed(lambda failure: self._on_not_saved(article.id, markdown, failure))

    def _on_not_saved(self, article_id: int, markdown: str, failure: AppError) -> None:
        """Give the user back what couldn't be kept."""
        self._notifier.failure(failure)
        content = self._content
        if content is not None and content.article.id == article_id:
            self._show_stack(self.editor)
            self.editor.edit(markdown, content.images, self.browser.reading)
            self.editor.text.document().setModified(True)

    def _on_editor_left(self) -> None:
        self._show_stack(self._reading)
        self.browser.setFocus()

    def _on_place_menu_wanted(self, place: NamedPlace, where: QPoint) -> None:
        if self.article is not None:
            self.mentions.menu_of(self.article, place).popup(where)

    def _on_naming_wanted(self, selected: TextQuote) -> None:
        if self.article is not None:
            self.mentions.ask_stretch(self.article, selected)

    # Building

    def _arrange(self) -> None:
        self._reading = QSplitter(Qt.Orientation.Horizontal, self)
        self._reading.addWidget(self.browser)
        self._reading.addWidget(self.details)
        self._reading.setStretchFactor(0, 1)
        self._reading.setStretchFactor(1, 0)
        self._reading.setSizes([560, 250])
        self._reading.setChildrenCollapsible(False)
        self.browser.setMinimumWidth(220)
        self.details.setMinimumWidth(200)
        self._stack = QStackedWidget(self)
        for page in (self.empty, self._reading, self.editor):
            self._stack.addWidget(page)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.browser.person_requested.connect(self.person_requested)
        self.browser.place_menu_wanted.connect(self._on_place_menu_wanted)
        self.browser.naming_wanted.connect(self._on_naming_wanted)
        self.mentions.person_requested.connect(self.person_requested)
        self._seen = SeenArticle(lambda: self.article, self._library, self._tasks, self)
        self.shown.connect(self._seen.look)
        self.browser.filled.connect(self._go_to_sought)
        self._text.ready.connect(self._go_to_sought)
        self.browser.find_wanted.connect(self.find_words)
        self.browser.tag_requested.connect(self.tag_requested)
        self.editor.saved.connect(self._on_text_saved)
        self.editor.left.connect(self._on_editor_left)
        details = self.details
        self._suggesting = TagSuggesting(self._library, self._tasks, details.tags)
        details.fields.read_dates_with(self._tasks)
        DetailsActs(
            details,
            lambda: self.article,
            self._library,
            self._tasks,
            self._notifier,
            self._acts,
            self.mentions,
        )
        self.banner.archived_copy_wanted.connect(self.fetch_archived)
        self.banner.browser_wanted.connect(self.browser_wanted)
        details.tags.left.connect(self.browser.setFocus)
        details.person_requested.connect(self.person_requested)
        details.revisions_requested.connect(self.compare_revisions)
        details.highlight_requested.connect(self.highlights.go_to)
        details.attachment_wanted.connect(self.highlights.attach)
        self._tasks.changed.connect(self._on_changed)
        theme().changed.connect(self._on_theme_changed)
