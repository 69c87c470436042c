"""When two spellings are one name in the archive, and how long a name may be."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.core.article import MAX_PERSON_NAME
from desktop_app.core.folding import name_key


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """The key by which names are the same; a name of marks alone is its own key."""
    return name_key(bounded_name(name)) or name[:MAX_PERSON_NAME]


def bounded_name(name: str) -> str:
    """The name in one line and of a length that a name can have."""
    return " ".join(name.split())[:MAX_PERSON_NAME]
