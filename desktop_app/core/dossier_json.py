"""Dossiers as the JSON that other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind


def dossier_to_json(dossier: Dossier) -> dict[str, object]:
    """A dossier without its entries; ``articles`` counts those outside the trash."""
    return {
        "id": dossier.id,
        "name": dossier.name,
        **asdict(dossier.cover),
        "order": "date" if dossier.by_date else "hand",
        "articles": dossier.articles,
        "entry_count": dossier.entries,
    }


def whole_dossier_to_json(dossier: Dossier, entries: Sequence[DossierEntry]) -> dict[str, object]:
    """A dossier with its entries in their order."""
    return {**dossier_to_json(dossier), "entries": [entry_to_json(each) for each in entries]}


def entry_to_json(entry: DossierEntry) -> dict[str, object]:
    """One entry; ``kind`` is article, heading or text, and tells which values come with it."""
    said: dict[str, object] = {"id": entry.id, "kind": entry.kind.name.lower()}
    if entry.kind is EntryKind.HEADING:
        return said | {"title": entry.title, "level": entry.level}
    if entry.kind is EntryKind.TEXT:
        return said | {"markdown": entry.markdown}
    return said | {
        "article": entry.article_id,
        "title": entry.title,
        "published": entry.published,
        "publisher": entry.publisher,
        "in_trash": entry.in_trash,
        "deleted_for_good": entry.is_gap,
        "excerpts": None if entry.excerpts is None else list(entry.excerpts),
    }
