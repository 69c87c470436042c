"""What an export gives back; how it is made belongs to the modules of the formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files written, those that were right already, and what the user should know.

    ``warnings`` are whole sentences; ``cancelled`` tells that the user stopped half-way, so that
    only a part of the articles is there.
    """

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    cancelled: bool = False
