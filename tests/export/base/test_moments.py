"""Times in UTC."""

from __future__ import annotations

import pytest

from desktop_app.export.base.moments import utc_text


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("2026-11-23T15:40:00Z", "2026-11-23T15:40:00Z"),
        ("2026-11-23T15:40:00.25+02:00", "2026-11-23T13:40:00Z"),
        ("2026-11-23", "2026-11-23T00:00:00Z"),
        ("0001-01-01T00:00:00+05:00", "1970-01-01T00:00:00Z"),
        ("soon\r\nWARC-Type: x", "1970-01-01T00:00:00Z"),
        ("", "1970-01-01T00:00:00Z"),
    ],
)
def test_a_time_is_told_to_the_second(time: str, told: str) -> None:
    assert utc_text(time) == told
