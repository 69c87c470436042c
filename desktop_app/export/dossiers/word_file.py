"""A document for Word (DOCX): real headings, contents, running heads, notes of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from desktop_app.core.resource_path import resource_path
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.made_document import Making
from desktop_app.export.dossiers.markup import Opening, Writing
from desktop_app.export.dossiers.nodes import Node, Nodes
from desktop_app.export.dossiers.paper_markup import PaperMarkup, head_of
from desktop_app.export.dossiers.word_notes import as_endnotes
from desktop_app.export.dossiers.zip_file import Change, put, rewrite_zip

#: Paper as Word measures it, in twentieths of a point; margins are in ``docx/document.xml``.
_PAPERS = {"a4": (11906, 16838), "us-letter": (12240, 15840)}
_MARGINS = 2 * 1871
#: pandoc numbers its own bookmarks from a small number on.
_FIRST_BOOKMARK = 1_000_000
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
#: Word counts notes at the end by i, ii, iii; each section says otherwise.
_NOTE_NUMBERS = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
_LANGUAGE = re.compile(rb'<w:lang w:val="([A-Za-z0-9-]+)" ?/>')
#: A run in Chinese, Japanese or Korean letters, as pandoc marks it, with its language.
_EAST_ASIAN = re.compile(
    rb'<w:rFonts w:hint="eastAsia" ?/>((?:(?!</w:rPr>).){0,200}?)<w:lang w:val="([A-Za-z-]+)" ?/>',
    re.DOTALL,
)
_FONTS = {b"ja": b"Yu Mincho", b"ko": b"Batang", b"zh-tw": b"PMingLiU", b"zh-hk": b"PMingLiU",
          b"zh-hant": b"PMingLiU"}  # fmt: skip
#: The paragraph behind a table, up to where its spacing belongs; headings have room of their own.
_BEHIND_TABLE = re.compile(
    rb'(</w:tbl>\s*<w:p>\s*<w:pPr>(?:\s*<w:pStyle w:val="(?!Heading)\w+" ?/>)?'
    rb"(?:\s*<w:numPr>(?:(?!</w:numPr>).){0,200}</w:numPr>)?(?:\s*<w:bidi ?/>)?)\s*</w:pPr>",
    re.DOTALL,
)
_TO_LEFT = (b"ar", b"fa", b"he", b"ur", b"ps", b"yi", b"ckb", b"sd", b"ug", b"dv")
_EAST = (b"zh", b"ja", b"ko")


@dataclass(slots=True)
class WordMarkup(PaperMarkup):
    """Headings and contents in Word's own markup, their words escaped here."""

    # Word tells notes at the end of a document, or of a section, which LibreOffice doesn't know.
    notes_stand_last: bool = True
    paper: str = "a4"
    bookmarks: count[int] = field(default_factory=lambda: count(_FIRST_BOOKMARK))

    def opening(self, opening: Opening) -> list[Node]:
        """The heading that begins a part, on a page of its own where it should."""
        level = self.level(opening.level)
        page = "<w:pageBreakBefore/>" if opening.new_page else ""
        bidi = "<w:bidi/>" if opening.writing.to_left else ""
        is_article = opening.anchor.startswith("source-")
        head, rest = head_of(opening.words) if is_article else ("", opening.words)
        runs = _run(head, opening.writing, "ArticleTitle") + _run(rest, opening.writing)
        number = next(self.bookmarks)
        return [
            _raw(
                f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/>{page}{bidi}</w:pPr>'
                f'<w:bookmarkStart w:id="{number}" w:name="{opening.anchor}"/>{runs}'
                f'<w:bookmarkEnd w:id="{number}"/></w:p>'
            )
        ]

    def contents(self, openings: Sequence[Opening]) -> list[Node]:
        """Entries with their pages, which Word and Writer look up themselves.

        A table of contents as Word makes it would show no page in Writer before it is renewed.
        """
        title = (
            '<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>'
            f"{_run('Contents', Writing('en'))}</w:p>"
        )
        return [_raw(title + "".join(map(self._line, openings)))]

    def note_letter(self, number: int) -> str:
        """The letter of a note as Word counts: a … z, aa, bb."""
        before, place = divmod(number - 1, 26)
        return chr(ord("a") + place) * (before + 1)

    def after_cover(self) -> list[Node]:
        """The cover is a section of its own, without running heads."""
        return [_raw(self._section())]

    def columns(self, blocks: Nodes, *, is_last: bool) -> list[Node]:
        """Short lines in two columns: a section of its own, which none may end a document with."""
        if is_last:
            return list(blocks)
        heads = '<w:headerReference w:type="default" r:id="rId901"/>'
        heads += '<w:footerReference w:type="default" r:id="rId902"/>'
        begin, end = self._section(heads), self._section("", 2)
        return [_raw(begin), *blocks, _raw(end)]

    def _section(self, heads: str = "", columns: int = 1) -> str:
        """The end of a section, told as Word wants it: in its last paragraph."""
        width, height = _PAPERS[self.paper]
        kind = '<w:type w:val="continuous"/>' if columns > 1 else ""
        return (
            '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            f'<w:sectPr>{heads}{_NOTE_NUMBERS}{kind}<w:pgSz w:w="{width}" w:h="{height}"/>'
            '<w:pgMar w:top="1757" w:right="1871" w:bottom="1644" w:left="1871" '
            'w:header="850" w:footer="794" w:gutter="0"/>'
            f'<w:cols w:num="{columns}" w:space="567"/></w:sectPr></w:pPr></w:p>'
        )

    def _line(self, opening: Opening) -> str:
        bidi = "<w:bidi/>" if opening.writing.to_left else ""
        page = (
            _FIELD.format("begin")
            + _INSTRUCTION.format(f"PAGEREF {opening.anchor} \\h")
            + _FIELD.format("separate")
            + _FIELD.format("end")
        )
        return (
            f'<w:p><w:pPr><w:pStyle w:val="TOC{min(opening.level, 6)}"/>{bidi}</w:pPr>'
            f'<w:hyperlink w:anchor="{opening.anchor}" w:history="1">'
            f"{_run(opening.words, opening.writing)}<w:r><w:tab/></w:r>{page}</w:hyperlink></w:p>"
        )


def write_docx(making: Making, to: BinaryIO) -> None:
    """Write the document as Word opens it; raises as ``Making.run`` does."""
    pictures = KeptImages(making.folder)
    made = making.run(
        WordMarkup(paper=making.options.paper),
        pictures,
        "docx",
        options=["--template=document.openxml", "--reference-doc=reference.docx"],
        files={
            "document.openxml": _resource("document.openxml"),
            "reference.docx": _reference(making),
        },
    )
    changes: dict[str, Change] = {
        "docProps/core.xml": making.dated,
        "word/document.xml": _finished,
    }
    if making.options.contents:
        changes["word/settings.xml"] = _with_pages
    if making.options.citations == "endnotes":
        made = as_endnotes(made)
    rewrite_zip(made, to, pictures, changes)


def _reference(making: Making) -> bytes:
    """The document that pandoc takes styles, paper and running heads from."""
    width, height = _PAPERS[making.options.paper]
    has_articles = making.document.has_cover and bool(making.document.sources)
    title, rest = head_of(making.title)
    article = (
        "<w:r><w:tab/></w:r>"
        + _FIELD.format("begin")
        + _INSTRUCTION.format('STYLEREF "Article Title"')
        + _FIELD.format("separate")
        + _FIELD.format("end")
    )
    values = {
        "width": str(width),
        "height": str(height),
        "right": str(width - _MARGINS),
        "title": escape(title + ("…" if rest else "")),
        "article": article if has_articles else "",
        # An article alone has its title on the first page, not above it.
        "first": "" if making.document.has_cover else _FIRST_FOOTER,
        "notes": _NOTE_NUMBERS,
        "title-page": "" if making.document.has_cover else "<w:titlePg/>",
    }
    made = io.BytesIO()
    with ZipFile(made, "w") as reference:
        for name, resource in _PARTS.items():
            content = _resource(resource).decode()
            for key, value in values.items():
                content = content.replace(f"${key}$", value)
            put(reference, name, content.encode())
    return made.getvalue()


_FIRST_FOOTER = '<w:footerReference w:type="first" r:id="rId902"/>'
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/styles.xml": "styles.xml",
    "word/header1.xml": "header.xml",
    "word/footer1.xml": "footer.xml",
}


def _with_pages(settings: bytes) -> bytes:
    """Settings that let Word look up the pages of the contents when it opens the document."""
    return settings.replace(b"<w:rsids", b'<w:updateFields w:val="true"/><w:rsids', 1)


def _finished(document: bytes) -> bytes:
    return _with_room(_with_languages(document))


def _with_languages(document: bytes) -> bytes:
    """Languages where Word looks for them: those of other scripts have places of their own."""
    document = _EAST_ASIAN.sub(_with_font, document)
    return _LANGUAGE.sub(_language, document)


def _with_room(document: bytes) -> bytes:
    """Room above each paragraph behind a table, which has none below it in Word."""
    return _BEHIND_TABLE.sub(rb'\1<w:spacing w:before="200"/></w:pPr>', document)


def _with_font(found: re.Match[bytes]) -> bytes:
    tag = found[2].lower()
    font = _FONTS.get(tag, _FONTS.get(tag.partition(b"-")[0], b"SimSun"))
    fonts = b'<w:rFonts w:hint="eastAsia" w:eastAsia="%s"/>' % font
    return fonts + found[1] + b'<w:lang w:val="%s" />' % found[2]


def _language(found: re.Match[bytes]) -> bytes:
    tag = found[1]
    first = tag.lower().partition(b"-")[0]
    if first in _TO_LEFT:
        return b'<w:lang w:bidi="%s"/>' % tag
    return (b'<w:lang w:eastAsia="%s"/>' if first in _EAST else b'<w:lang w:val="%s"/>') % tag


def _run(words: str, writing: Writing, style: str = "") -> str:
    if not words:
        return ""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += "<w:rtl/>" if writing.to_left else ""
    look += f'<w:lang w:val="{writing.language}" />' if writing.language else ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _raw(markup: str) -> Node:
    return nodes.raw(markup, "openxml")


def _resource(name: str) -> bytes:
    return resource_path("documents", "docx", name).read_bytes()
