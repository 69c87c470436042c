"""Pinboard's JSON, made after its API documentation (posts/all with format=json)."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import read, written


def test_a_bookmark_comes_with_all_that_it_has(tmp_path: Path) -> None:
    post = {
        "href": "https://news.example/bread",
        "description": "Bread gets dearer",
        "extended": "For the piece on *flour*.",
        "time": "2021-03-04T05:06:07Z",
        "tags": "food trade/grain",
        "toread": "yes",
        "shared": "no",
    }
    path = written(tmp_path / "pinboard", json.dumps([post, {"href": "nowhere", "toread": "no"}]))

    article, problem = read(path, "pinboard")

    assert isinstance(article, ImportedArticle)
    assert article.origin.id == article.url == "https://news.example/bread"
    assert (article.title, article.note) == ("Bread gets dearer", "For the piece on *flour*.")
    assert (article.captured, article.tags) == ("2021-03-04T05:06:07Z", ("food", "trade/grain"))
    assert not article.read
    assert problem == ImportProblem(2, "“nowhere” is no address on the web.")
