"""Typst at work, shut in its folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.export.typesetting import typst_run
from desktop_app.export.typesetting.typst_run import TypesettingError, moment_of, typeset


def test_a_capture_time_is_a_moment() -> None:
    assert moment_of("2026-11-23T15:40:00Z") == datetime(2026, 11, 23, 15, 40, tzinfo=UTC)
    assert moment_of("2026-11-23T15:40:00").tzinfo is UTC
    assert moment_of("yesterday").year == 1970


def test_data_that_the_template_can_not_set_is_refused() -> None:
    with pytest.raises(TypesettingError):
        typeset({"articles": []}, {}, moment_of(""))


@pytest.mark.parametrize(
    "code",
    ['#read("/etc/passwd")', '#read("../secret")', '#image("../../etc/passwd")',
     '#import "@preview/cetz:0.3.0": canvas', '#include "/etc/passwd"'],
)  # fmt: skip
def test_even_a_template_reads_nothing_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    (tmp_path / "typst").mkdir()
    (tmp_path / "typst" / "press.typ").write_text(code)
    monkeypatch.setattr(typst_run, "resource_path", tmp_path.joinpath)
    with pytest.raises(TypesettingError):
        typeset({}, {}, moment_of(""))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(TypesettingError):
        typeset({}, {"a.png": b"x"}, moment_of(""))
    assert list(tmp_path.iterdir()) == []
