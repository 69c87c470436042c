"""How well warnings are told: precision and recall a kind, and false alarms on real articles.

    uv run python -m tests.benchmarks.warnings [--kits] [--show] [--json]

Judged on the labelled pages of ``tests/cleaning/warning_pages`` (a folder a kind; ``article`` holds
what needs no warning). ``--kits`` adds the share of the public sets' real articles that are warned
of, pages whose body was mostly missed left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.core.article import RawCapture
from tests.benchmarks.cleaning import SETS, cleaned, load_pages
from tests.benchmarks.paste import KITS, scorer
from tests.benchmarks.report import Measurement, report

PAGES = Path(__file__).resolve().parents[1] / "cleaning" / "warning_pages"
#: The folder of pages that need no warning.
NO_WARNING = "article"
LEAST = 0.9
#: That a choice is doubtful is told of fewer pages: more would be false alarms.
LEAST_RECALL = {"low-agreement": 0.7}
MOST_FALSE_ALARMS = 0.03
#: Below this F1 a warning on a page of the kits is in its place.
_MISSED = 0.8
_TYPES = {".html": "text/html", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page of our own, the kind it is, and what it was warned of."""

    name: str
    kind: str
    told: frozenset[str]


def labelled_pages() -> Iterator[LabelledPage]:
    """Every labelled page, cleaned as the program cleans it."""
    for path in sorted(PAGES.glob("*/*")):
        raw = RawCapture(
            path.read_bytes(), _TYPES[path.suffix], "2024-03-07T10:00:00Z", charset="utf-8"
        )
        warnings = clean_capture(raw, today="2024-03-07").warnings
        told = frozenset(warning.code for warning in warnings)
        yield LabelledPage(path.name, path.parent.name, told)


def measure_own(pages: list[LabelledPage]) -> Iterator[Measurement]:
    """Precision and recall of every kind, and the share of plain articles warned of."""
    kinds = Counter(page.kind for page in pages)
    for kind in sorted(kinds.keys() - {NO_WARNING}):
        told = [page for page in pages if kind in page.told]
        right = sum(page.kind == kind for page in told)
        precision = right / len(told) if told else 0.0
        recall = right / kinds[kind]
        label = f"{kind} ({kinds[kind]} pages)"
        yield Measurement(f"{label} precision", precision, "share", must=LEAST, at_least=True)
        floor = LEAST_RECALL.get(kind, LEAST)
        yield Measurement(f"{label} recall", recall, "share", must=floor, at_least=True)
    alarms = sum(bool(page.told) for page in pages if page.kind == NO_WARNING)
    yield Measurement("plain articles warned of", alarms / kinds[NO_WARNING], "share", must=0.05)


def measure_kit(name: str, show: bool) -> Iterator[Measurement]:
    """The share of a public set's articles that are warned of, though they were found."""
    sources, truth = load_pages(name)
    score = scorer()
    alarms = 0
    for key, source in sources.items():
        article = cleaned(source, truth[key].get("url"))
        if not article.warnings:
            continue
        body = truth[key].get("articleBody")
        found = not body or score.totals([score.page(article.text, body)])["f1"] >= _MISSED
        alarms += found
        if show:
            codes = ", ".join(warning.code for warning in article.warnings)
            print(f"{name} {key[:12]} {codes}{'' if found else ' (rightly)'}", file=sys.stderr)
    share = alarms / len(sources)
    yield Measurement(f"{name} false alarms", share, "share", must=MOST_FALSE_ALARMS)


def _measure(options: argparse.Namespace) -> Iterator[Measurement]:
    pages = list(labelled_pages())
    if options.show:
        for page in pages:
            if page.told != ({page.kind} - {NO_WARNING}):
                print(f"{page.kind}/{page.name}: {sorted(page.told)}", file=sys.stderr)
    yield from measure_own(pages)
    if options.kits:
        for name in SETS:
            yield from measure_kit(name, options.show)


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kits", action="store_true", help="also read the public sets")
    parser.add_argument("--show", action="store_true", help="name the pages that were misjudged")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.kits and not KITS.is_dir():
        print(f"The public sets are not at {KITS.name}.", file=sys.stderr)
        return 1
    return 0 if report(_measure(options), options.json) else 1


if __name__ == "__main__":
    sys.exit(main())
