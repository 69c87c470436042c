"""How long web archives, web sites and entities take an article.

    uv run python -m tests.benchmarks.web_exports [--articles N] [--json]

Articles of 450 words from ``tests.benchmarks.generate_archive``. The reference of the web archive
is warcio, writing the same pages; that of the site is the Markdown export, which writes each
article once and makes no lists and no index; that of the entities is Python's JSON of the articles.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from desktop_app.core.article import Article, RawCapture
from desktop_app.core.article_json import article_to_json
from desktop_app.export.records.ftm_entities import FtmEntities
from desktop_app.export.records.warc_file import WarcWriting
from desktop_app.export.website.website import SiteChoices, export_website
from tests.benchmarks.generate_archive import articles as generated
from tests.benchmarks.report import Measurement, run_by_articles
from tests.export.examples import never, nowhere, write_markdown


def measure(count: int) -> Iterator[Measurement]:
    """The time an article of each export beside its reference, in milliseconds."""
    made = list(generated(count))
    pages = [raw for raw, _, _ in made]
    articles = [
        Article(number, raw.captured, clean, number, tags=tuple(tags))
        for number, (raw, clean, tags) in enumerate(made, start=1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        peer = _milliseconds(lambda: _by_warcio(pages, to / "peer.warc.gz"), count)
        warc = _milliseconds(lambda: _by_us(pages, to / "ours.warc.gz"), count)
        yield Measurement("web archive", warc, "ms/article", peer, must=1.5)
        plain = _milliseconds(
            lambda: [json.dumps(article_to_json(each)) for each in articles], count
        )
        entities = FtmEntities("mark")
        ftm = _milliseconds(lambda: [list(entities.article(each)) for each in articles], count)
        yield Measurement("entities", ftm, "ms/article", plain, must=6)
        markdown = _milliseconds(lambda: write_markdown(articles, to / "md"), count)
        site = _milliseconds(lambda: _site(articles, to / "site"), count)
        yield Measurement("web site", site, "ms/article", markdown, must=5)
        again = _milliseconds(lambda: _site(articles, to / "site"), count)
        yield Measurement("web site again, nothing changed", again, "ms/article", site, must=1.2)


def _milliseconds(work: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000 / count


def _by_us(pages: Sequence[RawCapture], to: Path) -> None:
    with to.open("wb") as file:
        writing = WarcWriting(file, "Cuttings")
        for raw in pages:
            writing.add([("page", raw)])
        writing.close()


def _by_warcio(pages: Sequence[RawCapture], to: Path) -> None:
    with to.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for raw in pages:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
            record = writer.create_warc_record(
                raw.url or "urn:x", "response", payload=BytesIO(raw.content), http_headers=headers
            )
            writer.write_record(record)


def _as_json(articles: Sequence[Article]) -> None:
    for each in articles:
        json.dumps(article_to_json(each))


def _site(articles: Sequence[Article], to: Path) -> None:
    choices = SiteChoices("Site")
    export_website(articles, to, choices, images=None, progress=nowhere, cancelled=never)


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 1_000))
