"""A request as the routes see it, and what is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import msgspec

from desktop_app.capture.endpoint.desk import Refusal
from desktop_app.capture.endpoint.messages import Failed, Failure

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Head:
    """A request before its body: the target is as it was sent, names of headers in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    status: int
    body: bytes = b""
    media_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)


def json_answer(value: msgspec.Struct, status: int = HTTPStatus.OK) -> Answer:
    """A message as JSON."""
    return Answer(status, msgspec.json.encode(value))


def refused(refusal: Refusal) -> Answer:
    """A refusal in the one form that all have."""
    body = msgspec.json.encode(Failed(Failure(refusal.code, refusal.message)))
    headers = {}
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    if refusal.allow is not None:
        headers["Allow"] = refusal.allow
    if refusal.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return Answer(refusal.status, body, headers=headers)
