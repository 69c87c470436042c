"""Where a link of a document may lead: an address that all programs take for one, or nowhere."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from desktop_app.export.base.visible_text import visible

#: Longer addresses are told as text.
_LONGEST = 2_000
_WEB = ("http", "https")
_HOST = re.compile(r"[\w.\-]+|\[[0-9a-fA-F:.]+\]")
_MAIL = re.compile(r"mailto:[\w.+\-]+@[\w.\-]+", re.ASCII)
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PATH = "/:@!$&'()*+,;=%~-._?"


def link_target(address: str) -> str:
    """The address with whatever an address can't hold escaped; empty where it can't be one.

    Only the web's and those of mail: a wrong address makes Word call the whole file damaged.
    """
    address = visible(address).strip()
    if _MAIL.fullmatch(address):
        return address
    if len(address) > _LONGEST:
        return ""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError, of names that are none, is one
        return ""
    if parts.scheme not in _WEB or not _HOST.fullmatch(host):
        return ""
    place = host if port is None else f"{host}:{port}"
    query = f"?{_escaped(parts.query)}" if parts.query else ""
    fragment = f"#{_escaped(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{place}{_escaped(parts.path)}{query}{fragment}"


def _escaped(part: str) -> str:
    return quote(_NO_ESCAPE.sub("%25", part), safe=_PATH)
