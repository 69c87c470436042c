"""The endpoint of one archive, from its start to its end: the server, the code, who is paired."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.services.base.settings import Settings
from desktop_app.services.receiving.paired_browsers import PairedBrowsers
from desktop_app.services.receiving.pairing_code import PairingCode
from desktop_app.services.receiving.received_clips import ReceivedClips
from desktop_app.services.receiving.running import Running, is_served, tell_ended, tell_running

if TYPE_CHECKING:
    from desktop_app.capture.endpoint.server import EndpointServer
    from desktop_app.store.archive import Archive


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told, on the endpoint's threads: a clip came, a browser was paired, a window wanted.

    ``window_wanted`` is None where there is no window.
    """

    clip_kept: Callable[[], None]
    paired: Callable[[str], None]
    window_wanted: Callable[[int | None], None] | None = None


class Serving:
    """Serves an archive to the user's browsers until it is stopped."""

    def __init__(
        self, settings: Settings, archive: Callable[[], Archive], listeners: Listeners
    ) -> None:
        self._settings, self._archive, self._listeners = settings, archive, listeners
        self.browsers = PairedBrowsers(settings.config_folder)
        self.code = PairingCode()
        self._lock = threading.Lock()
        self._is_over = False
        self._running: Running | None = None
        self._server: EndpointServer | None = None

    @property
    def port(self) -> int:
        """The port it listens on; 0 while it doesn't."""
        return self._server.port if self._server is not None else 0

    def start(self) -> int:
        """Listen; gives the port, 0 where it was stopped meanwhile.

        May take a moment, so never on the window's thread. Raises AppError where no port is free.
        """
        with self._lock:
            return 0 if self._is_over else self._start()

    def _start(self) -> int:
        # Imported here: the window's start doesn't wait for it.
        from desktop_app.capture.endpoint.server import EndpointServer  # noqa: PLC0415
        from desktop_app.services.receiving.receiving_desk import ReceivingDesk  # noqa: PLC0415

        listeners, secret = self._listeners, secrets.token_urlsafe(32)
        desk = ReceivingDesk(
            self._archive,
            self.browsers,
            self.code,
            secret=secret,
            clip_kept=listeners.clip_kept,
            paired=listeners.paired,
            window_wanted=listeners.window_wanted,
        )
        is_alone = not is_served(self._settings)
        server = EndpointServer(desk, self._settings.endpoint_ports)
        port = server.start()
        self._server = server
        if is_alone:
            # What an earlier run was ended in the midst of.
            ReceivedClips(self._archive).free_claims()
        self._running = Running(port, secret, listeners.window_wanted is not None)
        tell_running(self._settings, self._running)
        return port

    def stop(self) -> None:
        """Answer what is under way, and never listen again."""
        with self._lock:
            self._is_over = True
            self._stop()

    def _stop(self) -> None:
        if self._running is not None:
            tell_ended(self._settings, self._running)
            self._running = None
        if self._server is not None:
            self._server.stop()
            self._server = None
