"""How the tests of the formats read what they made."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.registry import importer_for
from desktop_app.core.imported import ImportedArticle, ImportProblem, ImportRemark


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A zip archive with these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def written(path: Path, text: str) -> Path:
    """A file with this text."""
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path, expected: str) -> list[ImportedArticle | ImportProblem | ImportRemark]:
    """Everything in the file, whose format must be guessed as expected."""
    with ImportSource(path) as source:
        importer = importer_for(source)
        assert importer.name == expected
        return list(importer.read(source))


def articles(path: Path, expected: str) -> list[ImportedArticle]:
    """The articles in a file without problems."""
    found = read(path, expected)
    assert [each for each in found if isinstance(each, ImportProblem)] == []
    return [each for each in found if isinstance(each, ImportedArticle)]
