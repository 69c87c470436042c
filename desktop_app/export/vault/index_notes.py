"""The notes by which a vault is entered: home, a note for each year and one for each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.dossier import Dossier
from desktop_app.export.vault.flavours import Flavour
from desktop_app.export.vault.names import UNDATED, VaultNames, VaultRow
from desktop_app.export.vault.person_notes import article_line
from desktop_app.export.vault.words import as_words

#: So many of the persons who are named most stand in the home note.
_MOST_PERSONS = 50


def date_notes(
    flavour: Flavour, names: VaultNames, rows: Sequence[VaultRow]
) -> Iterator[tuple[str, str]]:
    """The notes of years and months by their keys; ``rows`` are in the order of time."""
    by_month: dict[str, list[VaultRow]] = {}
    by_year: dict[str, list[VaultRow]] = {}
    for row in rows:
        by_year.setdefault(row.year or UNDATED, []).append(row)
        if row.month:
            by_month.setdefault(row.month, []).append(row)
    years = [each for each in sorted(by_year) if each != UNDATED]
    for year in years:
        yield year, _year(year, by_year[year], by_month, years, flavour, names)
    months = sorted(by_month)
    for month in months:
        yield month, _month(month, by_month[month], months, flavour, names)
    if UNDATED in by_year:
        name = names.dates[UNDATED]
        lines = [f"- {article_line(row, flavour, name)}" for row in by_year[UNDATED]]
        yield UNDATED, flavour.note(name, _fields("undated", UNDATED, lines), "\n".join(lines))


def home_note(
    flavour: Flavour,
    names: VaultNames,
    rows: Sequence[VaultRow],
    dossiers: Sequence[Dossier],
    persons: Mapping[int, tuple[str, int]],
) -> str:
    """The note to begin with; ``persons`` are names and counts of articles by id."""
    dated = [row.year for row in rows if row.year]
    span = f" from {dated[0]} to {dated[-1]}" if dated and dated[0] != dated[-1] else ""
    people = counted(len(persons), "person", "persons")
    parts = [f"{count_articles(len(rows))}{span}, {people}, out of Cuttings."]
    years = Counter(row.year or UNDATED for row in rows)
    listed = sorted(years, key=lambda year: (year == UNDATED, year))
    parts += [
        "## By date",
        "\n".join(_counted_link(each, years, flavour, names) for each in listed),
    ]
    if dossiers:
        lines = (
            f"- {flavour.link(names.home, names.dossiers[each.id], each.name)}" for each in dossiers
        )
        parts += ["## Dossiers", "\n".join(lines)]
    most = sorted(persons, key=lambda at: (-persons[at][1], at))[:_MOST_PERSONS]
    if most:
        lines = (
            f"- {flavour.link(names.home, names.people[at], persons[at][0])} ({persons[at][1]:,})"
            for at in most
        )
        parts += ["## Named most often", "\n".join(lines)]
    fields = {"type": "home", "cuttings": "home"}
    return flavour.note(names.home, fields, "\n\n".join(parts))


def _year(
    year: str,
    rows: Sequence[VaultRow],
    by_month: Mapping[str, Sequence[VaultRow]],
    years: Sequence[str],
    flavour: Flavour,
    names: VaultNames,
) -> str:
    name = names.dates[year]
    months = sorted({row.month for row in rows if row.month})
    links = (flavour.link(name, names.dates[each], date_in_words(each)) for each in months)
    counts = (len(by_month[each]) for each in months)
    lines = [f"- {link} ({count:,})" for link, count in zip(links, counts, strict=True)]
    parts = [_neighbours(year, years, flavour, names, name)]
    parts += ["\n".join(lines)] if lines else []
    others = [f"- {article_line(row, flavour, name)}" for row in rows if not row.month]
    parts += ["## Without a month", "\n".join(others)] if others else []
    fields = _fields("year", year, rows)
    return flavour.note(name, fields, "\n\n".join(part for part in parts if part))


def _month(
    month: str,
    rows: Sequence[VaultRow],
    months: Sequence[str],
    flavour: Flavour,
    names: VaultNames,
) -> str:
    name = names.dates[month]
    above = flavour.link(name, names.dates[month[:4]], month[:4])
    neighbours = _neighbours(month, months, flavour, names, name)
    parts = [" · ".join(part for part in (above, neighbours) if part)]
    for day, found in groupby(rows, key=lambda row: row.published[:10]):
        lines = (f"- {article_line(row, flavour, name)}" for row in found)
        parts += [f"## {as_words(day)}", "\n".join(lines)]
    return flavour.note(name, _fields("month", month, rows), "\n\n".join(parts))


def _neighbours(
    span: str, spans: Sequence[str], flavour: Flavour, names: VaultNames, of: str
) -> str:
    """Links to the spans before and after that have articles."""
    at = spans.index(span)
    before = spans[at - 1] if at else None
    after = spans[at + 1] if at + 1 < len(spans) else None
    links = [
        f"{mark} {flavour.link(of, names.dates[each], each)}"
        for mark, each in (("←", before), ("→", after))
        if each
    ]
    return " · ".join(links)


def _counted_link(year: str, counts: Mapping[str, int], flavour: Flavour, names: VaultNames) -> str:
    return f"- {flavour.link(names.home, names.dates[year], year)} ({counts[year]:,})"


def _fields(kind: str, span: str, rows: Sequence[object]) -> dict[str, object]:
    return {"articles": len(rows), "type": kind, "cuttings": f"date:{span}"}
