"""The loopback endpoint as the extension knows it, without an archive behind it.

For what the real one can't be made to do in a test: to be slow, to refuse, to forget. That the two
understand each other is tested with the real one in ``test_clip_in_browser``.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CODE = "246810"
TOKEN = "a-token-of-the-test"


@dataclass
class CuttingsDouble:
    """Listens while it is open; ``clips`` are those received, by id, in their order."""

    port: int = 0
    paired: bool = True
    clips: dict[str, dict[str, Any]] = field(default_factory=dict)
    articles: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    #: What it says of every clip asked about.
    outcome: dict[str, Any] = field(default_factory=lambda: {"state": "stored"})
    #: An answer given to every clip handed over: status, headers and body.
    refusal: tuple[int, dict[str, str], dict[str, Any]] | None = None
    asked: list[str] = field(default_factory=list)
    #: The Authorization headers that came.
    tokens: list[str] = field(default_factory=list)
    #: What is answered to a challenge, where it isn't the right answer: by its port.
    proves: Callable[[str, int], str] | None = None

    def open(self) -> None:
        """Listen, on the same port as before where it was open already."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler_class())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, method: str, path: str, token: str, body: Any) -> tuple[int, Any]:
        """The status and body for a request."""
        may = self.paired and token == f"Bearer {TOKEN}"
        if path == "/v1/hello":
            hello = {"application": "cuttings", "version": "0.1.0", "protocol": 1, "paired": may}
            return 200, hello
        if path == "/v1/proof":
            return self._proof(body["challenge"], body["asker"])
        if path == "/v1/pair":
            right = body["code"] == CODE
            return (200, {"token": TOKEN}) if right else _fault(403, "That isn't the code shown.")
        if not may:
            return _fault(401, "This browser isn't paired.")
        if path == "/v1/known":
            known = [{"url": u, "articles": self.articles.get(u, [])} for u in body["urls"]]
            return 200, {"known": known}
        if path.startswith("/v1/tags?prefix="):
            prefix = path.partition("=")[2]
            return 200, {"tags": [tag for tag in self.tags if tag.startswith(prefix)]}
        if path == "/v1/clips" and method == "POST":
            self.clips[body["id"]] = body
            return 202, {"id": body["id"], "state": "queued"}
        return self._state(path.rpartition("/")[2])

    def _proof(self, challenge: str, asker: str) -> tuple[int, Any]:
        if self.proves is not None:
            return 200, {"proof": self.proves(challenge, self.port)}
        if not self.paired or asker != proof_of(f"browser {challenge}"):
            return _fault(401, "This browser isn't paired.")
        return 200, {"proof": proof_of(f"cuttings {self.port} {challenge}")}

    def _state(self, number: str) -> tuple[int, Any]:
        if number not in self.clips:
            return _fault(404, "No such clip.")
        title = self.clips[number]["title"]
        article = {"id": 1, "title": title, "words": 286, "warnings": []}
        said = {"id": number, "article": article, "message": None}
        return 200, said | self.outcome

    def _handler_class(double) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - two selves meet here
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._respond("GET", None)

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                self._respond("POST", json.loads(self.rfile.read(length)))

            def _respond(self, method: str, body: Any) -> None:
                double.asked.append(self.path)
                headers: dict[str, str] = {}
                if double.refusal and self.path == "/v1/clips":
                    status, headers, answer = double.refusal
                else:
                    token = self.headers.get("Authorization", "")
                    double.tokens += [token] if token else []
                    status, answer = double.answer(method, self.path, token, body)
                content = json.dumps(answer).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


def proof_of(said: str) -> str:
    """What whoever knows the token says to prove it, worked out anew from the protocol's words."""
    key = hashlib.sha256(TOKEN.encode()).hexdigest().encode()
    return hmac.new(key, f"cuttings-proof-1 {said}".encode(), "sha256").hexdigest()


def _fault(status: int, message: str) -> tuple[int, Any]:
    return status, {"error": {"code": "refused", "message": message}}
