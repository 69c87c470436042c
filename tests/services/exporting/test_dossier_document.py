"""Dossiers read as documents, out of a real archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.export.documents.document import (
    Document,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    WholeArticle,
)
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.exporting.dossier_document import document_of
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob, What
from desktop_app.services.library import Library


def read(library: Library, what: What) -> Document:
    return document_of(ExportJob(library.archive, what, Path("x")))


def mark(library: Library, article_id: int, words: str) -> int:
    text = library.archive.articles.get(article_id).clean.text
    start = text.index(words)
    return library.highlights.add(article_id, start, start + len(words))


@pytest.fixture
def sample(library: Library) -> Sequence[int]:
    """The articles of the sample, oldest first."""
    library.load_sample()
    return ExportJob(library.archive, "", Path("x")).ids


def test_parts_stand_in_order_and_an_article_that_stands_twice_is_one_source(
    library: Library, sample: Sequence[int]
) -> None:
    dossier = library.dossiers.make("The treaty", [sample[1]])
    library.dossiers.add_heading(dossier, "Before", 2)
    library.dossiers.add_text(dossier, "My *view*.")
    library.dossiers.add_articles(dossier, [sample[0], sample[1]], again=True)
    library.dossiers.set_cover(dossier, {"author": "Jane Roe", "abstract": "In short."})

    document = read(library, ChosenDossier(dossier))

    assert document.parts == (
        WholeArticle(1),
        Heading(2, "Before"),
        OwnText("My *view*."),
        WholeArticle(2),
        WholeArticle(1),
    )
    assert [each.article_id for each in document.sources] == [sample[1], sample[0]]
    assert document.article(2).id == sample[0]
    assert (document.cover.title, document.cover.author) == ("The treaty", "Jane Roe")
    assert document.cover.abstract == OwnText("In short.")


def test_an_index_and_a_chronology_are_of_what_is_shown(
    library: Library, sample: Sequence[int]
) -> None:
    articles = [library.archive.articles.get(each) for each in sample]
    told = next(each for each in articles if len(each.clean.people) > 1 and each.clean.events)
    whole = read(library, [told.id])
    assert {each.id for each in whole.persons} == {each.id for each in told.clean.people}
    assert {each.sentence for each in whole.chronology} == {
        " ".join(each.text.split()) for each in told.clean.events
    }
    first = min(told.clean.people, key=lambda person: person.mentions[0].start)
    dossier = library.dossiers.make("Excerpt", [told.id])
    highlight = mark(library, told.id, first.mentions[0].text)
    entry = library.dossiers.entries(dossier)[0]
    library.dossiers.set_excerpts(entry.id, [highlight])

    document = read(library, ChosenDossier(dossier))

    assert [type(part) for part in document.parts] == [Excerpts]
    assert [each.id for each in document.persons] == [first.id]


def test_persons_stand_by_their_family_names_with_the_numbers_of_their_sources(
    library: Library, sample: Sequence[int]
) -> None:
    document = read(library, "")
    names = [each.sort_name for each in document.persons]
    assert names.index("Adenauer, Konrad") < names.index("Curie, Marie")
    curie = next(each for each in document.persons if each.name == "Marie Curie")
    named = [
        source.number
        for source in document.sources
        if curie.id in {each.id for each in document.article(source.number).clean.people}
    ]
    assert list(curie.sources) == named


def test_the_same_event_of_two_articles_is_told_once_with_both_sources(
    library: Library, clip: PreparedClip
) -> None:
    for words in ("one", "two"):
        text = f"{clip.clean.text} {words}"
        clean = replace(clip.clean, markdown=text, text=text, title=words)
        library.store(replace(clip, clean=clean), as_new=True)
    document = read(library, "")
    assert document.chronology
    assert {each.sources for each in document.chronology} == {(1, 2)}
    assert not [each for each in document.chronology if not each.date]


def test_what_is_missing_is_said_where_it_stood(library: Library, sample: Sequence[int]) -> None:
    dossier = library.dossiers.make("Holes", sample[:3])
    library.archive.articles.delete(sample[:1])
    library.archive.trash.empty(no_progress, never)
    library.archive.articles.delete(sample[1:2])

    document = read(library, ChosenDossier(dossier))

    assert [type(part) for part in document.parts] == [Gap, Gap, WholeArticle]
    assert "deleted for good" in document.warnings[0]
    assert "in the trash" in document.warnings[1]
    assert len(document.sources) == 1


def test_a_dossier_with_nothing_in_it_is_refused_in_a_sentence(library: Library) -> None:
    dossier = library.dossiers.make("Empty")
    with pytest.raises(InputError, match="Nothing is in the dossier “Empty” yet"):
        read(library, ChosenDossier(dossier))


def test_a_dossier_of_the_authors_words_alone_is_a_document(library: Library) -> None:
    dossier = library.dossiers.make("Words")
    library.dossiers.add_text(dossier, "Only mine.")
    document = read(library, ChosenDossier(dossier))
    assert (document.parts, document.sources) == ((OwnText("Only mine."),), ())
