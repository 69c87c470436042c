"""Days fall into the bucket that is as exact as what is known."""

from __future__ import annotations

import pytest

from desktop_app.core.dates import EdtfDate
from desktop_app.store.timeline.timeline import bucket_label, buckets


@pytest.mark.parametrize(
    ("date", "by", "label"),
    [
        ("2023-04-13", "day", "2023-04-13"),
        ("2023-04-16", "week", "2023-04-10/2023-04-16"),
        ("2023-04-17", "week", "2023-04-17/2023-04-23"),
        ("2024-12-31", "week", "2024-12-30/2025-01-05"),
        ("2023-04", "day", "2023-04"),
        ("2023-12", "day", "2023-12"),
        ("2023-04", "year", "2023"),
        ("2023", "month", "2023"),
        ("2023", "day", "2023"),
        ("2023-04-13/2023-04-15", "day", "2023-04-13/2023-04-15"),
        ("2023-04-13/2023-04-15", "month", "2023-04"),
        ("2023-04-28/2023-05-02", "month", "2023-04-28/2023-05-02"),
        ("2022-12-30/2023-01-02", "year", "2022-12-30/2023-01-02"),
        ("196X", "year", "1960-01-01/1969-12-31"),
        ("../2023-04-13", "day", "../2023-04-13"),
        ("9999-12-31", "week", "9999-12-31"),
        ("0001-01-01", "week", "0001-01-01"),
    ],
)
def test_a_date_has_its_bucket(date: str, by: str, label: str) -> None:
    parsed = EdtfDate.parse(date)

    found = bucket_label(parsed.earliest, parsed.latest, by)

    assert found == label
    assert EdtfDate.parse(found).earliest <= parsed.earliest
    assert EdtfDate.parse(found).latest >= parsed.latest


def test_buckets_are_summed_and_in_order() -> None:
    spans = [
        ("2023-04-13", "2023-04-13", 2),
        ("2023-01-01", "2023-12-31", 1),
        ("2023-04-02", "2023-04-02", 3),
        ("2022-04-02", "2022-04-02", 4),
    ]

    found = [(bucket.date, bucket.count) for bucket in buckets(spans, "month")]

    assert found == [("2022-04", 4), ("2023", 1), ("2023-04", 5)]
