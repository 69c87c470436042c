"""Exports of what a query finds, out of a real archive."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import networkx
import pytest

from desktop_app.core.article import StoredImage
from desktop_app.core.errors import ExportError, InputError
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.library import Library
from tests.export import read_pdf
from tests.export.examples import PICTURE, png

ARTICLES_ALONE = {"chronology": False, "index": False, "sources": False}


def test_what_a_query_finds_is_written(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    done = export_articles(library.archive, "tag:science", "markdown", tmp_path / "out")
    files = {path.name for path in (tmp_path / "out").glob("*.md")}
    assert {path.name for path in done.written} == files
    assert "1911-12-12 La Gazette d'exemple - Marie Curie reçoit un second prix Nobel.md" in files
    assert len(files) == library.count("tag:science")


def test_one_pdf_goes_from_the_oldest_to_the_newest(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    path = tmp_path / "all.pdf"
    options = {"paper": "us-letter", "title": "My dossier", **ARTICLES_ALONE}
    export_articles(library.archive, "", "pdf", path, options=options)
    titles = read_pdf.outline(path)
    assert titles[:2] == ["Contents", "Miss Nightingale's nurses at work in Scutari"]
    assert titles[-1] == "The world follows Churchill to St Paul's"
    assert len(titles) == library.count("") + 1
    assert read_pdf.metadata(path, "dc:title") == "My dossier"
    assert read_pdf.paper(path) == (612, 792)


def test_chosen_articles_keep_their_order(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    chosen = [3, 1, 2]
    export_articles(library.archive, chosen, "pdf", tmp_path / "x.pdf", options=ARTICLES_ALONE)
    titles = [library.archive.articles.get(n).clean.title for n in chosen]
    assert read_pdf.outline(tmp_path / "x.pdf")[1:] == titles


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_two_of_one_name_keep_their_files_whatever_the_order(
    library: Library, clip: PreparedClip, tmp_path: Path, order: tuple[int, int]
) -> None:
    for words in ("one", "two"):
        clean = replace(clip.clean, markdown=words, text=words, people=(), events=())
        library.store(replace(clip, clean=clean), as_new=True)

    export_articles(library.archive, order, "markdown", tmp_path)

    first, second = sorted(tmp_path.glob("*.md"), key=lambda path: len(path.name))
    assert "one" in first.read_text(encoding="utf-8")
    assert second.stem == f"{first.stem} (2)"


def test_articles_are_read_one_at_a_time(library: Library, tmp_path: Path) -> None:
    """So that an export of very many begins at once and can be stopped at any time."""
    library.load_sample()
    told: list[int] = []

    done = export_articles(
        library.archive,
        "",
        "markdown",
        tmp_path,
        progress=lambda number, _total: told.append(number),
        cancelled=lambda: len(told) == 2,
    )

    assert done.cancelled
    assert len(done.written) == 2


def test_an_article_that_is_gone_is_told_before_anything_is_written(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()

    with pytest.raises(InputError, match="There is no article 999"):
        export_articles(library.archive, [1, 999], "markdown", tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_images_come_out_of_the_archive(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    shown = replace(clip.clean, markdown=f"![x]({PICTURE})\n\n{clip.clean.markdown}")
    image = StoredImage(PICTURE, "image/png", png())
    library.store(replace(clip, clean=shown, images=(image,)))
    export_articles(library.archive, "", "markdown", tmp_path)
    assert [path.read_bytes() for path in (tmp_path / "images").iterdir()] == [png()]


def test_nothing_found_and_formats_unknown_are_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No article matches"):
        export_articles(library.archive, "", "pdf", tmp_path / "x.pdf")
    with pytest.raises(InputError, match="“doc” isn't a format"):
        export_articles(library.archive, "", "doc", tmp_path / "x")
    assert not list(tmp_path.glob("x*"))


@pytest.mark.parametrize("name", ["json", "datasette"])
def test_a_name_that_no_disk_takes_is_told(
    library: Library, clip: PreparedClip, tmp_path: Path, name: str
) -> None:
    library.store(clip)

    with pytest.raises(ExportError, match=r"couldn.t be written: .*too long"):
        export_articles(library.archive, "", name, tmp_path / ("x" * 300))


def test_who_is_named_with_whom_is_written_as_a_network(library: Library, tmp_path: Path) -> None:
    library.load_sample()

    done = export_articles(library.archive, "tag:science", "gexf", tmp_path / "science")
    export_articles(library.archive, "", "graphml", tmp_path / "all.graphml")

    assert done.written == (tmp_path / "science.gexf",)
    labels = {node.get("label") for node in fromstring(done.written[0].read_bytes()).iter()}
    assert "Marie Curie" in labels
    assert "Winston Churchill" not in labels
    assert "Winston Churchill" in (tmp_path / "all.graphml").read_text(encoding="utf-8")
    with pytest.raises(InputError, match="names anybody"):
        export_articles(library.archive, "nothing-like-this", "gexf", tmp_path / "x")


def test_the_network_of_chosen_articles_tells_when_they_named_whom(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()
    chosen = library.search("tag:science").ids

    (path,) = export_articles(library.archive, chosen, "graphml", tmp_path).written

    people = {told["label"]: told for _, told in networkx.read_graphml(path).nodes(data=True)}
    counted = {each.name: each for each in library.people.find(query="tag:science")}
    assert people.keys() == counted.keys()
    curie, known = people["Marie Curie"], counted["Marie Curie"]
    assert (curie["articles"], curie["first"], curie["last"]) == (
        known.articles,
        known.first,
        known.last,
    )


def test_a_dossier_goes_out_as_documents(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    dossier = ChosenDossier(library.dossiers.make("The treaty", [1, 2]))

    for kind in ("docx", "odt", "epub", "html"):
        done = export_articles(library.archive, dossier, kind, tmp_path)

        assert done.written == (tmp_path / f"The treaty.{kind}",)

    many = {"files": "many"}
    export_articles(library.archive, dossier, "dossier-markdown", tmp_path / "one.md")
    export_articles(library.archive, dossier, "dossier-markdown", tmp_path / "m", options=many)
    title = library.archive.articles.get(2).clean.title
    assert f"# {title}" in (tmp_path / "one.md").read_text()
    assert (tmp_path / "m" / "index.md").read_text().startswith("---\ntitle: The treaty\n")
    assert len(list((tmp_path / "m").glob("*.md"))) >= 3


@pytest.mark.parametrize(
    ("form", "name", "written"),
    [
        ("warc", "a.warc", "a.warc"),
        ("warc", "a.warc.gz", "a.warc.gz"),
        ("warc", "a", "a.warc.gz"),
        ("ftm", "a.jsonl", "a.jsonl"),
        ("datasette", "a.sqlite", "a.sqlite"),
        ("json", "a.ndjson", "a.ndjson"),
        ("json", "v1.2", "v1.2.json"),
    ],
)
def test_a_file_has_the_ending_that_the_user_wrote_where_it_may(
    library: Library, tmp_path: Path, form: str, name: str, written: str
) -> None:
    library.load_sample()

    done = export_articles(library.archive, "tag:science", form, tmp_path / name)

    assert done.written[0] == tmp_path / written
    packed = done.written[0].read_bytes().startswith(b"\x1f\x8b")
    assert packed == written.endswith(".gz")


def test_an_ending_of_lines_asks_for_an_article_a_line(library: Library, tmp_path: Path) -> None:
    library.load_sample()

    export_articles(library.archive, "tag:science", "json", tmp_path / "a.jsonl")

    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["published"][:4] for line in lines] == ["1903", "1911", "1919", "1923"]
