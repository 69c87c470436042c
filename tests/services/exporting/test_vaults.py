"""Vaults out of a real archive, read by other readers than ours."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from desktop_app.core.article import CleanArticle
from desktop_app.core.errors import ExportError
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.exporting.export_options import OptionValue
from desktop_app.services.library import Library
from tests.export.vault.examples import dead_links, files, notes, properties
from tests.export.vault.test_words import words_of


@pytest.mark.parametrize("flavour", ["obsidian", "logseq", "plain"])
def test_every_link_of_a_vault_leads_to_a_note(
    library: Library, tmp_path: Path, flavour: str
) -> None:
    library.load_sample()
    archive = library.archive
    dossier = archive.dossiers.make("War & peace")
    archive.dossier_entries.add_articles(dossier, [2, 1])
    archive.highlights.add(1, 0, 9, note="mine")

    done = export_articles(archive, "", "vault", tmp_path, options={"flavour": flavour})

    assert dead_links(tmp_path) == []
    assert done.warnings == ()
    persons = len(archive.people.list())
    assert len(notes(tmp_path)) > library.count("") + persons
    before = files(tmp_path)
    again = export_articles(archive, "", "vault", tmp_path, options={"flavour": flavour})
    assert again.written == ()
    assert files(tmp_path) == before


def test_the_text_of_a_note_is_the_articles(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    archive = library.archive

    export_articles(archive, "", "vault", tmp_path)

    read = MarkdownIt("commonmark").enable("table")
    by_key = {properties(path).get("cuttings"): path for path in notes(tmp_path)}
    assert all(by_key)
    for article in archive.articles.several([1, 5, 9, 13, 17]):
        path = by_key[f"{article.id}@{article.captured}"]
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        assert _letters(words_of(read.parse(body))) == _letters(article.clean.text)


def test_what_changed_in_the_archive_changes_its_notes_alone(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()
    archive = library.archive
    export_articles(archive, "", "vault", tmp_path)
    archive.articles.set_note(3, "mine")
    archive.people.rename(archive.articles.get(5).clean.people[0].id or 0, "Somebody Else")
    archive.articles.delete([7])

    done = export_articles(archive, "", "vault", tmp_path, options={"removed": "delete"})

    assert dead_links(tmp_path) == []
    changed = {path.stem for path in done.written}
    assert {"Somebody Else", "Home"} <= changed
    assert len(changed) < len(notes(tmp_path)) / 4
    assert done.removed


def test_a_dossier_alone_brings_its_own_note(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    archive = library.archive
    made = [archive.dossiers.make(name) for name in ("One", "Two")]
    for each in made:
        archive.dossier_entries.add_articles(each, [2, 1])

    export_articles(archive, ChosenDossier(made[0]), "vault", tmp_path)

    assert [path.name for path in (tmp_path / "Dossiers").iterdir()] == ["One.md"]
    assert len(list((tmp_path / "Articles").rglob("*.md"))) == 2


def test_the_notes_of_one_program_are_not_moved_about_for_another(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()
    to = tmp_path / "notes"
    export_articles(library.archive, "tag:science", "vault", to, options={"flavour": "logseq"})
    before = files(to)

    with pytest.raises(ExportError, match="holds notes for Logseq"):
        export_articles(library.archive, "tag:science", "vault", to)

    assert files(to) == before


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(("first", "second"), [("markdown", "vault"), ("vault", "markdown")])
def test_a_vault_and_other_exports_leave_each_others_files_alone(
    library: Library, tmp_path: Path, first: str, second: str
) -> None:
    library.load_sample()
    to = tmp_path / "out"
    options: dict[str, dict[str, OptionValue]] = {"vault": {"removed": "delete"}, "markdown": {}}
    export_articles(library.archive, "tag:science", first, to, options=options[first])
    before = files(to)

    done = export_articles(library.archive, "", second, to, options=options[second])
    again = export_articles(library.archive, "tag:science", first, to, options=options[first])

    assert done.removed == done.outdated == again.removed == again.written == ()
    after = files(to)
    assert [name for name in before if name[:1] != "." and after.get(name) != before[name]] == []


@pytest.mark.parametrize("flavour", ["obsidian", "logseq"])
def test_no_property_or_words_of_a_link_hold_what_is_run_or_fetched(
    library: Library, clip: PreparedClip, tmp_path: Path, flavour: str
) -> None:
    evil = "![x](https://x.example/p.png) <img src=x> [y](javascript:z)"
    clean = CleanArticle(markdown="a", text="a", title=evil, agency=evil, authors=(evil,))
    library.store(replace(clip, clean=clean))

    export_articles(library.archive, "", "vault", tmp_path, options={"flavour": flavour})

    for path in notes(tmp_path):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"(?<!\\)(?:<img|!\[|\]\(javascript)", text)
