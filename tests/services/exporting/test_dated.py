"""Timelines and calendars out of a real archive."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.library import Library


def years(path: Path) -> set[int]:
    return {each["start_date"]["year"] for each in json.loads(path.read_bytes())["events"]}


def test_what_happened_goes_to_timelinejs(library: Library, tmp_path: Path) -> None:
    library.load_sample()

    done = export_articles(library.archive, "", "timelinejs", tmp_path)

    assert done.written == (tmp_path / "timeline.json",)
    assert {1854, 1911} <= years(tmp_path / "timeline.json")


def test_of_a_query_for_event_dates_only_these_events_go_out(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()

    export_articles(library.archive, "event:1911", "timelinejs", tmp_path)

    found = library.events("event:1911")
    assert years(tmp_path / "timeline.json") == {int(each.event.date[:4]) for each in found}
    assert len(library.events("")) > len(found) > 0


def test_a_dossier_gives_the_timeline_its_name(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    dossier = library.archive.dossiers.make("My dossier")
    library.archive.dossier_entries.add_articles(dossier, [1])

    export_articles(
        library.archive,
        ChosenDossier(dossier),
        "timelinejs-csv",
        tmp_path / "x",
        options={"date": "published"},
    )

    table = (tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "My dossier" in table[1]
    assert len(table) == 3


def test_stopping_leaves_no_half_of_a_file(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    told: list[int] = []

    done = export_articles(
        library.archive,
        "",
        "timelinejs",
        tmp_path / "x.json",
        progress=lambda number, _total: told.append(number),
        cancelled=lambda: len(told) == 2,
    )

    assert done.cancelled
    assert list(tmp_path.glob("*x*")) == []


def test_articles_without_such_a_date_are_told(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    library.edit_fields(1, {"published": None})

    done = export_articles(
        library.archive, [1, 2], "timelinejs", tmp_path, options={"date": "published"}
    )

    assert done.warnings == ("Left out because they have no date: 1 article.",)
    with pytest.raises(InputError, match="such a date"):
        export_articles(
            library.archive, [1], "timelinejs", tmp_path / "y", options={"date": "published"}
        )


def test_a_calendar_has_what_is_known_by_day(library: Library, tmp_path: Path) -> None:
    library.load_sample()

    done = export_articles(library.archive, "", "icalendar", tmp_path)

    content = (tmp_path / "calendar.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:18541025" in content
    assert "less exactly than by day" in done.warnings[-1]
