from __future__ import annotations

import pytest

from desktop_app.core.dates_in_words import date_in_words, days_in_words, moment_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-04-14", "14 April 2023"),
        ("2023-04", "April 2023"),
        ("2023", "2023"),
        ("2023?", "2023 (uncertain)"),
        ("2023-04-13/2023-04-15", "13 – 15 April 2023"),
        ("2023-04-30/2023-05-02", "30 April – 2 May 2023"),
        ("1998-03~/1998-05~", "March – May 1998 (about)"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2000/2003?", "2000 – 2003 (uncertain)"),
        ("1914/..", "since 1914"),
        ("../1914-08", "until August 1914"),
        ("196X", "the 1960s"),
        ("18XX~", "the 19th century (about)"),
        ("20XX", "the 21st century"),
        ("2019-05-11~/2019-05-20~", "11 – 20 May 2019 (about)"),
        ("2023-04-14T09:30:00Z", "14 April 2023"),
    ],
)
def test_dates_are_told_as_a_reader_expects(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


def test_a_moment_keeps_its_time() -> None:
    assert moment_in_words("2026-11-23T15:40:00Z") == "23 November 2026, 15:40 UTC"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2008-01-01", "2010-12-31", "2008 – 2010"),
        ("2008-01-01", "2008-12-31", "2008"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2020-02-01", "2020-02-28", "1 – 28 February 2020"),
        ("2020-11-01", "2021-02-28", "November 2020 – February 2021"),
        ("2020-02-03", "2020-02-03", "3 February 2020"),
        ("0001-01-01", "9999-12-31", "0001 – 9999"),
    ],
)
def test_days_are_told_as_briefly_as_they_can_be(first: str, last: str, words: str) -> None:
    assert days_in_words(first, last) == words
