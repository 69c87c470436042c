"""What bytes are: media types told by content first, by name and declaration second.

Only telling types apart belongs here; reading what is inside a container is ``unpack``'s.
"""

from __future__ import annotations

import re
from pathlib import PurePath

HTML = "text/html"
XHTML = "application/xhtml+xml"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
MHTML = "multipart/related"
WEBARCHIVE = "application/x-webarchive"
RTF = "application/rtf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
UNKNOWN = "application/octet-stream"

#: The types whose bytes are text, which has an encoding.
TEXTUAL = frozenset({HTML, XHTML, PLAIN, MARKDOWN})
#: The types an article can be read from.
READABLE = TEXTUAL | {PDF, MHTML, WEBARCHIVE, RTF, DOCX, ODT}
#: The files of word processors.
DOCUMENTS = frozenset({RTF, DOCX, ODT})

_BY_SUFFIX = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": XHTML,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".webarchive": WEBARCHIVE,
    ".pdf": PDF,
    ".rtf": RTF,
    ".docx": DOCX,
    ".odt": ODT,
}
#: The file name endings Cuttings reads.
SUFFIXES = tuple(_BY_SUFFIX)

# Signatures after https://mimesniff.spec.whatwg.org/, those that people meet.
_IMAGE_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OTHER_SIGNATURES = (
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", RTF),
    (b"%!PS", "application/postscript"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90", "application/x-executable"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
)
_TEXT_FORMATS = frozenset({RTF, "application/postscript"})
_HTML_START = re.compile(
    rb"(?:<!doctype\s+html|<(?:html|head|body|title|meta|script|style|link|div|article|section"
    rb"|main|h[1-6]|p|table|iframe|font|a|br|b|span|ul|ol|blockquote|center|img)[\s>/])",
    re.IGNORECASE,
)
_LEADING = re.compile(rb"(?:\s|<!--(?s:.){0,4000}?-->|<\?xml[^>]{0,300}\?>)*", re.IGNORECASE)
_MHTML_HEADER = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SNIFFED_BYTES = 4096
_DIRECTORY_BYTES = 2**18

_WORDS = {
    "application/zip": "a ZIP archive or an office document",
    "application/pdf": "a PDF",
    "application/json": "data (JSON), not a page",
    "application/gzip": "a compressed file",
    "application/x-ole-storage": "an office document",
    "application/x-executable": "a program",
    "application/vnd.sqlite3": "a database",
    "application/xml": "data (XML), not a page",
    "application/javascript": "a script, not a page",
    "text/css": "a style sheet, not a page",
}
_WORDS_BY_FAMILY = {
    "image": "an image",
    "audio": "a sound file",
    "video": "a video",
    "font": "a font",
}


def sniffed_type(content: bytes) -> str | None:
    """The type that the bytes themselves prove, or None where they prove nothing.

    Text that is not marked up proves nothing: it may be plain text, Markdown or data.
    """
    start = content[:_SNIFFED_BYTES]
    if b"%PDF-" in start[:1024] and not start.lstrip().startswith(b"<"):
        return PDF
    if start.startswith(b"bplist00"):
        return WEBARCHIVE
    known = image_type(content) or _signature(start, _OTHER_SIGNATURES)
    if known == "application/zip" and is_binary(content):
        return _office_type(content) or known
    if known in _TEXT_FORMATS or (known is not None and is_binary(content)):
        return known
    if start[4:8] == b"ftyp" and is_binary(content):
        return "video/mp4"
    return _marked_up_type(_ascii_view(start))


def image_type(content: bytes) -> str | None:
    """The type of an image, told by its first bytes; None where it is none. SVG is not looked for.

    A bitmap's two letters are believed only with the zero bytes its header must have.
    """
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in (b"avif", b"avis"):
        return "image/avif"
    found = _signature(content, _IMAGE_SIGNATURES)
    if found == "image/bmp" and content[6:10] != b"\x00\x00\x00\x00":
        return None
    return found


def media_type_of(content: bytes, *, name: str = "", declared: str | None = None) -> str:
    """The type to treat ``content`` as: what it proves, else what its name or sender says.

    ``declared`` is a Content-Type header, parameters allowed. A file named as text stays text
    even when it starts like a page, for somebody may have written about HTML.
    """
    by_name = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    proved = sniffed_type(content)
    said = (declared or "").partition(";")[0].strip().lower()
    if proved in (HTML, XHTML):
        if by_name in (PLAIN, MARKDOWN) or said in (PLAIN, MARKDOWN):
            return by_name or said
        return XHTML if XHTML in (by_name, said) else proved
    if proved is not None:
        return proved
    if is_binary(content):
        return said if said and said not in READABLE else UNKNOWN
    return _textual_type(by_name, said)


def is_binary(content: bytes) -> bool:
    """Whether the bytes hold control characters that no text has; UTF-16 and UTF-32 are text."""
    start = content[:_SNIFFED_BYTES]
    return not start.startswith(_BOMS) and _BINARY.search(_ascii_view(start)) is not None


def in_words(media_type: str) -> str:
    """What a type is called in a sentence: “an image”, “a ZIP archive”."""
    family = media_type.partition("/")[0]
    return _WORDS.get(media_type) or _WORDS_BY_FAMILY.get(family) or "something that isn’t a page"


def _textual_type(by_name: str | None, said: str) -> str:
    """The type of text that proves nothing: a container's name alone is not believed."""
    for claim in (by_name, said):
        if claim in TEXTUAL:
            return str(claim)
    if said and said not in (UNKNOWN, *READABLE) and not said.startswith("text/"):
        return said
    return said if said in ("text/css", "text/javascript", "text/csv") else PLAIN


def _office_type(content: bytes) -> str | None:
    """Which document a ZIP archive is: ODT says so first of all, DOCX by the names in it."""
    if b"mimetype" + ODT.encode() in content[:200]:
        return ODT
    # The names stand in the directory at the end too, whatever was packed first.
    ends = content[:_SNIFFED_BYTES] + content[-_DIRECTORY_BYTES:]
    return DOCX if b"word/document.xml" in ends else None


def _signature(content: bytes, table: tuple[tuple[bytes, str], ...]) -> str | None:
    return next((kind for magic, kind in table if content.startswith(magic)), None)


def _ascii_view(start: bytes) -> bytes:
    """The first bytes without a byte order mark; of UTF-16 every other byte, which shows ASCII."""
    if start.startswith(b"\xef\xbb\xbf"):
        return start[3:]
    if start.startswith(b"\xff\xfe") or (start[1:8:2] == b"\0\0\0\0" and start[:1] != b"\0"):
        return start[0::2].removeprefix(b"\xff")
    if start.startswith(b"\xfe\xff") or (start[0:8:2] == b"\0\0\0\0" and start[1:2] != b"\0"):
        return start[1::2].removeprefix(b"\xff")
    return start


def _marked_up_type(start: bytes) -> str | None:
    rest = start[_end_of_leading(start) :]
    if _HTML_START.match(rest):
        return XHTML if b"<?xml" in start[:200] and b"xhtml" in start.lower() else HTML
    if b"<plist" in start and b"WebMainResource" in start:
        return WEBARCHIVE
    if rest[:4].lower() == b"<svg":
        return "image/svg+xml"
    if _HEADER_LINE.match(start.lstrip()) and _MHTML_HEADER.search(start):
        return MHTML
    return "application/xml" if start.lstrip().startswith(b"<?xml") else None


def _end_of_leading(start: bytes) -> int:
    match = _LEADING.match(start)
    return match.end() if match else 0
