"""Which encoding bytes of text are in, and their text.

The order is the HTML standard's (byte order mark, HTTP header, ``meta``) with two amendments that
real pages need: bytes that are valid UTF-8 are UTF-8 whatever the header says, and a header's
``iso-8859-1``, which servers send without looking, yields to a more particular ``meta``.
"""

from __future__ import annotations

import codecs
import re

from desktop_app.capture.latin_encoding import in_other_letters, latin_encoding

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Labels that mean a wider encoding than they say: https://encoding.spec.whatwg.org/#names-and-labels
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_ALIASES = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "unicode": "utf-8",
    "utf8mb4": "utf-8",
}
# Encodings that a page may be in and that guessing may choose from.
_DETECTABLE = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp866", "cp874", "cp932", "cp949", "big5hkscs", "gb18030", "euc_jp", "mac-roman"),
    *("iso8859-2", "iso8859-5", "iso8859-7", "koi8-r", "koi8-u"),
)
# Encodings that a page may name; others Python knows (``rot13``, ``utf-7``, ``idna``) are refused.
_KNOWN = frozenset(_DETECTABLE) | {
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso2022_jp", "johab"),
    *("iso8859-3", "iso8859-4", "iso8859-6", "iso8859-8", "iso8859-10", "iso8859-13"),
    *("iso8859-14", "iso8859-15", "iso8859-16", "mac-cyrillic"),
}
_MULTIBYTE = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "euc_jp"})
_GENERIC = frozenset({"cp1252"})

_META = re.compile(
    rb"<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_FOREIGN_RUN = re.compile(rb"[\x80-\xff]{1,200}")
_META_BYTES = 8192
_DETECTION_BYTES = 65536
_CONTEXT_BYTES = 24
# A page of so many bytes with more faults than one in so many characters is in another encoding.
_TOLERATED_FAULTS = 100
_FEW_SEQUENCES = 8
# So many letters beyond ASCII are enough to doubt what the page says of itself.
_ENOUGH_LETTERS = 200
_NOT_ASCII = bytes(range(0x80, 0x100))
_LEAD_BYTES = bytes(range(0xC2, 0x100))


def decode(
    content: bytes, *, header_charset: str | None = None, media_type: str = ""
) -> tuple[str, str]:
    """The text of ``content`` and the Python name of its encoding; never raises.

    What the encoding can't read becomes U+FFFD.
    """
    charset = charset_of(content, header_charset=header_charset, media_type=media_type)
    return content.decode(charset, errors="replace"), charset


def charset_of(content: bytes, *, header_charset: str | None = None, media_type: str = "") -> str:
    """The Python name of the encoding that reads ``content`` best."""
    for mark, charset in _BOMS:
        if content.startswith(mark):
            return charset
    declared = _declared(content, header_charset, media_type)
    wide = _wide_without_mark(content)
    if wide is not None:
        return wide
    if content.isascii():
        return "iso2022_jp" if "iso2022_jp" in declared and b"\x1b" in content else "utf-8"
    if _is_utf8(content, declared):
        return "utf-8"
    readable = [charset for charset in declared if _reads(content, charset)]
    if readable and not (readable[0] in _GENERIC and _is_surely_not_latin(content)):
        return readable[0]
    return _detected(content) or (declared[0] if declared else "cp1252")


def _is_surely_not_latin(content: bytes) -> bool:
    """Whether a page that says it is in Latin letters plainly isn't."""
    words = _telling_parts(content)
    return _count(words, _NOT_ASCII) >= _ENOUGH_LETTERS and in_other_letters(words)


def known_charset(label: str | None) -> str | None:
    """The Python encoding behind a label on the web, or None for one that is none or unsafe."""
    if not label:
        return None
    name = label.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    try:
        name = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None


def _declared(content: bytes, header_charset: str | None, media_type: str) -> list[str]:
    """The encodings that the sender names, most believable first."""
    header = known_charset(header_charset)
    inside = _named_inside(content) if _may_name_itself(media_type) else None
    if header in _GENERIC and inside is not None:
        return [inside, "cp1252"]
    return [charset for charset in (header, inside) if charset is not None]


def _may_name_itself(media_type: str) -> bool:
    return "html" in media_type or "xml" in media_type


def _named_inside(content: bytes) -> str | None:
    start = content[:_META_BYTES]
    match = _XML_DECLARATION.match(start.lstrip()) or _META.search(start)
    charset = known_charset(match[1].decode("ascii")) if match else None
    # A page that could be read this far as ASCII isn't UTF-16, whatever it says (HTML standard).
    return "utf-8" if charset and charset.startswith(("utf-16", "utf-32")) else charset


def _wide_without_mark(content: bytes) -> str | None:
    """UTF-16 told by the zero bytes that ASCII letters leave in it."""
    start = content[:1024]
    half = len(start) // 2
    if half < 4:
        return None
    if start[1::2].count(0) > half * 0.4 and start[0::2].count(0) < half * 0.05:
        return "utf-16-le"
    if start[0::2].count(0) > half * 0.4 and start[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return None


def _is_utf8(content: bytes, declared: list[str]) -> bool:
    """Whether the bytes prove to be UTF-8; a few faults in a long text don't disprove it."""
    text = content.decode("utf-8", errors="replace")
    begun = _count(content, _LEAD_BYTES)
    faults = text.count("\ufffd") - content.count("\ufffd".encode())
    if faults * _TOLERATED_FAULTS > begun and not _cut_at_the_end(content):
        return False
    # Two or three Chinese characters in GBK may happen to be valid UTF-8.
    east_asian = bool(declared) and declared[0] in _MULTIBYTE
    return not (east_asian and begun < _FEW_SEQUENCES and _reads(content, declared[0]))


def _count(content: bytes, wanted: bytes) -> int:
    """How many of the bytes are among ``wanted``, counted without a loop in Python."""
    return len(content) - len(content.translate(None, wanted))


def _cut_at_the_end(content: bytes) -> bool:
    """Whether the one fault in UTF-8 is that its last letter is cut off."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start >= len(content) - 3 and not content[: fault.start].isascii()
    return False


def _reads(content: bytes, charset: str) -> bool:
    """Whether the encoding reads the bytes with no more than a fault in a hundred."""
    text = content.decode(charset, errors="replace")
    return text.count("\ufffd") * _TOLERATED_FAULTS <= _count(content, _NOT_ASCII)


def _detected(content: bytes) -> str | None:
    words = _telling_parts(content)
    latin = latin_encoding(words)
    if latin is not None:
        return latin
    # Imported here since it loads slowly and most pages say what they are in.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(words, cp_isolation=[*_DETECTABLE]).best()
    return known_charset(best.encoding) if best is not None else None


def _telling_parts(content: bytes) -> bytes:
    """What stands round the bytes beyond ASCII, wherever in the text they are."""
    parts: list[bytes] = []
    size = end = 0
    for run in _FOREIGN_RUN.finditer(content):
        start = max(end, run.start() - _CONTEXT_BYTES)
        end = max(end, run.end() + _CONTEXT_BYTES)
        parts.append(content[start:end])
        size += end - start
        if size > _DETECTION_BYTES:
            break
    return b"".join(parts)
