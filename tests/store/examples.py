"""Captures and articles for the tests of the store."""

from __future__ import annotations

from types import MappingProxyType

from desktop_app.core.article import (
    CleanArticle,
    CleaningWarning,
    Event,
    Mention,
    NamedPerson,
    Provenance,
    RawCapture,
    RemovedBlock,
)

CAPTURED = "2026-11-23T15:40:00Z"
TEXT = (
    "Russian Foreign Minister Sergey Lavrov on Thursday held talks with Qin Gang.\n\n"
    "Lavrov said that the ministry had agreed."
)


def capture(
    content: bytes = b"<p>page</p>", url: str | None = "https://news.example/a"
) -> RawCapture:
    return RawCapture(content, "text/html", CAPTURED, url=url, charset="utf-8", name="clipboard")


def person(text: str, name: str, *forms: str, role: str | None = None) -> NamedPerson:
    """Somebody named in the text by the name and then by each of the forms."""
    mentions = []
    for form in (name, *forms):
        start = text.index(form, mentions[-1].end if mentions else 0)
        told = role if form == name else None
        mentions.append(Mention(start, start + len(form), form, told, text[:40]))
    roles = (role,) if role else ()
    return NamedPerson(name, tuple(dict.fromkeys(forms)), roles, tuple(mentions))


def article(text: str = TEXT, **fields: object) -> CleanArticle:
    return CleanArticle(markdown=text, text=text, **fields)  # type: ignore[arg-type]


def lavrov_article() -> CleanArticle:
    lavrov = person(TEXT, "Sergey Lavrov", "Lavrov", role="Russian Foreign Minister")
    return article(
        title="Lavrov holds talks with Chinese counterpart",
        subtitle="As per TASS",
        authors=("Jane Roe",),
        publisher="Asian Lite News",
        agency="ANI",
        language="en",
        url="https://news.example/a",
        published="2023-04-14",
        accessed="2025-05-02",
        people=(lavrov, person(TEXT, "Qin Gang")),
        events=(Event("2023-04-13", 0, 77, TEXT[0:77], "on Thursday"),),
        provenance=MappingProxyType({"published": Provenance("text", 0.9)}),
        removed=(RemovedBlock("1 min read", "reading time", 0),),
        warnings=(CleaningWarning("paywall", "Only the beginning is here."),),
    )
