"""Pages and dialogs whose modules are imported when they are first shown.

The window is usable sooner when it doesn't wait for what nobody looks at yet; that is the one
reason for the imports inside these functions.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.dossier import Dossier
    from desktop_app.core.feeds import Feed
    from desktop_app.services.exporting.citing import CitationChoice
    from desktop_app.services.exporting.export_job import What
    from desktop_app.ui.article_list.article_acts import ArticleActs
    from desktop_app.ui.article_list.fetching_again import FetchingAgain
    from desktop_app.ui.base.commands import CommandRegistry
    from desktop_app.ui.base.window_state import WindowState
    from desktop_app.ui.browsers.browser_receiving import BrowserReceiving
    from desktop_app.ui.browsers.browsers_dialog import BrowsersDialog
    from desktop_app.ui.browsing.browsing_acts import BrowsingActs
    from desktop_app.ui.citing.citation_style_dialog import CitationStyleDialog
    from desktop_app.ui.clipping.address_dialog import AddressDialog
    from desktop_app.ui.clipping.capture_sheet import CaptureSheet
    from desktop_app.ui.clipping.clipboard_data import ClipItem
    from desktop_app.ui.details.edit_fields_dialog import EditFieldsDialog
    from desktop_app.ui.dialogs.about_dialog import AboutDialog
    from desktop_app.ui.dialogs.command_palette import CommandPalette
    from desktop_app.ui.dialogs.doctor_dialog import DoctorDialog
    from desktop_app.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
    from desktop_app.ui.dialogs.import_dialog import ImportDialog
    from desktop_app.ui.dialogs.recent_changes_dialog import RecentChangesDialog
    from desktop_app.ui.dialogs.settings_dialog import SettingsDialog
    from desktop_app.ui.dialogs.welcome import WelcomePage
    from desktop_app.ui.dossier.choose_dossier_dialog import ChooseDossierDialog
    from desktop_app.ui.dossier.cover_dialog import CoverDialog
    from desktop_app.ui.dossier.dossier_acts import DossierActs
    from desktop_app.ui.dossier.dossier_page import DossierPage
    from desktop_app.ui.dossier.name_dossier_dialog import NameDossierDialog
    from desktop_app.ui.exporting.export_dialog import ExportDialog
    from desktop_app.ui.exporting.preset import Preset
    from desktop_app.ui.feeds.feed_acts import FeedActs
    from desktop_app.ui.feeds.feed_dialog import FeedDialog
    from desktop_app.ui.feeds.feed_work import FeedWork
    from desktop_app.ui.feeds.feeds_page import FeedsPage
    from desktop_app.ui.finding.facet_panel import FacetPanel
    from desktop_app.ui.finding.saved_search_dialog import SavedSearchDialog
    from desktop_app.ui.folders.folder_work import FolderWork
    from desktop_app.ui.folders.folders_dialog import FoldersDialog
    from desktop_app.ui.people.people_browser import PeopleBrowser
    from desktop_app.ui.people.person_page import PersonPage
    from desktop_app.ui.people.suggestion_page import SuggestionPage
    from desktop_app.ui.queue.queue_page import QueuePage
    from desktop_app.ui.queue.queue_work import QueueWork
    from desktop_app.ui.queue.watch_acts import WatchActs
    from desktop_app.ui.queue.watched_page import WatchedPagesPage
    from desktop_app.ui.reading.copies_dialog import CopiesDialog
    from desktop_app.ui.reading.highlights_page import HighlightsPage
    from desktop_app.ui.reading.print_dialog import PrintDialog
    from desktop_app.ui.reading.reader_browser import ReaderBrowser
    from desktop_app.ui.reading.reader_pane import ReaderPane
    from desktop_app.ui.reading.reading_acts import ReadingActs
    from desktop_app.ui.reading.reading_panel import ReadingPanel
    from desktop_app.ui.reading.reading_style import ReadingStyle
    from desktop_app.ui.reading.revisions_dialog import RevisionsDialog
    from desktop_app.ui.tags.rename_tag_dialog import RenameTagDialog
    from desktop_app.ui.tags.tag_choice_dialog import TagChoiceDialog
    from desktop_app.ui.tags.tag_colours import TagColours
    from desktop_app.ui.timeline.timeline_page import TimelinePage

# ruff: noqa: PLC0415 - see above


class LateParts(NamedTuple):
    """Makes each part on the archive of one window."""

    library: Library
    tasks: TaskRunner
    notifier: Notifier

    def reader_pane(self, acts: ArticleActs, parent: QWidget) -> ReaderPane:
        """What shows an article."""
        from desktop_app.ui.reading.reader_pane import ReaderPane

        return ReaderPane(self.library, self.tasks, self.notifier, acts, parent)

    def reading_acts(
        self, browser: ReaderBrowser, state: WindowState, parent: QObject
    ) -> ReadingActs:
        """What the user does to how articles are set."""
        from desktop_app.ui.reading.reading_acts import ReadingActs

        return ReadingActs(browser, state, parent)

    def fetching_again(self, parent: QObject) -> FetchingAgain:
        """Looks at articles' addresses for newer texts."""
        from desktop_app.ui.article_list.fetching_again import FetchingAgain

        return FetchingAgain(self.library, self.tasks, self.notifier, parent)

    def facet_panel(self, parent: QWidget) -> FacetPanel:
        """By what the list can be narrowed."""
        from desktop_app.ui.finding.facet_panel import FacetPanel

        return FacetPanel(self.library, self.tasks, parent)

    def command_palette(self, commands: CommandRegistry, parent: QWidget) -> CommandPalette:
        """Every command, found by a few letters."""
        from desktop_app.ui.dialogs.command_palette import CommandPalette

        return CommandPalette(commands, parent)

    def capture_sheet(self, items: Sequence[ClipItem], parent: QWidget) -> CaptureSheet:
        """The sheet on which clips are looked at before they are kept."""
        from desktop_app.ui.clipping.capture_sheet import CaptureSheet

        return CaptureSheet(self.library, self.tasks, self.notifier, items, parent)

    def welcome_page(self, parent: QWidget) -> WelcomePage:
        """What an empty archive shows."""
        from desktop_app.ui.dialogs.welcome import WelcomePage

        return WelcomePage(self.library, self.tasks, self.notifier, parent)

    def person_page(self, parent: QWidget) -> PersonPage:
        """The page of one person."""
        from desktop_app.ui.people.person_page import PersonPage

        return PersonPage(self.library, self.tasks, self.notifier, parent)

    def people_browser(self, parent: QWidget) -> PeopleBrowser:
        """Everybody who is named."""
        from desktop_app.ui.people.people_browser import PeopleBrowser

        return PeopleBrowser(self.library, self.tasks, self.notifier, parent)

    def suggestion_page(self, parent: QWidget) -> SuggestionPage:
        """The queue of those who may be one person."""
        from desktop_app.ui.people.suggestion_page import SuggestionPage
        from desktop_app.ui.people.suggestion_source import ArchiveSuggestions

        return SuggestionPage(ArchiveSuggestions(self.library), self.tasks, self.notifier, parent)

    def timeline_page(self, parent: QWidget) -> TimelinePage:
        """When what is found falls, in lanes."""
        from desktop_app.ui.timeline.timeline_page import TimelinePage

        return TimelinePage(self.library, self.tasks, parent)

    def highlights_page(self, parent: QWidget) -> HighlightsPage:
        """All highlights."""
        from desktop_app.ui.reading.highlights_page import HighlightsPage

        return HighlightsPage(self.library, self.tasks, self.notifier, parent)

    def queue_page(self, work: QueueWork, parent: QWidget) -> QueuePage:
        """The queue of addresses."""
        from desktop_app.ui.queue.queue_page import QueuePage

        return QueuePage(self.library, self.tasks, self.notifier, work, parent)

    def watched_page(self, work: QueueWork, acts: WatchActs, parent: QWidget) -> WatchedPagesPage:
        """The watched pages."""
        from desktop_app.ui.queue.watched_page import WatchedPagesPage

        return WatchedPagesPage(self.library, self.tasks, work, acts, parent)

    def feeds_page(self, work: FeedWork, acts: FeedActs, parent: QWidget) -> FeedsPage:
        """What feeds brought."""
        from desktop_app.ui.feeds.feeds_page import FeedsPage

        return FeedsPage(self.library, self.tasks, work, acts, parent)

    def folders_dialog(self, work: FolderWork, parent: QWidget) -> FoldersDialog:
        """The watched folders."""
        from desktop_app.ui.folders.folders_dialog import FoldersDialog

        return FoldersDialog(self.library, self.tasks, work, parent)

    def feed_dialog(self, feed: Feed | None, parent: QWidget) -> FeedDialog:
        """The dialog that asks for a feed, or how one is to be followed."""
        from desktop_app.ui.feeds.feed_dialog import FeedDialog

        return FeedDialog(self.library, self.tasks, feed, parent)

    def dossier_page(self, acts: DossierActs, parent: QWidget) -> DossierPage:
        """The page of one dossier."""
        from desktop_app.ui.dossier.dossier_page import DossierPage

        return DossierPage(self.library, self.tasks, self.notifier, acts, parent)

    def name_dossier_dialog(self, name: str, articles: int, parent: QWidget) -> NameDossierDialog:
        """The dialog that asks for a dossier's name."""
        from desktop_app.ui.dossier.name_dossier_dialog import NameDossierDialog

        return NameDossierDialog(self.library, self.tasks, name, articles, parent)

    def choose_dossier_dialog(self, articles: int, parent: QWidget) -> ChooseDossierDialog:
        """The dialog that asks into which dossier articles go."""
        from desktop_app.ui.dossier.choose_dossier_dialog import ChooseDossierDialog

        return ChooseDossierDialog(self.library, self.tasks, articles, parent)

    def cover_dialog(self, dossier: Dossier, parent: QWidget) -> CoverDialog:
        """The dialog that asks for a dossier's cover."""
        from desktop_app.ui.dossier.cover_dialog import CoverDialog

        return CoverDialog(dossier, parent)

    def citation_style_dialog(
        self, choice: CitationChoice, article_id: int | None, parent: QWidget
    ) -> CitationStyleDialog:
        """How to cite."""
        from desktop_app.ui.citing.citation_style_dialog import CitationStyleDialog

        return CitationStyleDialog(self.library, self.tasks, choice, article_id, parent)

    def export_dialog(
        self, asked: Sequence[What], parent: QWidget, preset: Preset | None = None
    ) -> ExportDialog:
        """The dialog that writes files of the first of these; the others are offered too."""
        from desktop_app.ui.exporting.export_dialog import ExportDialog

        return ExportDialog(self.library, self.tasks, self.notifier, asked, parent, preset)

    def import_dialog(self, path: Path | None, parent: QWidget) -> ImportDialog:
        """The dialog that takes other programs' exports over."""
        from desktop_app.ui.dialogs.import_dialog import ImportDialog

        return ImportDialog(self.library, self.tasks, self.notifier, path, parent)

    def saved_search_dialog(
        self, query: str, name: str, names: Collection[str], parent: QWidget
    ) -> SavedSearchDialog:
        """The dialog that asks for a saved search's name and query."""
        from desktop_app.ui.finding.saved_search_dialog import SavedSearchDialog

        return SavedSearchDialog(self.library, self.tasks, query, name, names, parent)

    def rename_tag_dialog(
        self, path: str, known: Sequence[str], parent: QWidget
    ) -> RenameTagDialog:
        """The dialog that asks for a tag's new name."""
        from desktop_app.ui.tags.rename_tag_dialog import RenameTagDialog

        return RenameTagDialog(self.library, self.tasks, path, known, parent)

    def edit_fields_dialog(self, ids: Sequence[int], parent: QWidget) -> EditFieldsDialog:
        """The dialog that sets fields of several articles."""
        from desktop_app.ui.details.edit_fields_dialog import EditFieldsDialog

        return EditFieldsDialog(self.library, self.tasks, ids, parent)

    def recent_changes_dialog(self, parent: QWidget) -> RecentChangesDialog:
        """The last acts, to be taken back."""
        from desktop_app.ui.dialogs.recent_changes_dialog import RecentChangesDialog

        return RecentChangesDialog(self.library, self.tasks, parent)

    def empty_trash_dialog(self, articles: int, parent: QWidget) -> EmptyTrashDialog:
        """The question before the trash is emptied."""
        from desktop_app.ui.dialogs.empty_trash_dialog import EmptyTrashDialog

        return EmptyTrashDialog(articles, parent)

    def tag_choice_dialog(
        self, ids: Sequence[int], known: Sequence[str], colours: TagColours, parent: QWidget
    ) -> TagChoiceDialog:
        """The dialog that asks for the tags of many articles."""
        from desktop_app.ui.tags.tag_choice_dialog import TagChoiceDialog

        return TagChoiceDialog(self.library, self.tasks, ids, known, colours, parent)

    def print_dialog(self, ids: Sequence[int], parent: QWidget) -> PrintDialog:
        """What will be printed."""
        from desktop_app.ui.reading.print_dialog import PrintDialog

        return PrintDialog(self.library, self.tasks, self.notifier, ids, parent)

    def doctor_dialog(self, parent: QWidget) -> DoctorDialog:
        """What this machine lacks."""
        from desktop_app.ui.dialogs.doctor_dialog import DoctorDialog

        return DoctorDialog(self.library, self.tasks, self.notifier, parent)

    def settings_dialog(self, parent: QWidget) -> SettingsDialog:
        """What is chosen once and for all."""
        from desktop_app.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.library.settings, parent)
        dialog.recogniser_changed.connect(self.tasks.restart_cleaning)
        return dialog

    def browser_receiving(self, parent: QObject) -> BrowserReceiving:
        """What takes in what browsers send."""
        from desktop_app.ui.browsers.browser_receiving import BrowserReceiving

        return BrowserReceiving(self.library, self.tasks, self.notifier, parent)

    def browsers_dialog(self, receiving: BrowserReceiving, parent: QWidget) -> BrowsersDialog:
        """Which browsers may send, and how another one is paired."""
        from desktop_app.ui.browsers.browsers_dialog import BrowsersDialog

        return BrowsersDialog(receiving, self.tasks, self.notifier, parent)

    def browsing_acts(self, parent: QObject) -> BrowsingActs:
        """What opens pages as a browser would."""
        from desktop_app.ui.browsing.browsing_acts import BrowsingActs

        return BrowsingActs(self.library.settings, self.tasks, self.notifier, parent)

    def about_dialog(self, parent: QWidget) -> AboutDialog:
        """What this program is."""
        from desktop_app.ui.dialogs.about_dialog import AboutDialog

        return AboutDialog(parent)


def address_dialog(parent: QWidget) -> AddressDialog:
    """The dialog that asks for addresses."""
    from desktop_app.ui.clipping.address_dialog import AddressDialog

    return AddressDialog(parent)


def revisions_dialog(
    library: Library, tasks: TaskRunner, article_id: int, parent: QWidget
) -> RevisionsDialog:
    """The versions of an article's text."""
    from desktop_app.ui.reading.revisions_dialog import RevisionsDialog

    return RevisionsDialog(library, tasks, article_id, parent)


def copies_dialog(
    library: Library, tasks: TaskRunner, article_id: int, parent: QWidget
) -> CopiesDialog:
    """The copies of an article beside one another."""
    from desktop_app.ui.reading.copies_dialog import CopiesDialog

    return CopiesDialog(library, tasks, article_id, parent)


def reading_panel(style: ReadingStyle, parent: QWidget) -> ReadingPanel:
    """What can be chosen of how articles are set."""
    from desktop_app.ui.reading.reading_panel import ReadingPanel

    return ReadingPanel(style, parent)
