"""A folder of notes that link one another: articles, persons, dates, dossiers.

Names are given first, as notes name one another; then each note is written, or left where nothing
of what it is made from changed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.article import Article, Person
from desktop_app.core.errors import ExportError
from desktop_app.core.folding import fold
from desktop_app.export.base.article_folder import ArticleFolder
from desktop_app.export.base.file_names import dated_stem
from desktop_app.export.base.folder_record import article_key
from desktop_app.export.base.result import ExportResult
from desktop_app.export.vault.article_note import NoteMaker
from desktop_app.export.vault.dossier_notes import dossier_note
from desktop_app.export.vault.flavours import FLAVOURS, SUFFIX, Flavour
from desktop_app.export.vault.index_notes import date_notes, home_note
from desktop_app.export.vault.kept_sentences import KeptSentences
from desktop_app.export.vault.names import VaultNames, place_all, row_values
from desktop_app.export.vault.person_notes import person_note, person_told
from desktop_app.export.vault.source import VaultSource
from desktop_app.export.vault.templates import (
    ENDING,
    Fill,
    Stopped,
    note_filler,
    own_paths,
    shipped_template,
)
from desktop_app.export.vault.words import note_bytes

#: Under what its notes stand in a folder's record, apart from other formats' files; the program
#: that they are for comes behind it.
_OWNER = "vault:"
_WORDS = {"plain": "with plain links", "obsidian": "for Obsidian", "logseq": "for Logseq"}
#: So many persons are read at once.
_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class VaultSettings:
    """What the user chose: a flavour by its name, templates, and what becomes of older files.

    ``template`` is the text of the user's own, empty for the one that ships, and
    ``template_name`` what it is called; ``file_names`` the template of the files' names.
    """

    flavour: str = "obsidian"
    template: str = ""
    template_name: str = ""
    file_names: str = ""
    delete_removed: bool = False
    write_template: bool = False


def export_vault(
    source: VaultSource,
    to: Path,
    settings: VaultSettings,
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write the vault into the folder ``to``, made where it is missing.

    Exporting again touches only what changed; files that somebody changed since are left alone
    and named in the warnings, those of articles that aren't part any more are named too. Raises
    InputError for a template that can't be used, ExportError when the folder can't be written or
    holds the notes of another program: one program's notes aren't moved about for another.
    """
    flavour = FLAVOURS[settings.flavour]
    rows = sorted(source.rows, key=lambda row: row.id)
    with ExitStack() as closing:
        try:
            fill = note_filler(
                settings.flavour, settings.template, settings.template_name, cancelled, closing
            )
            paths = own_paths(settings.file_names, [row_values(row) for row in rows], cancelled)
        except Stopped:
            return ExportResult(cancelled=True)
        owner = f"{_OWNER}{flavour.name}:"
        folder = ArticleFolder.open(to, SUFFIX, one_name=True, owner=owner)
        _require_alone(folder, flavour)
        closing.enter_context(folder)

        def look() -> None:
            if cancelled():
                raise Stopped

        try:
            names = place_all(source, rows, flavour, folder, paths, look)
            maker = NoteMaker(flavour, names, source.cite_keys)
            template = settings.template or shipped_template(settings.flavour)
            writing = _Writing(source, flavour, folder, names, maker, fill, template)
            sentences = closing.enter_context(KeptSentences())
            total = writing.total()
            for done, _ in enumerate(writing.all(sentences), start=1):
                progress(min(done, total), total)
                if done < total:
                    look()
        except Stopped:
            return folder.result(cancelled=True)
        if settings.write_template:
            name = f"{settings.flavour}{ENDING}"
            folder.put_own(name, shipped_template(settings.flavour).encode())
        folder.leave(delete=settings.delete_removed)
        return folder.result(cancelled=False)


def _require_alone(folder: ArticleFolder, flavour: Flavour) -> None:
    for name, words in _WORDS.items():
        if name != flavour.name and folder.has_files_of(f"{_OWNER}{name}:"):
            raise ExportError(
                f"“{folder.path}” holds notes {words}.",
                f"Choose another folder for those {_WORDS[flavour.name]}.",
            )


@dataclass(frozen=True, slots=True)
class _Writing:
    source: VaultSource
    flavour: Flavour
    folder: ArticleFolder
    names: VaultNames
    maker: NoteMaker
    fill: Fill
    template: str

    def total(self) -> int:
        """How many notes there are to be."""
        names = self.names
        kinds = (names.rows, names.people, names.dates, names.dossiers)
        return 1 + sum(len(each) for each in kinds)

    def all(self, sentences: KeptSentences) -> Iterator[None]:
        """Write every note; there is a stop behind each."""
        rows = self.names.by_date()
        template = hashlib.sha256(self.template.encode("utf-8", "replace")).hexdigest()[:16]
        for article in self.source.articles([row.id for row in rows]):
            for person in article.clean.people:
                if person.id in self.names.people:
                    first = person.mentions[0] if person.mentions else None
                    sentences.keep(person.id, article.id, first.sentence if first else "")
            self._article(article, template)
            yield
        named: dict[int, tuple[str, int]] = {}
        for person_id, name in self.source.persons:
            named[person_id] = (name, sentences.count(person_id))
        yield from self._people(sentences)
        for span, note in date_notes(self.flavour, self.names, rows):
            self._put(f"date:{span}", note)
            yield
        dossiers = [dossier for dossier, _ in self.source.dossiers]
        for dossier, entries in self.source.dossiers:
            note = dossier_note(dossier, entries, self.flavour, self.names)
            self._put(f"dossier:{dossier.id}", note)
            yield
        self._put("home", home_note(self.flavour, self.names, rows, dossiers, named))
        yield

    def _article(self, article: Article, template: str) -> None:
        key = article_key(article)
        # The archive may have changed since the names were given.
        if article.id not in self.names.rows or not self.folder.holds(key):
            return
        others = self._others(article)
        has_images = "![" in article.clean.markdown or "![" in article.note
        digests = self.source.image_digests(article.id) if has_images else {}
        made_from = f"{template}-{self.maker.made_from(article, digests, others)}"
        if self.folder.is_current(key, made_from):
            return
        images = self.source.images(article.id) if digests else {}
        values, shown = self.maker.values(article, images, others)
        filled = self.fill(values)
        if filled is None:
            raise Stopped
        images_there = self.flavour.images
        self.folder.put_beside(images_there, shown.files)
        self.folder.fill(
            key,
            note_bytes(filled.strip("\n") + "\n"),
            made_from=made_from,
            beside=[f"{images_there}/{name}" for name in shown.files],
            told=shown.warnings(article),
        )

    def _others(self, article: Article) -> Mapping[int, str]:
        """The copies that aren't in the vault, in words."""
        outside = [each for each in article.copies if each not in self.names.rows]
        if not outside:
            return {}
        return {
            row.id: dated_stem(row.published, row.publisher, row.title)
            for row in self.source.other_rows(outside)
        }

    def _people(self, sentences: KeptSentences) -> Iterator[None]:
        # A page's alias is its name in Logseq, so that no two may have one.
        shared: Counter[str] = Counter()
        if self.flavour.name == "logseq":
            for person in self._persons():
                shared.update({fold(each) for each in (person.name, *person.aliases)})
        for person in self._persons():
            told = person_told(person, self.flavour, self.names, sentences, shared)
            key, made_from = f"person:{person.id}", told.made_from(self.flavour)
            if not self.folder.is_current(key, made_from):
                note = note_bytes(person_note(told, self.flavour))
                self.folder.fill(key, note, made_from=made_from)
            yield

    def _persons(self) -> Iterator[Person]:
        ids = list(self.names.people)
        for first in range(0, len(ids), _TOGETHER):
            yield from self.source.people(ids[first : first + _TOGETHER])

    def _put(self, key: str, note: str) -> None:
        self.folder.fill(key, note_bytes(note))
