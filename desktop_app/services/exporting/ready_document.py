"""A job's document with its citations, ready for a module that writes it to a file."""

from __future__ import annotations

from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.services.exporting.dossier_document import document_of
from desktop_app.services.exporting.export_job import ExportJob


def ready_document(job: ExportJob, options: DocumentOptions, title: str = "") -> Document:
    """The document of what a job is to export, cited as the options say.

    Raises InputError where nothing is in it or the style can't be used, ExportStoppedError when
    the user stops.
    """
    # Imported here: the list of formats is read without what sets citations.
    from desktop_app.services.exporting.dossier_citations import (  # noqa: PLC0415
        with_citations,
    )

    return with_citations(job, document_of(job, title), options)
