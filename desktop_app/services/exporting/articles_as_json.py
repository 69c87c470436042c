"""Articles as JSON, each as ``cuttings show --json`` tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.article_json import article_to_json
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice

_LAYOUTS = (("array", "One array"), ("lines", "An article a line"))


@dataclass(frozen=True, slots=True)
class JsonOptions:
    """One JSON value, or one a line, which programs can read article by article."""

    layout: Literal["array", "lines"] = choice("array", "Layout", _LAYOUTS)


def write_json(job: ExportJob, options: JsonOptions) -> ExportResult:
    """One file with the articles in their order; nothing is written where it is stopped."""
    from desktop_app.export.base.write_file import replaced_file  # noqa: PLC0415

    is_array = options.layout == "array"
    path = job.to
    if path.is_dir() or path.suffix.lower() not in (".json", ".jsonl", ".ndjson"):
        path = job.path(".json" if is_array else ".jsonl", "articles")
    with replaced_file(path) as file:
        for piece in _pieces(job, as_array=is_array):
            file.write(piece.encode("utf-8", "replace"))
    return ExportResult(written=(path,))


def _pieces(job: ExportJob, *, as_array: bool) -> Iterator[str]:
    articles = job.articles()
    yield "[\n" if as_array else ""
    for done, article in enumerate(articles, 1):
        told = json.dumps(article_to_json(article), ensure_ascii=False)
        yield f"{told}{',' if as_array and done < len(articles) else ''}\n"
        job.step(done, len(articles))
    yield "]\n" if as_array else ""
