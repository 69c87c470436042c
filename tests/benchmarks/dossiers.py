"""How long a dossier of many articles takes in each format, and how much memory.

    uv run python -m tests.benchmarks.dossiers [--articles N] [--json]

Articles of 450 words from ``tests.benchmarks.generate_archive``, each with a picture of 100 kB on
every fifth, cited in footnotes. The reference is pandoc alone: the same paragraphs as plain HTML
made into the same format, without styles, contents, notes or sources. Memory is of this process
with its largest child.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.base.pandoc import run_pandoc
from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers.dossier_file import Kind, export_dossier
from desktop_app.export.dossiers.text_files import export_text
from tests.benchmarks.generate_archive import articles as generated
from tests.benchmarks.report import Measurement, run_by_articles
from tests.export.dossiers.examples import document_of
from tests.export.examples import PICTURE, never, nowhere, png

KINDS: tuple[Kind, ...] = ("docx", "odt", "epub", "html")
_PANDOC_NAMES = {"epub": "epub3", "html": "html5"}


def measure(count: int) -> Iterator[Measurement]:
    """The time an article of each format beside its reference, in milliseconds."""
    articles = [
        Article(number, raw.captured, clean, number, tags=tuple(tags))
        for number, (raw, clean, tags) in enumerate(generated(count), start=1)
    ]
    document = _illustrated(document_of(articles))
    page = _plain_page(articles)
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / f"all.{kind}"
            started = time.perf_counter()
            export_dossier(document, kind, path, DocumentOptions(), nowhere, never)
            ours = (time.perf_counter() - started) * 1000 / count
            started = time.perf_counter()
            run_pandoc([page], reader="html", writer=_PANDOC_NAMES.get(kind, kind))
            reference = (time.perf_counter() - started) * 1000 / count
            yield Measurement(f"dossier as {kind}", ours, "ms/article", reference, must=2)
            size = path.stat().st_size / 2**20
            yield Measurement(f"size of {kind}", size, "MiB")
        started = time.perf_counter()
        to = Path(folder) / "all.md"
        export_text(document, to, DocumentOptions(), nowhere, never, single=True)
        ours = (time.perf_counter() - started) * 1000 / count
        yield Measurement("dossier as Markdown", ours, "ms/article")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Measurement("memory, with pandoc's", own + child, "MiB")


def _illustrated(document: Document) -> Document:
    first = f'![A picture]({PICTURE} "Its caption")\n\n'
    articles = [
        _with_text(each, first + each.clean.markdown) if not each.id % 5 else each
        for each in document.articles
    ]
    return replace(document, articles=articles, images=_pictures)


def _pictures(article_id: int) -> dict[str, StoredImage]:
    """A picture of its own for each article."""
    return {PICTURE: StoredImage(PICTURE, "image/png", png(200 + article_id % 1000, 130))}


def _with_text(article: Article, markdown: str) -> Article:
    return replace(article, clean=replace(article.clean, markdown=markdown))


def _plain_page(articles: Sequence[Article]) -> bytes:
    parts = []
    for each in articles:
        parts.append(f"<h1>{escape(each.clean.title or '')}</h1>")
        parts += [f"<p>{escape(text)}</p>" for text in each.clean.text.split("\n\n")]
    return "\n".join(parts).encode()


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 500))
