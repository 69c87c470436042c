"""The one place that asks what time it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from desktop_app.core.errors import InputError


def now_utc() -> str:
    """The present moment as ISO 8601 in UTC, to the second: ``2026-11-23T15:40:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds_now() -> float:
    """The present moment in seconds since 1970, for what is planned ahead."""
    return time.time()


def utc_time(text: str) -> str:
    """A time given by the user, as this archive writes it; a day alone means its first second.

    A time without a zone is taken as local. Raises InputError for anything else.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        moment_in_utc = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(
            f"“{text}” isn't a time that can be read.", "Write it as 2023-04-14T09:30:00Z."
        ) from None
    if len(text.strip()) == len("2023-04-14"):
        return f"{moment:%Y-%m-%d}T00:00:00Z"
    return f"{moment_in_utc:%Y-%m-%dT%H:%M:%SZ}"
