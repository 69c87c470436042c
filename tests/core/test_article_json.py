"""The JSON contract: every key is there, whatever is known."""

from __future__ import annotations

from types import MappingProxyType

from desktop_app.core.article import (
    Article,
    CleanArticle,
    CleaningWarning,
    Event,
    Mention,
    NamedPerson,
    Provenance,
    RawCapture,
    RemovedBlock,
    SnapshotInfo,
)
from desktop_app.core.article_json import article_to_json, clean_article_to_json

CLEAN_KEYS = {
    "title", "subtitle", "authors", "publisher", "agency", "language", "url", "canonical_url",
    "published", "modified", "accessed", "markdown", "text", "words", "people", "unassigned",
    "events", "provenance", "removed", "warnings", "snapshot",
}  # fmt: skip


def test_a_clean_article_has_every_key_and_no_identity() -> None:
    raw = RawCapture(b"<p>Hello</p>", "text/html", "2026-11-23T15:40:00Z")
    value = clean_article_to_json(CleanArticle("Hello", "Hello"), raw)
    assert set(value) == CLEAN_KEYS
    assert value["title"] is None
    assert value["authors"] == []
    assert value["snapshot"] == {"sha256": raw.sha256, "media_type": "text/html", "bytes": 12}


def test_a_stored_article_tells_all_it_holds() -> None:
    person = NamedPerson(
        "Sergey Lavrov", ("Lavrov",), ("Minister",), (Mention(0, 6, "Lavrov"),), id=1
    )
    clean = CleanArticle(
        markdown="Lavrov spoke.",
        text="Lavrov spoke.",
        published="2023-04-14",
        people=(person,),
        events=(Event("2023-04-13", 0, 13, "Lavrov spoke.", "on Thursday"),),
        provenance=MappingProxyType({"published": Provenance("text", 0.9)}),
        removed=(RemovedBlock("1 min read", "reading time"),),
        warnings=(CleaningWarning("paywall", "Only the beginning is there."),),
    )
    snapshot = SnapshotInfo("ab" * 32, "text/html", 7, "2026-11-23T15:40:00Z")
    article = Article(
        4, "2026-11-23T15:40:00Z", clean, revision_id=9, tags=("a/b",), snapshot=snapshot
    )

    value = article_to_json(article)

    own = {"id", "captured", "tags", "note", "unread", "starred", "highlights", "copies"}
    assert set(value) == CLEAN_KEYS | own
    assert value["people"] == [
        {
            "id": 1,
            "name": "Sergey Lavrov",
            "aliases": ["Lavrov"],
            "roles": ["Minister"],
            "mentions": [{"start": 0, "end": 6, "text": "Lavrov"}],
        }
    ]
    assert value["events"] == [
        {"date": "2023-04-13", "start": 0, "end": 13, "text": "Lavrov spoke."}
    ]
    assert value["provenance"] == {"published": {"source": "text", "confidence": 0.9}}
    assert value["removed"] == [{"text": "1 min read", "reason": "reading time"}]
    assert value["warnings"] == [{"code": "paywall", "message": "Only the beginning is there."}]
    assert value["words"] == 2
