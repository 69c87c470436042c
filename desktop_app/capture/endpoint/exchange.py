"""What happens to one request: let in or refused by its head alone, then answered.

Nothing here reads or writes a socket; that is the connection's.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass, replace

from desktop_app.capture.endpoint.answers import JSON, Answer, Head, refused
from desktop_app.capture.endpoint.desk import Desk, Refusal
from desktop_app.capture.endpoint.guard import (
    ALWAYS,
    bearer,
    checked_origin,
    origin_headers,
    preflight_headers,
)
from desktop_app.capture.endpoint.rates import Rates
from desktop_app.capture.endpoint.route import ANYBODY, OWN_PROGRAM, Asked, Route
from desktop_app.capture.endpoint.routes import body_of, route_of
from desktop_app.core.errors import AppError, CaptureError, InputError

_log = logging.getLogger(__name__)
_STRANGER = "a stranger"


@dataclass(frozen=True, slots=True)
class Admission:
    """A request that may send its body, and what will answer it."""

    route: Route
    asked: Asked


class Exchange:
    """Answers requests for one port. Its methods may block, and are called on threads for that."""

    def __init__(self, desk: Desk, port: int, rates: Rates | None = None) -> None:
        self._desk = desk
        self._port = port
        self._rates = rates or Rates()

    def admit(
        self, method: str, target: str, headers: list[tuple[str, str]], size: int | None
    ) -> Admission | Answer:
        """Let a request in by its head, or give the answer that refuses it.

        ``size`` is the body's length in bytes; None where the request doesn't tell it.
        """
        origin: str | None = None
        try:
            origin = checked_origin(headers, self._port)
            head = Head(method, target, dict(headers), origin)
            if method == "OPTIONS":
                return _dressed(self._preflight(head), origin)
            return self._admitted(head, size)
        except Refusal as refusal:
            return _dressed(refused(refusal), origin)
        except Exception:  # noqa: BLE001 - no traceback leaves the program; the log has it
            return _dressed(_our_fault(), origin)

    def answer(self, admission: Admission, content: bytes) -> Answer:
        """Answer a request that was let in."""
        route, asked = admission.route, admission.asked
        try:
            found = route.answer(self._desk, replace(asked, body=body_of(route, content)))
        except Refusal as refusal:
            found = refused(refusal)
        except (InputError, CaptureError) as failure:
            found = refused(Refusal(400, "unfit", str(failure)))
        except AppError as failure:
            found = refused(Refusal(503, "archive", str(failure), retry_after=10))
        except Exception:  # noqa: BLE001 - as above
            found = _our_fault()
        return _dressed(found, asked.head.origin)

    def _admitted(self, head: Head, size: int | None) -> Admission:
        route, path, query = route_of(head)
        token = bearer(head.headers)
        browser = self._desk.browser(token, head.origin) if token else None
        if route.who == OWN_PROGRAM:
            # A browser names its origin with every POST; a program of the user's has none.
            if head.origin is not None or not self._desk.is_second_instance(token):
                raise Refusal(401, "not-paired", "Only Cuttings itself may ask for this.")
        elif browser is None and route.who != ANYBODY:
            raise Refusal(401, "not-paired", "Pair this browser with Cuttings first.")
        _require_body(route, head, size)
        # Strangers have a measure for each path, so that none of them keeps a browser from pairing.
        sender = browser or f"{_STRANGER} at {route.path}"
        wait = self._rates.take(sender, size or 0, route.weight)
        if wait:
            raise Refusal(
                429,
                "too-many",
                "Too much is sent at once; try again a little later.",
                retry_after=math.ceil(wait),
            )
        return Admission(route, Asked(head, path=path, query=query, is_paired=browser is not None))

    def _preflight(self, head: Head) -> Answer:
        if head.origin is None:
            raise Refusal(403, "foreign-origin", "Other pages can't use this address.")
        return Answer(204, headers=preflight_headers(head.headers))


def _require_body(route: Route, head: Head, size: int | None) -> None:
    if size is None:
        raise Refusal(411, "no-length", "The request doesn't tell how long its body is.")
    if route.takes is None:
        if size:
            raise Refusal(400, "body", "This request takes no body.")
        return
    if size > route.most_bytes:
        most = route.most_bytes
        told = f"{most // 2**20} MB" if most >= 2**20 else f"{most:,} bytes"
        raise Refusal(413, "too-large", f"At most {told} can be taken at once.")
    media_type, _, parameters = head.headers.get("content-type", "").partition(";")
    utf_8 = parameters.strip().lower().replace('"', "") in ("", "charset=utf-8")
    if media_type.strip().lower() != JSON or not utf_8:
        raise Refusal(415, "media-type", "The body must be JSON in UTF-8.")


def _our_fault() -> Answer:
    _log.exception("the endpoint failed")
    return refused(Refusal(500, "fault", "Something went wrong in Cuttings; its log tells more."))


def _dressed(answer: Answer, origin: str | None) -> Answer:
    return replace(answer, headers={**ALWAYS, **origin_headers(origin), **answer.headers})
