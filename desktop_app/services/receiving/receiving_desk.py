"""What the endpoint asks, answered from an archive. Called on the endpoint's threads."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from uuid import UUID

from desktop_app import __version__
from desktop_app.capture.addresses import checked_address
from desktop_app.capture.endpoint import messages as m
from desktop_app.capture.endpoint.desk import Refusal
from desktop_app.core.errors import AppError
from desktop_app.core.folding import fold
from desktop_app.services.receiving.paired_browsers import PairedBrowsers
from desktop_app.services.receiving.pairing_code import PairingCode
from desktop_app.services.receiving.received_clips import ReceivedClips
from desktop_app.store.archive import Archive

#: How many articles are told of one address.
_MOST_KNOWN = 20


class ReceivingDesk:
    """Answers for one archive.

    ``secret`` is what a second Cuttings shows; ``clip_kept``, ``paired`` and ``window_wanted`` are
    called on the endpoint's threads. ``window_wanted`` is None where there is no window.
    """

    def __init__(
        self,
        archive: Callable[[], Archive],
        browsers: PairedBrowsers,
        code: PairingCode,
        *,
        secret: str,
        clip_kept: Callable[[], None],
        paired: Callable[[str], None],
        window_wanted: Callable[[int | None], None] | None = None,
    ) -> None:
        self._archive = archive
        self._received = ReceivedClips(archive)
        self._browsers, self._code, self._secret = browsers, code, secret
        self._clip_kept, self._paired, self._window_wanted = clip_kept, paired, window_wanted

    def hello(self, *, is_paired: bool) -> m.Hello:
        """Who answers here; the archive's name is told to paired browsers alone."""
        name = self._archive().path.stem if is_paired else None
        return m.Hello("cuttings", __version__, m.PROTOCOL, is_paired, name)

    def browser(self, token: str, origin: str | None) -> str | None:
        """The paired browser that has this token."""
        return self._browsers.with_token(token, origin)

    def prove(self, challenge: str, asker: str, origin: str | None, port: int) -> str:
        """Prove to a paired browser that this is its Cuttings; raises Refusal to anybody else."""
        proof = self._browsers.proof(challenge, asker, origin, port)
        if proof is None:
            raise Refusal(401, "not-paired", "Pair this browser with Cuttings first.")
        return proof

    def pair(self, code: str, name: str, origin: str | None) -> str:
        """A token for a browser that knows the code; raises Refusal for a wrong one."""
        if not self._code.is_good:
            raise Refusal(
                403, "no-code", "That code can't be used any more. Have Cuttings show a new one."
            )
        if not self._code.use(code):
            raise Refusal(403, "wrong-code", "That isn't the code that Cuttings shows.")
        token = self._browsers.add(name, origin)
        self._paired(name)
        return token

    def known(self, urls: Sequence[str]) -> list[m.KnownAddress]:
        """The articles already saved from these addresses."""
        return [m.KnownAddress(url, self._known(url)) for url in urls]

    def _known(self, url: str) -> list[m.KnownArticle]:
        try:
            address = checked_address(url)
        except AppError:
            return []
        archive = self._archive()
        ids = archive.articles.find_by_url(address)[:_MOST_KNOWN]
        return [
            m.KnownArticle(row.id, row.title or "", row.captured, list(row.tags))
            for row in archive.rows(ids)
        ]

    def tags(self, prefix: str) -> list[str]:
        """Tags of which the path, or its last part, begins so; the most used first."""
        wanted = fold(prefix.strip())
        found = [
            tag
            for tag in self._archive().tags.all()
            if fold(tag.path).startswith(wanted)
            or fold(tag.path.rpartition("/")[2]).startswith(wanted)
        ]
        return [tag.path for tag in sorted(found, key=lambda tag: -tag.articles)[:20]]

    def keep(self, clip: m.Clip) -> m.ClipState:
        """Keep a clip on the disk; whoever cleans is told."""
        self._received.keep(clip)
        self._clip_kept()
        state = self.state(clip.id)
        return state or m.ClipState(clip.id, "queued")

    def state(self, clip_id: UUID) -> m.ClipState | None:
        """How far a clip is."""
        return self._received.state(clip_id)

    def is_second_instance(self, token: str) -> bool:
        """Whether this is the secret of this run."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self._secret.encode())

    def raise_window(self, article: int | None) -> None:
        """Bring the window to the front; raises Refusal where there is none."""
        if self._window_wanted is None:
            raise Refusal(409, "no-window", "Cuttings runs without a window here.")
        self._window_wanted(article)
