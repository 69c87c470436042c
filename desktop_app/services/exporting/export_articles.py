"""Export what a query finds, or chosen articles, in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.core.article import Article
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.export.result import ExportResult
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.store.archive import Archive

#: Formats that hold who is named with whom instead of articles.
NETWORK_FORMATS = ("gexf", "graphml")
FORMATS = ("markdown", "pdf", *NETWORK_FORMATS)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the user may choose: the paper, one file or many, and the PDF's title."""

    paper: Literal["a4", "us-letter"] = "a4"
    single: bool = True
    title: str | None = None


def export_articles(
    archive: Archive,
    what: str | Sequence[int],
    format_name: str,
    to: Path,
    *,
    options: ExportOptions = ExportOptions(),
    progress: Callable[[int, int], None] = no_progress,
    cancelled: Callable[[], bool] = never,
) -> ExportResult:
    """Write the articles that ``what`` names (a query or ids), oldest first, to ``to``.

    Raises InputError for an unknown format or nothing to export, ExportError when writing fails.
    """
    if format_name not in FORMATS:
        raise InputError(
            f"“{format_name}” isn't a format that Cuttings writes.",
            f"There are: {', '.join(FORMATS)}.",
        )
    if format_name in NETWORK_FORMATS:
        return _export_network(archive, what, format_name, to)
    articles = _articles(archive, what)
    if not articles:
        raise InputError("No article matches, so there is nothing to export.", "Widen the query.")
    # A format's libraries are imported when it is asked for, not when the window starts.
    if format_name == "markdown":
        from desktop_app.export.markdown_folder import export_markdown  # noqa: PLC0415

        return export_markdown(
            articles,
            to,
            images=archive.articles.images,
            progress=progress,
            cancelled=cancelled,
        )
    from desktop_app.export.pdf import export_pdf  # noqa: PLC0415

    return export_pdf(
        articles,
        to,
        paper=options.paper,
        single=options.single,
        title=options.title,
        images=archive.articles.images,
        progress=progress,
        cancelled=cancelled,
    )


def _export_network(
    archive: Archive, what: str | Sequence[int], format_name: str, to: Path
) -> ExportResult:
    from desktop_app.export.network_files import write_network  # noqa: PLC0415 - see above

    if not isinstance(what, str):
        raise InputError(
            "A network is made of all articles that a search finds.", "Export the list instead."
        )
    network = archive.counting.network_of(parse_query(what))
    if not network.persons:
        raise InputError("No article that matches names anybody.", "Widen the query.")
    path = (
        to if to.suffix.lower() == f".{format_name}" else to.with_name(f"{to.name}.{format_name}")
    )
    write_network(network, path)
    return ExportResult(written=(path,))


def _articles(archive: Archive, what: str | Sequence[int]) -> list[Article]:
    if isinstance(what, str):
        ids: Sequence[int] = archive.search.ids(parse_query(what), sort="published")[::-1]
    else:
        ids = what
    return [archive.articles.get(article_id) for article_id in ids]
