"""The sites whose cookies outlive the window that shows pages, because the user said so.

Everything else that a page stores is forgotten when the window is closed. The file belongs to one
archive and lies beside the settings, readable by the user alone: never beside the archive, which
may be shared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.private_file import write_private
from desktop_app.services.base.settings import Settings

_LARGEST_FILE = 20_000_000
#: A browser keeps at most 180 cookies of a site.
_MOST_COOKIES = 500


@dataclass(frozen=True, slots=True)
class KeptCookie:
    """A cookie as the header ``Set-Cookie`` writes it, and the host or ``.domain`` it is for."""

    domain: str
    header: str


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A site, since when it is kept (ISO 8601, UTC), and its cookies."""

    host: str
    since: str
    cookies: tuple[KeptCookie, ...] = ()


class KeptSites:
    """The kept sites of one archive; whoever opens it reads the file once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sites = _read(path)

    def all(self) -> list[KeptSite]:
        """Every kept site by name."""
        return [self._sites[host] for host in sorted(self._sites)]

    def is_kept(self, host: str) -> bool:
        """Whether the cookies of this host outlive the window."""
        return any(same_site(host, kept) for kept in self._sites)

    def keep(self, host: str) -> None:
        """Keep a site from now on. Raises AppError where the file can't be written."""
        if not self.is_kept(host):
            self._sites[site_of(host)] = KeptSite(site_of(host), now_utc())
            self._write()

    def forget(self, host: str) -> None:
        """Keep a site no more, and none of its cookies. AppError where it can't be written."""
        self._sites = {
            kept: site for kept, site in self._sites.items() if not same_site(host, kept)
        }
        self._write()

    def set_cookies(self, cookies: Iterable[KeptCookie]) -> None:
        """Of all these cookies keep those of kept sites, in place of the ones kept before."""
        given = list(cookies)
        changed = {
            host: KeptSite(host, site.since, _cookies_of(host, given))
            for host, site in self._sites.items()
        }
        if changed != self._sites:
            self._sites = changed
            self._write()

    def _write(self) -> None:
        sites = [
            {
                "host": site.host,
                "since": site.since,
                "cookies": [[each.domain, each.header] for each in site.cookies],
            }
            for site in self.all()
        ]
        write_private(self._path, json.dumps({"sites": sites}, ensure_ascii=False, indent=1))


def kept_sites_path(settings: Settings) -> Path:
    """Where the kept sites of the archive are written."""
    archive = str(settings.archive_path)
    number = hashlib.sha256(archive.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    name = f"{settings.archive_path.stem[:60]}-{number}.json"
    return settings.config_folder / "sites" / name


def site_of(host: str) -> str:
    """The name by which a site is kept: its host without ``www.``."""
    return host.lower().removeprefix("www.")


def same_site(host: str, kept: str) -> bool:
    """Whether a host or a cookie's domain belongs to a kept site.

    That is the site itself, what is below it, and the domain above it for which it may set cookies
    (a public suffix it isn't: browsers refuse such cookies).
    """
    given = site_of(host.lstrip("."))
    if given == kept or given.endswith(f".{kept}"):
        return True
    return host.startswith(".") and kept.endswith(f".{given}")


def _cookies_of(kept: str, cookies: Sequence[KeptCookie]) -> tuple[KeptCookie, ...]:
    found = [each for each in cookies if same_site(each.domain, kept)]
    return tuple(sorted(found, key=lambda each: (each.domain, each.header)))[:_MOST_COOKIES]


def _read(path: Path) -> dict[str, KeptSite]:
    try:
        with path.open(encoding="utf-8") as file:
            values = json.loads(file.read(_LARGEST_FILE))
        return {site.host: site for site in map(_site, values["sites"])}
    except (OSError, ValueError, TypeError, KeyError):
        return {}  # nothing kept, or nothing of ours: then no site is


def _site(value: Mapping[str, object]) -> KeptSite:
    cookies = value["cookies"]
    if not isinstance(cookies, list):
        raise TypeError("the cookies are no list")
    read = tuple(KeptCookie(str(domain), str(header)) for domain, header in cookies)
    return KeptSite(str(value["host"]), str(value["since"]), read)
