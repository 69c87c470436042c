"""How well and how fast saved pages are cleaned, beside trafilatura and readability-lxml.

    uv run python -m tests.benchmarks.cleaning [--set SET] [--pages N] [--json]

Scored by the kit's own scorer on ``../shared/kits``. The shipped judge has learned from the pages
of scrapinghub-dev and wcxb-dev: what it reaches on unseen ones is told by
``resources/training/train_block_model.py --check``. Fields are scored on all sets but the first;
nothing there was trained. Pasted text has a benchmark of its own (``tests.benchmarks.paste``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import html as lxml_html
from readability import Document
from trafilatura import extract, extract_metadata

from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.core.article import CleanArticle, RawCapture
from tests.benchmarks.paste import KITS, scorer
from tests.benchmarks.report import Measurement, report

#: The least F1 of the body, and the least exact shares of title, author and date.
BODY_FLOORS = {"scrapinghub-dev": 0.970, "wcxb-dev": 0.958}
FIELD_FLOORS = {
    "wcxb-dev": {"title": 0.80, "author": 0.70, "date": 0.89},
    "trafilatura-dev": {"title": 0.77, "author": 0.62, "date": 0.88},
}
SETS = ("scrapinghub-dev", "wcxb-dev", "trafilatura-dev")
#: The whole cleaning may take so many times what the slower of the two others takes.
SLOWER_BY = 2.0
_CAPTURED = "2026-11-24T00:00:00Z"


def load_pages(name: str, pages: int | None = None) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The pages and the truth of a set, evenly thinned to so many pages."""
    folder = KITS / "extraction" / name
    truth = json.loads(gzip.decompress((folder / "truth.json.gz").read_bytes()))
    keys = sorted(truth)[:: max(1, len(truth) // pages) if pages else 1]
    sources = {
        key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in keys
    }
    return sources, {key: truth[key] for key in keys}


def cleaned(source: bytes, url: str | None) -> CleanArticle:
    """The page as the program cleans it."""
    raw = RawCapture(source, "text/html", _CAPTURED, url=url, charset="utf-8")
    return clean_capture(raw, today=_CAPTURED[:10])


def _timed(call: Callable[[], Any], seconds: list[float]) -> Any:
    started = time.perf_counter()
    result = call()
    seconds.append(time.perf_counter() - started)
    return result


def _readability_text(source: str) -> str:
    summary = Document(source).summary(html_partial=True)
    tree = lxml_html.fragment_fromstring(summary, create_parent="div")
    return str(tree.xpath("string()"))


def _trafilatura_text(source: str) -> str:
    extract_metadata(source)
    return extract(source, include_comments=False) or ""


def measure(name: str, pages: int | None) -> Iterator[Measurement]:
    """F1 and exact pages of the body, the fields, and the time a page, ours and the others'."""
    sources, truth = load_pages(name, pages)
    times: dict[str, list[float]] = {"ours": [], "trafilatura": [], "readability-lxml": []}
    bodies: dict[str, dict[str, str]] = {tool: {} for tool in times}
    articles: dict[str, CleanArticle] = {}
    cleaned(next(iter(sources.values())), None)  # what is loaded on first use is not the page's
    for key, source in sources.items():
        text, url = source.decode("utf-8", "replace"), truth[key].get("url")
        articles[key] = _timed(lambda s=source, u=url: cleaned(s, u), times["ours"])
        bodies["ours"][key] = articles[key].text
        bodies["trafilatura"][key] = _timed(
            lambda t=text: _trafilatura_text(t), times["trafilatura"]
        )
        bodies["readability-lxml"][key] = _timed(
            lambda t=text: _readability_text(t), times["readability-lxml"]
        )
    if name in BODY_FLOORS:
        yield from _bodies(name, bodies, truth)
    yield from _fields(name, articles, truth)
    yield from _times(name, times)


def _bodies(
    name: str, bodies: Mapping[str, Mapping[str, str]], truth: Mapping[str, Any]
) -> Iterator[Measurement]:
    score = scorer()
    for tool, texts in bodies.items():
        totals = score.totals([score.page(texts[key], truth[key]["articleBody"]) for key in truth])
        floor = BODY_FLOORS[name] if tool == "ours" else None
        yield Measurement(f"{name} {tool} body F1", totals["f1"], "F1", must=floor, at_least=True)
        yield Measurement(f"{name} {tool} exact pages", totals["accuracy"], "share")


def _fields(
    name: str, articles: Mapping[str, CleanArticle], truth: Mapping[str, Any]
) -> Iterator[Measurement]:
    found = {
        key: {"title": a.title, "author": ", ".join(a.authors), "date": a.published}
        for key, a in articles.items()
    }
    floors = FIELD_FLOORS.get(name, {})
    for field, share in scorer().meta(found, truth).items():
        if not field.endswith("_n"):
            yield Measurement(
                f"{name} {field} exact", share, "share", must=floors.get(field), at_least=True
            )


def _times(name: str, times: Mapping[str, list[float]]) -> Iterator[Measurement]:
    for label, of in (("median", statistics.median), ("p95", _p95), ("mean", statistics.fmean)):
        others = {tool: of(seconds) * 1000 for tool, seconds in times.items() if tool != "ours"}
        for tool, milliseconds in others.items():
            yield Measurement(f"{name} {tool} {label}", milliseconds, "ms/page")
        must = SLOWER_BY if label == "mean" else None
        ours = of(times["ours"]) * 1000
        yield Measurement(f"{name} ours {label}", ours, "ms/page", max(others.values()), must)


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)]


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not KITS.is_dir():
        print(f"The public sets are not at {KITS.name}: nothing to measure.", file=sys.stderr)
        return 1
    names = options.set or SETS
    results = (result for name in names for result in measure(name, options.pages))
    return 0 if report(results, options.json) else 1


if __name__ == "__main__":
    sys.exit(main())
