"""A document as one Markdown file, or as a folder of them."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import yaml

from desktop_app.export.base.file_names import name_key, safe_stem
from desktop_app.export.base.folder_record import RECORD_NAME, FolderRecord, RecordedFile, digest
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.visible_text import visible
from desktop_app.export.base.write_file import (
    holds,
    prepare_folder,
    prepare_inside,
    write_if_changed,
)
from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers.appendices import Appendices
from desktop_app.export.dossiers.document_nodes import DocumentNodes, StoppedError
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.made_document import Making
from desktop_app.export.dossiers.markup import Opening
from desktop_app.export.dossiers.text_markup import TextMarkup

#: What pandoc may write beyond the common: footnotes, tables with bars, ==marks==.
_DIALECT = (
    "markdown+mark+pipe_tables-simple_tables-multiline_tables-grid_tables-implicit_figures"
    "-link_attributes-header_attributes-bracketed_spans-native_spans-fenced_divs-native_divs"
    "-raw_attribute-fenced_code_attributes-inline_code_attributes-smart"
)
_INDEX = "index"
_IMAGES = "images"


def export_text(
    document: Document,
    to: Path,
    options: DocumentOptions,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    *,
    single: bool,
) -> ExportResult:
    """Write the document to the file ``to``, or into the folder ``to``. Raises ExportError.

    Of a folder, files that somebody changed since they were written are left alone and named.
    """
    with tempfile.TemporaryDirectory(prefix="cuttings-dossier-") as folder:
        making = Making(document, options, Path(folder), progress, cancelled)
        try:
            return _one_file(making, to) if single else _folder(making, to)
        except StoppedError:
            return ExportResult(cancelled=True)


def _one_file(making: Making, to: Path) -> ExportResult:
    home = prepare_folder(to.parent)
    pictures = KeptImages(making.folder)
    highest = 2 if making.document.has_cover else 1
    markup = TextMarkup(highest=highest, image_folder=quote(f"{to.stem} {_IMAGES}"))
    openings = _openings(making, markup, pictures)
    titles = [making.title] if making.document.has_cover else []
    titles += ["Contents"] if making.options.contents and making.document.has_cover else []
    markup.addresses = _slugs(titles, openings)
    where = "document" if making.options.citations == "endnotes" else "section"
    text = _written(making, markup, pictures, where)
    written = _Written(home)
    written.put(to.name, _front_matter(making) + text)
    for name in sorted(pictures.names):
        written.put_image(f"{to.stem} {_IMAGES}", pictures.names[name], pictures.content(name))
    return written.result(making.warnings)


def _folder(making: Making, to: Path) -> ExportResult:
    home = prepare_folder(to)
    pictures = KeptImages(making.folder)
    markup = TextMarkup(image_folder=_IMAGES, cut=_cut_of(making.document))
    openings = _openings(making, markup, pictures)
    names = _names(openings)
    markup.addresses = {
        opening.anchor: quote(name) for opening, name in zip(openings, names, strict=True)
    }
    text = _written(making, markup, pictures, "block")
    pieces = text.split(f"{markup.cut}\n".encode())
    if len(pieces) == len(names) + 2:
        # A text of the author's stands before the first heading.
        pieces[:2] = [pieces[0] + pieces[1]]
    written = _Written(home, FolderRecord.read(home))
    for name, piece in zip([f"{_INDEX}.md", *names], pieces, strict=True):
        begin = _front_matter(making) if name == f"{_INDEX}.md" else b""
        written.put_carefully(name, begin + piece.strip() + b"\n")
    for name in sorted(pictures.names):
        written.put_image(_IMAGES, pictures.names[name], pictures.content(name))
    return written.result(making.warnings)


def _written(making: Making, markup: TextMarkup, pictures: KeptImages, notes: str) -> bytes:
    return making.run(
        markup,
        pictures,
        _DIALECT,
        options=["--wrap=none", f"--reference-location={notes}", "--columns=100"],
    )


def _openings(making: Making, markup: TextMarkup, pictures: KeptImages) -> Sequence[Opening]:
    parts = DocumentNodes(making.document, making.options, markup, pictures)
    appendices = Appendices(making.document, making.options, markup)
    return [*(opening for _, opening in parts.placed() if opening), *appendices.openings()]


def _slugs(titles: Sequence[str], openings: Sequence[Opening]) -> dict[str, str]:
    """The addresses of headings as GitHub and others make them of their words."""
    taken = Counter(map(_slug, titles))
    addresses = {}
    for opening in openings:
        slug = _slug(opening.words)
        times = taken[slug]
        taken[slug] += 1
        addresses[opening.anchor] = f"#{quote(slug)}-{times}" if times else f"#{quote(slug)}"
    return addresses


def _slug(words: str) -> str:
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def _names(openings: Sequence[Opening]) -> list[str]:
    """File names in the order of the parts; numbers keep them apart."""
    width = max(2, len(str(len(openings))))
    return [
        f"{safe_stem(f'{number:0{width}} {opening.words}')}.md"
        for number, opening in enumerate(openings, start=1)
    ]


def _cut_of(document: Document) -> str:
    """A line that no text of the document can hold: pandoc escapes the sign it begins with."""
    known = "\n".join(f"{source.captured} {source.sha256}" for source in document.sources)
    return f"<!-- {hashlib.sha256(known.encode()).hexdigest()} -->"


def _front_matter(making: Making) -> bytes:
    cover = making.document.cover
    values = {
        "title": making.title,
        "subtitle": visible(cover.subtitle),
        "author": visible(cover.author),
        "date": visible(cover.date) or making.moment.date().isoformat(),
        "lang": making.language,
    }
    kept = {key: value for key, value in values.items() if value}
    written = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{written}---\n\n".encode()


@dataclass(slots=True)
class _Written:
    """The files of a folder as they are written."""

    home: Path
    record: FolderRecord | None = None
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)

    def put(self, name: str, content: bytes, waiting: Path | None = None) -> None:
        path = self.home / name
        changed = write_if_changed(path, content, waiting)
        (self.written if changed else self.unchanged).append(path)

    def put_carefully(self, name: str, content: bytes) -> None:
        """Write a file unless somebody else's stands there."""
        assert self.record is not None
        path = self.home / name
        kept = self.record.files.get(name)
        is_there = path.exists() or path.is_symlink()
        is_ours = kept is not None and path.is_file() and _digest_of(path) == kept.digest
        if is_there and not is_ours and not holds(path, content):
            self.left_alone.append(
                f"“{name}” was changed since it was exported, or is another file, so it was left "
                "alone. Rename or delete it to export it afresh."
            )
            return
        self.put(name, content)
        self.record.files[name] = RecordedFile(name, name_key(name), digest(content))

    def put_image(self, folder: str, name: str, content: bytes) -> None:
        self.put(f"{folder}/{name}", content, prepare_inside(self.home, self.home / folder))

    def result(self, warnings: Sequence[str]) -> ExportResult:
        if self.record is not None:
            write_if_changed(self.home / RECORD_NAME, self.record.as_bytes())
        told = (*warnings, *self.left_alone)
        return ExportResult(tuple(self.written), tuple(self.unchanged), told)


def _digest_of(path: Path) -> str:
    return "" if path.is_symlink() else digest(path.read_bytes())
