from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_dates import (
    date_in_address,
    iso_day,
    marked_dates,
)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1962-03-06T23:30:00-05:00", "1962-03-06"),
        ("19620306", "1962-03-06"),
        ("Tue, 6 March 1962 23:30", "1962-03-06"),
        ("1962-13-06", None),
        ("soon", None),
        ("1962-03-20", None),
        (None, None),
    ],
)
def test_a_stamp_is_the_outlet_s_own_day_and_never_in_the_future(
    value: str | None, day: str | None
) -> None:
    assert iso_day(value, "1962-03-09") == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/1962/03/06/vote", "1962-03-06"),
        ("https://a.example/2021/03/06/vote", "2021-03-06"),
        ("https://a.example/vote-20210306.html", "2021-03-06"),
        ("https://a.example/2021/mar/06/vote", "2021-03-06"),
        ("https://a.example/2021/march/6/vote", "2021-03-06"),
        ("https://a.example/2021/vote/6/x", None),
        ("https://a.example/2021/44/06/vote", None),
        (None, None),
    ],
)
def test_the_address_may_carry_the_day(url: str | None, day: str | None) -> None:
    assert date_in_address(url, "2022-01-01") == day


def test_microdata_comes_before_other_times_and_comments_are_passed_over() -> None:
    root = parse_page(
        '<div class="comments"><time datetime="1962-03-01">x</time></div>'
        '<time datetime="1962-03-05">x</time><span itemprop="datePublished">6 March 1962</span>'
    ).root

    assert list(marked_dates(root)) == [("published", "6 March 1962"), ("published", "1962-03-05")]


def test_a_time_below_the_headline_comes_before_one_in_the_menu() -> None:
    root = parse_page(
        '<time datetime="1962-03-01">x</time><h1>Vote</h1><time datetime="1962-03-05">x</time>'
    ).root

    assert [day for _, day in marked_dates(root)] == ["1962-03-05", "1962-03-01"]
