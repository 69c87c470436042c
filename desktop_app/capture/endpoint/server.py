"""The server: a thread with an event loop of its own, on the first free of a few ports."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from desktop_app.capture.endpoint.connection import HttpConnection
from desktop_app.capture.endpoint.desk import Desk
from desktop_app.capture.endpoint.exchange import Exchange
from desktop_app.capture.endpoint.rates import Rates
from desktop_app.capture.endpoint.room import Room
from desktop_app.core.errors import AppError

_log = logging.getLogger(__name__)

#: Never another one: nothing of this is for the network.
_ADDRESS = "127.0.0.1"
_MAX_CONNECTIONS, _BACKLOG = 64, 64
_THREADS = 3
#: What all bodies together may take: four of the largest clips.
_ROOM_BYTES = 100 * 2**20


class EndpointServer:
    """Serves until it is stopped. Start and stop may be called from any thread."""

    def __init__(self, desk: Desk, ports: Sequence[int], rates: Rates | None = None) -> None:
        self._desk, self._ports, self._rates = desk, tuple(ports), rates
        self._room = Room(_ROOM_BYTES)
        self._open: dict[asyncio.Task[None], HttpConnection] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._thread: threading.Thread | None = None
        self._workers: ThreadPoolExecutor | None = None
        #: The port it listens on; 0 until it does.
        self.port = 0

    def start(self) -> int:
        """Listen, then serve on a thread of its own; gives the port.

        Raises AppError where none of the ports is free.
        """
        listening = _listening_socket(self._ports)
        self.port = listening.getsockname()[1]
        self._workers = ThreadPoolExecutor(_THREADS, thread_name_prefix="endpoint")
        ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(listening, ready)), name="endpoint"
        )
        self._thread.start()
        ready.wait()
        return self.port

    def stop(self) -> None:
        """Finish what is being answered, close every connection, and end the threads."""
        if self._thread is None:
            return
        if self._loop is not None and self._stopping is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()
        self._thread = None
        if self._workers is not None:
            self._workers.shutdown(wait=True)
        self.port = 0

    async def _serve(self, listening: socket.socket, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        exchange = Exchange(self._desk, self.port, self._rates)

        async def run(call, *values):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN202
            return await asyncio.get_running_loop().run_in_executor(self._workers, call, *values)

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._make_way()
            connection = HttpConnection(reader, writer, exchange, run, self._room)
            task = asyncio.get_running_loop().create_task(connection.serve())
            self._open[task] = connection
            task.add_done_callback(self._on_ended)

        server = await asyncio.start_server(accept, sock=listening, backlog=_BACKLOG)
        ready.set()
        async with server:
            await self._stopping.wait()
            server.close()
            await self._close_connections()

    def _make_way(self) -> None:
        """Where all connections are taken, the one that has waited longest gives way.

        So whoever opens connections and says nothing keeps nobody out.
        """
        if len(self._open) < _MAX_CONNECTIONS:
            return
        idle = (task for task, connection in self._open.items() if connection.is_idle)
        oldest = next(idle, None) or next(iter(self._open))
        oldest.cancel()
        del self._open[oldest]

    def _on_ended(self, task: asyncio.Task[None]) -> None:
        self._open.pop(task, None)
        if not task.cancelled() and (fault := task.exception()) is not None:
            _log.error("a connection failed", exc_info=fault)

    async def _close_connections(self) -> None:
        """Idle ones at once, those being answered after a moment."""
        for task, connection in self._open.items():
            if connection.is_idle:
                task.cancel()
        if self._open:
            _, late = await asyncio.wait(list(self._open), timeout=2.0)
            for task in late:
                task.cancel()


def _listening_socket(ports: Sequence[int]) -> socket.socket:
    for port in ports:
        # The protocol is named: without, asyncio leaves Nagle's algorithm on.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        # On Windows the usual option would let another program take the port over.
        option = socket.SO_REUSEADDR
        if sys.platform == "win32":
            option = socket.SO_EXCLUSIVEADDRUSE
        listening.setsockopt(socket.SOL_SOCKET, option, 1)
        try:
            listening.bind((_ADDRESS, port))
            listening.listen(_BACKLOG)
        except OSError as fault:
            listening.close()
            if fault.errno in (errno.EADDRINUSE, errno.EACCES):
                continue
            raise AppError(
                f"Browsers can't send to Cuttings: {fault.strerror}.",
                "See whether this machine has a loopback address (127.0.0.1).",
            ) from fault
        return listening
    named = "port " + " or ".join(map(str, ports)) if ports else "no port"
    raise AppError(
        f"Browsers can't send to Cuttings: {named} is free for it.",
        "Close another program that uses them, or another Cuttings.",
    )
