"""A whole archive goes out into one file, and comes back into an empty archive."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard

from desktop_app.core.errors import InputError
from desktop_app.services.base.settings import Settings
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.library import Library


@pytest.fixture
def other(settings: Settings, tmp_path: Path) -> Iterator[Library]:
    opened = Library(replace(settings, archive_path=tmp_path / "other.cuttings"))
    opened.open()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "compression", "written", "start"),
    [
        ("out", "jsonl", "out.jsonl", b'{"type":"archive"'),
        ("out", "jsonl.zst", "out.jsonl.zst", b"\x28\xb5\x2f\xfd"),
        ("out.jsonl", "jsonl.zst", "out.jsonl.zst", b"\x28\xb5\x2f\xfd"),
        ("out.jsonl.gz", "jsonl", "out.jsonl.gz", b"\x1f\x8b"),
    ],
)
def test_the_same_archive_comes_back_whatever_the_compression(
    library: Library,
    other: Library,
    tmp_path: Path,
    name: str,
    compression: str,
    written: str,
    start: bytes,
) -> None:
    library.load_sample()
    library.searches.save("Nobel", "tag:science")
    options = {"compression": compression}

    done = export_articles(library.archive, "", "jsonl", tmp_path / name, options=options)
    (path,) = done.written
    preview = other.importing.preview(path)
    report = other.importing.run(path, jobs=1)
    again = export_articles(other.archive, "", "jsonl", tmp_path / f"again {name}", options=options)

    assert path.name == written
    assert path.read_bytes().startswith(start)
    assert preview.comes
    assert preview.remarks == (
        "The whole archive: 24 articles, 110 persons, 21 tags, 1 saved search.",
    )
    assert len(report.added) == 24
    assert again.written[0].read_bytes() == path.read_bytes()
    assert [each.name for each in other.searches.all()] == ["Nobel"]


def test_it_is_told_that_a_whole_archive_cant_come_where_something_is(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()
    path = export_articles(library.archive, "", "jsonl", tmp_path / "out").written[0]

    preview = library.importing.preview(path)

    assert not preview.comes
    assert "only into an empty one" in " ".join(preview.remarks)
    with pytest.raises(InputError, match="only into an empty one"):
        library.importing.run(path)
    assert library.count("") == 24


def test_what_is_no_whole_archive_is_read_as_before(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    path = export_articles(library.archive, "tag:science", "json", tmp_path / "out").written[0]
    newer = tmp_path / "newer.jsonl"
    newer.write_text('{"type": "archive", "schema": "cuttings/2", "more": 1}\n', encoding="utf-8")

    assert library.importing.surely_of(path) == "Cuttings (JSON)"
    with pytest.raises(InputError, match="isn't an export of a whole archive"):
        library.importing.preview(path, format_name="whole-archive")
    with pytest.raises(InputError, match="of a later version of Cuttings"):
        library.importing.preview(newer)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_file_that_cant_be_unpacked_brings_nothing(
    library: Library, other: Library, tmp_path: Path, suffix: str
) -> None:
    library.load_sample()
    whole = export_articles(library.archive, "", "jsonl", tmp_path / "out").written[0].read_bytes()
    packed = gzip.compress(whole) if suffix == ".gz" else zstandard.compress(whole)
    cut, spoilt = tmp_path / f"cut{suffix}", tmp_path / f"spoilt{suffix}"
    cut.write_bytes(packed[:-50])
    spoilt.write_bytes(packed[:-5_000] + bytes(100) + packed[-4_900:])

    for path in (cut, spoilt):
        with pytest.raises(
            InputError, match=r"file ends before its end|damaged|can't be read|isn't"
        ):
            other.importing.run(path)

    assert other.archive.whole.is_empty()


def test_a_stopped_export_leaves_nothing(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    to = tmp_path / "out"
    to.mkdir()

    for name in ("jsonl", "json"):
        done = export_articles(library.archive, "", name, to / "x", cancelled=lambda: True)
        assert done.cancelled

    assert list(to.iterdir()) == []


def test_only_the_whole_archive_goes_out_so(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        export_articles(library.archive, "", "jsonl", tmp_path / "out")
    library.load_sample()
    with pytest.raises(InputError, match="whole archive"):
        export_articles(library.archive, "tag:science", "jsonl", tmp_path / "out")


@pytest.mark.parametrize("layout", ["array", "lines"])
def test_articles_go_out_as_the_terminal_tells_them(
    library: Library, other: Library, tmp_path: Path, layout: str
) -> None:
    library.load_sample()
    options = {"layout": layout}

    path = export_articles(
        library.archive, "tag:science", "json", tmp_path / "x.json", options=options
    ).written[0]
    text = path.read_text(encoding="utf-8")
    found = json.loads(text) if layout == "array" else [*map(json.loads, text.splitlines())]
    report = other.importing.run(path, jobs=1)

    assert path.name == "x.json"
    assert {each["title"] for each in found} >= {"Marie Curie reçoit un second prix Nobel"}
    assert all(each["tags"] and each["snapshot"]["sha256"] for each in found)
    assert len(report.added) == len(found) == library.count("tag:science")


def test_a_half_of_a_letter_in_a_field_set_by_hand_goes_out_as_a_question_mark(
    library: Library, other: Library, tmp_path: Path
) -> None:
    library.load_sample()
    library.archive.articles.set_fields(1, {"title": "a\udcff"})
    # As older versions and acts that SQLite itself made may have kept it.
    with sqlite3.connect(library.archive.path) as connection:
        connection.execute("UPDATE articles SET edits = ? WHERE id = 1", ('{"title":"a\\udcff"}',))

    path = export_articles(library.archive, "", "jsonl", tmp_path / "out").written[0]
    other.importing.run(path, jobs=1)

    assert other.archive.articles.get(1).clean.title == "a?"


@pytest.mark.parametrize("place", [2, 12, 30, 36])
def test_a_file_whose_first_line_was_spoilt_brings_no_part_of_it(
    library: Library, other: Library, tmp_path: Path, place: int
) -> None:
    library.load_sample()
    path = export_articles(library.archive, "", "jsonl", tmp_path / "out").written[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])

    with pytest.raises(InputError, match=r"first line|later version"):
        other.importing.run(path, jobs=1)

    assert other.archive.whole.is_empty()
