"""The names of all notes of a vault, given before any is written, as notes name one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.core.article import Article
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError
from desktop_app.export.base.article_folder import ArticleFolder
from desktop_app.export.base.file_names import dated_stem, safe_stem
from desktop_app.export.vault.flavours import SUFFIX, Flavour
from desktop_app.export.vault.source import VaultSource

UNDATED = "Undated"
HOME = "Home"
#: A path that a template gives has so many folders at most.
_MOST_FOLDERS = 8
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
#: After so many names it is looked whether the user stops.
_LOOK = 200
#: An open interval says nothing of when.
_OPEN = ("0001", "9999")


@dataclass(frozen=True, slots=True)
class VaultRow:
    """An article as other notes tell of it: its note's name, words, and when it was published.

    ``year`` and ``month`` are empty where they aren't known; ``order`` sorts by time.
    """

    id: int
    name: str
    title: str
    publisher: str
    published: str
    year: str
    month: str
    order: str


@dataclass(slots=True)
class VaultNames:
    """What every note is called: articles and persons by id, dates by ``2023`` or ``2023-04``."""

    rows: dict[int, VaultRow] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    dossiers: dict[int, str] = field(default_factory=dict)
    home: str = ""

    def by_date(self) -> list[VaultRow]:
        """The articles, the earliest first and those without a date last."""
        return sorted(self.rows.values(), key=lambda row: (not row.order, row.order, row.id))


def place_all(
    source: VaultSource,
    rows: Sequence[ArticleRow],
    flavour: Flavour,
    folder: ArticleFolder,
    paths: Sequence[str] | None,
    look: Callable[[], None],
) -> VaultNames:
    """Give every note its name in the folder; ``paths`` are the rows' by the user's template.

    ``look`` is called again and again, and raises where the user stops.
    """
    home = folder.place("home", HOME, 1, folder=flavour.dates if flavour.name == "logseq" else "")
    names = VaultNames(home=home)
    when = {row.id: _when(row.published) for row in rows}
    spans = {each for year, month, _ in when.values() for each in (year, month) if each}
    for span in sorted(spans) + [UNDATED] * any(not each[0] for each in when.values()):
        names.dates[span] = folder.place(f"date:{span}", span, 1, folder=flavour.dates)
    for dossier, _ in source.dossiers:
        stem = safe_stem(dossier.name, SUFFIX)
        names.dossiers[dossier.id] = folder.place(
            f"dossier:{dossier.id}", stem, dossier.id, folder=flavour.dossiers
        )
    for number, (person_id, name) in enumerate(source.persons):
        if number % _LOOK == 0:
            look()
        names.people[person_id] = folder.place(
            f"person:{person_id}", safe_stem(name, SUFFIX), person_id, folder=flavour.people
        )
    places = _places(rows, when, flavour) if paths is None else map(inside_path, paths)
    for number, (row, (inside, stem)) in enumerate(zip(rows, places, strict=True)):
        if number % _LOOK == 0:
            look()
        name = folder.place(f"{row.id}@{row.captured}", stem, row.id, folder=inside)
        year, month, order = when[row.id]
        names.rows[row.id] = VaultRow(
            row.id,
            name,
            row.title or "Untitled",
            row.publisher or "",
            row.published or "",
            year,
            month,
            order,
        )
    return names


def inside_path(text: str) -> tuple[str, str]:
    """A path that a user's template gives, as folders and stem that can't lead out of the vault."""
    parts = [part for part in text.split("/") if part.strip(" .")]
    made = [_safe_part(part) for part in parts[-_MOST_FOLDERS - 1 :]] or [safe_stem("", SUFFIX)]
    return "/".join(made[:-1]), made[-1]


def _safe_part(part: str) -> str:
    part = part.strip()
    # A folder called like a file would be in the way of that.
    return safe_stem(part[: -len(SUFFIX)] if part.lower().endswith(SUFFIX) else part, SUFFIX)


def _places(
    rows: Sequence[ArticleRow], when: Mapping[int, tuple[str, str, str]], flavour: Flavour
) -> Iterator[tuple[str, str]]:
    for row in rows:
        inside = flavour.articles
        if flavour.by_year:
            inside = f"{inside}/{when[row.id][0] or UNDATED}"
        yield inside, dated_stem(row.published, row.publisher, row.title)


def row_values(row: ArticleRow) -> dict[str, object]:
    """What a template for file names is told of an article."""
    known = (row.title, row.publisher, row.published, row.language)
    told = _values(row.id, row.captured, known, row.authors)
    return told | {"tags": list(row.tags), "starred": row.starred}


def row_values_of(article: Article) -> dict[str, object]:
    """The same of a whole article."""
    clean = article.clean
    known = (clean.title, clean.publisher, clean.published, clean.language)
    told = _values(article.id, article.captured, known, clean.authors)
    return told | {"tags": list(article.tags), "starred": article.starred}


def _values(
    article_id: int, captured: str, known: Sequence[str | None], authors: Sequence[str]
) -> dict[str, object]:
    title, publisher, published, language = (each or "" for each in known)
    year, month, _ = _when(published)
    return {
        "id": article_id,
        "title": title or "Untitled",
        "publisher": publisher,
        "authors": list(authors),
        "published": published,
        "year": year,
        "month": month[5:],
        "day": published[8:10] if month else "",
        "captured": captured,
        "language": language,
    }


def _when(published: str | None) -> tuple[str, str, str]:
    """Year, month and what sorts by time; empty where they aren't known."""
    try:
        date = EdtfDate.parse(published or "")
    except InputError:
        return "", "", ""
    year = date.earliest[:4]
    if year in _OPEN:
        year = date.latest[:4]
    if year in _OPEN:
        return "", "", ""
    month = date.earliest[:7] if _MONTH.match(date.text) else ""
    exact = date.text if "T" in date.text and "/" not in date.text else date.earliest
    return year, month, exact
