"""A word processor's file as paragraphs, or as the page with images that is cleaned like others."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from desktop_app.capture.documents.docx import docx_paragraphs
from desktop_app.capture.documents.odt import odt_paragraphs
from desktop_app.capture.documents.paragraphs import Cell, Paragraph, Run
from desktop_app.capture.documents.rtf import rtf_paragraphs
from desktop_app.capture.media_types import DOCX, RTF
from desktop_app.capture.web_bundle import BundledImage, WebBundle
from desktop_app.core.errors import InputError

#: A part of a document that unpacks to more is refused, in bytes.
MAX_PART = 64 * 2**20
_MOST_IMAGES = 200
_MAX_IMAGES = 50 * 2**20
_TITLE = re.compile(r"<dc:title>([^<]{1,500})</dc:title>")
_TITLE_PARTS = ("docProps/core.xml", "meta.xml")


class OfficeParts:
    """The parts of a DOCX or ODT held in memory, none of them taken beyond its bound."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as failure:
            raise _damaged() from failure

    def read(self, name: str) -> bytes | None:
        """A part whole, None where there is none; InputError for one too large or damaged."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return None
        try:
            with self._archive.open(info) as stream:
                content = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as failure:
            raise _damaged() from failure
        except (RuntimeError, NotImplementedError) as failure:
            raise InputError(
                "The document is locked by a password.", "Save it without one."
            ) from failure
        if len(content) > MAX_PART:
            raise InputError(
                f"The document unpacks to more than {MAX_PART // 2**20:,} MB.", "It is refused."
            )
        return content


def document_paragraphs(content: bytes, media_type: str) -> Iterator[Paragraph]:
    """The paragraphs of an RTF, DOCX or ODT; InputError where it can't be read."""
    if media_type == RTF:
        return rtf_paragraphs(io.BytesIO(content))
    parts = OfficeParts(content)
    return docx_paragraphs(parts.read) if media_type == DOCX else odt_paragraphs(parts.read)


def read_document(content: bytes, media_type: str) -> WebBundle:
    """The document as a page; where it can't be read, a bundle without one."""
    try:
        read_part = (lambda _: None) if media_type == RTF else OfficeParts(content).read
        paragraphs = list(document_paragraphs(content, media_type))
        images = tuple(_images(paragraphs, read_part))
        page = _page(paragraphs, {each.content_id or "" for each in images}, _title(read_part))
    except InputError:
        return WebBundle()
    return WebBundle(page.encode("utf-8", "replace"), charset="utf-8", images=images)


def _title(read_part: Callable[[str], bytes | None]) -> str:
    for name in _TITLE_PARTS:
        match = _TITLE.search((read_part(name) or b"").decode("utf-8", "replace"))
        if match:
            return match[1].strip()
    return ""


def _images(
    paragraphs: Iterable[Paragraph], read_part: Callable[[str], bytes | None]
) -> Iterator[BundledImage]:
    size = 0
    names = dict.fromkeys(run.image for each in paragraphs for run in each.runs if run.image)
    for name in list(names)[:_MOST_IMAGES]:
        content = read_part(name)
        size += len(content or b"")
        if content and size <= _MAX_IMAGES:
            yield BundledImage(content, content_id=_image_id(name))


def _image_id(name: str) -> str:
    return re.sub(r"[^\w.-]", "-", posixpath.basename(name))


def _page(paragraphs: list[Paragraph], images: set[str], title: str) -> str:
    body = "\n".join(
        _table(list(each), images) if table is not None else _blocks(list(each), images)
        for table, each in groupby(paragraphs, key=lambda each: each.cell and each.cell.table)
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><article>\n{body}\n</article></body></html>"
    )


def _blocks(paragraphs: list[Paragraph], images: set[str]) -> str:
    blocks = []
    for is_item, each in groupby(paragraphs, key=lambda each: bool(each.item)):
        if is_item:
            items = (f"<li>{_inline(item, images)}</li>" for item in each if item.runs)
            blocks.append(f"<ul>{''.join(items)}</ul>")
            continue
        for paragraph in each:
            inline = _inline(paragraph, images)
            tag = f"h{paragraph.heading}" if 0 < paragraph.heading < 7 else "p"
            if inline:
                blocks.append(f"<{tag}>{inline}</{tag}>")
    return "\n".join(blocks)


def _table(paragraphs: list[Paragraph], images: set[str]) -> str:
    def cell(each: Paragraph) -> Cell:
        assert each.cell is not None
        return each.cell

    rows = []
    for _, row in groupby(paragraphs, key=lambda each: cell(each).row):
        columns = groupby(row, key=lambda each: cell(each).column)
        cells = ("<br>".join(_inline(each, images) for each in inside) for _, inside in columns)
        rows.append("<tr>" + "".join(f"<td>{each}</td>" for each in cells) + "</tr>")
    return f"<table>{''.join(rows)}</table>"


def _inline(paragraph: Paragraph, images: set[str]) -> str:
    is_heading = paragraph.heading > 0
    return "".join(_run(run, images, is_heading) for run in paragraph.runs).strip()


def _run(run: Run, images: set[str], is_heading: bool) -> str:
    if run.image:
        name = _image_id(run.image)
        return f'<img src="cid:{name}" alt="">' if name in images else ""
    text = escape(run.text).replace("\n", "<br>")
    if not run.text.strip():
        return text
    if run.italic:
        text = f"<em>{text}</em>"
    if run.bold and not is_heading:
        text = f"<strong>{text}</strong>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text


def _damaged() -> InputError:
    return InputError("The document is damaged.", "Save it again with the program that made it.")
