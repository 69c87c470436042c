"""The endpoint on a port of its own, before a real archive, and a browser that talks to it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
import pytest

from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.services.receiving.serving import Listeners, Serving

EXTENSION = "chrome-extension://abcdefghijklmnop"
CLIP_ID = "6f9619ff-8b86-4011-b42d-00c04fc964ff"
PARAGRAPHS = "".join(
    f"<p>Foreign Minister Robert Schuman told the delegates in part {at} of his speech that the "
    "coal and steel of six countries should be under one authority from the summer on.</p>"
    for at in range(1, 6)
)
PAGE = (
    "<!doctype html><html lang=en><head><title>Coal and steel</title></head>"
    f"<body><article><h1>Coal and steel</h1>{PARAGRAPHS}</article></body></html>"
)


@dataclass
class Endpoint:
    """A running endpoint; ``told`` is what its listeners heard."""

    serving: Serving
    port: int
    told: list[object] = field(default_factory=list)
    token: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """As the paired extension asks; a header given as ``""`` isn't sent."""
        sent = {"Authorization": f"Bearer {self.token}", "Origin": EXTENSION}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in sent.items() if value}
        with httpx.Client(trust_env=False, verify=False, timeout=20) as client:
            return client.request(method, self.url + path, json=body, headers=sent)

    def pair(self, origin: str = EXTENSION) -> str:
        """Pair a browser; gives its token."""
        body = {"code": self.serving.code.renew(), "name": "Chromium"}
        token = self.ask("POST", "/v1/pair", body, Origin=origin, Authorization="").json()["token"]
        assert isinstance(token, str)
        return token

    def send_raw(self, *pieces: bytes) -> bytes:
        """Send bytes as they are; gives all that comes back until the other side closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            for piece in pieces:
                connection.sendall(piece)
            found = b""
            while piece := connection.recv(65536):
                found += piece
            return found


def clip_message(**fields: Any) -> dict[str, Any]:
    return {
        "id": CLIP_ID,
        "kind": "page",
        "url": "https://gazette.example/coal",
        "captured": "2026-11-28T19:00:00Z",
        "title": "Coal and steel",
        "html": PAGE,
        **fields,
    }


@pytest.fixture
def served(settings: Settings, library: Library) -> Iterator[Callable[..., Endpoint]]:
    """Starts an endpoint, with a window or without."""
    running: list[Serving] = []

    def start(*, with_window: bool = False) -> Endpoint:
        told: list[object] = []
        listeners = Listeners(
            lambda: told.append("clip"), told.append, told.append if with_window else None
        )
        own = replace(settings, endpoint_ports=(0,))
        serving = Serving(own, lambda: library.archive, listeners)
        running.append(serving)
        return Endpoint(serving, serving.start(), told)

    yield start
    for serving in running:
        serving.stop()


@pytest.fixture
def endpoint(served: Callable[..., Endpoint]) -> Endpoint:
    """An endpoint with one paired browser."""
    found = served()
    found.token = found.pair()
    found.told.clear()
    return found
