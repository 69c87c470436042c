"""Dossiers as the window and the terminal see them: made, filled, ordered, looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop_app.core.counted import count_articles
from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.core.errors import InputError
from desktop_app.core.highlight import Highlight
from desktop_app.core.query_editing import with_dossier_renamed
from desktop_app.services.articles.writing_text import WritingText
from desktop_app.store.archive import Archive


class Dossiers:
    """Those of one archive; ``archive`` gives the calling thread's connection.

    Whatever changes a dossier raises InputError where it can't be done, and is undone as one act.
    """

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    # Looking

    def all(self) -> list[Dossier]:
        """Every dossier, by name."""
        return self._archive().dossiers.all()

    def get(self, dossier_id: int) -> Dossier:
        """One dossier without its entries."""
        return self._archive().dossiers.get(dossier_id)

    def named(self, name: str) -> Dossier:
        """The dossier of this name; raises InputError where there is none."""
        archive = self._archive()
        found = archive.dossiers.find(name)
        if found is None:
            raise InputError(
                f"There is no dossier “{name}”.", "“cuttings dossier list” shows them."
            )
        return archive.dossiers.get(found)

    def entries(self, dossier_id: int) -> list[DossierEntry]:
        """What stands in a dossier, in its order."""
        return self._archive().dossier_entries.in_order(dossier_id)

    def highlights(self, article_id: int) -> list[Highlight]:
        """The highlights of an article that can stand for the whole of it."""
        return self._archive().highlights.of_article(article_id)

    # The dossier itself

    def make(self, name: str, ids: Sequence[int] = ()) -> int:
        """Make a dossier of these articles; gives its id."""
        archive = self._archive()
        with archive.act(f"Made the dossier “{name}”"):
            dossier_id = archive.dossiers.make(name)
            if ids:
                archive.dossier_entries.add_articles(dossier_id, ids)
        return dossier_id

    def rename(self, dossier_id: int, name: str) -> None:
        """Give a dossier another name; saved searches that ask for it follow."""
        archive = self._archive()
        with archive.act(f"Renamed the dossier “{archive.dossiers.get(dossier_id).name}”"):
            _rename(archive, dossier_id, name)

    def set_cover(self, dossier_id: int, changes: Mapping[str, str]) -> None:
        """Set fields of the cover: subtitle, author, date, abstract."""
        archive = self._archive()
        with archive.act(f"Changed the cover of “{archive.dossiers.get(dossier_id).name}”"):
            archive.dossiers.set_cover(dossier_id, changes)

    def edit(self, dossier_id: int, name: str, cover: Mapping[str, str]) -> None:
        """Set the name and the cover, as one act."""
        archive = self._archive()
        with archive.act(f"Changed the cover of “{archive.dossiers.get(dossier_id).name}”"):
            _rename(archive, dossier_id, name)
            archive.dossiers.set_cover(dossier_id, cover)

    def order_by_date(self, dossier_id: int, by_date: bool) -> None:
        """Order articles by published date within their sections, or all by hand again."""
        archive = self._archive()
        how = "by date" if by_date else "by hand"
        with archive.act(f"Ordered “{archive.dossiers.get(dossier_id).name}” {how}"):
            archive.dossiers.set_by_date(dossier_id, by_date)

    def delete(self, dossier_id: int) -> None:
        """Delete a dossier; its articles stay."""
        archive = self._archive()
        with archive.act(f"Deleted the dossier “{archive.dossiers.get(dossier_id).name}”"):
            archive.dossiers.delete(dossier_id)

    # What stands in it

    def add_articles(
        self,
        dossier_id: int,
        ids: Sequence[int],
        before: int | None = None,
        *,
        again: bool = False,
    ) -> int:
        """Put articles before an entry, or last; gives how many entries that made.

        What is in the dossier already comes in once more only with ``again``.
        """
        archive = self._archive()
        name = archive.dossiers.get(dossier_id).name
        with archive.act(f"Added {count_articles(len(ids))} to “{name}”"):
            return len(archive.dossier_entries.add_articles(dossier_id, ids, before, again=again))

    def add_heading(
        self, dossier_id: int, words: str, level: int = 1, before: int | None = None
    ) -> int:
        """Put a heading before an entry, or last; gives its id."""
        return self._archive().dossier_entries.add_heading(dossier_id, words, level, before)

    def add_text(self, dossier_id: int, markdown: str, before: int | None = None) -> int:
        """Put text of the user's own before an entry, or last; gives its id."""
        return self._archive().dossier_entries.add_text(dossier_id, markdown, before)

    def writing(self, dossier_id: int, entry: DossierEntry, before: int | None) -> WritingText:
        """Keeps a text of the user's own while it is written: a new one, or one that is there."""
        return WritingText(self._archive, dossier_id, entry, before)

    def change_heading(self, entry_id: int, words: str, level: int) -> None:
        """Give a heading other words and another level."""
        self._archive().dossier_entries.change_heading(entry_id, words, level)

    def set_levels(self, headings: Sequence[tuple[int, str, int]]) -> None:
        """Give headings, by entry and words, another level each."""
        archive = self._archive()
        with archive.act("Changed the level of headings"):
            for entry_id, words, level in headings:
                archive.dossier_entries.change_heading(entry_id, words, level)

    def change_text(self, entry_id: int, markdown: str) -> None:
        """Replace text of the user's own."""
        self._archive().dossier_entries.change_text(entry_id, markdown)

    def set_excerpts(self, entry_id: int, highlights: Sequence[int] | None) -> None:
        """Have these highlights stand for an article; None: the whole of it again."""
        self._archive().dossier_entries.set_excerpts(entry_id, highlights)

    def move(self, entry_ids: Sequence[int], before: int | None) -> None:
        """Put entries before another, or last."""
        self._archive().dossier_entries.move(entry_ids, before)

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Take entries out; articles stay in the archive."""
        self._archive().dossier_entries.remove(entry_ids)


def _rename(archive: Archive, dossier_id: int, name: str) -> None:
    old = archive.dossiers.get(dossier_id).name
    archive.dossiers.rename(dossier_id, name)
    new = archive.dossiers.get(dossier_id).name
    if new != old:
        archive.saved_searches.rewrite(lambda query: with_dossier_renamed(query, old, new))
