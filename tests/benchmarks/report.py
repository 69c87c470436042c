"""How every benchmark tells its measurements: a table, or JSON lines, kept with the machine's name.

Every run adds its lines to ``MACHINE.jsonl`` in the user's data folder for benchmarks, or in the
folder that ``CUTTINGS_BENCHMARKS`` names. ``python -m tests.benchmarks.report`` prints the newest
of each measurement as one Markdown table.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured value, the reference of the same run, and the bound that must hold.

    ``must`` bounds the ratio value / reference where there is a reference, else the value. A bound
    is an upper one unless ``at_least`` is set.
    """

    name: str
    value: float
    unit: str
    reference: float | None = None
    must: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """Value by reference."""
        return self.value / self.reference if self.reference else None

    @property
    def ok(self) -> bool:
        """Whether the bound holds; true where there is none."""
        if self.must is None:
            return True
        measured = self.value if self.ratio is None else self.ratio
        return measured >= self.must if self.at_least else measured <= self.must


def run_by_articles(
    description: str | None, measure: Callable[[int], Iterable[Measurement]], articles: int
) -> int:
    """Measure with as many articles as the command line says; gives the exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--articles", type=int, default=articles)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    return 0 if report(measure(options.articles), options.json) else 1


def report(results: Iterable[Measurement], as_json: bool) -> bool:
    """Print the measurements as they come, and keep them; gives whether every bound holds."""
    run = {"machine": machine(), "run": datetime.now(UTC).isoformat(timespec="seconds")}
    run["benchmark"] = Path(sys.argv[0]).stem
    well = True
    for result in results:
        well = well and result.ok
        print(json.dumps(_values(result)) if as_json else _line(result), flush=True)
        _keep({**run, **_values(result)})
    return well


def machine() -> str:
    """What the measurements were made on: its name, its processors, its system."""
    return f"{platform.node()}, {os.cpu_count()} × {_processor()}, {platform.system()}"


def kept() -> str:
    """The newest of each measurement on this machine, as a Markdown table."""
    path = _path()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    newest = {(each["benchmark"], each["name"]): each for each in map(json.loads, lines)}
    rows = [
        f"| {each['benchmark']} | {each['name']} | {each['value']:.3f} {each['unit']}"
        f" | {_number(each['ratio'])} | {each['sign']} {_number(each['must'])}"
        f" | {'yes' if each['ok'] else 'no'} | {each['run'][:10]} |"
        for each in newest.values()
    ]
    return "\n".join([f"Measured on {machine()}.", "", *_HEAD, *rows])


_HEAD = (
    "| benchmark | what | measured | by reference | must | holds | day |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)


def _keep(values: dict[str, object]) -> None:
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(values) + "\n")


def _path() -> Path:
    told = os.environ.get("CUTTINGS_BENCHMARKS")
    chosen = Path(told) if told else user_data_path("cuttings-benchmarks")
    return chosen / f"{platform.node() or 'machine'}.jsonl"


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:  # not Linux
        told = []
    names = (line.partition(":")[2].strip() for line in told if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _values(result: Measurement) -> dict[str, object]:
    values = {**asdict(result), "ratio": result.ratio, "ok": result.ok}
    return {**values, "sign": ">=" if values.pop("at_least") else "<="}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _line(result: Measurement) -> str:
    reference = "" if result.reference is None else f"reference {result.reference:10.3f}"
    ratio = "" if result.ratio is None else f"ratio {result.ratio:6.2f}"
    sign = ">=" if result.at_least else "<="
    must = "" if result.must is None else f"must {sign} {result.must:g}"
    verdict = "ok" if result.ok else "FAILED"
    measured = f"{result.name:42} {result.value:10.3f} {result.unit:10}"
    return f"{measured} {reference:21} {ratio:13} {must:14} {verdict}"


if __name__ == "__main__":
    print(kept())
