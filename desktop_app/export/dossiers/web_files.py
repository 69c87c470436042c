"""A document as one HTML file, and as an EPUB."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.visible_text import visible_lines
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.document_nodes import DocumentNodes
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.made_document import Making
from desktop_app.export.dossiers.markup import Markup, Opening, Styled
from desktop_app.export.dossiers.nodes import Node
from desktop_app.export.dossiers.zip_file import Change, rewrite_zip

_STYLES, _PACKAGE = "EPUB/styles/stylesheet1.css", "EPUB/content.opf"
_FILE_AS_TITLE = re.compile(rb"<title>ch\d+\.xhtml</title>")
_FIRST_HEADING = re.compile(rb"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")


@dataclass(slots=True)
class _PageMarkup(Markup):
    """One page: notes stand behind the part that cites, unless all of them at the end."""

    at_end: bool = False

    def with_notes(self, cover: Callable[[], list[Styled]]) -> list[Styled]:
        return cover() if self.at_end else _with_told(cover(), self.told_notes)

    def after_part(self) -> list[Node]:
        return [] if self.at_end else self.told_notes()


@dataclass(slots=True)
class _BookMarkup(Markup):
    """A book: its navigation is the table of contents."""

    def with_notes(self, cover: Callable[[], list[Styled]]) -> list[Styled]:
        # pandoc leaves the notes of a title page out, and links from it into the text as they are.
        kept, self.notes_at_end = self.notes_at_end, True
        made = _with_told(cover(), self.told_notes)
        self.notes_at_end = kept
        return made

    def contents(self, openings: Sequence[Opening]) -> list[Node]:
        return []


def write_html(making: Making, to: BinaryIO) -> None:
    """Write the page: styles and images within it, no script, nothing fetched."""
    pictures = KeptImages(making.folder)
    at_end = making.options.citations == "endnotes"
    highest = 2 if making.document.has_cover else 1
    page = making.run(
        _PageMarkup(highest=highest, notes_at_end=True, at_end=at_end),
        pictures,
        "html5",
        options=[
            "--standalone",
            "--template=page.html",
            "--wrap=none",
        ],
        files={"page.html": _page_template()},
        values=lambda parts: {**_cover(parts), "pagetitle": nodes.text_value(making.title)},
    )
    to.writelines(pictures.put_into_page(page))


def write_epub(making: Making, to: BinaryIO) -> None:
    """Write the book, a chapter an article, with a cover page and navigation."""
    pictures = KeptImages(making.folder)
    at_end = making.options.citations == "endnotes"
    book = making.run(
        _BookMarkup(notes_at_end=at_end),
        pictures,
        "epub3",
        options=[
            "--template=book.html",
            "--wrap=none",
            "--split-level=6",
            "--toc-depth=6",
            *(["--toc"] if making.options.contents and making.document.has_cover else []),
        ],
        files={"book.html": _template("book.html")},
        values=lambda parts: {**_cover(parts), **_identity(making), **_subjects(parts)},
    )
    # A sandboxed pandoc takes no style sheet; its own is put in, and ours in its place.
    changes: dict[str, Change] = {
        _STYLES: lambda _: _resource("book.css"),
        _PACKAGE: making.dated,
    }
    rewrite_zip(book, to, pictures, changes, _with_titles)


def _cover(parts: DocumentNodes) -> Mapping[str, Node]:
    if not parts.document.has_cover:
        return {}
    values = {}
    for style, blocks in parts.front:
        name = f"cover-{style.lower()}"
        if style == "Abstract":
            values[name] = nodes.blocks_value(blocks)
        else:
            inlines = blocks[0]["c"]
            assert isinstance(inlines, list)
            values[name] = nodes.words_value(inlines)
    return values


def _with_told(cover: list[Styled], told: Callable[[], list[Node]]) -> list[Styled]:
    """A cover with the notes of its last part, the abstract, below it."""
    return [*cover[:-1], (cover[-1][0], [*cover[-1][1], *told()])] if cover else cover


def _subjects(parts: DocumentNodes) -> Mapping[str, Node]:
    return {"subject": nodes.list_value([nodes.text_value(each) for each in parts.keywords()])}


def _identity(making: Making) -> Mapping[str, Node]:
    """The book's identifier: the same for each edition of a dossier, another for any other."""
    cover, sources = making.document.cover, making.document.sources
    first = min((source.captured for source in sources), default="")
    name = visible_lines("\n".join(("cuttings", cover.title, cover.author, first)))
    return {
        "identifier": nodes.text_value(f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"),
        "toc-title": nodes.text_value("Contents"),
    }


def _with_titles(name: str, content: bytes) -> bytes:
    """A chapter under its heading, where pandoc told its file's name."""
    heading = _FIRST_HEADING.search(content) if name.endswith(".xhtml") else None
    if heading is None:
        return content
    title = b"<title>" + _TAG.sub(b"", heading[1]).strip() + b"</title>"
    return _FILE_AS_TITLE.sub(lambda _: title, content, count=1)


def _template(name: str) -> bytes:
    """The template with the cover's lines, which pandoc could not read from a file of their own."""
    return _resource(name).replace(b"$cover$", _resource("cover.html").strip())


def _page_template() -> bytes:
    return _template("page.html").replace(b"$styles$", _resource("page.css").strip())


def _resource(name: str) -> bytes:
    return resource_path("documents", name).read_bytes()
