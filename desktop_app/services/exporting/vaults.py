"""Notes that link one another, for Obsidian, Logseq, or any program that reads Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob
from desktop_app.services.exporting.export_options import choice, file, flag, text

FLAVOURS = (
    ("obsidian", "Obsidian"),
    ("logseq", "Logseq"),
    ("plain", "Any, by plain links"),
)
REMOVED = (("keep", "Keep and tell"), ("delete", "Delete"))


@dataclass(frozen=True, slots=True)
class VaultOptions:
    """For which program, the user's own templates, and what becomes of files of an earlier time."""

    flavour: Literal["obsidian", "logseq", "plain"] = choice(
        "obsidian", "Program", FLAVOURS, "Which program the notes are written for."
    )
    removed: Literal["keep", "delete"] = choice(
        "keep",
        "Notes no longer part",
        REMOVED,
        "What becomes of notes of an earlier export that nothing belongs to any more; "
        "notes that you changed are always kept.",
    )
    template: str = file(
        "Own template",
        "Jinja2 template (*.jinja *.j2 *.md *.txt)",
        "Your own layout of an article's note; “cuttings template” shows the one to begin with.",
    )
    file_name_template: str = text(
        "File names",
        "A template, as {{ year }}/{{ title }}.",
    )
    starting_template: bool = flag(
        False,
        "Write the template too",
        "Put the template of the program into the folder, to make your own of it.",
    )


def write_vault(job: ExportJob, options: VaultOptions) -> ExportResult:
    """A folder of notes: articles, persons, dates, dossiers."""
    from desktop_app.export.vault.source import VaultSource  # noqa: PLC0415
    from desktop_app.export.vault.templates import read_template  # noqa: PLC0415
    from desktop_app.export.vault.vault_folder import VaultSettings, export_vault  # noqa: PLC0415

    archive = job.archive
    own = Path(options.template) if options.template else None
    settings = VaultSettings(
        flavour=options.flavour,
        template=read_template(own) if own else "",
        template_name=own.name if own else "",
        file_names=options.file_name_template,
        delete_removed=options.removed == "delete",
        write_template=options.starting_template,
    )
    source = VaultSource(
        rows=archive.rows(job.ids),
        articles=archive.articles.several,
        images=archive.articles.images,
        image_digests=archive.articles.image_digests,
        persons=archive.people.named_by(job.ids),
        people=archive.people.several,
        dossiers=list(_dossiers(job)),
        other_rows=archive.rows,
        cite_keys=archive.citation_keys.give(job.ids),
    )
    return export_vault(source, job.to, settings, progress=job.progress, cancelled=job.cancelled)


def shipped_template(flavour: str) -> str:
    """The template that a flavour's notes are made by, to begin one's own with."""
    from desktop_app.export.vault import templates  # noqa: PLC0415

    return templates.shipped_template(flavour)


def _dossiers(job: ExportJob) -> Iterator[tuple[Dossier, list[DossierEntry]]]:
    """The dossier that is exported, or all in which one of the articles stands."""
    archive, ids = job.archive, frozenset(job.ids)
    for dossier in archive.dossiers.all():
        if isinstance(job.what, ChosenDossier) and dossier.id != job.what.id:
            continue
        entries = archive.dossier_entries.in_order(dossier.id)
        if any(entry.article_id in ids for entry in entries):
            yield dossier, entries
