"""EDTF dates: the forms that are read, the days they cover, what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-04-13", "2023-04-13", "2023-04-13"),
        ("2023-04-13T09:30:00Z", "2023-04-13", "2023-04-13"),
        ("2023?", "2023-01-01", "2023-12-31"),
        ("196X", "1960-01-01", "1969-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2023-04-13/2023-04-15", "2023-04-13", "2023-04-15"),
        ("2014/..", "2014-01-01", "9999-12-31"),
        ("../1945-05-08", "0001-01-01", "1945-05-08"),
    ],
)
def test_a_date_knows_the_days_it_covers(text: str, earliest: str, latest: str) -> None:
    moment = EdtfDate.parse(text)
    assert (moment.earliest, moment.latest) == (earliest, latest)
    assert str(moment) == text


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2023-13", "2023-02-30", "0000", "196X-04", "2024/2023", "2023-4-1"]
)
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(InputError) as failure:
        EdtfDate.parse(text)
    assert failure.value.next_step


@pytest.mark.parametrize(("text", "uncertain"), [("2023?", True), ("196X", True), ("2023", False)])
def test_doubt_is_told(text: str, uncertain: bool) -> None:
    assert EdtfDate.parse(text).uncertain is uncertain


@given(st.dates())
def test_every_day_is_its_own_bounds(day: date) -> None:
    moment = EdtfDate.parse(day.isoformat())
    assert moment.earliest == moment.latest == day.isoformat()


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        moment = EdtfDate.parse(text)
    except InputError:
        return
    assert moment.earliest <= moment.latest
