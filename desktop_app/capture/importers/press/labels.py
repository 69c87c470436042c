"""Labels before a colon, as Nexis and ProQuest have them in the languages of their users."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.core.database_labels import LABELS
from desktop_app.core.folding import fold

_LABEL = re.compile(r"([^:\n]{2,48}?)\s{0,2}:(?:\s+(.*)|\s*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Label:
    """A label that is known: as it is written, folded, what it means, and what follows it."""

    written: str
    folded: str
    meaning: str
    value: str

    @property
    def shown(self) -> str:
        """The label as a person reads it."""
        return self.written.capitalize() if self.written.isupper() else self.written


def label_of(line: str) -> Label | None:
    """The label with which the line begins; None for a line of words."""
    if ":" not in line[:50]:
        return None
    match = _LABEL.match(line)
    if match is None:
        return None
    folded = fold(match[1]).strip()
    meaning = LABELS.get(folded)
    return None if meaning is None else Label(match[1], folded, meaning, (match[2] or "").strip())
