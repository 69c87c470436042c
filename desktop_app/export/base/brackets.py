"""Which square brackets of a text belong together."""

from __future__ import annotations

import re
from functools import lru_cache

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def closing_bracket(text: str, at: int, longest: int) -> int | None:
    """The place behind the bracket that closes the one at ``at``.

    None where there is none within ``longest`` characters. Escaped brackets don't count.
    """
    end = _brackets(text).get(at)
    return end if end is not None and end - at <= longest else None


@lru_cache(maxsize=2)
def _brackets(text: str) -> dict[int, int]:
    """Behind which bracket each opening one ends; once a text, which may have very many."""
    open_at: list[int] = []
    found: dict[int, int] = {}
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            open_at.append(match.start())
        elif match[0] == "]" and open_at:
            found[open_at.pop()] = match.end()
    return found
