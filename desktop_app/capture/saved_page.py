"""What saved pages tell of themselves: the address they were saved from, and when.

SingleFile, monolith and the browsers' “Save page as” write a comment near the top of the HTML;
MHTML and webarchive have fields of their own, which their modules read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.media_types import HTML, MHTML, WEBARCHIVE, XHTML
from desktop_app.capture.mhtml import read_mhtml
from desktop_app.capture.webarchive import read_webarchive
from desktop_app.core.errors import AppError

# The comment may stand behind an <html> tag with a long style of its own.
_SEARCHED_BYTES = 32768
_SINGLE_FILE = re.compile(
    rb"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:[ \t]{0,9}(?P<url>\S{1,8000})"
    rb"(?:\s{1,20}saved date:[ \t]{0,9}(?P<time>[^\r\n]{1,200}))?"
)
_MONOLITH = re.compile(
    rb"<!-- Saved from (?P<url>\S{1,8000}) at (?P<time>\S{10,40}) using monolith"
)
_BROWSER = re.compile(rb"<!-- saved from url=\(\d{4,5}\)(?P<url>\S{1,8000}) -->")
# How JavaScript writes a date: “Fri May 02 2025 10:11:12 GMT+0200 (Central European Summer Time)”.
_SCRIPT_DATE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2}) GMT([+-]\d{4})"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a page was saved, as far as it says; the time is ISO 8601 in UTC."""

    url: str | None = None
    saved: str | None = None


def origin_of_html(content: bytes) -> Origin:
    """The origin that a saved HTML page's comment tells; empty where there is none."""
    start = content[:_SEARCHED_BYTES]
    for pattern in (_SINGLE_FILE, _MONOLITH, _BROWSER):
        if found := pattern.search(start):
            groups = found.groupdict()
            return Origin(_address(groups["url"]), _time(groups.get("time")))
    return Origin()


def saved_address(content: bytes, media_type: str) -> str | None:
    """The address that a saved page of any kind gives for itself, or None."""
    if media_type in (HTML, XHTML):
        return origin_of_html(content).url
    if media_type == MHTML:
        return web_address(read_mhtml(content).url)
    if media_type == WEBARCHIVE:
        return web_address(read_webarchive(content).url)
    return None


def web_address(text: str | None) -> str | None:
    """``text`` as a web address, or None where it is none (``about:blank``, a local file)."""
    if not text:
        return None
    try:
        return checked_address(text)
    except AppError:
        return None


def utc_moment(moment: datetime) -> str:
    """A time as this archive writes it; one without a zone counts as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _address(raw: bytes) -> str | None:
    return web_address(raw.decode("utf-8", errors="replace"))


def _time(raw: bytes | None) -> str | None:
    if raw is None:
        return None
    text = raw.decode("utf-8", errors="replace")
    script_date = _SCRIPT_DATE.match(text)
    try:
        if script_date:
            written = f"{script_date[1]} {script_date[2]}"
            return utc_moment(datetime.strptime(written, "%b %d %Y %H:%M:%S %z"))
        return utc_moment(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError):
        return None
