"""Articles as tables: one of articles, or a folder of all."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.readable_tables import TABLES
from desktop_app.core.resource_path import resource_path
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.library import Library


def table(path: Path, **options: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, **options))  # type: ignore[arg-type]


def test_a_search_goes_out_as_a_table_of_articles(library: Library, tmp_path: Path) -> None:
    library.load_sample()

    done = export_articles(library.archive, "tag:science", "csv", tmp_path / "science")

    (path,) = done.written
    rows = table(path)
    assert path.name == "science.csv"
    assert len(rows) == library.count("tag:science")
    assert "text" not in rows[0]
    curie = next(row for row in rows if row["title"] == "Marie Curie reçoit un second prix Nobel")
    assert curie["published_earliest"] == "1911-12-12"
    assert "science" in curie["tags"]
    assert len(curie["snapshot_sha256"]) == 64


def test_all_tables_hang_together(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    article = library.search("tag:science").ids[0]
    library.highlights.add(article, 0, 12, note="=so")
    dossier = library.dossiers.make("Physics")
    library.dossiers.add_articles(dossier, [article])
    options = {"tables": "all", "texts": True}

    done = export_articles(library.archive, "", "csv", tmp_path / "out", options=options)

    assert {path.stem for path in done.written} == {each.name for each in TABLES}
    rows = {path.stem: table(path) for path in done.written}
    texts = {row["id"]: row["text"] for row in rows["articles"]}
    for each in TABLES:
        keys = [tuple(row[name] for name in each.key) for row in rows[each.name]]
        assert len(set(keys)) == len(keys), each.name
        for column in each.columns:
            if column.refers:
                (key,) = next(t.key for t in TABLES if t.name == column.refers)
                there = {row[key] for row in rows[column.refers]} | {""}
                assert {row[column.name] for row in rows[each.name]} <= there
    for row in rows["mentions"]:
        assert texts[row["article_id"]][int(row["start"]) : int(row["end"])] == row["text"]
    curie = next(row for row in rows["persons"] if row["name"] == "Marie Curie")
    named = [row for row in rows["mentions"] if row["person_id"] == curie["id"]]
    assert int(curie["mentions"]) == len(named)
    assert int(curie["articles"]) == len({row["article_id"] for row in named})
    assert rows["highlights"][0]["note"] == "'=so"
    assert [row["article_id"] for row in rows["dossier_entries"]] == [str(article)]


def test_the_same_articles_give_the_same_bytes(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    options = {"tables": "all"}

    one = export_articles(library.archive, "", "csv", tmp_path / "a", options=options)
    two = export_articles(library.archive, "", "csv", tmp_path / "b", options=options)

    assert [p.read_bytes() for p in one.written] == [p.read_bytes() for p in two.written]


def test_what_excel_cuts_is_told(library: Library, clip: PreparedClip, tmp_path: Path) -> None:
    long = replace(clip.clean, markdown="x" * 40_000, text="x" * 40_000, people=(), events=())
    library.store(replace(clip, clean=long), as_new=True)
    options = {"texts": True, "separator": "semicolon"}

    done = export_articles(library.archive, "", "csv", tmp_path / "a", options=options)

    assert "1 cell of more than 32,767 characters" in done.warnings[0]
    assert len(table(done.written[0], delimiter=";")[0]["text"]) == 40_000


def test_a_stopped_export_leaves_no_table(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    told: list[int] = []

    done = export_articles(
        library.archive,
        "",
        "csv",
        tmp_path / "out",
        options={"tables": "all"},
        progress=lambda done, _total: told.append(done),
        cancelled=lambda: len(told) > 3,
    )

    assert done.cancelled
    assert list((tmp_path / "out").iterdir()) == []
    with pytest.raises(InputError, match="No article matches"):
        export_articles(library.archive, "nosuchword", "csv", tmp_path / "x")


def test_every_table_and_column_is_explained() -> None:
    page = resource_path("schemas", "tables.md").read_text(encoding="utf-8")
    for each in TABLES:
        part = page.partition(f"## {each.name}\n")[2].partition("\n## ")[0]
        assert [name for name in each.names if f"`{name}`" not in part] == [], each.name
