"""Typst at work: the template and its data in, PDF bytes out.

It works in a folder of its own that holds the template, the data and the images, and nothing else;
it can read nothing outside and asks no network.
"""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

import typst

from desktop_app.core.errors import ExportError
from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.write_file import export_failure
from desktop_app.export.typesetting.script_fonts import typst_fonts

#: Archives ask for PDF/A, readers with a screen reader for PDF/UA; one file can be both.
Standard: TypeAlias = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
_log = logging.getLogger(__name__)
_TEMPLATE = "press.typ"


class TypesettingError(Exception):
    """Typst refused the document: a fault in what it was given, never the disk's."""


def typeset(data: Mapping[str, object], images: Mapping[str, bytes], moment: datetime) -> bytes:
    """The PDF of the template filled with ``data``; the same bytes for the same input.

    ``images`` are bytes by file name, ``moment`` stands in the file as its time of creation.
    Raises TypesettingError, and ExportError where there is no room for the working folder.
    """
    with tempfile.TemporaryDirectory(prefix="cuttings-pdf-") as name:
        folder = Path(name)
        try:
            _lay_out(folder, data, images)
        except OSError as failure:
            raise export_failure(folder, failure) from failure
        return compiled(folder / _TEMPLATE, moment, STANDARDS)


def compiled(template: Path, moment: datetime, standards: Sequence[Standard]) -> bytes:
    """The PDF of a template in a folder with nothing else than what it needs.

    Raises TypesettingError.
    """
    try:
        pdf = typst.compile(
            str(template),
            root=str(template.parent),
            font_paths=typst_fonts(),
            format="pdf",
            pdf_standards=list(standards),
            timestamp=int(moment.timestamp()),
            package_path=str(template.parent),
            package_cache_path=str(template.parent),
        )
    except typst.TypstError as refused:
        _log.info("Typst refused the document: %s\n%s", refused.message, refused.diagnostic)
        raise TypesettingError(refused.message) from refused
    if not isinstance(pdf, bytes):
        raise ExportError("Typst gave no PDF.", "Export fewer articles at once.")
    return pdf


def moment_of(captured: str) -> datetime:
    """A capture time as a moment; the first second of 1970 where it can't be read."""
    try:
        moment = datetime.fromisoformat(captured)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _lay_out(folder: Path, data: Mapping[str, object], images: Mapping[str, bytes]) -> None:
    shutil.copyfile(resource_path("typst", _TEMPLATE), folder / _TEMPLATE)
    # A lone surrogate is no text; escaped in JSON it would stop Typst.
    text = json.dumps(data, ensure_ascii=False)
    (folder / "articles.json").write_text(text, encoding="utf-8", errors="replace")
    for name, content in images.items():
        (folder / name).write_bytes(content)
