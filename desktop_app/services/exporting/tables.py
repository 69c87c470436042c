"""Articles, and what belongs to them, as tables: CSV files, or a SQLite file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.core.counted import counted
from desktop_app.core.errors import ArchiveError
from desktop_app.core.readable_tables import ARTICLES, PAGES, TABLES, Row, Table
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice, flag
from desktop_app.services.exporting.streamed_file import articles_in_turn

if TYPE_CHECKING:
    from desktop_app.core.dossier import Dossier, DossierEntry
    from desktop_app.export.records.csv_cells import CsvWriting
    from desktop_app.store.readable.tables_file import TablesFile

_TABLES = (
    ("articles", "One table: an article a row"),
    ("all", "A folder of tables: people, mentions, events, tags, highlights, dossiers too"),
)
_SEPARATORS = (
    ("comma", "Comma"),
    ("semicolon", "Semicolon, as spreadsheets of many countries expect it"),
    ("tab", "Tab"),
)


@dataclass(frozen=True, slots=True)
class CsvOptions:
    """Which tables, and how they are written."""

    tables: Literal["articles", "all"] = choice("articles", "Tables", _TABLES)
    separator: Literal["comma", "semicolon", "tab"] = choice("comma", "Separator", _SEPARATORS)
    texts: bool = flag(
        False, "Texts of the articles", "The plain text of each article as the last column."
    )
    bom: bool = flag(
        True,
        "Mark as UTF-8",
        "Three bytes at the beginning, without which Excel shows odd letters.",
    )
    raw: bool = flag(
        False,
        "Cells as they are",
        "Without the apostrophe before =, +, - and @ that keeps spreadsheets from computing them.",
    )


def write_csv(job: ExportJob, options: CsvOptions) -> ExportResult:
    """One CSV file of articles, or a folder with a file for each table."""
    from desktop_app.export.base.write_file import prepare_folder, replaced_file  # noqa: PLC0415
    from desktop_app.export.records.csv_cells import CsvDialect, CsvWriting  # noqa: PLC0415

    dialect = CsvDialect(options.separator, options.raw, options.bom)
    if options.tables == "articles":
        paths = {ARTICLES.name: job.path(".csv", "articles")}
    else:
        assert job.ids  # before a folder is made for nothing
        folder = prepare_folder(job.to)
        paths = {table.name: folder / f"{table.name}.csv" for table in TABLES}
    with ExitStack() as stack:
        files: dict[str, CsvWriting] = {}
        for table in TABLES:
            if table.name in paths:
                file = stack.enter_context(replaced_file(paths[table.name]))
                columns = _columns(table, texts=options.texts)
                files[table.name] = CsvWriting(file, dialect, columns)
        for name, row in _rows(job, every=options.tables == "all"):
            files[name].put(row if name != ARTICLES.name or options.texts else row[:-1])
        too_long = sum(each.too_long for each in files.values())
    return ExportResult(written=tuple(paths.values()), warnings=_cut(too_long))


@dataclass(frozen=True, slots=True)
class DatasetteOptions:
    """Whether the captured pages come along."""

    pages: bool = flag(
        False,
        "The captured pages",
        "The bytes of the pages as they were captured, in a table of their own.",
    )


def write_datasette(job: ExportJob, options: DatasetteOptions) -> ExportResult:
    """A SQLite file of all tables, and what Datasette is told of them in a file beside it."""
    from desktop_app.export.base.write_file import replaced_path, write_file  # noqa: PLC0415
    from desktop_app.export.records.datasette_metadata import datasette_metadata  # noqa: PLC0415
    from desktop_app.store.readable.tables_file import TablesFile  # noqa: PLC0415

    path = job.path(".db", "archive")
    beside = path.with_name(f"{path.stem}.metadata.json")
    tables = (*TABLES, PAGES) if options.pages else TABLES
    damaged: list[int] = []
    with replaced_path(path) as temporary, TablesFile(temporary, tables) as file:
        for name, row in _rows(job, every=True):
            file.put(name, row)
            if name == ARTICLES.name and options.pages:
                _put_page(job, file, row, damaged)
        file.finish()
        # Before the other takes its place, so that either both are there or neither is.
        write_file(beside, datasette_metadata(path.stem, tables))
    warnings = tuple(f"The page of article {each} is damaged; left out." for each in damaged)
    return ExportResult(written=(path, beside), warnings=warnings)


def _put_page(job: ExportJob, file: TablesFile, row: Row, damaged: list[int]) -> None:
    article_id = row[0]
    assert isinstance(article_id, int)
    try:
        page = job.archive.articles.snapshot(article_id)
    except ArchiveError:
        damaged.append(article_id)
        return
    file.put(PAGES.name, (article_id, page.sha256, page.media_type, page.content))


def _columns(table: Table, *, texts: bool) -> Sequence[str]:
    return table.names if table is not ARTICLES or texts else table.names[:-1]


def _rows(job: ExportJob, *, every: bool) -> Iterator[tuple[str, Row]]:
    """The rows of all tables, or of that of articles alone, each with its table's name."""
    from desktop_app.export.records.article_tables import (  # noqa: PLC0415
        ArticleTables,
        article_row,
    )

    tables = ArticleTables()
    for article in articles_in_turn(job):
        if every:
            yield from tables.rows(article)
        else:
            yield ARTICLES.name, article_row(article)
    if every:
        yield from tables.rows_behind(job.archive.people.several, _dossiers(job))


def _dossiers(job: ExportJob) -> Iterator[tuple[Dossier, Sequence[DossierEntry]]]:
    for dossier in sorted(job.archive.dossiers.all(), key=lambda each: each.id):
        yield dossier, job.archive.dossier_entries.in_order(dossier.id)


def _cut(too_long: int) -> tuple[str, ...]:
    from desktop_app.export.records.csv_cells import LONGEST_CELL  # noqa: PLC0415

    if not too_long:
        return ()
    cells = counted(too_long, "cell")
    return (f"{cells} of more than {LONGEST_CELL:,} characters: Excel leaves out the rest.",)
