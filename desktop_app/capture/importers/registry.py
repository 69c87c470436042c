"""Every format that can be imported: the one place where they are named."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer
from desktop_app.core.errors import InputError

#: The modules beside this one that hold an ``IMPORTER``, in the order in which they are offered.
_FORMATS = (
    "pocket",
    "instapaper",
    "omnivore",
    "wallabag",
    "readwise_reader",
    "raindrop",
    "matter",
    "pinboard",
    "netscape",
    "markdown_notes",
    "zotero",
    "bibtex",
    "ris",
    "csl_json",
    "evernote",
    "press.factiva",
    "press.nexis",
    "press.proquest",
    "warc",
    "own_json",
    "saved_pages",
)
#: Below this nothing is taken for a format.
_SURE_ENOUGH = 0.3
#: Within so many characters the root of a list of feeds begins.
_OPML_HEAD = 4_096
#: From here on a file is taken for an export where the user only dropped it.
_BEYOND_DOUBT = 0.9
#: Those of word processors are guessed from their texts, so less surely; no page is called so.
_DOCUMENTS = frozenset((".rtf", ".doc", ".docx", ".odt"))


@cache
def importers() -> dict[str, Importer]:
    """Every importer by its name."""
    modules = (import_module(f"{__package__}.{name}") for name in _FORMATS)
    found: tuple[Importer, ...] = tuple(module.IMPORTER for module in modules)
    return {each.name: each for each in found}


def surely_of(source: ImportSource) -> Importer | None:
    """The importer that knows a source for its own beyond doubt, though nobody said it is one."""
    best = max(importers().values(), key=lambda each: each.guess(source))
    is_document = source.path.suffix.lower() in _DOCUMENTS
    return best if best.guess(source) >= (_SURE_ENOUGH if is_document else _BEYOND_DOUBT) else None


def importer_for(source: ImportSource, name: str | None = None) -> Importer:
    """The importer that is asked for, or the one that most surely knows the source.

    Raises InputError where there is none.
    """
    known = importers()
    if name is not None:
        if name not in known:
            raise InputError(
                f"There is no format “{name}” to import from.", f"There are: {', '.join(known)}."
            )
        return known[name]
    best = max(known.values(), key=lambda each: each.guess(source))
    if best.guess(source) < _SURE_ENOUGH:
        if "<opml" in source.head[:_OPML_HEAD].lower():
            raise InputError(
                f"{source.path.name} is a list of feeds, not of articles.",
                "Use File ▸ Feeds ▸ Follow the feeds of a list (OPML), or `cuttings feeds opml`.",
            )
        raise InputError(
            f"{source.path.name} is no export that is known.",
            f"Say which it is: {', '.join(known)}.",
        )
    return best
