"""export: its formats, their options as flags, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.services.exporting.formats import FORMATS
from tests.cli.conftest import Terminal


@pytest.fixture
def archive(terminal: Terminal, page: Path) -> Terminal:
    terminal("clip", page)
    return terminal


def test_markdown_goes_into_a_folder(archive: Terminal, tmp_path: Path) -> None:
    outcome = archive("export", "--format", "markdown", "--to", tmp_path / "out")
    assert outcome.code == 0
    (path,) = (tmp_path / "out").glob("*.md")
    assert "title: Treaty signed in Paris" in path.read_text("utf-8")


def test_a_pdf_is_one_file_and_a_folder_is_one_for_each(archive: Terminal, tmp_path: Path) -> None:
    assert archive("export", "--format", "pdf", "--to", tmp_path / "all.pdf").code == 0
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")
    assert archive("export", "--format", "pdf", "--to", tmp_path / "each").code == 0
    assert len(list((tmp_path / "each").glob("*.pdf"))) == 1


def test_nothing_to_export_is_said(archive: Terminal, tmp_path: Path) -> None:
    outcome = archive("export", "tag:none", "--format", "markdown", "--to", tmp_path / "out")
    assert outcome.code == 1
    assert "nothing to export" in outcome.err


def test_a_dossier_is_exported_by_its_name(archive: Terminal, tmp_path: Path) -> None:
    archive("dossier", "make", "Treaties", 1)

    outcome = archive(
        "export",
        "--dossier",
        "Treaties",
        "--format",
        "markdown",
        "--to",
        tmp_path / "out",
        "--json",
    )

    (written,) = json.loads(outcome.out)["written"]
    assert "Treaty signed in Paris" in Path(written).name


def test_a_query_and_a_dossier_are_one_too_many(archive: Terminal, tmp_path: Path) -> None:
    outcome = archive(
        "export", "treaty", "--dossier", "X", "--format", "pdf", "--to", tmp_path / "x.pdf"
    )
    assert outcome.code == 2


def test_an_option_of_another_format_is_told(archive: Terminal, tmp_path: Path) -> None:
    outcome = archive("export", "--paper", "a4", "--format", "markdown", "--to", tmp_path / "out")
    assert outcome.code == 1
    assert "has no option “paper”" in outcome.err


def test_chosen_articles_are_exported_by_their_numbers(archive: Terminal, tmp_path: Path) -> None:
    outcome = archive("export", "--ids", "1", "--format", "markdown", "--to", tmp_path / "out")

    assert outcome.code == 0
    assert "1 file written" in outcome.err
    assert archive("export", "x", "--ids", "1", "--format", "pdf", "--to", "x").code == 2


def test_a_dossiers_own_command_writes_the_same(archive: Terminal, tmp_path: Path) -> None:
    archive("dossier", "make", "Treaties", 1)

    for command, name in (("dossier export", "a.pdf"), ("export --dossier", "b.pdf")):
        to = ("--format", "pdf", "--to", tmp_path / name)
        assert archive(*command.split(), "Treaties", *to).code == 0

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_help_tells_every_format_in_words(archive: Terminal) -> None:
    told = archive("export", "--help").out

    assert all(f"  {each.name} " in told and each.words in told for each in FORMATS)


def test_a_vault_is_written_by_a_template_that_was_shown(archive: Terminal, tmp_path: Path) -> None:
    shown = archive("template", "plain")
    (tmp_path / "mine.md").write_text(f"{shown.out}Mine: {{{{ publisher }}}}\n", encoding="utf-8")

    outcome = archive(
        *("export", "--format", "vault", "--flavour", "plain", "--to", tmp_path / "vault"),
        *("--template", tmp_path / "mine.md", "--file-name-template", "{{ title }}", "--json"),
    )

    told = json.loads(outcome.out)
    assert told["outdated"] == told["removed"] == []
    text = (tmp_path / "vault" / "Treaty signed in Paris.md").read_text("utf-8")
    assert "\nMine: " in text


def test_a_template_that_is_not_there_is_said(archive: Terminal, tmp_path: Path) -> None:
    outcome = archive(
        *("export", "--format", "vault", "--to", tmp_path / "v", "--template", tmp_path / "none")
    )
    assert outcome.code == 1
    assert "can't be read" in outcome.err
