"""What stands in the fields of BibTeX: LaTeX as text, persons, addresses, paths of files.

Persons are parted as BibTeX does it, “von Last, Jr, First” (https://tug.ctan.org/info/bibtex), also
in biblatex's longer form “family=Last, given=First, prefix=von”; braces keep a name in one piece.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import cache

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from desktop_app.core.name_parts import spoken_name

#: Longer fields are left as they are written, and more persons than these are cut.
_MAX_LATEX, _MAX_NAMES = 100_000, 2_000
_LATEX = re.compile(r"[\\{}$~]|--|``|''")
_PERCENT = re.compile(r"(?<!\\)%")
_BRACES = re.compile(r"(?<!\\)[{}]")
_URL = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}.*", re.DOTALL)
_ESCAPED = re.compile(r"\\([_%&#$~{}^])(?:\{\})?")
_FAMILY = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=\s*")
_LANGUAGES = {
    **dict.fromkeys(("english", "american", "british", "usenglish", "ukenglish"), "en"),
    **dict.fromkeys(("german", "ngerman", "austrian", "naustrian", "nswissgerman"), "de"),
    **dict.fromkeys(("french", "francais", "français", "canadien"), "fr"),
    **dict.fromkeys(("portuguese", "portuges", "brazilian", "brazil"), "pt"),
    **dict.fromkeys(("norwegian", "norsk", "nynorsk"), "no"),
    **{"spanish": "es", "italian": "it", "dutch": "nl", "russian": "ru", "ukrainian": "uk"},
    **{"polish": "pl", "czech": "cs", "slovak": "sk", "swedish": "sv", "danish": "da"},
    **{"finnish": "fi", "turkish": "tr", "greek": "el", "hungarian": "hu", "romanian": "ro"},
    **{"arabic": "ar", "hebrew": "he", "hindi": "hi", "chinese": "zh", "japanese": "ja"},
    **{"korean": "ko", "persian": "fa", "vietnamese": "vi", "indonesian": "id"},
    **{"catalan": "ca", "croatian": "hr", "serbian": "sr", "bulgarian": "bg"},
}
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)


def bare_value(raw: str, strings: Mapping[str, str]) -> str:
    """A field's value without its braces or quotation marks, names of strings by what they mean."""
    return "".join(_piece(each.strip(), strings) for each in _pieces(raw)).strip()


def _pieces(raw: str) -> list[str]:
    """What stands between the ``#`` that are in no braces or quotation marks."""
    if "#" not in raw:
        return [raw]
    pieces, depth, quoted, begin = [], 0, False, 0
    for at, letter in enumerate(raw):
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        elif letter == '"' and depth == 0:
            quoted = not quoted
        elif letter == "#" and depth == 0 and not quoted:
            pieces.append(raw[begin:at])
            begin = at + 1
    return [*pieces, raw[begin:]]


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if len(piece) >= 2 and piece[0] + piece[-1] in ("{}", '""'):
        return piece[1:-1]
    return strings.get(piece.lower(), piece)


def plain(value: str) -> str:
    """LaTeX as text: accents as letters, braces and commands gone; formulas stay as they are."""
    if not _LATEX.search(value) or len(value) > _MAX_LATEX:
        return _in_lines(value)
    try:
        # In BibTeX nothing is a comment.
        text = str(_reader().latex_to_text(_PERCENT.sub(r"\%", value)))
    except Exception:  # noqa: BLE001 - what is no LaTeX is told as it is written
        text = _BRACES.sub("", value)
    return _in_lines(text.replace("\xa0", " "))


def _in_lines(text: str) -> str:
    """Lines that were only broken are one, paragraphs stay apart."""
    return "\n\n".join(" ".join(each.split()) for each in re.split(r"\n\s*\n", text.strip()))


@cache
def _reader() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    own = [MacroTextSpec("url", simplify_repl="%s")]
    context.add_context_category("references", prepend=True, macros=own)
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")


def verbatim(value: str) -> str:
    """An address, which is no LaTeX, without what some escape in it all the same."""
    inner = _URL.sub(r"\1", value.strip())
    return _ESCAPED.sub(r"\1", _BRACES.sub("", inner)).strip().strip("<>")


def people(value: str) -> tuple[str, ...]:
    """The persons of an author field, each once, “First von Last Jr.”."""
    try:
        names = split_multiple_persons_names(" ".join(value.split()))[:_MAX_NAMES]
        found = (plain(_person(each)) for each in names if each.lower() != "others")
        return tuple(dict.fromkeys(filter(None, found)))
    except Exception:  # noqa: BLE001 - braces that don't match: one name rather than none
        return tuple(filter(None, (plain(value),)))


def _person(name: str) -> str:
    if _FAMILY.match(name):
        pairs = (each.partition("=") for each in name.split(","))
        told = {key.strip(): value.strip() for key, _, value in pairs}
        family = " ".join(filter(None, (told.get("prefix"), told.get("family"))))
        return spoken_name(told.get("given", ""), family, told.get("suffix", ""))
    parts = parse_single_name_into_parts(name, strict=False)
    first, last = " ".join(parts.first), " ".join((*parts.von, *parts.last))
    return spoken_name(first, last, " ".join(parts.jr))


def file_paths(value: str) -> list[str]:
    """The paths in a field of attached files: ``title:path:type`` or the path alone, ``;`` between.

    A stroke before one of these characters, or before another, stands for the character itself.
    """
    found = []
    for each in re.split(r"(?<!\\);", value):
        parts = [re.sub(r"\\(.)", r"\1", part) for part in re.split(r"(?<!\\):", each.strip())]
        if len(parts) >= 3 and "/" in parts[-1] and not parts[-1].startswith("/"):
            path = ":".join(parts[1:-1])
        elif len(parts) == 3:  # JabRef tells the kind, not the media type
            path = parts[1]
        else:
            path = ":".join(parts)
        found.append(path)
    return [each for each in found if each]


def language(text: str) -> str | None:
    """The language's code, of a code or of the name that LaTeX gives it."""
    word = text.strip().lower()
    if re.fullmatch(r"[a-z]{2}(?:[-_]\w{2,8})?", word):
        return word[:2]
    return _LANGUAGES.get(word)
