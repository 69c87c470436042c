"""A job's document with its citations, ready for a module that writes it to a file."""

from __future__ import annotations

from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.documents.plain_citations import with_plain_citations
from desktop_app.services.exporting.dossier_document import document_of
from desktop_app.services.exporting.export_job import ExportJob


def ready_document(job: ExportJob, options: DocumentOptions, title: str = "") -> Document:
    """The document of what a job is to export, cited as the options say.

    Raises InputError where nothing is in it, ExportStoppedError when the user stops.
    """
    document = document_of(job, title)
    return document if options.citations == "none" else with_plain_citations(document)
