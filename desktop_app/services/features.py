"""The features of the library, each a service of its own: the one place where they are named.

A new one is a class in a package of ``services`` that gets the archive, and a property here. It
is imported when it is first used: the window's first list waits for nothing but finding.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.services.open_archive import OpenArchive

if TYPE_CHECKING:
    from desktop_app.services.articles.dossiers import Dossiers
    from desktop_app.services.articles.highlights import Highlights
    from desktop_app.services.articles.reading import Reading
    from desktop_app.services.articles.tagging import Tagging
    from desktop_app.services.copies.copies import Copies
    from desktop_app.services.exporting.citing import Citing
    from desktop_app.services.exporting.preview import DossierPreview
    from desktop_app.services.feeds.feeds import Feeds
    from desktop_app.services.finding.finding import FoundCounts
    from desktop_app.services.finding.first_screens import FirstScreens
    from desktop_app.services.finding.saved_searches import SavedSearches
    from desktop_app.services.folders.folders import Folders
    from desktop_app.services.importing.importing import Importing
    from desktop_app.services.people.people import People
    from desktop_app.services.queue.queueing import Queueing
    from desktop_app.services.queue.watching import Watching
    from desktop_app.services.receiving.received_clips import ReceivedClips
    from desktop_app.services.versions.versions import Versions

# ruff: noqa: PLC0415 - see above


class LibraryFeatures(OpenArchive):
    """An open archive with what can be done in it, feature by feature."""

    @cached_property
    def reading(self) -> Reading:
        """How far articles were read."""
        from desktop_app.services.articles.reading import Reading

        return Reading(lambda: self.archive)

    @cached_property
    def highlights(self) -> Highlights:
        """Passages that the user marked."""
        from desktop_app.services.articles.highlights import Highlights

        return Highlights(lambda: self.archive)

    @cached_property
    def searches(self) -> SavedSearches:
        """Queries with names."""
        from desktop_app.services.finding.saved_searches import SavedSearches

        return SavedSearches(lambda: self.archive)

    @cached_property
    def finding(self) -> FoundCounts:
        """Facets and persons of what a search finds."""
        from desktop_app.services.finding.finding import FoundCounts

        return FoundCounts(self.path)

    @cached_property
    def first_screens(self) -> FirstScreens:
        """What a search in a large archive shows first."""
        from desktop_app.services.finding.first_screens import FirstScreens

        return FirstScreens(self.path)

    @cached_property
    def people(self) -> People:
        """The persons who are named."""
        from desktop_app.services.people.people import People

        return People(lambda: self.archive, self.finding)

    @cached_property
    def copies(self) -> Copies:
        """Articles that are the same story."""
        from desktop_app.services.copies.copies import Copies

        return Copies(lambda: self.archive)

    @cached_property
    def tagging(self) -> Tagging:
        """The tags."""
        from desktop_app.services.articles.tagging import Tagging

        return Tagging(lambda: self.archive)

    @cached_property
    def dossiers(self) -> Dossiers:
        """Ordered selections of articles with the user's own text."""
        from desktop_app.services.articles.dossiers import Dossiers

        return Dossiers(lambda: self.archive)

    @cached_property
    def preview(self) -> DossierPreview:
        """Dossiers as pages, set again while they are written."""
        from desktop_app.services.exporting.preview import DossierPreview

        return DossierPreview(lambda: self.archive)

    @cached_property
    def citing(self) -> Citing:
        """Articles cited in a style, and by their keys."""
        from desktop_app.services.exporting.citing import Citing

        return Citing(lambda: self.archive)

    @cached_property
    def received(self) -> ReceivedClips:
        """What browsers sent."""
        from desktop_app.services.receiving.received_clips import ReceivedClips

        return ReceivedClips(lambda: self.archive)

    @cached_property
    def versions(self) -> Versions:
        """Articles fetched again."""
        from desktop_app.services.versions.versions import Versions

        return Versions(lambda: self.archive)

    @cached_property
    def queue(self) -> Queueing:
        """Addresses that wait to be fetched."""
        from desktop_app.services.queue.queueing import Queueing

        return Queueing(lambda: self.archive, self.settings.log_folder)

    @cached_property
    def importing(self) -> Importing:
        """What comes from other programs."""
        from desktop_app.services.importing.importing import Importing

        return Importing(lambda: self.archive)

    @cached_property
    def watching(self) -> Watching:
        """Articles whose pages are fetched again on a schedule."""
        from desktop_app.services.queue.watching import Watching

        return Watching(lambda: self.archive, self.versions, self.queue)

    @cached_property
    def feeds(self) -> Feeds:
        """Feeds that are followed."""
        from desktop_app.services.feeds.feeds import Feeds

        return Feeds(lambda: self.archive, self.queue)

    @cached_property
    def folders(self) -> Folders:
        """Folders whose files are clipped."""
        from desktop_app.services.folders.folders import Folders

        return Folders(lambda: self.archive, self.versions)

    def close(self) -> None:
        """Close every connection; called when no work is under way."""
        super().close()
        if "finding" in vars(self):  # where nobody counted, there is nothing to close
            self.finding.close()
        if "first_screens" in vars(self):
            self.first_screens.close()
