"""Vaults for the tests, and what a reader who follows links sees in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from desktop_app.core.article import Article, NamedPerson, Person, StoredImage
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.export.base.result import ExportResult
from desktop_app.export.vault.source import VaultSource
from desktop_app.export.vault.vault_folder import VaultSettings, export_vault
from tests.export.examples import never, nowhere

_WIKI = re.compile(r"(?<!\\)\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")
_RELATIVE = re.compile(r"(?<!\\)\]\((?!\[\[|[a-z]+:)([^)\s]+)\)")


def row(article: Article) -> ArticleRow:
    clean = article.clean
    facts = (clean.publisher, clean.authors, clean.published, article.captured, clean.language)
    marks = (article.tags, article.unread, article.starred, "")
    return ArticleRow(article.id, clean.title or "", *facts, 3, *marks)


def source(
    articles: Sequence[Article],
    people: Sequence[Person] = (),
    *,
    images: Mapping[str, StoredImage] | None = None,
    dossiers: Sequence[tuple[Dossier, Sequence[DossierEntry]]] = (),
    others: Sequence[Article] = (),
) -> VaultSource:
    """What a vault is made of, from values instead of an archive."""
    by_id = {each.id: each for each in articles}
    persons = {each.id: each for each in people}
    kept = images or {}
    return VaultSource(
        rows=[row(each) for each in articles],
        articles=lambda ids: [by_id[each] for each in ids],
        images=lambda _: kept,
        image_digests=lambda _: {address: address for address in kept},
        persons=[(each.id, each.name) for each in people],
        people=lambda ids: [persons[each] for each in ids],
        dossiers=dossiers,
        other_rows=lambda ids: [row(each) for each in others if each.id in ids],
    )


def write_vault(
    made_of: VaultSource, to: Path, cancelled: Any = never, progress: Any = nowhere, **chosen: Any
) -> ExportResult:
    return export_vault(
        made_of, to, VaultSettings(**chosen), progress=progress, cancelled=cancelled
    )


def person(number: int, name: str, *aliases: str, note: str = "") -> Person:
    return Person(number, name, aliases, note=note)


def named(each: Person) -> NamedPerson:
    return NamedPerson(each.name, each.aliases, id=each.id)


def notes(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.md") if path.is_file())


def properties(path: Path) -> dict[str, Any]:
    """The front matter, by another reader than the one that wrote it."""
    head = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")[0]
    found = yaml.safe_load(head)
    assert isinstance(found, dict)
    return found


def dead_links(folder: Path) -> list[str]:
    """The links in a vault that lead to no file of it, or to several.

    Wiki links go by a note's name in any folder and any case, as Obsidian and Logseq follow them.
    """
    by_name: dict[str, int] = {}
    for path in notes(folder):
        by_name[path.stem.casefold()] = by_name.get(path.stem.casefold(), 0) + 1
    dead = []
    for path in notes(folder):
        for target in wiki_links(path):
            if by_name.get(target.casefold()) != 1:
                dead.append(f"{path.name}: [[{target}]]")
        for address in relative_links(path):
            to = (path.parent / unquote(address)).resolve()
            if not (to.is_file() and to.is_relative_to(folder.resolve())):
                dead.append(f"{path.name}: {address}")
    return dead


def wiki_links(path: Path) -> list[str]:
    return _WIKI.findall(path.read_text(encoding="utf-8"))


def relative_links(path: Path) -> list[str]:
    return _RELATIVE.findall(path.read_text(encoding="utf-8"))


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file but the record, with the time of its last change and its bytes."""

    def all_files() -> Iterator[tuple[str, tuple[int, bytes]]]:
        found: Iterable[Path] = folder.rglob("*")
        for path in found:
            if path.is_file() and not path.name.startswith("."):
                name = path.relative_to(folder).as_posix()
                yield name, (path.stat().st_mtime_ns, path.read_bytes())

    return dict(all_files())
