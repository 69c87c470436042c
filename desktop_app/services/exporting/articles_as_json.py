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
from desktop_app.services.exporting.streamed_file import articles_in_turn, write_pieces

_LAYOUTS = (("array", "One array"), ("lines", "An article a line"))


@dataclass(frozen=True, slots=True)
class JsonOptions:
    """One JSON value, or one a line, which programs can read article by article."""

    layout: Literal["array", "lines"] = choice("array", "Layout", _LAYOUTS)


def write_json(job: ExportJob, options: JsonOptions) -> ExportResult:
    """One file with the articles in their order; nothing is written where it is stopped."""
    path = job.path(".jsonl" if options.layout == "lines" else ".json", "articles")
    is_array = options.layout == "array" and path.suffix.lower() == ".json"
    return write_pieces(path, _pieces(job, as_array=is_array))


def _pieces(job: ExportJob, *, as_array: bool) -> Iterator[bytes]:
    before = b"[\n" if as_array else b""
    for article in articles_in_turn(job):
        told = json.dumps(article_to_json(article), ensure_ascii=False)
        yield before + told.encode("utf-8", "replace")
        before = b",\n" if as_array else b"\n"
    yield b"\n]\n" if as_array else b"\n"
