"""Where a value came from, in words for a small chip."""

from __future__ import annotations

from desktop_app.core.article import Provenance

_SOURCES = {
    "json-ld": "from the page’s data",
    "meta": "from the page’s head",
    "microdata": "from the page’s marks",
    "html": "from the page",
    "url": "from the address",
    "text": "from the text",
    "http": "from the server",
    "file": "from the file",
    "web-archive": "from the Internet Archive",
    "user": "yours",
    "front-matter": "from the file’s head",
    "language-detection": "from the words used",
}
#: From this confidence on, a figure would only distract.
_CERTAIN = 0.995


def provenance_words(provenance: Provenance | None) -> str:
    """A chip's words: “from the text · 90 %”; empty where nothing is known."""
    if provenance is None:
        return ""
    source = _SOURCES.get(provenance.source, f"from {provenance.source}")
    if provenance.source == "user" or provenance.confidence >= _CERTAIN:
        return source
    return f"{source} · {provenance.confidence:.0%}".replace("%", " %")
