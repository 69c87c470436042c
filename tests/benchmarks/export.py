"""How long exports take an article.

    uv run python -m tests.benchmarks.export [--articles N] [--json]

Articles of 450 words from ``tests.benchmarks.generate_archive``. The reference of the Markdown
export is writing the same bytes to as many files, and nothing else. The reference of the PDF is
Typst alone: the same paragraphs in one plain document without tags, contents or sources.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import typst

from desktop_app.core.article import Article
from tests.benchmarks.generate_archive import articles as generated
from tests.benchmarks.report import Measurement, run_by_articles
from tests.export.examples import write_markdown, write_pdf

PLAIN = """\
#for it in json("a.json") {
  heading(it.title)
  for part in it.paragraphs { par(part) }
}
"""


def measure(count: int) -> Iterator[Measurement]:
    """The time an article of each export beside its reference, in milliseconds."""
    articles = [
        Article(number, raw.captured, clean, number, tags=tuple(tags))
        for number, (raw, clean, tags) in enumerate(generated(count), start=1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        write_pdf(articles[:1], to / "first.pdf")  # finds the machine's fonts, once a run
        markdown = _milliseconds(lambda: write_markdown(articles, to / "md"), count)
        contents = [path.read_bytes() for path in (to / "md").glob("*.md")]
        files = _milliseconds(lambda: _plain_files(contents, to / "plain"), count)
        yield Measurement("markdown", markdown, "ms/article", files, must=40)
        again = _milliseconds(lambda: write_markdown(articles, to / "md"), count)
        yield Measurement(
            "markdown again, nothing changed", again, "ms/article", markdown, must=1.2
        )
        bare = _milliseconds(lambda: _plain_pdf(articles, to), count)
        single = _milliseconds(lambda: write_pdf(articles, to / "all.pdf"), count)
        yield Measurement("pdf, all in one", single, "ms/article", bare, must=6)
        few = articles[: max(1, count // 4)]
        many = _milliseconds(lambda: write_pdf(few, to / "pdf", single=False), len(few))
        yield Measurement("pdf, a file an article", many, "ms/article", bare, must=12)


def _milliseconds(work: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000 / count


def _plain_files(contents: Sequence[bytes], to: Path) -> None:
    to.mkdir()
    for number, content in enumerate(contents):
        (to / f"{number}.md").write_bytes(content)


def _plain_pdf(articles: Sequence[Article], to: Path) -> None:
    data = [{"title": a.clean.title, "paragraphs": a.clean.text.split("\n\n")} for a in articles]
    (to / "a.json").write_text(json.dumps(data), encoding="utf-8")
    (to / "plain.typ").write_text(PLAIN, encoding="utf-8")
    typst.compile(str(to / "plain.typ"), output=str(to / "plain.pdf"), root=str(to))


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 200))
