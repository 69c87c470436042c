"""Typst at work in a folder: the template and its data in, PDF bytes out.

It can read nothing outside the folder and asks no network.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

import typst

from desktop_app.export.typesetting.script_fonts import typst_fonts
from desktop_app.export.typesetting.typst_folder import MAIN

#: Archives ask for PDF/A, readers with a screen reader for PDF/UA; one file can be both.
Standard: TypeAlias = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
_log = logging.getLogger(__name__)


class TypesettingError(Exception):
    """Typst refused the document: a fault in what it was given, never the disk's."""


class Typesetter:
    """Typst with one template; what it set before makes the next time quicker.

    The template's folder holds nothing else than what it needs.
    """

    def __init__(self, template: Path) -> None:
        folder = str(template.parent)
        self._compiler = typst.Compiler(
            str(template),
            root=folder,
            font_paths=typst_fonts(),
            package_path=folder,
            package_cache_path=folder,
        )

    def pdf(self, moment: datetime, standards: Sequence[Standard]) -> bytes:
        """The PDF; the same bytes for the same folder. Without standards it has no tags either.

        ``moment`` stands in the file as its time of creation. Raises TypesettingError.
        """
        try:
            pdf = self._compiler.compile(
                format="pdf",
                pdf_standards=list(standards),
                pdf_tags=bool(standards),
                timestamp=int(moment.timestamp()),
            )
        except typst.TypstError as refused:
            _log.info("Typst refused the document: %s\n%s", refused.message, refused.diagnostic)
            raise TypesettingError(refused.message) from refused
        if not isinstance(pdf, bytes):
            raise TypesettingError("it gave no PDF")
        return pdf

    def told(self, label: str) -> str:
        """The value of the metadata of that label in what was set last, as JSON."""
        return str(self._compiler.query(f"<{label}>", field="value", one=True))


def compiled(template: Path, moment: datetime, standards: Sequence[Standard]) -> bytes:
    """The PDF of a template; raises TypesettingError."""
    return Typesetter(template).pdf(moment, standards)


def typeset(folder: Path, moment: datetime) -> bytes:
    """The PDF of a document that was laid out in the folder; raises TypesettingError."""
    return compiled(folder / MAIN, moment, STANDARDS)


def moment_of(captured: str) -> datetime:
    """A capture time as a moment; the first second of 1970 where it can't be read."""
    try:
        moment = datetime.fromisoformat(captured)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
