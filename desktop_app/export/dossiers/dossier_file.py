"""A document written to a file in one of the formats that pandoc knows."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import prepare_folder, replaced_file
from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers.document_nodes import StoppedError
from desktop_app.export.dossiers.made_document import Making
from desktop_app.export.dossiers.web_files import write_epub, write_html
from desktop_app.export.dossiers.word_file import write_docx
from desktop_app.export.dossiers.writer_file import write_odt

Kind: TypeAlias = Literal["docx", "odt", "epub", "html"]
_WRITERS: dict[Kind, Callable[[Making, BinaryIO], None]] = {
    "docx": write_docx,
    "odt": write_odt,
    "epub": write_epub,
    "html": write_html,
}


def export_dossier(
    document: Document,
    kind: Kind,
    to: Path,
    options: DocumentOptions,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write the document to ``to``; the same document gives the same bytes. Raises ExportError."""
    path = prepare_folder(to.parent) / to.name
    with tempfile.TemporaryDirectory(prefix="cuttings-dossier-") as folder:
        making = Making(document, options, Path(folder), progress, cancelled)
        try:
            with replaced_file(path) as file:
                _WRITERS[kind](making, file)
        except StoppedError:
            return ExportResult(cancelled=True)
    return ExportResult((path,), (), tuple(making.warnings))
