"""One thing that can be asked of the endpoint, and a request for it that was let in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from desktop_app.capture.endpoint.answers import Answer, Head
from desktop_app.capture.endpoint.desk import Desk

#: Who may ask: anybody who passes the guard, a paired browser, the user's own second Cuttings.
ANYBODY, PAIRED, OWN_PROGRAM = "anybody", "paired", "own-program"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was let in: its head, its checked body, what its path and query say."""

    head: Head
    body: Any = None
    path: str = ""
    query: Mapping[str, str] | None = None
    is_paired: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """One thing that can be asked.

    ``path`` ends in ``{id}`` where a UUID stands there; ``takes`` is the type of the body,
    ``gives`` of the answer, ``query`` the one parameter with its greatest length; ``weight`` is how
    much of the requests that are answered in a minute one of these takes up.
    """

    method: str
    path: str
    summary: str
    answer: Callable[[Desk, Asked], Answer]
    gives: type[msgspec.Struct] | None
    who: str = PAIRED
    takes: type[msgspec.Struct] | None = None
    status: int = 200
    most_bytes: int = 0
    query: tuple[str, int] | None = None
    also: tuple[int, ...] = ()
    weight: float = 1.0
    media_type: str = "application/json"

    def matches(self, path: str) -> bool:
        """Whether this is the path of a request; nothing is decoded or tidied first."""
        if not self.path.endswith("{id}"):
            return path == self.path
        return path.startswith(self.path.removesuffix("{id}")) and uuid_of(path) is not None


def uuid_of(path: str) -> UUID | None:
    """The UUID in which a path ends; None where there is none, or another way of writing it."""
    text = path.rpartition("/")[2]
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None
