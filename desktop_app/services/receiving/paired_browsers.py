"""Which browsers may send: paired once by a code, known by a token of which a hash is kept.

They belong to the user, not to an archive, so they lie beside the settings, in a file that only
the user can read.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.private_file import write_private

_MAX_BROWSERS = 50
_LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class PairedBrowser:
    """A browser with the name it gave itself, when it was paired, and from which origin."""

    id: str
    name: str
    paired: str
    origin: str | None
    token_hash: str


class PairedBrowsers:
    """The browsers of one user; thread-safe."""

    def __init__(self, config_folder: Path) -> None:
        self._path = config_folder / "browsers.json"
        self._lock = threading.Lock()

    def all(self) -> list[PairedBrowser]:
        """Every paired browser, the newest last."""
        try:
            with self._path.open(encoding="utf-8") as file:
                values = json.loads(file.read(_LARGEST_FILE))
            return [PairedBrowser(**each) for each in values["browsers"]]
        except (OSError, ValueError, TypeError, KeyError):
            return []  # nothing kept, or nothing of ours: then nobody is paired

    def add(self, name: str, origin: str | None) -> str:
        """Pair a browser; gives its token, which is kept nowhere. AppError where it can't be."""
        token = secrets.token_urlsafe(32)
        shown = " ".join(name.split())[:100] or "A browser"
        browser = PairedBrowser(secrets.token_hex(8), shown, now_utc(), origin, _hash(token))
        with self._lock:
            self._keep([*self.all(), browser][-_MAX_BROWSERS:])
        return token

    def forget(self, browser_id: str) -> None:
        """Take a browser's token back."""
        with self._lock:
            self._keep([each for each in self.all() if each.id != browser_id])

    def with_token(self, token: str, origin: str | None) -> str | None:
        """The id of the browser that has this token; None where no browser has.

        A token given to one origin is worth nothing to another. Every hash is compared, in a time
        that tells nothing of where they differ.
        """
        wanted, found = _hash(token), None
        for each in self.all():
            if hmac.compare_digest(each.token_hash, wanted):
                found = each
        if found is None or (origin is not None and origin != found.origin):
            return None
        return found.id

    def proof(self, challenge: str, asker: str, origin: str | None, port: int) -> str | None:
        """What only the Cuttings that paired a browser can answer to it; None to anybody else.

        ``asker`` is the browser's own proof of knowing its token, which is itself never sent. The
        port is in the answer, so that no program on another port can pass this one on as its own.
        HMAC with SHA-256 (RFC 2104) over what is told, keyed by the token's hash.
        """
        found = None
        for each in self.all():
            told = _proof(each.token_hash, "browser", challenge)
            if hmac.compare_digest(told, asker) and origin in (None, each.origin):
                found = each
        return None if found is None else _proof(found.token_hash, f"cuttings {port}", challenge)

    def _keep(self, browsers: list[PairedBrowser]) -> None:
        values = [{name: getattr(each, name) for name in each.__slots__} for each in browsers]
        write_private(self._path, json.dumps({"browsers": values}, ensure_ascii=False, indent=1))


def _hash(token: str) -> str:
    # Tokens are 256 random bits: a slow hash would guard nothing more.
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _proof(token_hash: str, who: str, challenge: str) -> str:
    said = f"cuttings-proof-1 {who} {challenge}".encode("ascii", "replace")
    return hmac.new(token_hash.encode(), said, "sha256").hexdigest()
