"""Web addresses as people type and paste them, made fit to be fetched."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from desktop_app.core.errors import CaptureError

#: Longer addresses than any browser or server takes.
MAX_ADDRESS_LENGTH = 8000

#: The Internet Archive's Wayback Machine.
WEB_ARCHIVE = "https://web.archive.org"

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_BARE_HOST = re.compile(
    r"(?:www\.|(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?=[/?#:]|$))", re.IGNORECASE
)
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_UNFIT = re.compile(r"[\x00-\x20\x7f]")
# A backslash parts host and path for browsers, and hides the host from everybody else.
_NO_HOST = re.compile(r"[\x00-\x20\x7f\\]")
_CREDENTIALS = re.compile(r"//[^/?#]{0,2000}@")
_WRAPPING = " \t\r\n\f\v\u00a0\u200b\u2060\ufeff<>\"'“”«»"
_ADVICE = "Give an address that starts with https:// or http://."


def checked_address(text: str) -> str:
    """The address in ``text``, with a scheme and without user name, password and fragment.

    White space, quotation marks and angle brackets round it are dropped, and ``www.example.org``
    becomes ``https://www.example.org``. Raises CaptureError ``bad-address`` for anything that is
    no http or https address.
    """
    address = text.strip(_WRAPPING)
    if len(address) > MAX_ADDRESS_LENGTH:
        raise CaptureError("bad-address", "This address is far too long to be one.", _ADVICE)
    if not _SCHEME.match(address) and _BARE_HOST.match(address):
        address = f"https://{address}"
    parts = _split(address)
    if parts.scheme.lower() not in ("http", "https"):
        raise _wrong_scheme(address, parts.scheme)
    host = parts.netloc.rpartition("@")[2]
    path = _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", parts.path)
    query = _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", parts.query)
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def is_address(text: str) -> bool:
    """Whether ``text`` is one web address and nothing else."""
    stripped = text.strip(_WRAPPING)
    if len(stripped) > MAX_ADDRESS_LENGTH:
        return False
    return _ADDRESS_ALONE.fullmatch(stripped) is not None


def archived_address(url: str, moment: str = "") -> str:
    """Where the Internet Archive would show its copy of ``url``; nobody is asked.

    The copy is the one nearest to ``moment`` (ISO 8601 in UTC), without one the newest.
    """
    when = "".join(filter(str.isdigit, moment))[:14]
    return f"{WEB_ARCHIVE}/web/{when}{'/' if when else ''}{url}"


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise _bad(address) from None
    if parts.scheme.lower() in ("http", "https") and (
        not has_host or _NO_HOST.search(parts.netloc)
    ):
        raise _bad(address)
    return parts


def _bad(address: str) -> CaptureError:
    shown = _CREDENTIALS.sub("//", address)[:200]
    return CaptureError("bad-address", f"“{shown}” isn't a web address.", _ADVICE)


def _wrong_scheme(address: str, scheme: str) -> CaptureError:
    if not scheme:
        return _bad(address)
    return CaptureError(
        "bad-address", f"Only http and https addresses can be fetched, not “{scheme}:”.", _ADVICE
    )
