"""Articles travel between processes."""

from __future__ import annotations

import pickle
from types import MappingProxyType

from desktop_app.core.article import CleanArticle, Provenance
from desktop_app.core.errors import CaptureError


def test_an_article_comes_back_whole_from_another_process() -> None:
    provenance = MappingProxyType({"title": Provenance("html", 0.9)})
    article = CleanArticle("Text", "Text", title="A title", provenance=provenance)

    assert pickle.loads(pickle.dumps(article)) == article


def test_a_capture_error_keeps_its_kind_and_words_between_processes() -> None:
    failure = pickle.loads(pickle.dumps(CaptureError("gone", "It is gone.", "Look elsewhere.")))

    assert (failure.kind, failure.message, failure.next_step) == (
        "gone",
        "It is gone.",
        "Look elsewhere.",
    )
