"""How messages lie in the stream between Cuttings and the process of its browser window.

Each is JSON behind its length in four bytes. Nothing that takes time to import stands here: the
window's thread cuts the stream, what is in it is read elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from desktop_app.core.errors import AppError

_MOST_BYTES = 80 * 2**20
_LENGTH = 4


def framed(content: bytes) -> bytes:
    """A message as it goes over the wire."""
    return len(content).to_bytes(_LENGTH, "big") + content


def opening_frame(address: str) -> bytes:
    """The message ``Open`` in its frame."""
    return framed(json.dumps({"type": "open", "address": address}).encode())


class Frames:
    """Puts together what comes in pieces."""

    def __init__(self) -> None:
        self._pieces = bytearray()

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Take a piece; gives what each frame held that is whole now.

        Raises AppError where a frame says that it is larger than any message.
        """
        self._pieces += piece
        while len(self._pieces) >= _LENGTH:
            length = int.from_bytes(self._pieces[:_LENGTH], "big")
            if length > _MOST_BYTES:
                raise AppError("The browser window sent more than can be taken.", "Open it again.")
            if len(self._pieces) < _LENGTH + length:
                return
            content = bytes(self._pieces[_LENGTH : _LENGTH + length])
            del self._pieces[: _LENGTH + length]
            yield content
