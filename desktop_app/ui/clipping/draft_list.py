"""The clips of a sheet in their order, and the one that is looked at. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.ui.clipping.clip_draft import ClipDraft


class DraftList:
    """Keeps the order; what is done with a clip is the sheet's affair."""

    def __init__(self) -> None:
        self._drafts: list[ClipDraft] = []
        self.shown: ClipDraft | None = None

    def __len__(self) -> int:
        return len(self._drafts)

    def __iter__(self) -> Iterator[ClipDraft]:
        return iter(self._drafts)

    def __contains__(self, draft: object) -> bool:
        return draft in self._drafts

    def add(self, drafts: Iterable[ClipDraft]) -> None:
        """Put these at the end."""
        self._drafts += drafts

    def replace(self, old: Sequence[ClipDraft], new: Sequence[ClipDraft]) -> None:
        """Put others into the place of the first of these; what was shown of them no longer is."""
        place = self._drafts.index(old[0])
        left = [draft for draft in self._drafts if draft not in old]
        self._drafts = [*left[:place], *new, *left[place:]]
        if self.shown in old:
            self.shown = None

    def take_away(self, draft: ClipDraft) -> ClipDraft | None:
        """Take a finished one out; gives the one in its place, None where it was the last."""
        place = self._drafts.index(draft)
        self._drafts.remove(draft)
        for part in self._drafts:
            if part.whole is not None and part.whole is draft.whole:
                part.whole = None  # with one of them gone, they can't be put together any more
        if draft is self.shown:
            self.shown = None
        return self._drafts[min(place, len(self._drafts) - 1)] if self._drafts else None

    def beside_shown(self, by: int) -> ClipDraft | None:
        """The one so many places behind the shown one, or before it; None where there is none."""
        if self.shown not in self._drafts:
            return None
        place = self._drafts.index(self.shown) + by
        return self._drafts[place] if 0 <= place < len(self._drafts) else None

    def from_shown(self, ahead: int) -> list[ClipDraft]:
        """The shown one, or the first, with so many behind it."""
        at = self._drafts.index(self.shown) if self.shown in self._drafts else 0
        return self._drafts[at : at + 1 + ahead]

    def parts_of(self, whole: ClipDraft) -> list[ClipDraft]:
        """Those that a clip was split into."""
        return [draft for draft in self._drafts if draft.whole is whole]
