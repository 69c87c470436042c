"""Tags as the window and the terminal see them: what a rename would do, moved, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_app.core.article import Tag
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.core.query_editing import with_tag_renamed
from desktop_app.store.archive import Archive
from desktop_app.store.articles.tags import TagMove, checked_path

if TYPE_CHECKING:
    from desktop_app.core.tag_suggestion import TagSuggestion

__all__ = ["TagMove", "Tagging"]


class Tagging:
    """The tags of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def all(self) -> list[Tag]:
        """Every tag with its count; a parent counts its children's articles."""
        return self._archive().tags.all()

    def add(self, ids: Sequence[int], paths: Sequence[str]) -> None:
        """Tag articles."""
        with self._archive().act(f"Tagged {count_articles(len(ids))} {', '.join(paths)}"):
            self._archive().tags.add(ids, paths)

    def remove(self, ids: Sequence[int], paths: Sequence[str]) -> None:
        """Take tags off articles."""
        with self._archive().act(f"Took {', '.join(paths)} off {count_articles(len(ids))}"):
            self._archive().tags.remove(ids, paths)

    def carried(self, ids: Sequence[int]) -> dict[str, int]:
        """The tags that any of these articles carries, with how many of them do."""
        return self._archive().tags.carried(ids)

    def change(self, ids: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
        """Put tags on articles and take others off, as one act."""
        with self._archive().act(f"Changed the tags of {count_articles(len(ids))}"):
            if added:
                self.add(ids, added)
            if removed:
                self.remove(ids, removed)

    def suggestions(self, article_id: int) -> list[TagSuggestion]:
        """The likeliest tags that an article hasn't got, each with the reason."""
        # Imported here: it is wanted once the reader rests.
        from desktop_app.services.articles.suggest_tags import suggest_tags  # noqa: PLC0415

        return suggest_tags(self._archive(), article_id)

    def preview(self, old: str, new: str) -> TagMove:
        """What renaming a tag would do; raises InputError where it can't be done."""
        return self._archive().tags.preview(old, new)

    def rename(self, old: str, new: str) -> TagMove:
        """Rename a tag with all below it, or merge it into one that is there; gives what it did.

        Saved searches that ask for it ask for it by its new name.
        """
        archive = self._archive()
        move = archive.tags.preview(old, new)
        did = "Merged" if move.merges else "Renamed"
        joint = "into" if move.merges else "to"
        with archive.act(f"{did} the tag {move.old} {joint} {move.new}"):
            archive.tags.rename(move.old, move.new)
            archive.saved_searches.rewrite(
                lambda query: with_tag_renamed(query, move.old, move.new)
            )
        return move

    def merge(self, old: str, into: str) -> TagMove:
        """Merge a tag into one that is there; raises InputError where it isn't."""
        if not self.preview(old, into).merges:
            raise InputError(
                f"There is no tag “{checked_path(into)}” to merge into.",
                "“cuttings tags” lists them; “cuttings tags rename” makes a new one.",
            )
        return self.rename(old, into)

    def move(self, path: str, below: str) -> TagMove:
        """Make a tag the child of another, or with an empty ``below`` one of the first level."""
        path = checked_path(path)
        parent = checked_path(below) if below.strip(" /") else ""
        if parent == path or parent.startswith(f"{path}/"):
            raise InputError(f"“{path}” can't be moved below itself.", "Choose another tag.")
        name = path.rpartition("/")[2]
        return self.rename(path, f"{parent}/{name}" if parent else name)

    def set_colour(self, path: str, colour: str | None) -> None:
        """Give a tag a colour, which those below it share unless they have their own; or none."""
        did = f"Coloured the tag {path} {colour}" if colour else f"Took the colour off {path}"
        with self._archive().act(did):
            self._archive().tags.set_colour(path, colour)

    def delete(self, path: str) -> int:
        """Take a tag and all below it off every article; gives how many had them."""
        archive = self._archive()
        path = checked_path(path)
        with archive.act(f"Deleted the tag {path}"):
            return archive.tags.delete(path)
