"""Every format that Cuttings writes: the one list of the export dialog and the terminal.

A new one is a module beside this with a class of options and a function that takes an ExportJob
and them, and an ``ExportFormat`` here. Its libraries are imported when it is asked for, not when
the window starts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from desktop_app.core.errors import InputError
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.articles_as_files import (
    PdfOptions,
    write_markdown,
    write_pdf,
)
from desktop_app.services.exporting.articles_as_json import JsonOptions, write_json
from desktop_app.services.exporting.citations import (
    write_biblatex,
    write_bibtex,
    write_csl_json,
    write_ris,
)
from desktop_app.services.exporting.counts_over_time import CountsPictureOptions, write_counts
from desktop_app.services.exporting.dated import (
    CalendarOptions,
    TimelineJsOptions,
    write_icalendar,
    write_timelinejs,
    write_timelinejs_csv,
)
from desktop_app.services.exporting.dossier_files import (
    MarkdownDossierOptions,
    PaperDossierOptions,
    write_docx,
    write_dossier_markdown,
    write_epub,
    write_html,
    write_odt,
)
from desktop_app.services.exporting.dossier_options import DossierOptions
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions, Option, described
from desktop_app.services.exporting.ftm import write_ftm
from desktop_app.services.exporting.network_drawn import (
    NetworkPictureOptions,
    write_network_picture,
)
from desktop_app.services.exporting.networks import write_gexf, write_graphml
from desktop_app.services.exporting.tables import (
    CsvOptions,
    DatasetteOptions,
    write_csv,
    write_datasette,
)
from desktop_app.services.exporting.timeline_drawn import TimelinePictureOptions, write_timeline
from desktop_app.services.exporting.vaults import VaultOptions, write_vault
from desktop_app.services.exporting.web_archives import write_warc
from desktop_app.services.exporting.websites import WebsiteOptions, write_website
from desktop_app.services.exporting.whole_archive import JsonLinesOptions, write_json_lines

Writer: TypeAlias = Callable[[ExportJob, Any], ExportResult]


class FormatGroup(StrEnum):
    """Formats that serve alike; the value is the group's heading in the dialog."""

    DOCUMENTS = "Documents"
    NOTES = "Notes and text files"
    CITATIONS = "Citations"
    DATA = "Data"
    PICTURES = "Pictures"
    ARCHIVES = "Archives"


class Takes(StrEnum):
    """What a format can be made of."""

    ARTICLES = "articles"  # a search's, chosen ones, or a dossier's
    ARCHIVE = "archive"  # everything there is


def _always_one_file(_options: object) -> bool:
    return False


def _always_a_folder(_options: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name in the terminal, its words, its files, and what writes it.

    ``suffix`` is that of its one file, with the point; where there are several, the
    option named ``suffix_option`` chooses, its values being the endings without the point.
    ``is_folder`` tells of options whether a folder is written instead. ``endings`` are others that
    a file may have, where the user wrote one.
    """

    name: str
    words: str
    group: FormatGroup
    write: Writer
    suffix: str = ""
    options: type = NoOptions
    takes: Takes = Takes.ARTICLES
    is_folder: Callable[[Any], bool] = _always_one_file
    suffix_option: str = ""
    endings: tuple[str, ...] = ()

    def suffix_for(self, options: object) -> str:
        """The ending of the file that these options ask for, with the point; none of a folder."""
        if self.is_folder(options):
            return ""
        return f".{getattr(options, self.suffix_option)}" if self.suffix_option else self.suffix

    def described_options(self) -> tuple[Option, ...]:
        """What can be chosen, in the order to show it."""
        return described(self.options)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "pdf",
        "PDF, to print and to hand in",
        FormatGroup.DOCUMENTS,
        write_pdf,
        ".pdf",
        PdfOptions,
        is_folder=lambda options: options.files == "many",
    ),
    ExportFormat(
        "docx",
        "DOCX, for Word",
        FormatGroup.DOCUMENTS,
        write_docx,
        ".docx",
        PaperDossierOptions,
    ),
    ExportFormat(
        "odt",
        "ODT, for LibreOffice Writer",
        FormatGroup.DOCUMENTS,
        write_odt,
        ".odt",
        PaperDossierOptions,
    ),
    ExportFormat(
        "epub",
        "EPUB, for book readers",
        FormatGroup.DOCUMENTS,
        write_epub,
        ".epub",
        DossierOptions,
    ),
    ExportFormat(
        "html",
        "HTML, one page for a browser",
        FormatGroup.DOCUMENTS,
        write_html,
        ".html",
        DossierOptions,
        endings=(".htm",),
    ),
    ExportFormat(
        "markdown",
        "Markdown, a file an article",
        FormatGroup.NOTES,
        write_markdown,
        is_folder=_always_a_folder,
    ),
    ExportFormat(
        "vault",
        "Linked notes, for Obsidian or Logseq",
        FormatGroup.NOTES,
        write_vault,
        options=VaultOptions,
        is_folder=_always_a_folder,
    ),
    ExportFormat(
        "csv",
        "CSV, tables for spreadsheets and statistics",
        FormatGroup.DATA,
        write_csv,
        ".csv",
        CsvOptions,
        is_folder=lambda options: options.tables == "all",
    ),
    ExportFormat(
        "dossier-markdown",
        "Markdown, a dossier with its sources",
        FormatGroup.NOTES,
        write_dossier_markdown,
        ".md",
        MarkdownDossierOptions,
        is_folder=lambda options: options.files == "many",
        endings=(".markdown",),
    ),
    ExportFormat(
        "datasette",
        "SQLite for Datasette, tables with search",
        FormatGroup.DATA,
        write_datasette,
        ".db",
        DatasetteOptions,
        endings=(".sqlite", ".sqlite3"),
    ),
    ExportFormat(
        "json",
        "JSON, the articles for programs",
        FormatGroup.DATA,
        write_json,
        ".json",
        JsonOptions,
        endings=(".json", ".jsonl", ".ndjson"),
    ),
    ExportFormat(
        "csl-json",
        "CSL-JSON, for Zotero, pandoc and others",
        FormatGroup.CITATIONS,
        write_csl_json,
        ".json",
    ),
    ExportFormat(
        "bibtex",
        "BibTeX, for LaTeX",
        FormatGroup.CITATIONS,
        write_bibtex,
        ".bib",
    ),
    ExportFormat(
        "biblatex",
        "BibLaTeX, for LaTeX with biber",
        FormatGroup.CITATIONS,
        write_biblatex,
        ".bib",
    ),
    ExportFormat(
        "ris",
        "RIS, for EndNote, Citavi and Zotero",
        FormatGroup.CITATIONS,
        write_ris,
        ".ris",
    ),
    ExportFormat(
        "gexf",
        "GEXF, who is named with whom, for Gephi",
        FormatGroup.DATA,
        write_gexf,
        ".gexf",
    ),
    ExportFormat(
        "graphml",
        "GraphML, who is named with whom, for yEd or Cytoscape",
        FormatGroup.DATA,
        write_graphml,
        ".graphml",
    ),
    ExportFormat(
        "timelinejs",
        "TimelineJS, to be shown on a web site",
        FormatGroup.DATA,
        write_timelinejs,
        ".json",
        TimelineJsOptions,
    ),
    ExportFormat(
        "timelinejs-csv",
        "TimelineJS's table, for a spreadsheet",
        FormatGroup.DATA,
        write_timelinejs_csv,
        ".csv",
        TimelineJsOptions,
    ),
    ExportFormat(
        "icalendar",
        "iCalendar, for a program with a calendar",
        FormatGroup.DATA,
        write_icalendar,
        ".ics",
        CalendarOptions,
    ),
    ExportFormat(
        "warc",
        "WARC, the pages as they were captured",
        FormatGroup.ARCHIVES,
        write_warc,
        ".warc.gz",
        endings=(".warc",),
    ),
    ExportFormat(
        "jsonl",
        "JSON Lines, the whole archive, to take it back in",
        FormatGroup.ARCHIVES,
        write_json_lines,
        ".jsonl",
        JsonLinesOptions,
        takes=Takes.ARCHIVE,
        suffix_option="compression",
    ),
    ExportFormat(
        "website",
        "Web site, with a search, to be opened in any browser",
        FormatGroup.ARCHIVES,
        write_website,
        options=WebsiteOptions,
        is_folder=_always_a_folder,
    ),
    ExportFormat(
        "timeline-picture",
        "Timeline, marks with words",
        FormatGroup.PICTURES,
        write_timeline,
        ".pdf",
        TimelinePictureOptions,
        suffix_option="picture",
    ),
    ExportFormat(
        "network-picture",
        "Network, who is named with whom",
        FormatGroup.PICTURES,
        write_network_picture,
        ".pdf",
        NetworkPictureOptions,
        suffix_option="picture",
    ),
    ExportFormat(
        "counts-picture",
        "Counts over time, as bars",
        FormatGroup.PICTURES,
        write_counts,
        ".pdf",
        CountsPictureOptions,
        suffix_option="picture",
    ),
    ExportFormat(
        "ftm",
        "FollowTheMoney, articles and persons for OpenAleph",
        FormatGroup.DATA,
        write_ftm,
        ".ftm.json",
        endings=(".json", ".jsonl", ".ndjson"),
    ),
)
FORMAT_NAMES = tuple(each.name for each in FORMATS)


def format_named(name: str) -> ExportFormat:
    """The format of that name; raises InputError where there is none."""
    for each in FORMATS:
        if each.name == name:
            return each
    raise InputError(
        f"“{name}” isn't a format that Cuttings writes.", f"There are: {', '.join(FORMAT_NAMES)}."
    )
