"""What was searched for before, kept with the window's state for each archive."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from desktop_app.ui.base.window_state import WindowState

#: How many searches are remembered, and how long one may be to be worth it, in characters.
MOST_SEARCHES, LONGEST_SEARCH = 50, 1_000


class SearchHistory:
    """The searches of one archive, the last one first, each once."""

    def __init__(self, state: WindowState, archive: Path) -> None:
        self._state = state
        self._archive = archive

    @cached_property
    def _name(self) -> str:
        # Imported here: it brings OpenSSL with it, for which no start should wait.
        from hashlib import sha256  # noqa: PLC0415

        place = sha256(str(self._archive.absolute()).encode("utf-8", "surrogateescape"))
        return f"searches/{place.hexdigest()[:16]}"

    def searches(self) -> list[str]:
        """Everything remembered."""
        return self._state.words(self._name)

    def remember(self, query: str) -> None:
        """Put a search first."""
        query = " ".join(query.split())
        if query and len(query) <= LONGEST_SEARCH:
            others = [each for each in self.searches() if each != query]
            self._state.keep_words(self._name, [query, *others][:MOST_SEARCHES])

    def clear(self) -> None:
        """Forget every search."""
        self._state.keep_words(self._name, [])
