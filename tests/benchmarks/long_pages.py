"""How a very long page is cleaned: what is lost, seconds and memory, beside trafilatura.

    uv run python -m tests.benchmarks.long_pages [--paragraphs N] [--json]

The page is of our own making (``tests/cleaning/long_pages.py``); every tool gets a process of its
own. “clip” is everything that ``cuttings clip`` does before it stores: unpacking, cleaning,
people and dates. Hostile pages must end in time, whatever they give.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.core.article import RawCapture
from tests.benchmarks.report import Measurement, report
from tests.cleaning.long_pages import FURNITURE, long_page

#: Some 5 MB of page.
PARAGRAPHS = 8_000
MOST_SECONDS, MOST_MEGABYTES, MOST_HOSTILE_SECONDS = 5.0, 500.0, 10.0
_SHAPES = ("div", "sections", "breaks")
_CAPTURED = "2026-11-24T00:00:00Z"
_SENTENCE = "The ferry ran again in June and nobody was there to see it, they said. "


def _raw(html: str) -> RawCapture:
    return RawCapture(html.encode(), "text/html", _CAPTURED, charset="utf-8")


def _cleaned(html: str) -> str:
    from desktop_app.cleaning.clean_capture import clean_capture  # noqa: PLC0415 - timed

    return clean_capture(_raw(html), today=_CAPTURED[:10]).text


def _clipped(html: str) -> str:
    from desktop_app.services.clipping.prepare_clip import prepare_clip  # noqa: PLC0415 - timed

    return prepare_clip(_raw(html)).clean.text


def _by_trafilatura(html: str) -> str:
    from trafilatura import extract, extract_metadata  # noqa: PLC0415 - timed

    extract_metadata(html)
    return extract(html, include_comments=False) or ""


TOOLS: dict[str, Callable[[str], str]] = {
    "cleaning": _cleaned,
    "clip": _clipped,
    "trafilatura": _by_trafilatura,
}


def hostile_pages() -> dict[str, str]:
    """Pages that no person wrote, by what is wrong with them."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    return {
        "100,000 nested tags": "<div>" * 100_000 + _SENTENCE * 30,
        "1 MB in one line": f"<p>{_SENTENCE * 15_000}",
        "50 MB of comments": "<!-- x -->" * (5 * 2**20) + f"<p>{_SENTENCE * 10}",
        "a billion entities": f"<!DOCTYPE e [{entities}]><p>&e9; {_SENTENCE * 20}",
        "50,000 line breaks": f"{_SENTENCE}<br>" * 50_000,
        "40,000 items in one list": f"<article><ol>{f'<li><p>{_SENTENCE}' * 40_000}</ol></article>",
        "40,000 short lines": "<article>" + "<p>– So he said.</p>" * 40_000 + "</article>",
    }


def _in_child(tool: str, html: str, answers: Any) -> None:
    started = time.perf_counter()
    text = TOOLS[tool](html)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put((text, seconds, peak))


def measured(tool: str, html: str) -> tuple[str, float, float]:
    """The text that a tool finds in a fresh process, its seconds, its peak megabytes."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    child = context.Process(target=_in_child, args=(tool, html, answers))
    child.start()
    answer: tuple[str, float, float] = answers.get(timeout=600)
    child.join()
    return answer


def _measure(paragraphs: int) -> Iterator[Measurement]:
    for shape in _SHAPES:
        page = long_page(paragraphs, shape=shape)
        for tool in TOOLS:
            text, seconds, peak = measured(tool, page.html)
            ours = tool != "trafilatura"
            name = f"{shape} {len(page.html) / 1e6:.1f} MB {tool}"
            yield Measurement(f"{name} time", seconds, "s", must=MOST_SECONDS if ours else None)
            yield Measurement(f"{name} peak", peak, "MB", must=MOST_MEGABYTES if ours else None)
            missing, kept = len(page.missing_from(text)), sum(line in text for line in FURNITURE)
            yield Measurement(f"{name} missing", missing, "parts", must=0 if ours else None)
            yield Measurement(f"{name} furniture", kept, "lines", must=0 if ours else None)
    for name, html in hostile_pages().items():
        _, seconds, peak = measured("clip", html)
        yield Measurement(f"{name} time", seconds, "s", must=MOST_HOSTILE_SECONDS)
        yield Measurement(f"{name} peak", peak, "MB")


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    return 0 if report(_measure(options.paragraphs), options.json) else 1


if __name__ == "__main__":
    sys.exit(main())
