"""A document as PDF, set by Typst: one file with all that belongs to it, or a file an article.

An article that can't be set in full is set plainly, or left out and named; it never costs the
others. How a page looks is up to ``resources/typst``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.base.article_folder import ArticleFolder
from desktop_app.export.base.file_names import safe_stem
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import prepare_folder, write_if_changed
from desktop_app.export.documents.assembled_document import ExportStoppedError, selection_document
from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.press import NothingToSetError, Press
from desktop_app.export.typesetting.press_listener import PressListener


def export_pdf(
    document: Document, options: DocumentOptions, to: Path, listener: PressListener
) -> ExportResult:
    """Write the document as one file at ``to``, or under its title in the folder ``to``.

    The same document gives the same bytes. Raises ExportError when nothing could be set or
    written.
    """
    try:
        content, warnings = Press(document, options, listener).set()
    except ExportStoppedError:
        return ExportResult(cancelled=True)
    if listener.cancelled():
        return ExportResult(cancelled=True)
    path = _file_path(to, document.cover.title)
    written = write_if_changed(path, content)
    listener.done(len(document.parts))
    return ExportResult((path,) if written else (), () if written else (path,), warnings)


def export_pdfs(
    articles: Sequence[Article],
    images: Callable[[int], Mapping[str, StoredImage]],
    options: DocumentOptions,
    to: Path,
    listener: PressListener,
) -> ExportResult:
    """Write each article as a file of its own in the folder ``to``; raises ExportError."""
    stopped = False
    with ArticleFolder.open(to, ".pdf") as folder:
        for done, article in enumerate(articles, start=1):
            stopped = listener.cancelled()
            if stopped:
                break
            alone = selection_document([article], images=images)
            try:
                content, warnings = Press(alone, options).set()
            except NothingToSetError as failure:
                folder.warnings.append(str(failure))
            else:
                folder.put(article, content)
                folder.warnings.extend(warnings)
            listener.progress(done, len(articles))
    folder.warnings[:] = dict.fromkeys(folder.warnings)
    return folder.result(cancelled=stopped)


def _file_path(to: Path, title: str) -> Path:
    if to.is_dir():
        to = to / f"{safe_stem(title, '.pdf')}.pdf"
    elif to.suffix.lower() != ".pdf":
        to = to.with_name(f"{to.name}.pdf")
    return prepare_folder(to.parent) / to.name
