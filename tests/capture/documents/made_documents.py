r"""Documents as word processors write them, made for the tests after the formats' specifications.

RTF after Microsoft's “Rich Text Format (RTF) Specification” 1.9.1, DOCX after ECMA-376 part 1, ODT
after OASIS OpenDocument 1.3 part 3: only the parts that a reader needs, with what real files have
around them (fonts, styles, page headers and footers, pictures, runs cut by formatting).
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TEXT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


@dataclass(frozen=True)
class Block:
    """A paragraph, or with ``code`` a row of a table: the code, and the paragraphs beside it.

    ``lines`` are parted by line breaks in the paragraph; ``marked`` are words set in bold, as
    databases do with the terms that were searched for.
    """

    lines: tuple[str, ...] = ()
    bold: bool = False
    code: str = ""
    marked: tuple[str, ...] = ()
    heading: int = 0


def p(*lines: str, bold: bool = False, heading: int = 0, marked: tuple[str, ...] = ()) -> Block:
    """A paragraph."""
    return Block(lines, bold, "", marked, heading)


def _pieces(text: str, marked: Sequence[str]) -> list[tuple[str, bool]]:
    """The text in pieces, the marked words apart."""
    for word in marked:
        if word in text:
            before, _, after = text.partition(word)
            return [(before, False), (word, True), *_pieces(after, marked)]
    return [(text, False)]


# RTF


def rtf_letters(text: str, code_page: str = "cp1252") -> str:
    r"""Letters as RTF writes them: ASCII, ``\'hh`` of the code page, else ``\uN?``."""
    written = []
    for letter in text:
        if letter in "\\{}":
            written.append(f"\\{letter}")
        elif letter == "\t":
            written.append("\\tab ")
        elif letter.isascii():
            written.append(letter)
        elif letter in "–—‘’“”•":
            words = dict(
                zip(
                    "–—‘’“”•",
                    ["endash", "emdash", "lquote", "rquote", "ldblquote", "rdblquote", "bullet"],
                    strict=True,
                )
            )
            written.append(f"\\{words[letter]} ")
        else:
            try:
                content = letter.encode(code_page)
            except UnicodeEncodeError:
                units = letter.encode("utf-16-le")
                for at in range(0, len(units), 2):
                    number = int.from_bytes(units[at : at + 2], "little", signed=True)
                    written.append(f"\\u{number}?")
            else:
                written.append("".join(f"\\'{byte:02x}" for byte in content))
    return "".join(written)


def _rtf_line(text: str, block: Block) -> str:
    return "".join(
        f"{{\\b {rtf_letters(piece)}}}" if bold or block.bold else rtf_letters(piece)
        for piece, bold in _pieces(text, block.marked)
        if piece
    )


def made_rtf(blocks: Iterable[Block]) -> bytes:
    """An RTF document with a page header and footer, a picture and what else stands around."""
    written = [
        "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}"
        "{\\f1\\fswiss\\fcharset204 Arial Cyr;}}{\\colortbl;\\red204\\green0\\blue51;}"
        "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}{\\*\\generator Made;}"
        "{\\info{\\title Not the text}{\\author Nobody}}"
        "{\\header\\pard\\qr Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} of 9\\par}"
        "{\\footer\\pard Foot of the page\\par}"
        "{\\pict\\pngblip\\picw10\\pich10 89504e470d0a1a0a}\\pard\\plain\r\n"
    ]
    for block in blocks:
        if block.code:
            written.append(
                "\\trowd\\trgaph108\\cellx900\\cellx9000\\pard\\intbl{\\b "
                + block.code
                + "}\\cell "
                + "\\par ".join(_rtf_line(line, block) for line in block.lines)
                + "\\cell\\row\r\n"
            )
            continue
        level = f"\\outlinelevel{block.heading - 1}" if block.heading else ""
        lines = "\\line ".join(_rtf_line(line, block) for line in block.lines)
        written.append(f"\\pard{level} {lines}\\par\r\n")
    return ("".join(written) + "}").encode("ascii")


# DOCX


def _docx_run(text: str, *, bold: bool) -> str:
    style = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _docx_paragraph(lines: Sequence[str], block: Block) -> str:
    runs = []
    for at, line in enumerate(lines):
        if at:
            runs.append("<w:r><w:br/></w:r>")
        for piece, bold in _pieces(line, block.marked):
            # Word cuts runs wherever it likes.
            half = len(piece) // 2
            runs += [
                _docx_run(part, bold=bold or block.bold)
                for part in (piece[:half], piece[half:])
                if part
            ]
    style = f'<w:pPr><w:pStyle w:val="berschrift{block.heading}"/></w:pPr>' if block.heading else ""
    return f"<w:p>{style}{''.join(runs)}</w:p>"


def docx_body(blocks: Iterable[Block]) -> str:
    """The paragraphs of a DOCX, as ``document.xml`` has them."""
    written = []
    rows: list[str] = []

    def end_table() -> None:
        if rows:
            written.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            rows.clear()

    for block in blocks:
        if block.code:
            inside = "".join(_docx_paragraph((line,), block) for line in block.lines or ("",))
            code = _docx_paragraph((block.code,), Block(bold=True))
            rows.append(f"<w:tr><w:tc>{code}</w:tc><w:tc>{inside}</w:tc></w:tr>")
        else:
            end_table()
            written.append(_docx_paragraph(block.lines, block))
    end_table()
    return "".join(written)


def made_docx(blocks: Iterable[Block], body: str | None = None, **parts: bytes) -> bytes:
    """A DOCX with styles in another language than English, and a header of its own."""
    content = docx_body(blocks) if body is None else body
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{WORD_SPACE}" xmlns:r="{_RELATIONS}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<w:body>{content}<w:sectPr/></w:body></w:document>"
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="berschrift{n}">'
        f'<w:name w:val="heading {n}"/></w:style>'
        for n in range(1, 7)
    )
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/hyperlink" Target="https://a.example/one"'
        f' TargetMode="External"/><Relationship Id="rId2" Type="{_RELATIONS}/image"'
        f' Target="media/image1.png"/></Relationships>'
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document,
        "word/styles.xml": f'<w:styles xmlns:w="{WORD_SPACE}">{styles}</w:styles>',
        "word/_rels/document.xml.rels": relations,
        "word/header1.xml": (
            f'<w:hdr xmlns:w="{WORD_SPACE}"><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>'
        ),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


# ODT


def made_odt(body: str) -> bytes:
    """An ODT whose text is this markup."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_TEXT_SPACES}>'
        '<office:automatic-styles><style:style style:name="T1"><style:text-properties'
        ' fo:font-weight="bold"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return packed.getvalue()


# HTML and text


def made_html(blocks: Iterable[Block]) -> bytes:
    """A page as press databases write it: boxes, line breaks, the searched terms in bold."""
    written = []
    for block in blocks:

        def line(text: str, block: Block = block) -> str:
            return "".join(
                f"<b>{escape(piece)}</b>" if bold or block.bold else f"<span>{escape(piece)}</span>"
                for piece, bold in _pieces(text, block.marked)
                if piece
            )

        if block.code:
            inside = "".join(f"<p>{line(text)}</p>" for text in block.lines)
            written.append(f"<table><tr><td><b>{block.code}</b></td><td>{inside}</td></tr></table>")
        else:
            written.append(f"<div><p>{'<br>'.join(map(line, block.lines))}</p></div>\n<br>")
    return (
        '<html><head><meta charset="utf-8"><title>Not the text</title>'
        "<style>p { x: y }</style></head>"
        f"<body>{''.join(written)}</body></html>"
    ).encode()


def made_text(blocks: Iterable[Block], width: int = 0) -> str:
    """Plain text, paragraphs parted by an empty line; broken at ``width`` where it is given."""
    written = []
    for block in blocks:
        if block.code:
            first, *rest = block.lines or ("",)
            written.append("\n\n".join((f"{block.code}\t{first}", *rest)))
            continue
        lines = [
            "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
            if width
            else line
            for line in block.lines
        ]
        written.append("\n".join(lines))
    return "\n\n".join(written) + "\n"
