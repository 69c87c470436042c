"""References for the tests of citations."""

from __future__ import annotations

from desktop_app.core.name_parts import split_authors
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.reference_type import ReferenceType

SHA256 = "ab" * 32


def reference(key: str = "roe2023talks", *authors: str, **fields: object) -> Reference:
    """A newspaper's article, the fields given laid over it."""
    values: dict[str, object] = {
        "type": ReferenceType.NEWSPAPER,
        "title": "Talks on peace begin",
        "authors": split_authors(authors),
        "container": "The Daily",
        "published": "2023-04-13",
        "accessed": "2025-05-02",
        "url": "https://daily.example/talks",
        "language": "en",
        "captured": "2025-05-02T10:00:00Z",
        "sha256": SHA256,
    }
    return Reference(key, **(values | fields))  # type: ignore[arg-type]
