"""How long citing takes.

    uv run python -m tests.benchmarks.citations [--articles N] [--json]

The reference of the bibliography files is pandoc's own way from CSL-JSON to BibLaTeX; that of a
document's citations is pandoc making plain text of one that cites as often and has none of our
work around it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator

from desktop_app.core.name_parts import split_authors
from desktop_app.export.base.pandoc import run_pandoc
from desktop_app.export.citations.bibtex_entry import biblatex_entry
from desktop_app.export.citations.cite_syntax import Cited
from desktop_app.export.citations.citeproc import cite
from desktop_app.export.citations.csl_item import csl_item
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.reference_type import ReferenceType
from desktop_app.export.citations.ris_record import ris_record
from desktop_app.export.citations.styles import STYLES, style_named
from tests.benchmarks.report import Measurement, run_by_articles


def measure(count: int) -> Iterator[Measurement]:
    """The seconds of each beside its reference."""
    references = list(map(_reference, range(count)))
    items = json.dumps(list(map(csl_item, references))).encode()
    pandoc = _seconds(lambda: run_pandoc([items], reader="csljson", writer="biblatex"))
    for name, written in (
        ("biblatex", biblatex_entry),
        ("ris", ris_record),
        ("csl-json", lambda each: json.dumps(csl_item(each))),
    ):
        took = _seconds(lambda written=written: "".join(map(written, references)))  # type: ignore[misc]
        yield Measurement(f"{name}, {count:,} references", took, "s", pandoc, must=1)
    clusters = [(Cited(each.key, suffix=", p. 3"),) for each in references]
    text = "\n\n".join(f"Said [@{each.key}, p. 3]." for each in references).encode()
    for name, _ in STYLES:
        style = style_named(name)
        bare = _seconds(lambda style=style: _plain(text, items, style.content))  # type: ignore[misc]
        ours = _seconds(lambda style=style: cite(references, clusters, style))  # type: ignore[misc]
        yield Measurement(f"{name}, {count:,} citations", ours, "s", bare, must=2)


def _plain(text: bytes, items: bytes, style: bytes) -> bytes | None:
    return run_pandoc(
        [text],
        reader="markdown",
        writer="plain",
        options=("--citeproc", "--bibliography=items.json", "--csl=style.csl"),
        files={"items.json": items, "style.csl": style},
    )


def _reference(number: int) -> Reference:
    return Reference(
        f"roe{number}",
        ReferenceType.NEWSPAPER,
        f"Talks number {number} on NATO: what {number % 17} ministers said",
        authors=split_authors([f"Jane {chr(65 + number % 26)}. Roe{number % 500}"]),
        container=f"Outlet {number % 30}",
        published=f"20{number % 24:02d}-0{1 + number % 9}-1{number % 9}",
        accessed="2025-05-02",
        url=f"https://outlet.example/{number}",
        language="en",
        captured="2025-05-02T10:00:00Z",
        sha256="ab" * 32,
    )


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 500))
