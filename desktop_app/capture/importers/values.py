"""What other programs write in their fields, as we write it: times, tags, addresses, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from desktop_app.core.highlight import Colour

_EPOCH = re.compile(r"\d{9,16}(?:\.\d+)?")
_TIMES = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S%z",
    "%Y/%m/%d %H:%M:%S",
    "%a %b %d %Y %H:%M:%S GMT%z",
    "%B %d, %Y %I:%M %p",
    "%b %d, %Y %I:%M %p",
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_COLOURS = {
    "red": Colour.PINK,
    "pink": Colour.PINK,
    "magenta": Colour.PINK,
    "purple": Colour.PINK,
    "blue": Colour.BLUE,
    "cyan": Colour.BLUE,
    "teal": Colour.BLUE,
    "indigo": Colour.BLUE,
    "green": Colour.GREEN,
}
#: Longest tag that is kept, as the store has it.
_MAX_TAG = 200
_UNTAGGED = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def told(value: object) -> str:
    """A JSON value that should be text, as text without white space at its ends."""
    return str(value).strip() if isinstance(value, str | int | float) else ""


def moment(value: object) -> str | None:
    """A time of another program (seconds since 1970, ISO 8601, …) in UTC; None for none."""
    text = told(value)
    if not text or isinstance(value, bool):
        return None
    try:
        found = _moment(text)
    except (ValueError, OverflowError, OSError):
        return None
    if found is None or not 1970 < found.year < 2200:
        return None
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(text: str) -> datetime | None:
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        while seconds > 1e11:  # milliseconds or microseconds
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        for form in _TIMES:
            try:
                found = datetime.strptime(re.sub(r" \([^)]*\)$", "", text), form)
                break
            except ValueError:
                continue
        else:
            return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day(value: object) -> str | None:
    """A published date as EDTF: the day of a time; a year or month as it is; None for none."""
    text = told(value)
    if re.fullmatch(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    found = moment(value)
    if found is None:
        return None
    # The day as it is written there: in UTC it may be the one before.
    return text[:10] if re.match(r"\d{4}-\d\d-\d\d", text) else found[:10]


def address(value: object) -> str | None:
    """An address on the web, None for anything else."""
    found = _ADDRESS.fullmatch(told(value))
    return found[0] if found else None


def tag(text: str) -> str:
    """A tag as ours are: parts parted by ``/``; empty for one without words."""
    parts = (" ".join(_UNTAGGED.sub(" ", part).split()) for part in text.split("/"))
    path = "/".join(filter(None, parts))
    return path[:_MAX_TAG].strip("/ ")


def tags(texts: Iterable[object]) -> tuple[str, ...]:
    """Each tag once, in their order."""
    return tuple(dict.fromkeys(filter(None, (tag(told(text)) for text in texts))))


def folder(path: Iterable[str]) -> str:
    """A folder as a tag; a stroke in a folder's own name doesn't part it."""
    return tag("/".join(each.replace("/", "∕") for each in path))


def colour(name: object) -> Colour:
    """The colour of ours that is nearest to another program's."""
    return _COLOURS.get(told(name).lower(), Colour.YELLOW)


def names(value: object) -> tuple[str, ...]:
    """Authors, parted by commas or semicolons; “unknown” is nobody."""
    parts = re.split(r"[;,]| and ", told(value)) if isinstance(value, str) else []
    return tuple(dict.fromkeys(each.strip() for each in parts if each.strip()))


def title(value: object, url: str | None) -> str | None:
    """A title in one line; None for none, and for one that only says the address again."""
    text = " ".join(told(value).split())
    bare = re.sub(r"^https?://(www\.)?|/$", "", text.lower())
    is_address = url is not None and bare == re.sub(r"^https?://(www\.)?|/$", "", url.lower())
    return None if not text or is_address else text


def row_problem(url_text: str) -> str:
    """Why a row without a usable address isn't taken over."""
    return f"“{url_text[:80]}” is no address on the web." if url_text else "It has no address."
