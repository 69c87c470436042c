"""How well the persons of current news are told: distinct names on pages labelled by hand.

The labels are `tests/analysis/labelled/news_people.json`: of each page of the shared extraction
kit, by its id, the fullest name of each person whom its cleaned text is about or quotes. Bylines
and credits are left out; names of families, firms, prizes and buildings are none.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.analysis.recognise_people import recognise
from tests.benchmarks.cleaning import cleaned
from tests.benchmarks.paste import KITS
from tests.benchmarks.people import fold_name
from tests.benchmarks.report import Measurement, report

LABELS = Path(__file__).resolve().parents[1] / "analysis" / "labelled" / "news_people.json"
PAGES = KITS / "extraction" / "scrapinghub-dev"
PRECISION, RECALL = 0.93, 0.93


@dataclass(frozen=True)
class Agreement:
    """How many names were told rightly, told at all, and labelled."""

    right: int
    told: int
    labelled: int

    @property
    def precision(self) -> float:
        """The share of told names that are right."""
        return self.right / self.told

    @property
    def recall(self) -> float:
        """The share of labelled names that were told."""
        return self.right / self.labelled


def agreement() -> Agreement:
    """The labelled pages, cleaned and read."""
    labels: Mapping[str, list[str]] = json.loads(LABELS.read_text("utf-8"))
    truth = json.loads(gzip.decompress((PAGES / "truth.json.gz").read_bytes()))
    right = told = labelled = 0
    for page, names in labels.items():
        source = gzip.decompress((PAGES / "html" / f"{page}.html.gz").read_bytes())
        text = cleaned(source, truth[page].get("url")).text
        found = {fold_name(person.name) for person in recognise(text, wrapped=False)}
        named = {fold_name(name) for name in names}
        right += len(found & named)
        told += len(found)
        labelled += len(named)
    return Agreement(right, told, labelled)


def main() -> None:
    """Measure and print; exits 1 where a bound doesn't hold or the kit is absent."""
    if not PAGES.exists():
        sys.exit(f"The extraction kit isn't at {PAGES}.")
    news = agreement()
    well = report(
        [
            Measurement("precision of names", news.precision, "", must=PRECISION, at_least=True),
            Measurement("recall of names", news.recall, "", must=RECALL, at_least=True),
        ],
        "--json" in sys.argv,
    )
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
