"""The folder of a site, written again and again without doing harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.core.errors import ExportError
from desktop_app.export.base.result import ExportResult
from desktop_app.export.website.site_folder import RECORD_NAME, SiteFolder


def write(to: Path, files: dict[str, bytes], *, whole: bool = True) -> ExportResult:
    folder = SiteFolder(to)
    for name, content in files.items():
        folder.put(name, content)
    return folder.close(whole=whole)


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": b"1", "articles/1.html": b"a"})

    done = write(tmp_path, {"index.html": b"2", "articles/1.html": b"a"})

    assert done.written == (tmp_path / "index.html",)
    assert done.unchanged == (tmp_path / "articles/1.html",)


def test_what_the_site_no_longer_shows_is_taken_away(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": b"1", "articles/1.html": b"a", "articles/2.html": b"b"})
    (tmp_path / "articles/2.html").write_bytes(b"mine")

    done = write(tmp_path, {"index.html": b"1"})

    assert not (tmp_path / "articles/1.html").exists()
    assert (tmp_path / "articles/2.html").read_bytes() == b"mine"
    assert "1 file of what it no longer shows" in done.warnings[0]


def test_a_site_that_was_stopped_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": b"1", "articles/1.html": b"a"})

    assert write(tmp_path, {"index.html": b"2"}, whole=False).cancelled
    assert (tmp_path / "articles/1.html").exists()
    write(tmp_path, {"index.html": b"2"})
    assert not (tmp_path / "articles/1.html").exists()


def test_a_file_that_somebody_changed_is_left_alone_and_named(tmp_path: Path) -> None:
    write(tmp_path, {"site.css": b"1"})
    (tmp_path / "site.css").write_bytes(b"mine")

    done = write(tmp_path, {"site.css": b"2"})

    assert (tmp_path / "site.css").read_bytes() == b"mine"
    assert "left alone: “site.css”" in done.warnings[0]


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"mine")

    with pytest.raises(ExportError, match="holds other files"):
        SiteFolder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_file_put_beside_the_sites_is_never_touched(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": b"1"})
    (tmp_path / "tags.html").write_bytes(b"mine")

    write(tmp_path, {"index.html": b"1", "tags.html": b"2"})
    write(tmp_path, {"index.html": b"1"})

    assert (tmp_path / "tags.html").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["../victim.html", "/victim.html", "articles/../../victim.html"])
def test_a_forged_record_leads_nowhere(tmp_path: Path, name: str) -> None:
    site, victim = tmp_path / "site", tmp_path / "victim.html"
    write(site, {"index.html": b"1"})
    victim.write_bytes(b"keep")
    known = json.loads((site / RECORD_NAME).read_bytes())["files"]["index.html"]
    victim.write_bytes(b"1")
    record = {"format": 1, "files": {name: known}}
    (site / RECORD_NAME).write_text(json.dumps(record))

    write(site, {"index.html": b"1"})

    assert victim.read_bytes() == b"1"


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    write(site, {"index.html": b"1"})
    elsewhere.mkdir()
    (site / "articles").symlink_to(elsewhere)

    with pytest.raises(ExportError, match="leads out of the folder"):
        write(site, {"index.html": b"1", "articles/1.html": b"a"})
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b'{"files": {"1": 2}}', b"[" * 100_000])
def test_a_broken_record_takes_nothing_away(tmp_path: Path, record: bytes) -> None:
    write(tmp_path, {"index.html": b"1", "tags.html": b"2"})
    (tmp_path / RECORD_NAME).write_bytes(record)

    write(tmp_path, {"index.html": b"1"})

    assert (tmp_path / "tags.html").read_bytes() == b"2"
