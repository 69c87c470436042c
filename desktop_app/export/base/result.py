"""What an export gives back; how it is made belongs to the modules of the formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files written, those that were right already, and what the user should know.

    ``warnings`` are whole sentences; ``cancelled`` tells that the user stopped half-way, so that
    only a part of the articles is there. ``outdated`` are files of an earlier export that nothing
    of this one belongs to and that were kept, ``removed`` those of them that were deleted.
    """

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    cancelled: bool = False
    outdated: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
