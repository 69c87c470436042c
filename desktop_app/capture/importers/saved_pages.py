"""A folder of saved pages: SingleFile's, MHTML, Safari's web archives, browsers' “Save page as”.

Where a page tells the address and time it was saved from, these come with it.
"""

from __future__ import annotations

import posixpath
import re

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.media_types import HTML, MHTML, WEBARCHIVE, XHTML, media_type_of
from desktop_app.capture.mhtml import read_mhtml
from desktop_app.capture.saved_page import origin_of_html, saved_address
from desktop_app.core.errors import AppError, InputError
from desktop_app.core.imported import ImportedArticle, ImportedSnapshot, ImportProblem, Origin

_PAGE = re.compile(r"\.(?:x?html?|mhtml?|mht|webarchive)$", re.IGNORECASE)
#: Where browsers put what belongs to a page.
_BESIDE = re.compile(r"(?:_files|\.files|-Dateien|_fichiers|_archivos|_file)/", re.IGNORECASE)
_LOOKED_AT = 10


def _pages(source: ImportSource) -> list[str]:
    return [name for name in source.names if _PAGE.search(name) and not _BESIDE.search(name)]


def _guess(source: ImportSource) -> float:
    pages = _pages(source)
    if source.is_single or not pages:
        return 0.0
    if any("Page saved with SingleFile" in source.head_of(name) for name in pages[:_LOOKED_AT]):
        return 0.6
    others = [name for name in source.names if not _BESIDE.search(name)]
    return 0.5 if len(pages) * 2 >= len(others) else 0.0


def _read(source: ImportSource) -> ImportItems:
    for row, name in enumerate(_pages(source), 1):
        try:
            yield _article(source, row, name)
        except AppError as failure:
            yield ImportProblem(row, failure.message, name)


def _article(source: ImportSource, row: int, name: str) -> ImportedArticle:
    content = source.read(name)
    if not content.strip():
        raise InputError("The file is empty.", "Save the page again.")
    media_type = media_type_of(content, name=name)
    url, saved = None, None
    if media_type in (HTML, XHTML):
        told = origin_of_html(content)
        url, saved = told.url, told.saved
    elif media_type == MHTML:
        url, saved = saved_address(content, media_type), read_mhtml(content).saved
    elif media_type == WEBARCHIVE:
        url = saved_address(content, media_type)
    else:
        raise InputError("It is no saved page.", "Open it to see what it is.")
    return ImportedArticle(
        Origin("saved-pages", name, row),
        url=url,
        captured=saved,
        snapshot=ImportedSnapshot(content, media_type, posixpath.basename(name)),
    )


IMPORTER = Importer("saved-pages", "Saved pages (SingleFile, MHTML)", _guess, _read)
