"""Times as other programs' files want them, from those that the archive keeps."""

from __future__ import annotations

from datetime import UTC, datetime

_NONE = datetime(1970, 1, 1, tzinfo=UTC)


def utc_moment(time: str) -> datetime:
    """An ISO 8601 time to the second in UTC; the beginning of 1970 where it is none."""
    try:
        moment = datetime.fromisoformat(time)
        told = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _NONE
    return told.replace(microsecond=0)


def utc_text(time: str) -> str:
    """The same as ``2026-11-23T15:40:00Z``."""
    return f"{utc_moment(time).replace(tzinfo=None).isoformat()}Z"
