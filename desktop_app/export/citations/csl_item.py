"""References as CSL-JSON, the form that citation processors read.

The schema is https://github.com/citation-style-language/schema; what it has no place for (a date
with its marks, the archived copy) stands in ``note``, a line each.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from desktop_app.core.name_parts import NameParts
from desktop_app.export.citations.csl_dates import csl_date
from desktop_app.export.citations.reference import Reference, archived_in_words

CslItem: TypeAlias = dict[str, object]
#: Processors take these for their looks; a headline doesn't mean them.
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|em|strong|span)\b[^<>]{0,200}>", re.IGNORECASE)


def csl_item(reference: Reference) -> CslItem:
    """The reference as an item; what isn't known is left out."""
    item: CslItem = {
        "id": reference.key,
        "type": str(reference.type),
        "title": _plain(reference.title),
        "title-short": _plain(reference.short_title),
        "author": [csl_name(each) for each in reference.authors],
        "container-title": _plain(reference.container),
        "issued": csl_date(reference.published) if reference.published else None,
        "accessed": csl_date(reference.accessed) if reference.accessed else None,
        "URL": reference.url,
        "language": reference.language,
        "abstract": _plain(reference.abstract),
        "keyword": ", ".join(reference.keywords),
        "note": "\n".join(reference.notes().lines()),
    }
    return {name: value for name, value in item.items() if value}


def item_to_print(reference: Reference, *, archived: bool, inverts_all: bool) -> CslItem:
    """The item as a citation is made of it; with ``archived`` it names the archived copy.

    Citation processors put every name the Western way round. So a name that is spoken with the
    family's first is given them as one that they can't turn, unless the style ``inverts_all``.
    """
    item = csl_item(reference)
    item.pop("note", None)
    item.pop("abstract", None)
    if reference.authors:
        item["author"] = [_name_to_print(each, inverts_all) for each in reference.authors]
    if archived:
        copy, proof = archived_in_words(reference)
        item |= {"archive": copy, "archive_location": proof} if copy else {}
    return item


def csl_name(name: NameParts) -> dict[str, object]:
    """A name as CSL has it."""
    if name.literal:
        return {"literal": _plain(name.literal)}
    parts: dict[str, object] = {
        "family": _plain(name.family),
        "given": _plain(name.given),
        "non-dropping-particle": name.particle,
        "dropping-particle": name.dropping,
        "suffix": name.suffix,
        "comma-suffix": bool(name.suffix) and name.suffix[0] in "JS",
        "static-ordering": name.family_first,
    }
    return {key: value for key, value in parts.items() if value}


def _name_to_print(name: NameParts, inverts_all: bool) -> dict[str, object]:
    if name.unspaced:
        return {"literal": name.whole}
    if name.family_first and not inverts_all:
        return {"family": name.family, "suffix": " ".join(filter(None, (name.given, name.suffix)))}
    return csl_name(name)


def _plain(text: str) -> str:
    return _MARKUP.sub("", text) if "<" in text else text
