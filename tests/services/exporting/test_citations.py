"""Bibliography files and a dossier's citations, out of a real archive."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.export.base.rich_text import plain_text
from desktop_app.export.documents.document import Citation, Document, OwnText, WholeArticle
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob
from desktop_app.services.exporting.ready_document import ready_document
from desktop_app.services.library import Library


@pytest.fixture
def sample(library: Library) -> Sequence[int]:
    """The articles of the sample, oldest first."""
    library.load_sample()
    return ExportJob(library.archive, "", Path("x")).ids


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [
        ("csl-json", "out.json", '[\n{"id": "'),
        ("bibtex", "out.bib", "@article{"),
        ("biblatex", "out.bib", "@article{"),
        ("ris", "out.ris", "TY  - NEWS\nID  - "),
    ],
)
def test_one_key_cites_an_article_in_every_format(
    library: Library, sample: Sequence[int], tmp_path: Path, form: str, name: str, begins: str
) -> None:
    keys = library.archive.citation_keys.give(sample)

    result = library.export("", form, tmp_path / name)

    text = (tmp_path / name).read_text(encoding="utf-8")
    assert result.written == (tmp_path / name,)
    assert text.startswith(begins)
    assert all(key in text for key in keys.values())


def test_the_same_archive_gives_the_same_bytes(
    library: Library, sample: Sequence[int], tmp_path: Path
) -> None:
    for name in ("one.json", "two.json"):
        library.export("", "csl-json", tmp_path / name)

    one = (tmp_path / "one.json").read_bytes()
    assert one == (tmp_path / "two.json").read_bytes()
    assert len(json.loads(one)) == len(sample)


def test_stopping_leaves_no_file(library: Library, sample: Sequence[int], tmp_path: Path) -> None:
    result = library.export("", "ris", tmp_path / "out.ris", cancelled=lambda: True)

    assert result.cancelled
    assert list(tmp_path.glob("out*")) == []


def _document(library: Library, dossier: int, **options: object) -> Document:
    job = ExportJob(library.archive, ChosenDossier(dossier), Path("x"))
    return ready_document(job, DocumentOptions(**options))  # type: ignore[arg-type]


def test_a_dossier_cites_its_articles_and_what_its_text_cites(
    library: Library, sample: Sequence[int]
) -> None:
    keys = library.archive.citation_keys.give(sample)
    first, second, other = (keys[each] for each in sample[:3])
    dossier = library.dossiers.make("War", sample[:2])
    text = f"Known [see @{first}, p. 3; @{other}]. @{second} agrees; [@nobody2000] doesn't."
    library.dossiers.add_text(dossier, text)

    document = _document(library, dossier)

    assert [source.key for source in document.sources] == [first, second, other]
    assert document.article(3).id == sample[2]
    assert plain_text(document.sources[0].reference).startswith("The Sample Gazette. “")
    article = document.parts[0]
    assert isinstance(article, WholeArticle)
    assert article.citation is not None and article.citation.is_note
    own = document.parts[2]
    assert isinstance(own, OwnText)
    assert own.markdown == "Known.[](cite:0) [](cite:1)[](cite:2) agrees; [@nobody2000] doesn't."
    assert [each.is_note for each in own.citations] == [True, False, True]
    assert document.warnings[-1] == (
        "“@nobody2000” is no article's citation key; it stands in the text as you wrote it."
    )


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("They won [@KEY], as is known.", "They won,[](cite:0) as is known."),
        ("They won[@KEY].", "They won.[](cite:0)"),
        ("[@KEY] tells more.", "[](cite:0) tells more."),
        ("- item\n  [@KEY]", "- item\n  [](cite:0)"),
    ],
)
def test_a_notes_number_stands_at_the_word_behind_its_punctuation(
    library: Library, sample: Sequence[int], written: str, set_as: str
) -> None:
    key = library.archive.citation_keys.give(sample)[sample[0]]
    dossier = library.dossiers.make("War", sample[:1])
    library.dossiers.add_text(dossier, written.replace("KEY", key))

    (own,) = (each for each in _document(library, dossier).parts if isinstance(each, OwnText))

    assert own.markdown == set_as


def test_a_note_of_the_authors_cites_in_its_own_words(
    library: Library, sample: Sequence[int]
) -> None:
    key = library.archive.citation_keys.give(sample)[sample[0]]
    dossier = library.dossiers.make("War")
    text = f"So[^1] and^[[@{key}, p. 3]] it[^2] was.\n\n[^1]: See [@{key}]; also mine.\n[^9]: Lost."
    library.dossiers.add_text(dossier, text)

    document = _document(library, dossier)

    (own,) = document.parts
    assert isinstance(own, OwnText)
    assert own.markdown.startswith("So[^1] and^[[](cite:1)] it[^2] was.\n\n[^1]: See [](cite:0);")
    assert not any(each.is_note for each in own.citations)
    first, again = (plain_text(each.words) for each in own.citations)
    assert not first.endswith(".")
    assert again.endswith(" 3.")
    assert len(again) < len(first)
    assert document.warnings == (
        "The note “[^9]” is left out: nothing in its text refers to it.",
        "“[^2]” has no note in its text; it stands there as you wrote it.",
    )


def test_without_notes_the_text_cites_in_brackets(library: Library, sample: Sequence[int]) -> None:
    key = library.archive.citation_keys.give(sample[:1])[sample[0]]
    dossier = library.dossiers.make("War", sample[:1])
    library.dossiers.add_text(dossier, f"Known [@{key}].")

    document = _document(library, dossier, citations="none")

    assert document.parts[0] == WholeArticle(1)
    own = document.parts[1]
    assert isinstance(own, OwnText)
    (citation,) = own.citations
    assert not citation.is_note
    assert plain_text(citation.words).startswith("(")
    assert plain_text(citation.words).endswith(")")


def test_an_author_date_style_cites_in_the_text(library: Library, sample: Sequence[int]) -> None:
    dossier = library.dossiers.make("War", sample[:1])

    document = _document(library, dossier, style="apa")

    article = document.parts[0]
    assert isinstance(article, WholeArticle)
    assert isinstance(article.citation, Citation)
    assert not article.citation.is_note


def test_a_style_that_cant_be_used_is_told(library: Library, sample: Sequence[int]) -> None:
    dossier = library.dossiers.make("War", sample[:1])

    with pytest.raises(InputError, match="can't be read"):
        _document(library, dossier, style_file="/nowhere/x.csl")


@pytest.mark.parametrize("form", ["markdown", "vault"])
def test_notes_tell_the_key(
    library: Library, sample: Sequence[int], tmp_path: Path, form: str
) -> None:
    library.export(sample[:1], form, tmp_path / "notes")

    key = library.citing.known_key(sample[0])
    notes = [path.read_text(encoding="utf-8") for path in (tmp_path / "notes").rglob("*.md")]
    assert key
    assert any(f"\ncitekey: {key}\n" in note for note in notes)
