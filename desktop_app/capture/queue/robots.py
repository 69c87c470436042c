"""What sites ask of programs that fetch without somebody who looks on: robots.txt (RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.capture.content_coding import UnfoldsTooFarError, UnknownCodingError, decoded
from desktop_app.core.errors import CaptureError

if TYPE_CHECKING:
    from protego import Protego

#: As what Cuttings looks itself up: the product's name in its User-Agent.
AGENT = "Cuttings"
#: At least so many bytes have to be read, by RFC 9309, 2.5; no rules need more.
MAX_BYTES = 500 * 1024
#: For so long, in seconds, what a site asked may be remembered (RFC 9309, 2.4).
_REMEMBERED = 24 * 3_600
#: A site can't have us wait longer than this between two pages.
MAX_DELAY = 60.0
_SECONDS, _REDIRECTS = 20.0, 5
#: What tells nothing of the site's wishes (RFC 9309, 2.3.1.3): all may be fetched.
_NO_RULES = frozenset({"gone", "login", "client", "empty", "not-a-page", "redirects"})


@dataclass(frozen=True, slots=True)
class SiteRules:
    """What one site asks for: which addresses not to fetch, and how long to wait between two."""

    parsed: Protego | None = None

    def allows(self, url: str) -> bool:
        """Whether the site has nothing against it."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """The seconds to wait between two pages, 0 where nothing is asked for."""
        asked = None if self.parsed is None else self.parsed.crawl_delay(AGENT)
        return min(max(asked or 0.0, 0.0), MAX_DELAY)


class RobotsBook:
    """The rules of each site, fetched when its first page is, and kept in memory for a day.

    Used by several threads, but for one site by one of them at a time.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, SiteRules]] = {}

    def rules_for(self, url: str, cancelled: Callable[[], bool]) -> SiteRules:
        """What the site of this address asks for.

        Raises CaptureError where the site can't tell just now, in which case RFC 9309 wants
        nothing to be fetched either.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc.lower()}"
        when, rules = self._known.get(site, (0.0, None))
        if rules is not None and time.monotonic() - when < _REMEMBERED:
            return rules
        rules = _fetched(f"{site}/robots.txt", cancelled)
        self._known[site] = (time.monotonic(), rules)
        return rules


def forbidden(url: str, host: str) -> CaptureError:
    """The failure of an address that the site doesn't want to be fetched by programs."""
    return CaptureError(
        "robots",
        f"{host} asks programs not to fetch this page (robots.txt).",
        "Open it in your browser and clip it from there, or try again ignoring robots.txt.",
    )


def _fetched(address: str, cancelled: Callable[[], bool]) -> SiteRules:
    # Imported here since both take long to load and most starts fetch nothing.
    from protego import Protego  # noqa: PLC0415

    from desktop_app.capture.http_transfer import Limits, transfer  # noqa: PLC0415

    try:
        limits = Limits(seconds=_SECONDS, size=MAX_BYTES, redirects=_REDIRECTS)
        answer = transfer(address, limits, cancelled)
        content, _ = decoded(answer.body, answer.codings, limit=MAX_BYTES)
    except CaptureError as failure:
        if failure.kind in _NO_RULES:
            return SiteRules()
        if failure.kind == "too-large":
            raise CaptureError(
                "robots", "The site's robots.txt is far too large to be read.", _OVERRIDE
            ) from failure
        raise
    except (UnfoldsTooFarError, UnknownCodingError) as fault:
        raise CaptureError("robots", "The site's robots.txt can't be read.", _OVERRIDE) from fault
    return SiteRules(Protego.parse(content.decode("utf-8", "replace")))


_OVERRIDE = "Open the page in your browser, or try again ignoring robots.txt."
