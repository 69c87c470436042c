"""References as entries of BibTeX and of BibLaTeX.

The fields are those of https://ctan.org/pkg/bibtex and of https://ctan.org/pkg/biblatex: the one
knows years and months, the other EDTF dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.core.name_parts import NameParts
from desktop_app.core.reference_notes import ReferenceNotes
from desktop_app.export.citations.latex_text import latex_text, latex_title
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.reference_type import ReferenceType

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
#: What biblatex reads of EDTF: no time of day, and open ends as an empty side.
_EDTF = re.compile(r"[\dX]{4}(?:-\d\d){0,2}[?~%]?(?:/(?:[\dX]{4}(?:-\d\d){0,2}[?~%]?)?)?")
_TIME = re.compile(r"T[\d:.Z+-]*")
#: babel's names of languages, which biblatex goes by; of others, the code is told.
_LANGUAGES = {
    "en": "english",
    "de": "ngerman",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "pl": "polish",
    "ru": "russian",
    "uk": "ukrainian",
    "tr": "turkish",
    "cs": "czech",
    "sk": "slovak",
    "da": "danish",
    "no": "norwegian",
    "sv": "swedish",
    "fi": "finnish",
    "el": "greek",
    "hu": "hungarian",
    "ro": "romanian",
    "ar": "arabic",
    "he": "hebrew",
    "hi": "hindi",
    "fa": "persian",
    "id": "indonesian",
    "ca": "catalan",
    "hr": "croatian",
    "sr": "serbian",
    "bg": "bulgarian",
}
_PRESS = (ReferenceType.NEWSPAPER, ReferenceType.MAGAZINE)
_BIBLATEX_TYPES = {
    ReferenceType.NEWSPAPER: ("article", "newspaper"),
    ReferenceType.MAGAZINE: ("article", "magazine"),
    ReferenceType.BLOG: ("online", "blog"),
    ReferenceType.PAGE: ("online", ""),
    ReferenceType.BROADCAST: ("video", ""),
}


def bibtex_entry(reference: Reference) -> str:
    """The entry for BibTeX, a blank line behind it."""
    is_press = reference.type in _PRESS
    return _entry("article" if is_press else "misc", reference.key, _bibtex(reference, is_press))


def biblatex_entry(reference: Reference) -> str:
    """The entry for BibLaTeX, a blank line behind it."""
    return _entry(_BIBLATEX_TYPES[reference.type][0], reference.key, _biblatex(reference))


def _entry(kind: str, key: str, fields: Iterator[tuple[str, str]]) -> str:
    lines = "".join(f"  {name} = {value},\n" for name, value in fields if value not in ("", "{}"))
    return f"@{kind}{{{key},\n{lines}}}\n\n"


def _bibtex(reference: Reference, is_press: bool) -> Iterator[tuple[str, str]]:
    yield from _common(reference)
    outlet = latex_text(reference.container)
    if is_press:
        yield "journal", f"{{{outlet}}}"
    else:
        yield "organization", f"{{{outlet}}}"
        address = f"\\url{{{reference.url}}}" if reference.url else ""
        yield "howpublished", f"{{{', '.join(filter(None, (outlet, address)))}}}"
    day = _DAY.match(reference.published)
    if day:
        yield "year", f"{{{day[1]}}}"
        yield "month", _MONTHS[int(day[2]) - 1] if day[2] and 1 <= int(day[2]) <= 12 else ""
        yield "day", f"{{{int(day[3])}}}" if day[3] else ""
    yield "url", f"{{{reference.url}}}"
    yield "urldate", f"{{{_edtf(reference.accessed)}}}"
    yield "language", f"{{{latex_text(reference.language)}}}"
    yield "note", f"{{{'. '.join(ReferenceNotes(accessed=reference.accessed).lines())}}}"
    yield from _rest(reference)


def _biblatex(reference: Reference) -> Iterator[tuple[str, str]]:
    yield from _common(reference)
    # Styles of biblatex print an organisation there, readers of references look for a journal.
    outlet = f"{{{latex_text(reference.container)}}}"
    yield "journaltitle", outlet
    yield "organization", "" if reference.type in _PRESS else outlet
    yield "entrysubtype", f"{{{_BIBLATEX_TYPES[reference.type][1]}}}"
    yield "date", f"{{{_edtf(reference.published)}}}"
    yield "url", f"{{{reference.url}}}"
    yield "urldate", f"{{{_edtf(reference.accessed)}}}"
    code = reference.language[:2].lower()
    yield "langid", f"{{{latex_text(_LANGUAGES.get(code, code))}}}"
    yield "language", f"{{{latex_text(reference.language)}}}"
    stays = any(each.particle for each in reference.authors)
    yield "options", "{useprefix=true}" if stays else ""
    yield from _rest(reference)


def _common(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{latex_title(reference.title, reference.language)}}}"
    if reference.short_title:
        yield "shorttitle", f"{{{latex_title(reference.short_title, reference.language)}}}"
    yield "author", f"{{{' and '.join(map(_name, reference.authors))}}}"


def _rest(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "abstract", f"{{{latex_text(reference.abstract)}}}"
    yield "keywords", f"{{{latex_text(', '.join(reference.keywords))}}}"
    # A blank line parts them: readers join lines that are only broken.
    lines = "\n\n".join(map(latex_text, reference.notes().lines()))
    yield "annotation", f"{{{lines}}}"


def _name(name: NameParts) -> str:
    """“von Last, Jr, First”; braces keep in one piece what isn't to be parted."""
    if name.literal:
        return f"{{{latex_text(name.literal)}}}"
    family = latex_text(name.family)
    if any(word[:1].islower() for word in name.family.split()) or " and " in f" {family} ":
        family = f"{{{family}}}"
    particle = latex_text(" ".join(filter(None, (name.dropping, name.particle))))
    last = f"{particle} {family}" if particle else family
    return ", ".join(filter(None, (last, latex_text(name.suffix), latex_text(name.given))))


def _edtf(date: str) -> str:
    """The date as biblatex reads it; empty where it can't."""
    told = _TIME.sub("", date).replace("..", "")
    return told if _EDTF.fullmatch(told) else ""
