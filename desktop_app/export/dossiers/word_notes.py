"""Footnotes of a Word document made into endnotes, which pandoc doesn't write."""

from __future__ import annotations

import io
from zipfile import ZipFile

from desktop_app.export.dossiers.zip_file import put

_NOTES, _NOTES_LINKS = "word/footnotes.xml", "word/_rels/footnotes.xml.rels"
_RELATION = (
    b'<Relationship Id="rIdEndnotes" Target="endnotes.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/endnotes"/></Relationships>'
)
_KIND = (
    b'<Override PartName="/word/endnotes.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/></Types>'
)
#: The footnotes that each document must have: the lines above them.
_NO_FOOTNOTES = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<w:footnotes xmlns:w="http://schemas.openxmlformats'
    b'.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="-1"><w:p><w:r>'
    b'<w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0">'
    b"<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)


def as_endnotes(content: bytes) -> bytes:
    """The document with each footnote as an endnote of the same number."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w") as new:
        for entry in old.infolist():
            name, data = entry.filename, old.read(entry)
            if name == "word/document.xml":
                data = _renamed(data)
            elif name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", _RELATION)
            elif name == "[Content_Types].xml":
                data = data.replace(b"</Types>", _KIND)
            elif name == _NOTES:
                put(new, "word/endnotes.xml", _renamed(data), entry.date_time)
                data = _NO_FOOTNOTES
            elif name == _NOTES_LINKS:
                put(new, "word/_rels/endnotes.xml.rels", data, entry.date_time)
            put(new, name, data, entry.date_time)
    return made.getvalue()


def _renamed(data: bytes) -> bytes:
    """Markup of footnotes as that of endnotes; text can't hold any, its signs being escaped."""
    for tag in (b"footnoteReference", b"footnoteRef", b"footnotes", b"footnote"):
        new = tag.replace(b"footnote", b"endnote")
        for before, behind in ((b"<w:", b" "), (b"<w:", b">"), (b"<w:", b"/"), (b"</w:", b">")):
            data = data.replace(before + tag + behind, before + new + behind)
    for style in (b"FootnoteText", b"FootnoteReference"):
        data = data.replace(b'"%s"' % style, b'"%s"' % style.replace(b"Foot", b"End"))
    return data
