"""The preview of a dossier: what one text changes is set alone, and stands as in the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.preview import DossierPreview, PreviewPages
from desktop_app.services.library import Library


@pytest.fixture
def dossier(library: Library) -> Dossier:
    library.load_sample()
    first, *others = ExportJob(library.archive, "", Path("x")).ids[:3]
    made = library.dossiers.make("Paris", [first])
    library.dossiers.add_heading(made, "What came of it", 1)
    library.dossiers.add_text(made, "As I see it.")
    library.dossiers.add_articles(made, others)
    return library.dossiers.get(made)


@pytest.fixture
def preview(library: Library) -> Iterator[DossierPreview]:
    preview = DossierPreview(lambda: library.archive)
    yield preview
    preview.close()


def changed(entries: Sequence[DossierEntry], **change: object) -> list[DossierEntry]:
    """The entries with another text."""
    return [
        replace(each, **change) if each.kind is EntryKind.TEXT else each  # type: ignore[arg-type]
        for each in entries
    ]


def words_of(pages: PreviewPages) -> list[str]:
    """The words of each page as it is shown."""
    found = []
    for number in range(len(pages.sizes)):
        pdf, at = pages.page(number)
        document = pypdfium2.PdfDocument(pdf)
        found.append(document[at].get_textpage().get_text_bounded())
        document.close()
    return found


@pytest.mark.parametrize("place", [2, 4])
def test_a_changed_text_stands_on_its_page_as_if_the_whole_had_been_set(
    library: Library, dossier: Dossier, preview: DossierPreview, place: int
) -> None:
    entries = list(library.dossiers.entries(dossier.id))
    entries.insert(place, entries.pop(2))
    longer = changed(entries, markdown="A paragraph.[^1] " + "Words. " * 140 + "\n\n[^1]: Noted.")
    preview.set(dossier, changed(entries, markdown="As I see it^[Noted.]."))

    near = preview.set_near(dossier, longer)

    whole = preview.set(dossier, longer)
    assert near is not None
    assert near.places == whole.places
    begins = [place for entry, place in whole.places.items()]
    shown, wanted = words_of(near), words_of(whole)
    assert shown[begins[0] :] == wanted[begins[0] :]
    assert any("Noted." in page for page in shown)


def test_what_changes_more_than_one_text_asks_for_the_whole(
    library: Library, dossier: Dossier, preview: DossierPreview
) -> None:
    entries = library.dossiers.entries(dossier.id)
    key = library.archive.citation_keys.give([entries[0].article_id or 0]).popitem()[1]
    preview.set(dossier, entries)

    assert preview.set_near(dossier, entries[:-1]) is None
    for markdown in ("So long that it has a page of its own. " * 60, f"As [@{key}] has it."):
        assert preview.set_near(dossier, changed(entries, markdown=markdown)) is None
