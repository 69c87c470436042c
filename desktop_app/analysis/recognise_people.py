"""Who is named in a text: the recogniser alone."""

from __future__ import annotations

import re

from desktop_app.core.article import Mention, NamedPerson

_PAIR = re.compile(r"[A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){1,2}")


def recognise(text: str) -> tuple[NamedPerson, ...]:
    """The people named in a plain text, in the order of their first mention."""
    found: dict[str, list[Mention]] = {}
    for match in _PAIR.finditer(text):
        found.setdefault(match[0], []).append(Mention(match.start(), match.end(), match[0]))
    return tuple(NamedPerson(name, mentions=tuple(places)) for name, places in found.items())
