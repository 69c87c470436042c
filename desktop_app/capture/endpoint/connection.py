"""One connection: HTTP/1.1 by h11, with an end to every wait and a bound on all that is read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import h11

from desktop_app.capture.endpoint.answers import Answer, refused
from desktop_app.capture.endpoint.desk import Refusal
from desktop_app.capture.endpoint.exchange import Admission, Exchange
from desktop_app.capture.endpoint.guard import ALWAYS
from desktop_app.capture.endpoint.room import Room

_Given = TypeVar("_Given")
#: Runs a blocking call on one of the endpoint's threads.
Run = Callable[..., Awaitable[_Given]]

_MAX_HEAD_BYTES = 16 * 1024
_PIECE = 64 * 1024
#: A whole head, the pause between two requests, and an answer have so many seconds.
_HEAD_SECONDS, _WRITE_SECONDS = 10.0, 20.0
#: A body has some seconds, and one more for so many bytes: 25 MB have two minutes.
_BODY_SECONDS, _BYTES_A_SECOND = 10.0, 256 * 1024
#: What is still read, and for how long, after a request was refused; else the browser would see a
#: broken connection in place of the answer.
_LINGER_SECONDS, _LINGER_BYTES = 5.0, 64 * 2**20


class HttpConnection:
    """Answers the requests of one connection, one after another."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        exchange: Exchange,
        run: Run[Admission | Answer],
        room: Room,
    ) -> None:
        self._reader, self._writer = reader, writer
        self._exchange, self._run, self._room = exchange, run, room
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=_MAX_HEAD_BYTES)
        self._is_head = False
        #: Whether it waits for a request, so that closing it loses nothing.
        self.is_idle = True

    async def serve(self) -> None:
        """Answer until the other side leaves, is too slow, or breaks the rules."""
        try:
            while await self._one():
                self._http.start_next_cycle()
        except h11.RemoteProtocolError as fault:
            if self._http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                status = fault.error_status_hint
                answer = refused(Refusal(status, "http", "This isn't a request that can be read."))
                await self._send(answer)
                await self._linger()
        except (TimeoutError, ConnectionError):
            return
        finally:
            self._writer.close()

    async def _one(self) -> bool:
        """Answer one request; gives whether another may follow."""
        self.is_idle = True
        async with asyncio.timeout(_HEAD_SECONDS):
            head = await self._next()
        self.is_idle = False
        if not isinstance(head, h11.Request):
            return False
        headers = [(_text(name), _text(value)) for name, value in head.headers]
        self._is_head = head.method == b"HEAD"
        size = _length(headers)
        found = await self._run(
            self._exchange.admit,
            _text(head.method),
            _text(head.target),
            headers,
            size,
        )
        if isinstance(found, Admission):
            found = await self._admitted(found, size or 0)
        elif size == 0:
            await self._body(0)
        await self._send(found)
        if self._http.their_state is h11.SEND_BODY:
            await self._linger()
            return False
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _admitted(self, admission: Admission, size: int) -> Answer:
        if not self._room.take(size):
            full = Refusal(429, "busy", "Cuttings is busy; try again in a moment.", retry_after=2)
            return refused(full)
        try:
            content = await self._body(size)
            answer = await self._run(self._exchange.answer, admission, content)
        finally:
            self._room.give_back(size)
        assert isinstance(answer, Answer)
        return answer

    async def _body(self, size: int) -> bytes:
        if self._http.they_are_waiting_for_100_continue:
            await self._write(h11.InformationalResponse(status_code=100, headers=[]))
        content = bytearray()
        async with asyncio.timeout(_BODY_SECONDS + size / _BYTES_A_SECOND):
            while isinstance(event := await self._next(), h11.Data):
                content += event.data
        if not isinstance(event, h11.EndOfMessage):
            raise ConnectionResetError
        return bytes(content)

    async def _next(self) -> h11.Event | type[h11.PAUSED]:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            self._http.receive_data(await self._reader.read(_PIECE))
        return event  # type: ignore[return-value]

    async def _send(self, answer: Answer) -> None:
        told = {**ALWAYS, **answer.headers}
        if answer.body:
            told["Content-Type"] = answer.media_type
        told["Content-Length"] = str(len(answer.body))
        if self._http.their_state is not h11.DONE:
            told["Connection"] = "close"
        await self._write(
            h11.Response(status_code=answer.status, headers=list(told.items())),
            # To HEAD h11 sends none, and so may we not.
            h11.Data(data=b"" if self._is_head else answer.body),
            h11.EndOfMessage(),
        )

    async def _write(self, *events: h11.Event) -> None:
        # At once: the second of two small packets would wait for the first one's receipt.
        self._writer.write(b"".join(self._http.send(event) or b"" for event in events))
        async with asyncio.timeout(_WRITE_SECONDS):
            await self._writer.drain()

    async def _linger(self) -> None:
        left = _LINGER_BYTES
        try:
            self._writer.write_eof()
            async with asyncio.timeout(_LINGER_SECONDS):
                while left > 0 and (piece := await self._reader.read(_PIECE)):
                    left -= len(piece)
        except (TimeoutError, OSError):
            return


def _text(raw: bytes) -> str:
    return raw.decode("latin-1")


def _length(headers: list[tuple[str, str]]) -> int | None:
    """The body's length; None where a request has a body whose length it doesn't tell.

    h11 has refused lengths that contradict each other or are no numbers.
    """
    by_name = dict(headers)
    if "transfer-encoding" in by_name:
        return None
    return int(by_name.get("content-length", "0"))
