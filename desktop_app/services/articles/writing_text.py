"""A text of a dossier while it is written: kept again and again, and taken back as one act."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.dossier import DossierEntry
from desktop_app.store.archive import Archive


class WritingText:
    """From the first letter to the last. An entry with the id 0 is new, and comes ``before``
    another one, or last; where somebody deletes it meanwhile, it comes anew.

    Its methods are called one after another, and raise InputError where the dossier is gone.
    """

    def __init__(
        self,
        archive: Callable[[], Archive],
        dossier_id: int,
        entry: DossierEntry,
        before: int | None,
    ) -> None:
        self._archive = archive
        self._dossier_id, self._before = dossier_id, before
        self._was = entry.markdown if entry.id else None
        self._entry_id, self._act_id = entry.id, 0

    def keep(self, markdown: str) -> int:
        """Keep what is written by now; gives a new entry's id, 0 for one that was there."""
        archive = self._archive()
        entries = archive.dossier_entries
        is_new = self._was is None
        said = "Added text to a dossier" if is_new else "Changed a text of a dossier"
        there = {each.id for each in entries.by_hand(self._dossier_id)}
        with archive.going_on(self._act_id, said) as self._act_id:
            if self._entry_id in there:
                entries.change_text(self._entry_id, markdown)
            else:
                before = self._before if self._before in there else None
                self._entry_id = entries.add_text(self._dossier_id, markdown, before)
        return self._entry_id if is_new else 0

    def leave_out(self, markdown: str) -> bool:
        """Let the text be as it was before, or not be; gives whether anything else was kept.

        All that was written is kept first, so that undoing this brings it back.
        """
        if not self._act_id:
            return False
        if markdown.strip():
            self.keep(markdown)
        archive = self._archive()
        there = {each.id: each for each in archive.dossier_entries.by_hand(self._dossier_id)}
        entry = there.get(self._entry_id)
        if entry is None or entry.markdown == self._was:
            return False
        with archive.act("Left out what was written in a dossier"):
            if self._was is None:
                archive.dossier_entries.remove([entry.id])
            else:
                archive.dossier_entries.change_text(entry.id, self._was)
        return True
