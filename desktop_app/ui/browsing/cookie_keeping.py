"""Keeps the cookies of the sites that the user wants to stay logged in at.

Qt WebEngine keeps the cookies of all sites or of none. So its profile keeps none, and those of the
kept sites are put into it when it starts and written down when they change.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QDateTime, QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkCookie
from PySide6.QtWebEngineCore import QWebEngineProfile

from desktop_app.core.errors import AppError
from desktop_app.services.browsing.kept_sites import KeptCookie, KeptSites, same_site

_WRITE_AFTER_MS = 1_000
#: Setting a cookie isn't answered; a page is asked for when all have come back, or after so long.
_SET_WITHIN_MS = 2_000
_Key = tuple[str, str, bytes]


class CookieKeeping(QObject):
    """``ready`` tells, once, that the kept cookies are in the profile."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, profile: QWebEngineProfile, sites: KeptSites, parent: QObject) -> None:
        super().__init__(parent)
        self.sites = sites
        self._store = profile.cookieStore()
        self._cookies: dict[_Key, QNetworkCookie] = {}
        self._awaited: set[_Key] = set()
        self._write_soon = QTimer(self)
        self._write_soon.setSingleShot(True)
        self._write_soon.setInterval(_WRITE_AFTER_MS)
        self._write_soon.timeout.connect(self.write)
        self._store.cookieAdded.connect(self._on_added)
        self._store.cookieRemoved.connect(self._on_removed)
        self._put_back()

    def keep(self, host: str) -> None:
        """Keep the cookies of this host, those it has and those to come."""
        self._say_failure(lambda: self.sites.keep(host))
        self.write()

    def forget(self, host: str) -> None:
        """Throw the cookies of this host away, here and on the disk."""
        for cookie in [each for each in self._cookies.values() if same_site(each.domain(), host)]:
            self._store.deleteCookie(cookie)
        self._say_failure(lambda: self.sites.forget(host))

    def write(self) -> None:
        """Write the cookies of kept sites down now."""
        self._write_soon.stop()
        self._say_failure(lambda: self.sites.set_cookies(map(_written, self._cookies.values())))

    def _put_back(self) -> None:
        now = QDateTime.currentDateTimeUtc()
        for kept in (cookie for site in self.sites.all() for cookie in site.cookies):
            for cookie in QNetworkCookie.parseCookies(QByteArray(kept.header.encode())):
                if not cookie.isSessionCookie() and cookie.expirationDate() <= now:
                    continue
                cookie.setDomain(kept.domain)
                self._awaited.add(_key(cookie))
                self._set(cookie)
        if self._awaited:
            QTimer.singleShot(_SET_WITHIN_MS, self, self._wait_no_more)
        else:
            QTimer.singleShot(0, self, self.ready.emit)

    def _set(self, cookie: QNetworkCookie) -> None:
        origin = QUrl()
        origin.setScheme("https" if cookie.isSecure() else "http")
        origin.setHost(cookie.domain().lstrip("."))
        origin.setPath(cookie.path() or "/")
        if not cookie.domain().startswith("."):
            cookie.setDomain("")  # else it would be sent to every host below as well
        self._store.setCookie(cookie, origin)

    def _wait_no_more(self) -> None:
        if self._awaited:
            self._awaited.clear()
            self.ready.emit()

    def _on_added(self, cookie: QNetworkCookie) -> None:
        key = _key(cookie)
        self._cookies[key] = QNetworkCookie(cookie)
        if self.sites.is_kept(cookie.domain()):
            self._write_soon.start()
        if key in self._awaited:
            self._awaited.discard(key)
            if not self._awaited:
                self.ready.emit()

    def _on_removed(self, cookie: QNetworkCookie) -> None:
        self._cookies.pop(_key(cookie), None)
        if self.sites.is_kept(cookie.domain()):
            self._write_soon.start()

    def _say_failure(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AppError as failure:
            self.failed.emit(failure)


def _key(cookie: QNetworkCookie) -> _Key:
    return cookie.domain(), cookie.path(), bytes(cookie.name().data())


def _written(cookie: QNetworkCookie) -> KeptCookie:
    raw = cookie.toRawForm(QNetworkCookie.RawForm.Full).data()
    return KeptCookie(cookie.domain(), bytes(raw).decode("utf-8", "replace"))
