"""What benchmarks measured is kept with the machine's name, and told as one table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.report import Measurement, kept, machine, report


def test_the_newest_of_each_measurement_is_kept_with_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CUTTINGS_BENCHMARKS", str(tmp_path))
    report([Measurement("search", 90, "ms", must=50), Measurement("start", 3, "s")], False)

    well = report([Measurement("search", 40, "ms", reference=20, must=3)], True)

    assert well
    assert '"ratio": 2.0' in capsys.readouterr().out
    table = kept()
    assert machine() in table
    assert "| search | 40.000 ms | 2 | <= 3 | yes |" in table
    assert "| start | 3.000 s |" in table
    assert "90.000" not in table
