"""What is told of a file before it is imported, and behind the import."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.imported import ImportProblem


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One item of a file, as it is shown before it is imported."""

    row: int
    title: str
    url: str
    captured: str
    publisher: str
    published: str
    tags: tuple[str, ...]
    highlights: int
    has_note: bool
    has_text: bool
    is_read: bool
    is_starred: bool
    is_known: bool
    #: Known, with something new for its article.
    is_newer: bool = False


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds: ``format`` is the importer's name, ``title`` what a person calls it."""

    format: str
    title: str
    items: tuple[FoundItem, ...]
    problems: tuple[ImportProblem, ...]
    remarks: tuple[str, ...] = ()
    #: How many articles of a whole archive come, which aren't items; None for any other file.
    whole: int | None = None

    @property
    def new(self) -> int:
        """How many items weren't imported before."""
        return (self.whole or 0) + sum(not each.is_known for each in self.items)

    @property
    def comes(self) -> bool:
        """Whether anything changes the archive."""
        return self.whole is not None or bool(self.new + self.newer)

    @property
    def newer(self) -> int:
        """How many items were imported before and have something new."""
        return sum(each.is_newer for each in self.items)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    ``added`` are new articles; ``joined`` are items whose address was in the archive, which gave it
    their tags, note, highlights and text; ``updated`` were imported before and had something new
    for their articles; ``known`` were imported before and are left as they are; ``unfetched`` are
    the addresses of new articles without a text.
    """

    format: str
    title: str
    added: tuple[int, ...]
    joined: int
    known: int
    without_text: int
    problems: tuple[ImportProblem, ...]
    unfetched: tuple[str, ...] = ()
    updated: int = 0
    remarks: tuple[str, ...] = ()

    def in_words(self) -> str:
        """The report as a sentence or two."""
        said = f"Imported {count_articles(len(self.added))} from {self.title}"
        if self.joined:
            said += f"; {self.joined:,} had an article here already, which got what was new"
        if self.updated:
            said += f"; {self.updated:,} that had been imported before got what was new"
        if self.known:
            said += f"; {self.known:,} had been imported before"
        said += "."
        if self.without_text:
            have = (
                "has no text until it is"
                if self.without_text == 1
                else "have no text until they are"
            )
            said += f" {self.without_text:,} {have} fetched."
        if self.problems:
            said += f" {counted(len(self.problems), 'row')} couldn't be read."
        return " ".join((said, *self.remarks))
