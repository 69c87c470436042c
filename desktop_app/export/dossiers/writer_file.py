"""A document for Writer (ODT): real headings, contents, running heads, notes of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.visible_text import language_tag
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.document_nodes import DocumentNodes
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.made_document import Making
from desktop_app.export.dossiers.markup import Opening, Writing
from desktop_app.export.dossiers.nodes import Node, Nodes
from desktop_app.export.dossiers.paper_markup import PaperMarkup, head_of
from desktop_app.export.dossiers.zip_file import Change, put, rewrite_zip

#: Paper and its margin at each side, in centimetres.
_PAPERS = {"a4": (21.0, 29.7), "us-letter": (21.59, 27.94)}
_MARGIN = 3.3
_LANGUAGE = re.compile(rb'<style:text-properties ([^>]*)fo:language="([a-z]+)"')
_NOTE = re.compile(rb'text:note-class="footnote"')
#: Where Writer looks for the languages of Chinese and so on, of Arabic and so on.
_EAST = {"zh": "SC", "ja": "JP", "ko": "KR"}
_TO_LEFT = frozenset(("ar", "fa", "he", "ur", "ps", "yi", "ckb", "sd", "ug", "dv"))
_COMPLEX = _TO_LEFT | {"hi", "mr", "ne", "bn", "ta", "te", "th", "km", "lo", "my", "si", "ml", "kn",
                       "gu", "pa"}  # fmt: skip


@dataclass(slots=True)
class WriterMarkup(PaperMarkup):
    """Headings and contents in Writer's own markup, their words escaped here."""

    def style_name(self, style: str) -> str:
        """A style's name as ODT writes it."""
        return style.replace(" ", "_20_")

    def styled(self, style: str, blocks: Nodes, writing: Writing | None = None) -> list[Node]:
        """Blocks in a named style."""
        made = nodes.division(
            blocks,
            custom_style=self.style_name(style),
            lang=writing.language if writing else "",
        )
        return self._running([made], writing)

    def opening(self, opening: Opening) -> list[Node]:
        """The heading that begins a part, on a page of its own where it should."""
        level = self.level(opening.level)
        page = "_20_Page" if opening.new_page else ""
        heading = _raw(
            f'<text:h text:style-name="Heading_20_{level}{page}" text:outline-level="{level}">'
            f'<text:bookmark-start text:name="{opening.anchor}"/>{_said(opening)}'
            f'<text:bookmark-end text:name="{opening.anchor}"/></text:h>'
        )
        return self._running([heading], opening.writing)

    def contents(self, openings: Sequence[Opening]) -> list[Node]:
        """A table of contents that Writer can renew, with its entries and their pages."""
        levels = min(max((opening.level for opening in openings), default=1), 6)
        templates = "".join(_ENTRY.format(level=level) for level in range(1, levels + 1))
        return [
            _raw(
                '<text:table-of-content text:name="Contents" text:protected="false">'
                f'<text:table-of-content-source text:outline-level="{levels}">'
                '<text:index-title-template text:style-name="Contents_20_Heading">Contents'
                f"</text:index-title-template>{templates}</text:table-of-content-source>"
                '<text:index-body><text:index-title text:name="Contents_Head">'
                '<text:p text:style-name="Contents_20_Heading">Contents</text:p>'
                f"</text:index-title>{''.join(map(_entry, openings))}</text:index-body>"
                "</text:table-of-content>"
            )
        ]

    def body(self, blocks: Nodes, writing: Writing) -> list[Node]:
        """The text of an article."""
        return self._running([nodes.division(blocks, lang=writing.language)], writing)

    def columns(self, blocks: Nodes, *, is_last: bool) -> list[Node]:
        """Short lines side by side."""
        begin = '<text:section text:style-name="TwoColumns" text:name="Index">'
        return [_raw(begin), *blocks, _raw("</text:section>")]

    def _running(self, blocks: Nodes, writing: Writing | None) -> list[Node]:
        """Blocks between marks, where they run to the left; ``_turned`` finds them again."""
        is_to_left = writing is not None and writing.to_left
        return [_raw(_BEGIN), *blocks, _raw(_END)] if is_to_left else list(blocks)


#: Around paragraphs that run to the left, which pandoc can't tell.
_BEGIN, _END = "<!--to left-->", "<!--to right-->"
_TO_LEFT_BLOCKS = re.compile(rb"<!--to left-->(.*?)<!--to right-->", re.DOTALL)
_PARAGRAPH = re.compile(rb'(<text:[ph] text:style-name=")([A-Za-z_0-9]+)"')
#: Styles that pandoc makes itself have no name that another could stand on.
_MADE = re.compile(rb"[PLT]\d+")
#: pandoc sets tables without any rule.
_NO_BORDER = rb'(style:name="%s"[^>]*>\s*<style:table-cell-properties )fo:border="none"'
_CELL_RULES = {
    b"TableHeaderRowCell": b'fo:border-top="1pt solid #1b1b1b" '
    b'fo:border-bottom="0.5pt solid #1b1b1b"',
    b"TableRowCell": b'fo:border-bottom="0.5pt solid #b9b5ab"',
}
_STYLES_END = b"</office:automatic-styles>"
_ENTRY = (
    '<text:table-of-content-entry-template text:outline-level="{level}" '
    'text:style-name="Contents_20_{level}"><text:index-entry-link-start/>'
    '<text:index-entry-text/><text:index-entry-tab-stop style:type="right" '
    'style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>'
    "</text:table-of-content-entry-template>"
)


def write_odt(making: Making, to: BinaryIO) -> None:
    """Write the document as Writer opens it; raises as ``Making.run`` does."""
    pictures = KeptImages(making.folder)
    made = making.run(
        WriterMarkup(),
        pictures,
        "odt",
        options=["--template=document.opendocument", "--reference-doc=reference.odt"],
        files={
            "document.opendocument": _resource("document.opendocument"),
            "reference.odt": _reference(making, pictures),
        },
    )
    is_endnotes = making.options.citations == "endnotes"
    changes: dict[str, Change] = {
        "meta.xml": making.dated,
        "content.xml": partial(_finished, endnotes=is_endnotes),
    }
    rewrite_zip(made, to, pictures, changes)


def _entry(opening: Opening) -> str:
    return (
        f'<text:p text:style-name="Contents_20_{min(opening.level, 6)}">'
        f'<text:a xlink:type="simple" xlink:href="#{opening.anchor}" '
        'text:style-name="Contents_20_Link" text:visited-style-name="Contents_20_Link">'
        f"{_said(opening)}<text:tab/>"
        f'<text:bookmark-ref text:reference-format="page" text:ref-name="{opening.anchor}">'
        "</text:bookmark-ref></text:a></text:p>"
    )


def _said(opening: Opening) -> str:
    words = escape(opening.words)
    language = opening.writing.language
    if not language:
        return words
    return f'<text:span text:style-name="Language_{language}">{words}</text:span>'


def _reference(making: Making, pictures: KeptImages) -> bytes:
    """The document that pandoc takes styles, paper and running heads from."""
    width, height = _PAPERS[making.options.paper]
    title, rest = head_of(making.title)
    depths = [
        opening.level
        for _, opening in DocumentNodes(
            making.document, making.options, WriterMarkup(), pictures
        ).placed()
        if opening is not None
    ]
    article = (
        '<text:tab/><text:chapter text:display="name" '
        f'text:outline-level="{max(depths, default=1)}"></text:chapter>'
    )
    languages = {language_tag(source.language) for source in making.document.sources}
    values = {
        "width": f"{width:.2f}",
        "height": f"{height:.2f}",
        "right": f"{width - 2 * _MARGIN:.2f}",
        "title": escape(title + ("…" if rest else "")),
        "article": article if making.document.has_cover else "",
        "languages": "".join(_language_styles(languages | {"en"})),
    }
    styles = _resource("styles.xml").decode()
    for key, value in values.items():
        styles = styles.replace(f"${key}$", value)
    made = io.BytesIO()
    with ZipFile(made, "w") as reference:
        put(reference, "mimetype", b"application/vnd.oasis.opendocument.text")
        put(reference, "styles.xml", styles.encode())
        # pandoc's own list of the parts names only those that are here.
        put(reference, "meta.xml", _resource("meta.xml"))
        put(reference, "META-INF/manifest.xml", _resource("manifest.xml"))
    return made.getvalue()


def _language_styles(tags: Iterable[str]) -> Iterable[str]:
    for tag in sorted(filter(None, tags)):
        first, _, rest = tag.partition("-")
        country = f' fo:country="{rest.upper()}"' if len(rest) == 2 else ' fo:country="none"'
        yield (
            f'<style:style style:name="Language_{tag}" style:display-name={quoteattr(tag)} '
            f'style:family="text"><style:text-properties fo:language="{first.lower()}"{country}'
            f"{_elsewhere(first.lower())}/></style:style>"
        )


def _elsewhere(language: str) -> str:
    """A language told where Writer looks for it, for letters of other scripts."""
    if language in _EAST:
        family = f"Noto Serif CJK {_EAST[language]}"
        return (
            f' style:language-asian="{language}" style:country-asian="none" '
            f'style:font-family-asian="\'{family}\'" style:font-name-asian=""'
        ).replace(' style:font-name-asian=""', "")
    if language in _COMPLEX:
        return f' style:language-complex="{language}" style:country-complex="none"'
    return ""


def _finished(content: bytes, *, endnotes: bool) -> bytes:
    """Languages where Writer looks for them, and footnotes as endnotes where those are wanted."""
    content = _LANGUAGE.sub(
        lambda found: found[0] + _elsewhere(found[2].decode()).encode(), content
    )
    content = _turned(content)
    for style, rules in _CELL_RULES.items():
        content = re.sub(_NO_BORDER % style, rb"\g<1>" + rules, content, count=1)
    return _with_endnotes(content) if endnotes else content


def _with_endnotes(content: bytes) -> bytes:
    """Footnotes as endnotes, below the heading of theirs, with which a section ends."""
    content = _NOTE.sub(b'text:note-class="endnote"', content)
    text, end = content.find(_TEXT) + len(_TEXT), _NOTES_HEADING.search(content)
    if end is None:
        return content
    section = (_NOTED, content[text : end.end()], b"</text:section>", content[end.end() :])
    return b"".join((content[:text].replace(_STYLES_END, _NOTED_STYLE, 1), *section))


def _turned(content: bytes) -> bytes:
    """Paragraphs between the marks in styles that run to the left, each made of its own."""
    used: set[bytes] = set()

    def turned(paragraph: re.Match[bytes]) -> bytes:
        if _MADE.fullmatch(paragraph[2]):
            return paragraph[0]
        used.add(paragraph[2])
        return b'%s%s_ToLeft"' % (paragraph[1], paragraph[2])

    content = _TO_LEFT_BLOCKS.sub(lambda blocks: _PARAGRAPH.sub(turned, blocks[1]), content)
    styles = b"".join(_TURNED_STYLE % (name, name) for name in sorted(used))
    return content.replace(_STYLES_END, styles + _STYLES_END, 1)


#: All before the heading of the notes at the end, which a section of Writer tells where it ends.
_TEXT = b"<office:text>"
_NOTES_HEADING = re.compile(rb'<text:bookmark-end text:name="notes" ?/></text:h>')
_NOTED = b'<text:section text:style-name="Noted" text:name="Noted">'
_NOTED_STYLE = (
    b'<style:style style:name="Noted" style:family="section"><style:section-properties '
    b'style:editable="false"><text:notes-configuration text:note-class="endnote"/>'
    b"</style:section-properties></style:style>" + _STYLES_END
)
#: Writer takes “end” for the right side, whatever way the lines run, and writes it so itself.
_TURNED_STYLE = (
    b'<style:style style:name="%s_ToLeft" style:family="paragraph" style:parent-style-name="%s">'
    b'<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="end"/></style:style>'
)


def _raw(markup: str) -> Node:
    return nodes.raw(markup, "opendocument")


def _resource(name: str) -> bytes:
    return resource_path("documents", "odt", name).read_bytes()
