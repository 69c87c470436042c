"""Times are told in UTC."""

from __future__ import annotations

import re

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.base.clock import now_utc, utc_time


def test_now_is_utc_to_the_second() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", now_utc())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2020-01-02", "2020-01-02T00:00:00Z"),
        ("2020-01-02T10:00:00+02:00", "2020-01-02T08:00:00Z"),
        ("2020-01-02T10:00:00Z", "2020-01-02T10:00:00Z"),
    ],
)
def test_a_time_is_brought_to_utc(given: str, kept: str) -> None:
    assert utc_time(given) == kept


def test_what_is_no_time_is_refused() -> None:
    with pytest.raises(InputError):
        utc_time("noon")


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_a_time_beyond_the_calendar_in_utc_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        utc_time(text)
