"""Sites out of a real archive."""

from __future__ import annotations

from pathlib import Path

from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.library import Library
from tests.export.website.site_reading import faults, read_page


def test_a_search_becomes_a_site(library: Library, tmp_path: Path) -> None:
    library.load_sample()

    done = export_articles(
        library.archive, "tag:science", "website", tmp_path / "x", options={"title": "Science"}
    )

    assert not list(faults(tmp_path / "x"))
    assert len(list((tmp_path / "x/articles").iterdir())) == library.count("tag:science")
    front = read_page(tmp_path / "x/index.html").text
    assert "Science" in front
    assert "Marie Curie" in front
    assert not done.warnings


def test_a_dossier_becomes_a_site_with_its_name_and_headings(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()
    dossier = library.archive.dossiers.make("My dossier")
    library.archive.dossier_entries.add_heading(dossier, "First part", 1)
    library.archive.dossier_entries.add_articles(dossier, [3, 1])

    export_articles(library.archive, ChosenDossier(dossier), "website", tmp_path / "x")

    front = read_page(tmp_path / "x/index.html").text
    titles = [library.article(number).clean.title or "" for number in (3, 1)]
    places = [front.index(words) for words in ("My dossier", "First part", *titles)]
    assert places == sorted(places)
    assert not list(faults(tmp_path / "x"))


def test_what_the_own_text_of_a_dossier_cites_stands_there(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()
    dossier = library.archive.dossiers.make("My dossier")
    (key,) = library.archive.citation_keys.give([3]).values()
    library.archive.dossier_entries.add_text(dossier, f"As was told [@{key}], and [x](cite:7).")

    export_articles(library.archive, ChosenDossier(dossier), "website", tmp_path / "x")

    front = read_page(tmp_path / "x/index.html").text
    assert key not in front
    assert library.article(3).clean.title.split()[-1] in front  # type: ignore[union-attr]
    assert not list(faults(tmp_path / "x"))
