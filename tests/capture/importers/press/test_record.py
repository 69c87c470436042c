"""Bylines and dates as press databases write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.importers.press.record import authors_of, language_code
from desktop_app.capture.importers.press.told_dates import date_of_line, told_date
from desktop_app.core.dates import EdtfDate


@pytest.mark.parametrize(
    ("byline", "authors", "is_whole"),
    [
        ("By Jane Roe", ("Jane Roe",), True),
        ("By JANE ROE and JOHN DOE", ("Jane Roe", "John Doe"), True),
        ("Von Anna Müller und Bo Meier, Berlin", ("Anna Müller", "Bo Meier"), False),
        ("Roe, Jane; Doe, John", ("Jane Roe", "John Doe"), True),
        ("By Jane Roe in Kyiv; jroe@paper.example", ("Jane Roe",), False),
        ("Jane Roe, Staff Writer", ("Jane Roe",), False),
        ("Ursula von der Leyen", ("Ursula von der Leyen",), True),
        ("Anna Smit en Bo Jansen", ("Anna Smit", "Bo Jansen"), True),
        ("Di Mario Rossi e Anna Bianchi", ("Mario Rossi", "Anna Bianchi"), True),
        ("De nuestro corresponsal", (), False),
        ("李明", ("李明",), True),
    ],
)
def test_bylines(byline: str, authors: tuple[str, ...], is_whole: bool) -> None:
    assert authors_of(byline) == (authors, is_whole)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("April 14, 2023 Friday", "2023-04-14"),
        ("Friday 14 April 2023 12:01 AM EST", "2023-04-14"),
        ("27. Februar 2012 Montag 9:50 PM GMT+1", "2012-02-27"),
        ("Freitag 14. März 2023", "2023-03-14"),
        ("vendredi 1er août 2023", "2023-08-01"),
        ("14 de abril de 2023 viernes", "2023-04-14"),
        ("14 aprile 2023 venerdì", "2023-04-14"),
        ("14 april 2023", "2023-04-14"),
        ("14 дек 2020", "2020-12-14"),
        ("2023年4月14日", "2023-04-14"),
        ("Sept 3, 2019", "2019-09-03"),
        ("14 juil. 2019", "2019-07-14"),
        ("14/04/2023", "2023-04-14"),
        ("03/04/2023", "2023"),
        ("Mai 2020", "2020-05"),
        ("31 February 2020", "2020-02"),
        ("Spring 2023", "2023"),
        ("someday", None),
    ],
)
def test_dates(written: str, meant: str | None) -> None:
    assert told_date(written) == meant


@pytest.mark.parametrize(
    "line",
    [
        "The March 2020 lockdown",
        "Date and Time: April 14, 2023",
        "On April 14, 2023 the mill at Velm burnt down",
    ],
)
def test_a_line_that_only_holds_a_date_is_none(line: str) -> None:
    assert date_of_line(line) is None


@given(st.text(max_size=80))
def test_whatever_a_line_says_its_date_is_one(line: str) -> None:
    for found in (told_date(line), date_of_line(line)):
        if found is not None:
            assert EdtfDate.parse(found).text == found


def test_languages_by_name() -> None:
    assert language_code("GERMAN; DEUTSCH") == "de"
    assert language_code("Klingon") is None
