"""Whom the endpoint asks: it knows HTTP, and nothing of archives and windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from desktop_app.capture.endpoint.messages import Clip, ClipState, Hello, KnownAddress


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """An answer that isn't a success: HTTP status, a stable word, and a sentence fit to show."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        retry_after: int | None = None,
        allow: str | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after
        self.allow = allow


class Desk(Protocol):
    """What can be asked of the application, on the endpoint's threads.

    May raise Refusal, or AppError, which becomes an answer in words.
    """

    def hello(self, *, is_paired: bool) -> Hello:
        """Who answers here."""

    def browser(self, token: str, origin: str | None) -> str | None:
        """The paired browser that has this token, by its id; None where there is none."""

    def prove(self, challenge: str, asker: str, origin: str | None, port: int) -> str:
        """The proof that this is the Cuttings that a browser is paired with."""

    def pair(self, code: str, name: str, origin: str | None) -> str:
        """A token for a browser that knows the code."""

    def known(self, urls: Sequence[str]) -> list[KnownAddress]:
        """The articles already saved from these addresses."""

    def tags(self, prefix: str) -> list[str]:
        """Tags that begin so."""

    def keep(self, clip: Clip) -> ClipState:
        """Keep what was sent, so that nothing loses it any more; it is cleaned afterwards."""

    def state(self, clip_id: UUID) -> ClipState | None:
        """How far a clip is; None for one that never came."""

    def is_second_instance(self, token: str) -> bool:
        """Whether this is the secret that only the user's own programs can read."""

    def raise_window(self, article: int | None) -> None:
        """Bring the window to the front, and show an article where one is named."""
