"""A real HTTP server on the loopback address that answers as a test tells it to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

#: Writes an answer of its own, for what a ``Reply`` can't say: drips, broken bodies, odd headers.
Respond = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers for one path; ``headers`` replace those it would send itself."""

    body: bytes | str = b""
    status: int = 200
    content_type: str | None = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        handler.send_response(self.status)
        sent = {"Content-Length": str(len(body))}
        if self.content_type is not None:
            sent["Content-Type"] = self.content_type
        for name, value in {**sent, **self.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)


class LoopbackServer:
    """Answers by path; remembers the headers of every request in ``requests``."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.host = host
        self.replies: dict[str, Respond] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        #: Set when the test is over, so that an answer made to hang may end.
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer((host, 0), self._handler_class())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._server.server_address[1]

    def url(self, path: str = "/") -> str:
        """The address of ``path`` here."""
        return f"http://{self.host}:{self.port}{path}"

    def reply(self, path: str, body: bytes | str = b"", **how: object) -> str:
        """Answer ``path`` with a ``Reply``; gives its address."""
        return self.respond(path, Reply(body, **how))  # type: ignore[arg-type]

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """Send ``path`` on to another address; gives its own."""
        return self.reply(path, status=status, content_type=None, headers={"Location": to})

    def respond(self, path: str, respond: Respond) -> str:
        """Let a function answer ``path``; gives its address."""
        self.replies[path] = respond
        return self.url(path)

    def __enter__(self) -> LoopbackServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler_class(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - two selves meet here
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.close_connection = True
                server.requests.append((self.path, dict(self.headers)))
                respond = server.replies.get(self.path, Reply("no such page", status=404))
                try:
                    respond(self)
                except (BrokenPipeError, ConnectionResetError):
                    return  # the client had enough, which some tests are about

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@pytest.fixture
def loopback_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackServer]:
    """A running server; proxies of the machine are left aside."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with LoopbackServer() as server:
        yield server
