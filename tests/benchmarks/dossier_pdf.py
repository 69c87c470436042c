"""How long a PDF of many articles takes, and how much memory, beside what others make of HTML.

    uv run python -m tests.benchmarks.dossier_pdf [--articles N] [--json]

Articles of 450 words from ``tests.benchmarks.generate_archive`` with everything that belongs to a
dossier: contents, notes, chronology, sources, index. The references, each left out where it isn't
installed, print the same texts as one plain HTML page: WeasyPrint, and Chromium without a window.
"""

from __future__ import annotations

import html
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.article import Article
from tests.benchmarks.generate_archive import articles as generated
from tests.benchmarks.report import Measurement, run_by_articles
from tests.export.examples import write_pdf

_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
_LONGEST = 1_800


def measure(count: int) -> Iterator[Measurement]:
    """Seconds and peak megabytes of the whole, with the references' seconds."""
    articles = list(_articles(count))
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        started = time.perf_counter()
        write_pdf(articles, to / "ours.pdf")
        seconds = time.perf_counter() - started
        yield Measurement("pdf", seconds, "s", 0.09 * count, must=1.0)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        yield Measurement("pdf, peak memory of Typst", peak, "MB", 2.0 * count + 100, must=1.0)
        (to / "plain.html").write_text(_page(articles), encoding="utf-8")
        for name, command in _others(to):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST)
            reference = time.perf_counter() - started
            yield Measurement(f"pdf, beside {name}", seconds, "s", reference, must=5.0)


def _others(to: Path) -> Iterator[tuple[str, list[str]]]:
    page, made = str(to / "plain.html"), str(to / "other.pdf")
    if importlib.util.find_spec("weasyprint"):
        yield "WeasyPrint", [sys.executable, "-c", _WEASYPRINT, page, made]
    if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        yield "Chromium", [chromium, *flags, f"--print-to-pdf={made}", f"file://{page}"]


def _articles(count: int) -> Iterator[Article]:
    """Articles whose persons have numbers, as the archive's have."""
    ids: dict[str, int] = {}
    for number, (raw, clean, tags) in enumerate(generated(count), start=1):
        people = (
            replace(each, id=ids.setdefault(each.name, len(ids) + 1)) for each in clean.people
        )
        named = replace(clean, people=tuple(people))
        yield Article(number, raw.captured, named, number, tags=tuple(tags))


def _page(articles: Sequence[Article]) -> str:
    def told(article: Article) -> str:
        paragraphs = article.clean.text.split("\n\n")
        body = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
        return f"<h1>{html.escape(article.clean.title or '')}</h1>{body}"

    style = "h1 { break-before: page } p { text-align: justify }"
    return f"<meta charset=utf-8><style>{style}</style>" + "".join(map(told, articles))


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 500))
