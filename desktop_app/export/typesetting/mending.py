"""Finds the parts of a document that Typst refuses, and how each of them can be set after all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.export.documents.document import OwnText, WholeArticle
from desktop_app.export.typesetting.printed_back import PrintedMatter
from desktop_app.export.typesetting.printed_document import PrintedDocument
from desktop_app.export.typesetting.printed_part import PrintedPart
from desktop_app.export.typesetting.typst_desk import typeset
from desktop_app.export.typesetting.typst_folder import TypstFolder
from desktop_app.export.typesetting.typst_run import TypesettingError

#: So many parts are tried at once at first, so that the user can stop in between.
_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Mended:
    """How a part is set: in full, plainly, or not at all."""

    plain: bool = False
    is_left_out: bool = False


class Mending:
    """Tries the parts without what ties them together; ``warnings`` tell what was found."""

    def __init__(
        self, printed: PrintedDocument, moment: datetime, cancelled: Callable[[], bool]
    ) -> None:
        self._printed = PrintedDocument(
            replace(printed.document, has_cover=False),
            replace(printed.options, citations="none"),
            is_flat=True,
        )
        self._moment = moment
        self._cancelled = cancelled
        self.warnings: list[str] = []

    def mended(self) -> dict[int, Mended]:
        """The parts that must be set in another way, by place; raises ExportStoppedError."""
        places = range(len(self._printed.document.parts))
        chunks = [places[at : at + _AT_ONCE] for at in range(0, len(places), _AT_ONCE)]
        return {place: self._mend(place) for chunk in chunks for place in self._refused(chunk)}

    def _refused(self, places: Sequence[int]) -> list[int]:
        """Those of the parts that are refused by themselves."""
        if self._can_set([self._printed.part(place) for place in places]):
            return []
        if len(places) == 1:
            return list(places)
        middle = len(places) // 2
        return self._refused(places[:middle]) + self._refused(places[middle:])

    def _mend(self, place: int) -> Mended:
        part = self._printed.document.parts[place]
        name = f"“{self._printed.part(place).name}”"
        if isinstance(part, WholeArticle | OwnText) and self._can_set(
            [self._printed.part(place, plain=True)]
        ):
            self.warnings.append(f"{name} couldn't be set as it is, so its bare text was.")
            return Mended(plain=True)
        self.warnings.append(f"{name} couldn't be set in type and was left out.")
        return Mended(is_left_out=True)

    def _can_set(self, parts: Sequence[PrintedPart]) -> bool:
        if self._cancelled():
            raise ExportStoppedError
        with TypstFolder() as folder:
            matter = PrintedMatter()
            cover = matter.cover(self._printed.document, self._printed.options)
            frame = self._printed.frame({}, [], matter, cover)
            folder.put_data("document", {**frame, "groups": ["g0"], "places": []})
            folder.put_data("g0", self._printed.group_data(0, parts))
            for part in parts:
                folder.put_images(part.images)
            try:
                typeset(folder.path, self._moment)
            except TypesettingError:
                return False
        return True
