"""Articles and images for the tests of the exports."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from desktop_app.core.article import (
    Article,
    CleanArticle,
    NamedPerson,
    SnapshotInfo,
    StoredImage,
)
from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.assembled_document import selection_document
from desktop_app.export.documents.document import Citation, Document, Excerpts, WholeArticle
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.markdown.markdown_folder import export_markdown
from desktop_app.export.typesetting.pdf import export_pdf, export_pdfs
from desktop_app.export.typesetting.press_listener import PressListener

CAPTURED = "2026-11-23T15:40:00Z"
PICTURE = "https://news.example/picture.png"
Images = Mapping[str, StoredImage]


def article(
    article_id: int = 1,
    markdown: str = "The ministers met on Thursday.",
    title: str | None = "Ministers meet",
    *,
    tags: tuple[str, ...] = (),
    note: str = "",
    **fields: object,
) -> Article:
    given = {"publisher": "The Sample Gazette", "published": "2023-04-14", "language": "en"}
    clean = CleanArticle(markdown=markdown, text=markdown, title=title, **{**given, **fields})  # type: ignore[arg-type]
    return Article(article_id, CAPTURED, clean, article_id, tags=tags, note=note)


def full_article() -> Article:
    """An article with a value for every field that is exported."""
    made = article(
        1,
        BODY,
        "Ministers meet: a “treaty” in sight",
        tags=("diplomacy/russia", "to read"),
        note="See the map: page 3",
        subtitle="Both sides speak of progress",
        authors=("Jane Roe", "José Núñez"),
        agency="ANI",
        url="https://news.example/a?b=1",
        canonical_url="https://news.example/a",
        modified="2023-04-15",
        accessed="2025-05-02",
        people=(NamedPerson("Sergey Lavrov"), NamedPerson("Qin Gang")),
    )
    snapshot = SnapshotInfo("ab" * 32, "text/html", 10, CAPTURED)
    return Article(1, CAPTURED, made.clean, 1, tags=made.tags, note=made.note, snapshot=snapshot)


BODY = """\
Sergey Lavrov met **Qin Gang** in *Samarkand*, [the agency](https://ani.example/) wrote.

![The ministers](https://news.example/picture.png "At the table — Photo: A. Nyone")

## What was said

- one
- two

> A quotation.

| Country | Seats |
|:--|--:|
| Russia | 12 |

---

![Lost](https://news.example/lost.png "A caption without its picture")

`#read("x")` and <script>alert(1)</script> are text."""


def png(width: int = 4, height: int = 3) -> bytes:
    """A sound PNG of one colour, not compressed, so that its bytes are the same everywhere."""
    rows = (b"\0" + b"\x33\x66\x66" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def stored(content: bytes, address: str = PICTURE) -> dict[str, StoredImage]:
    return {address: StoredImage(address, "image/png", content)}


def never() -> bool:
    return False


def nowhere(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def plainly_cited(document: Document) -> Document:
    """Each article cited by its source's reference, in no particular style."""
    parts = [
        replace(part, citation=Citation(document.source(part.source).reference))
        if isinstance(part, WholeArticle | Excerpts)
        else part
        for part in document.parts
    ]
    return replace(document, parts=tuple(parts))


def write_markdown(
    articles: Sequence[Article],
    to: Path,
    images: Images | None = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[int, int], None] = nowhere,
) -> ExportResult:
    return export_markdown(
        articles, to, images=lambda _: images or {}, progress=progress, cancelled=cancelled
    )


def write_pdf(
    articles: Sequence[Article],
    to: Path,
    images: Images | None = None,
    *,
    paper: Literal["a4", "us-letter"] = "a4",
    single: bool = True,
    title: str = "",
    options: DocumentOptions | None = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[int, int], None] = nowhere,
) -> ExportResult:
    chosen = options or DocumentOptions(paper=paper)
    listener = PressListener(progress, cancelled)
    if not single:
        return export_pdfs(articles, lambda _: images or {}, chosen, to, listener)
    document = selection_document(articles, title, lambda _: images or {})
    return export_pdf(plainly_cited(document), chosen, to, listener)
