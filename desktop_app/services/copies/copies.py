"""Copies of one story as the window and the terminal see them: found, compared, joined, parted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.copies import CopyGroup, FoundPair
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.core.text_changes import Change, word_changes
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.analysis.copy_fingerprint import Runs

__all__ = ["Copies", "CopiesFound"]

#: So many texts are compared in one transaction, after which stopping loses nothing.
_BATCH = 50
#: More texts than these are compared only when somebody asks for it.
MOST_UNASKED = 500
#: Pairs kept of each text: enough to hold a group together when one of them goes.
_MOST_PAIRS = 3


class CopiesFound(NamedTuple):
    """How many texts were compared, and how many articles have another group than before."""

    compared: int
    changed: int
    cancelled: bool = False


class Copies:
    """The copy groups of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    # Finding

    def waiting(self) -> int:
        """How many texts were never compared with the others."""
        return self._archive().copies.waiting()

    def find(
        self,
        *,
        again: bool = False,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> CopiesFound:
        """Compare the texts that wait with all others; ``again`` compares every text anew.

        What was stopped goes on next time where it was.
        """
        archive = self._archive()
        if again:
            archive.copies.ask_for_all()
        total, last, compared, changed = archive.copies.waiting(), 0, 0, 0
        while ids := archive.copies.waiting_ids(_BATCH, last):
            progress(compared, total)
            if cancelled():
                return CopiesFound(compared, changed, cancelled=True)
            changed += _compare(archive, ids)
            compared, last = compared + len(ids), ids[-1]
        progress(compared, max(total, compared))
        return CopiesFound(compared, changed)

    def keep_up(self) -> CopiesFound:
        """Compare what came lately; what is too much for a moment waits until it is asked for."""
        waiting = self.waiting()
        return self.find() if waiting <= MOST_UNASKED else CopiesFound(0, 0)

    # Reading

    def of(self, article_id: int) -> tuple[int, ...]:
        """The other articles that are copies of one."""
        return self._archive().copies.of([article_id]).get(article_id, ())

    def group_of(self, article_id: int) -> CopyGroup | None:
        """The copies of an article, itself among them; None where it has none."""
        return next(iter(self._archive().copies.groups([article_id])), None)

    def groups(self, query: str = "") -> list[CopyGroup]:
        """The groups of the matching articles, in the list's order, each whole."""
        archive = self._archive()
        return archive.copies.groups(archive.search.ids(parse_query(query)))

    def compared(self, one: int, other: int) -> list[Change]:
        """What the text of one copy lacks and has beside that of the other."""
        texts = self._archive().texts([one, other])
        return word_changes(texts.get(one, ""), texts.get(other, ""))

    # The user's word

    def join(self, ids: Sequence[int]) -> None:
        """Make articles copies of one story, whatever their texts; holds until it is undone."""
        self._archive().copies.join(ids)

    def split(self, article_id: int) -> int:
        """Say that an article is no copy of the others; gives how many those are."""
        return self._archive().copies.split(article_id)

    def split_all(self, ids: Sequence[int]) -> None:
        """Say so of several articles, those in no group left as they are; InputError for none."""
        archive = self._archive()
        with archive.act(f"Took {count_articles(len(ids))} out of their copies"):
            parted = 0
            for each in ids:
                # The last of a group is parted from the others already.
                if archive.copies.of([each]):
                    archive.copies.split(each)
                    parted += 1
            if not parted:
                raise InputError(
                    "None of these articles has copies.",
                    "Search for is:copy to see those that have.",
                )


def _compare(archive: Archive, ids: Sequence[int]) -> int:
    """Compare some texts with all that were compared before, and with one another."""
    # Imported here: it brings NumPy with it.
    from desktop_app.analysis.copy_fingerprint import (  # noqa: PLC0415
        are_copies,
        fingerprint,
        runs_of,
        shared_part,
    )
    from desktop_app.analysis.same_news import is_same_news  # noqa: PLC0415

    revisions = archive.copies.revisions(ids)
    texts = dict(archive.texts(ids))
    runs: dict[int, Runs] = {each: runs_of(texts.get(each, "")) for each in ids}
    prints = {each: fingerprint(runs[each]) for each in ids}
    pairs: list[FoundPair] = []
    changed = 0
    for article_id in ids:
        found = 0
        for other in archive.copies.candidates.like(prints[article_id], but=article_id):
            if other not in runs:
                texts |= archive.texts([other])
                runs[other] = runs_of(texts.get(other, ""))
            if are_copies(runs[article_id], runs[other]) and is_same_news(
                texts.get(article_id, ""), texts.get(other, "")
            ):
                share = round(100 * shared_part(runs[article_id], runs[other]))
                pairs.append(FoundPair(other, article_id, share))
                found += 1
            if found == _MOST_PAIRS:
                break
        told = {article_id: (revisions.get(article_id, 0), prints[article_id])}
        changed += archive.copies.keep(told, pairs)
        pairs.clear()
    return changed
