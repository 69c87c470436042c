"""A dossier's note: its cover, and the articles in their order with the user's text between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.export.vault.flavours import Flavour
from desktop_app.export.vault.names import VaultNames
from desktop_app.export.vault.person_notes import article_line, own_markdown
from desktop_app.export.vault.words import as_words


def dossier_note(
    dossier: Dossier, entries: Sequence[DossierEntry], flavour: Flavour, names: VaultNames
) -> str:
    """The note; articles that aren't in the vault stand as words."""
    name = names.dossiers[dossier.id]
    cover = dossier.cover
    fields: dict[str, object] = {
        "headline" if flavour.name == "logseq" else "title": dossier.name,
        "subtitle": cover.subtitle,
        "author": cover.author,
        "date": cover.date,
        "type": "dossier",
        "cuttings": f"dossier:{dossier.id}",
    }
    abstract = [own_markdown(cover.abstract)] if cover.abstract.strip() else []
    body = "\n\n".join([*abstract, *_parts(entries, flavour, names, name)])
    return flavour.note(name, fields, body)


def _parts(
    entries: Sequence[DossierEntry], flavour: Flavour, names: VaultNames, of: str
) -> Iterator[str]:
    """The blocks of the note; articles that follow one another are one list."""
    number = 0
    listed: list[str] = []
    for entry in entries:
        if entry.kind is EntryKind.ARTICLE:
            number += 1
            listed.append(f"{number}. {_article(entry, flavour, names, of)}")
            continue
        if listed:
            yield "\n".join(listed)
            listed = []
        if entry.kind is EntryKind.HEADING:
            yield f"{'#' * (entry.level + 1)} {as_words(entry.title)}"
        elif entry.markdown.strip():
            yield own_markdown(entry.markdown)
    if listed:
        yield "\n".join(listed)


def _article(entry: DossierEntry, flavour: Flavour, names: VaultNames, of: str) -> str:
    row = names.rows.get(entry.article_id or 0)
    if row is not None:
        day = f", {as_words(row.published[:10])}" if row.published else ""
        return f"{article_line(row, flavour, of)}{day}"
    facts = (entry.title or "Untitled", entry.publisher, entry.published)
    words = ", ".join(as_words(fact) for fact in facts if fact)
    return f"{words} (not among these notes)"
