"""Export what a query finds, or chosen articles, in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, overload

from desktop_app.core.article import Article
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.export.base.result import ExportResult
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
    ids = _ids(archive, what)
    if not ids:
        raise InputError("No article matches, so there is nothing to export.", "Widen the query.")
    # A format's libraries are imported when it is asked for, not when the window starts.
    if format_name == "markdown" or not options.single:
        # So that of two alike the same one always keeps its name.
        ids = sorted(ids)
    articles = _Articles(archive, ids)
    if format_name == "markdown":
        from desktop_app.export.markdown.markdown_folder import export_markdown  # noqa: PLC0415

        return export_markdown(
            articles,
            to,
            images=archive.articles.images,
            progress=progress,
            cancelled=cancelled,
        )
    from desktop_app.export.typesetting.pdf import export_pdf  # noqa: PLC0415

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
    from desktop_app.export.records.network_files import write_network  # noqa: PLC0415 - see above

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


class _Articles(Sequence[Article]):
    """Articles of an archive, each read when its turn comes: of very many, one is in memory."""

    def __init__(self, archive: Archive, ids: Sequence[int]) -> None:
        self._archive = archive
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> _Articles: ...
    def __getitem__(self, place: int | slice) -> Article | _Articles:
        if isinstance(place, slice):
            return _Articles(self._archive, self._ids[place])
        return self._archive.articles.get(self._ids[place])


def _ids(archive: Archive, what: str | Sequence[int]) -> Sequence[int]:
    if isinstance(what, str):
        return archive.search.ids(parse_query(what), sort="published")[::-1]
    archive.articles.require(what)
    return what
