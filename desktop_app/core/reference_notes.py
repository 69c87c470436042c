"""What bibliographies have no field for, as lines of a reference's note: written, and read back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

_DATE, _AGENCY, _ACCESSED = "Date (EDTF): ", "Wire agency: ", "Accessed "
_COPY = "Archived copy: captured "
_COPY_LINE = re.compile(rf"{re.escape(_COPY)}\S{{1,40}}, SHA-256 [0-9a-f]{{64}}")


@dataclass(frozen=True, slots=True)
class ReferenceNotes:
    """Such a note's facts; empty ones aren't told. ``published`` is EDTF."""

    published: str = ""
    agency: str = ""
    captured: str = ""
    sha256: str = ""
    accessed: str = ""

    def lines(self) -> list[str]:
        """The facts, a line each."""
        copy = f"{_COPY}{self.captured}, SHA-256 {self.sha256}" if self.sha256 else ""
        facts = ((_DATE, self.published), (_AGENCY, self.agency), (_ACCESSED, self.accessed))
        return [*(f"{words}{fact}" for words, fact in facts if fact), *filter(None, (copy,))]


def read_notes(note: str) -> tuple[ReferenceNotes, str]:
    """The facts that a note of ours tells, and what else stands in it."""
    published, agency, others = "", "", []
    for line in note.splitlines():
        bare = line.strip()
        if bare.startswith(_DATE):
            published = _edtf(bare.removeprefix(_DATE))
        elif bare.startswith(_AGENCY):
            agency = bare.removeprefix(_AGENCY)
        elif not (
            _COPY_LINE.fullmatch(bare) or re.fullmatch(rf"{_ACCESSED}\d[\d?~%/.T:Z-]*", bare)
        ):
            others.append(line)
    return ReferenceNotes(published, agency), "\n".join(others).strip()


def _edtf(text: str) -> str:
    try:
        return EdtfDate.parse(text).text
    except InputError:
        return ""
