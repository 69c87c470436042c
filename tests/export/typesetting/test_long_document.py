"""A document that is set at two goes is the one that would have been set at one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.core.errors import ExportError
from desktop_app.export.documents.assembled_document import assembled_document
from desktop_app.export.documents.document import Document, Heading, OwnText, WholeArticle
from desktop_app.export.documents.document_options import Citations, DocumentOptions
from desktop_app.export.typesetting import press, typst_desk
from desktop_app.export.typesetting.pdf import export_pdf
from desktop_app.export.typesetting.press_listener import QUIET, PressListener
from desktop_app.export.typesetting.typst_process import TypstProcess
from desktop_app.export.typesetting.typst_run import TypesettingError
from tests.export import read_pdf
from tests.export.examples import PICTURE, nowhere, plainly_cited, png, stored
from tests.export.typesetting.test_dossier_pdf import COVER, PARTS, TEXTS, told

#: So many articles that their contents fill more than one page.
ARTICLES = 40


def document() -> Document:
    texts = [f'{TEXTS[at % 3]}\n\n![]({PICTURE} "A view")' for at in range(ARTICLES)]
    articles = [told(number, text) for number, text in enumerate(texts, start=1)]
    more = (WholeArticle(number) for number in range(4, ARTICLES + 1))
    parts = (*PARTS, *more, Heading(1, "Last"), OwnText("As [told](cite:0)."))
    pictures = stored(png(600, 300))
    return plainly_cited(assembled_document(COVER, parts, articles, images=lambda _: pictures))


@dataclass(frozen=True)
class Both:
    """The same document, set at one go and at two."""

    at_one: Path
    at_two: Path


@pytest.fixture(scope="module", params=["footnotes", "endnotes"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    folder = tmp_path_factory.mktemp("both")
    citations: Citations = request.param
    made = Both(folder / "one.pdf", folder / "two.pdf")
    with pytest.MonkeyPatch.context() as patch:
        for path, much in ((made.at_one, 10**9), (made.at_two, 0)):
            patch.setattr(press, "_MUCH", much)
            export_pdf(document(), DocumentOptions(citations=citations), path, QUIET)
    return made


def test_each_page_says_the_same(both: Both) -> None:
    pages = read_pdf.pages(both.at_two)
    assert pages == read_pdf.pages(both.at_one)
    assert sum(page.startswith("Contents") for page in pages) > 1


def test_each_number_leads_to_the_same_place(both: Both) -> None:
    one, two = read_pdf.leads(both.at_one), read_pdf.leads(both.at_two)
    assert len(one) > 3 * ARTICLES  # from contents, source numbers, the list of sources, the index
    assert two == one


def test_outline_and_tags_are_the_same(both: Both) -> None:
    assert read_pdf.outline(both.at_two) == read_pdf.outline(both.at_one)
    assert read_pdf.tag_counts(both.at_two) == read_pdf.tag_counts(both.at_one)
    assert read_pdf.tag_counts(both.at_two)["TOCI"] > ARTICLES


def test_it_claims_the_same_standards(both: Both) -> None:
    for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"):
        assert read_pdf.metadata(both.at_two, name) == read_pdf.metadata(both.at_one, name)


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is much."""
    monkeypatch.setattr(press, "_MUCH", 0)
    yield
    typst_desk.close()


@pytest.mark.usefixtures("much")
@pytest.mark.parametrize("looks", [1, 4, 8])
def test_it_can_be_stopped_while_it_is_set(tmp_path: Path, looks: int) -> None:
    asked = iter(range(10**6))
    parts = len(document().parts)
    listener = PressListener(nowhere, lambda: next(asked) >= parts + looks)
    result = export_pdf(document(), DocumentOptions(), tmp_path / "x.pdf", listener)
    assert result.cancelled
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_shorter_once_it_is_mended_has_its_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object, **__: object) -> str:
        monkeypatch.setattr(press, "_MUCH", 10**9)
        raise TypesettingError("refused")

    monkeypatch.setattr(press, "_MUCH", 0)
    monkeypatch.setattr(TypstProcess, "places", refusing)
    export_pdf(document(), DocumentOptions(), tmp_path / "mended.pdf", QUIET)
    monkeypatch.setattr(press, "_MUCH", 10**9)
    export_pdf(document(), DocumentOptions(), tmp_path / "whole.pdf", QUIET)
    assert read_pdf.pages(tmp_path / "mended.pdf") == read_pdf.pages(tmp_path / "whole.pdf")


@pytest.mark.usefixtures("much")
def test_where_there_is_no_room_for_it_the_disk_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Nowhere:
        """A folder that was taken away."""

        def __init__(self, **_: object) -> None: ...

        def __enter__(self) -> str:
            return str(tmp_path / "gone")

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(press, "TemporaryDirectory", Nowhere)
    with pytest.raises(ExportError, match=re.escape("couldn't be written")):
        export_pdf(document(), DocumentOptions(), tmp_path / "x.pdf", QUIET)


@pytest.mark.usefixtures("much")
def test_what_would_take_more_memory_than_is_free_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "free_memory", lambda: 50_000_000)
    with pytest.raises(ExportError, match=r"0\.\d GB of memory, of which 0\.1 GB are free"):
        export_pdf(document(), DocumentOptions(), tmp_path / "x.pdf", QUIET)
    assert list(tmp_path.iterdir()) == []
