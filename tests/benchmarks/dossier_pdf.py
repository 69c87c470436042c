"""How long a PDF of many articles takes, and how much memory, beside what others make of HTML.

    uv run python -m tests.benchmarks.dossier_pdf [--articles N] [--json]

The archive has articles of 450 words from ``tests.benchmarks.generate_archive``, each fifth with a
photograph of 1,200 × 800, and the terminal's own ``cuttings export`` makes a PDF with everything
that belongs to a dossier: contents, notes, chronology, sources, index. Memory is of the program and
all processes that it starts, added up, at the most at any moment; what they share counts twice.

The references, each left out where it isn't installed, print the same texts as one plain HTML page
without pictures: WeasyPrint, and Chromium without a window.
"""

from __future__ import annotations

import html
import importlib.util
import io
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
from PIL import Image

from desktop_app.core.article import StoredImage
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from tests.benchmarks.generate_archive import Generated
from tests.benchmarks.generate_archive import articles as generated
from tests.benchmarks.report import Measurement, run_by_articles

_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
_LONGEST = 1_800
#: So often, in seconds, is looked how much memory the processes have.
_LOOKS = 0.05
_PHOTOGRAPH = (1_200, 800)


def measure(count: int) -> Iterator[Measurement]:
    """Seconds and peak megabytes of the whole, with the references' seconds."""
    articles = list(generated(count))
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        archive = Archive.open(to / "press.cuttings")
        archive.articles.add_all(_illustrated(articles))
        archive.close()
        command = [sys.executable, "-m", "desktop_app", "--archive", str(to / "press.cuttings")]
        seconds, peak = _run([*command, "export", "--format", "pdf", "--to", str(to / "ours.pdf")])
        yield Measurement("pdf", seconds, "s", 0.09 * count, must=1.0)
        yield Measurement("pdf, all processes' memory", peak, "MB", 2.0 * count, must=1.0)
        (to / "plain.html").write_text(_page(articles), encoding="utf-8")
        for name, other in _others(to):
            reference, peak = _run(other)
            yield Measurement(f"pdf, beside {name}", seconds, "s", reference, must=5.0)
            yield Measurement(f"{name}'s processes' memory", peak, "MB")


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds that it took, and megabytes that it and its descendants had at the most."""
    started, most = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        program = psutil.Process(running.pid)
        while running.poll() is None:
            if time.perf_counter() - started > _LONGEST:
                running.kill()
            most = max(most, _memory_of(program))
            time.sleep(_LOOKS)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return time.perf_counter() - started, most / 1e6


def _memory_of(program: psutil.Process) -> int:
    total = 0
    try:
        for each in [program, *program.children(recursive=True)]:
            total += each.memory_info().rss
    except psutil.NoSuchProcess:
        return total  # one ended while it was looked at
    return total


def _illustrated(articles: Sequence[Generated]) -> Iterator[NewArticle]:
    for number, (raw, clean, tags) in enumerate(articles):
        if number % 5:
            yield NewArticle(raw, clean, tuple(tags))
            continue
        image = StoredImage(f"https://news.example/{number}.jpg", "image/jpeg", _photograph(number))
        first = f'![A picture]({image.url} "A view of the harbour. Photo: Agency")'
        shown = replace(clean, markdown=f"{first}\n\n{clean.markdown}")
        yield NewArticle(raw, shown, tuple(tags), images=(image,))


def _photograph(number: int) -> bytes:
    """Soft colours, as large and as hard to pack as a photograph of a newspaper's site."""
    chance = random.Random(number)
    width, height = (each // 12 for each in _PHOTOGRAPH)
    dots = Image.frombytes("RGB", (width, height), chance.randbytes(3 * width * height))
    made = io.BytesIO()
    dots.resize(_PHOTOGRAPH, Image.Resampling.BICUBIC).save(made, "JPEG", quality=85)
    return made.getvalue()


def _others(to: Path) -> Iterator[tuple[str, list[str]]]:
    page, made = str(to / "plain.html"), str(to / "other.pdf")
    if importlib.util.find_spec("weasyprint"):
        yield "WeasyPrint", [sys.executable, "-c", _WEASYPRINT, page, made]
    if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        yield "Chromium", [chromium, *flags, f"--print-to-pdf={made}", f"file://{page}"]


def _page(articles: Sequence[Generated]) -> str:
    def told(article: Generated) -> str:
        _, clean, _ = article
        paragraphs = clean.text.split("\n\n")
        body = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
        return f"<h1>{html.escape(clean.title or '')}</h1>{body}"

    style = "h1 { break-before: page } p { text-align: justify }"
    return f"<meta charset=utf-8><style>{style}</style>" + "".join(map(told, articles))


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 500))
