"""Dates as people write them become EDTF, or are said not to be understood."""

from __future__ import annotations

import pytest

from desktop_app.services.finding.plain_dates import either_day, read_plain_date

TODAY = "2026-11-28"


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2023-04-13/2023-04-15", "2023-04-13/2023-04-15"),
        ("196X", "196X"),
        ("4 May 2020", "2020-05-04"),
        ("May 4, 2020", "2020-05-04"),
        ("  May   2020 ", "2020-05"),
        ("mid-May 2019", "2019-05-11~/2019-05-20~"),
        ("early 1991", "1991-01~/1991-04~"),
        ("the end of February 2020", "2020-02-21~/2020-02-29~"),
        ("late 1990s", "1997~/1999~"),
        ("spring 1991", "1991-03~/1991-05~"),
        ("between 3 and 7 May 2020", "2020-05-03/2020-05-07"),
        ("from March to May 1999", "1999-03/1999-05"),
        ("the 1960s", "196X"),
        ("19th century", "18XX"),
        ("c. 1900", "1900~"),
        ("about 3 May 2020", "2020-05-03~"),
        ("1900?", "1900?"),
        ("probably 3 May 2020", "2020-05-03?"),
        ("before 1990", "../1989"),
        ("after 31 December 1999", "2000-01-01/.."),
        ("since May 2019", "2019-05/.."),
        ("until 1990", "../1990"),
        ("yesterday", "2026-11-27"),
        ("May/June 2019", "2019-05/2019-06"),
        ("2019-W20", "2019-05-13/2019-05-19"),
        ("winter 1916/17", "1916-12~/1917-02~"),
        ("winter of 1899-1900", "1899-12~/1900-02~"),
        ("1998年春", "1998-03~/1998-05~"),
        ("1998年の冬", "1998-12~/1999-02~"),
    ],
)
def test_what_is_meant_is_told_as_edtf(written: str, edtf: str) -> None:
    found = read_plain_date(written, today=TODAY)

    assert found is not None
    assert found.text == edtf


@pytest.mark.parametrize(
    ("written", "language", "edtf"),
    [
        ("Mitte Mai 2019", "de", "2019-05-11~/2019-05-20~"),
        ("vor 1990", "de", "../1989"),
        ("le 3 mai 2020", "fr", "2020-05-03"),
        ("début des années 2000", "fr", "2000~/2003~"),
        ("mediados de mayo de 2019", "es", "2019-05-11~/2019-05-20~"),
        ("principios de los 2000", "es", "2000~/2003~"),
        ("metà maggio 2019", "it", "2019-05-11~/2019-05-20~"),
        ("meados de maio de 2019", "pt", "2019-05-11~/2019-05-20~"),
        ("midden mei 2019", "nl", "2019-05-11~/2019-05-20~"),
        ("połowa maja 2019", "pl", "2019-05-11~/2019-05-20~"),
        ("середина мая 2019", "ru", "2019-05-11~/2019-05-20~"),
        ("весна 1998", "ru", "1998-03~/1998-05~"),
        ("начало 2000-х", "ru", "2000~/2003~"),
        ("около 1923", "ru", "1923~"),
        ("середина травня 2019", "uk", "2019-05-11~/2019-05-20~"),
        ("Mayıs 2019 ortası", "tr", "2019-05-11~/2019-05-20~"),
        ("2019年5月中旬", "zh", "2019-05-11~/2019-05-20~"),
        ("منتصف مايو 2019", "ar", "2019-05-11~/2019-05-20~"),
    ],
)
def test_other_languages_are_understood_where_they_are_named(
    written: str, language: str, edtf: str
) -> None:
    found = read_plain_date(written, [language])

    assert found is not None
    assert found.text == edtf


@pytest.mark.parametrize(
    "written",
    [
        "",
        "nonsense",
        "the day we met",
        "hello 3 May 2020 world",
        "May 2019 or June 2019",
        "31 February 2020",
        "2020-13-45",
        "before",
        "yesterday " * 500,
    ],
)
def test_what_cannot_be_told_is_not_guessed(written: str) -> None:
    assert read_plain_date(written, today=TODAY) is None


def test_what_counts_from_now_needs_to_know_the_day() -> None:
    assert read_plain_date("yesterday") is None


def test_a_day_that_may_be_two_is_told_both_ways() -> None:
    assert either_day("12/05/2019") == ("2019-05-12", "2019-12-05")


@pytest.mark.parametrize("written", ["25/05/2019", "12/12/2019", "31/02/2019", "40/50/2019", "May"])
def test_a_day_that_is_understood_or_is_none_is_told_no_two_ways(written: str) -> None:
    assert either_day(written) is None


@pytest.mark.parametrize("written", ["2019-W60", "winter 1916/19", "9999-W53", "9999年冬"])
def test_what_the_calendar_lacks_is_no_date(written: str) -> None:
    assert read_plain_date(written) is None
