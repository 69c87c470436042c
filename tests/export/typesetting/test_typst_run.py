"""Typst at work, shut in its folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.export.typesetting.typst_desk import typeset
from desktop_app.export.typesetting.typst_folder import TypstFolder
from desktop_app.export.typesetting.typst_run import TypesettingError, moment_of


def test_a_capture_time_is_a_moment() -> None:
    assert moment_of("2026-11-23T15:40:00Z") == datetime(2026, 11, 23, 15, 40, tzinfo=UTC)
    assert moment_of("2026-11-23T15:40:00").tzinfo is UTC
    assert moment_of("yesterday").year == 1970


def test_data_that_the_template_can_not_set_is_refused() -> None:
    with TypstFolder() as folder, pytest.raises(TypesettingError):
        folder.put_data("document", {"title": 1})
        typeset(folder.path, moment_of(""))


@pytest.mark.parametrize(
    "code",
    ['#read("/etc/passwd")', '#read("../secret")', '#image("../../etc/passwd")',
     '#import "@preview/cetz:0.3.0": canvas', '#include "/etc/passwd"'],
)  # fmt: skip
def test_even_a_template_reads_nothing_outside(code: str) -> None:
    with TypstFolder() as folder:
        (folder.path / "press.typ").write_text(code)
        with pytest.raises(TypesettingError):
            typeset(folder.path, moment_of(""))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with TypstFolder() as folder:
        folder.put_images({"a.png": b"x"})
        assert (folder.path / "a.png").exists()
    assert list(tmp_path.iterdir()) == []


def test_what_stays_the_same_is_not_written_again() -> None:
    with TypstFolder() as folder:
        folder.put_data("g0", {"parts": []})
        before = (folder.path / "g0.json").stat().st_mtime_ns
        folder.put_data("g0", {"parts": []})
        assert (folder.path / "g0.json").stat().st_mtime_ns == before
        folder.put_data("g0", {"parts": [1]})
        assert (folder.path / "g0.json").read_text() == '{"parts": [1]}'
