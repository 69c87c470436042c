"""How every benchmark tells its measurements: a table, or JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass


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


def report(results: Iterable[Measurement], as_json: bool) -> bool:
    """Print the measurements as they come; gives whether every bound holds."""
    well = True
    for result in results:
        well = well and result.ok
        print(_json(result) if as_json else _line(result), flush=True)
    return well


def _json(result: Measurement) -> str:
    return json.dumps(
        {
            "name": result.name,
            "value": result.value,
            "unit": result.unit,
            "reference": result.reference,
            "ratio": result.ratio,
            "must": result.must,
            "ok": result.ok,
        }
    )


def _line(result: Measurement) -> str:
    reference = "" if result.reference is None else f"reference {result.reference:10.3f}"
    ratio = "" if result.ratio is None else f"ratio {result.ratio:6.2f}"
    sign = ">=" if result.at_least else "<="
    must = "" if result.must is None else f"must {sign} {result.must:g}"
    verdict = "ok" if result.ok else "FAILED"
    measured = f"{result.name:42} {result.value:10.3f} {result.unit:10}"
    return f"{measured} {reference:21} {ratio:13} {must:14} {verdict}"
