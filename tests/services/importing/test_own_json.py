"""What our own commands print as JSON comes back as it was."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.article_json import article_to_json
from desktop_app.core.imported import ImportProblem
from desktop_app.services.base.settings import Settings
from desktop_app.services.importing.prepare_import import prepare_import
from desktop_app.services.library import Library
from tests.services.importing.examples import BARE, FULL, told


@pytest.mark.parametrize("form", ["list", "lines", "one"])
def test_articles_come_back_as_they_were(library: Library, tmp_path: Path, form: str) -> None:
    vague = replace(FULL, published="2021-03?")
    items = [vague] if form == "one" else [vague, BARE]
    ids = library.archive.articles.add_all(
        prepare_import(each, "2026-11-28T12:00:00Z").article for each in items
    )
    articles = [library.article(each) for each in ids]
    printed = [article_to_json(each) for each in articles]
    path = tmp_path / "articles.json"
    lines = "".join(f"{json.dumps(each)}\n" for each in printed)
    whole = json.dumps(printed[0], indent=2) if form == "one" else json.dumps(printed)
    path.write_text(lines if form == "lines" else whole, encoding="utf-8")

    other = Library(Settings(tmp_path / "new.cuttings", tmp_path / "config", tmp_path / "log"))
    other.open()
    with closing(other):
        report = other.importing.run(path)

        assert (report.format, report.problems) == ("cuttings", ())
        assert [told(other.article(each)) for each in report.added] == list(map(told, articles))
        assert other.importing.run(path).known == len(items)


def test_what_is_no_article_is_told_by_its_number(library: Library, tmp_path: Path) -> None:
    article = article_to_json(
        library.article(
            *library.archive.articles.add_all(
                [prepare_import(BARE, "2026-11-28T12:00:00Z").article]
            )
        )
    )
    path = tmp_path / "articles.json"
    path.write_text(json.dumps([article, 7, {"title": None}]), encoding="utf-8")

    preview = library.importing.preview(path)

    assert [each.title for each in preview.items] == ["Bare"]
    assert preview.problems == (
        ImportProblem(2, "It is no article."),
        ImportProblem(3, "It has no title, no address and no text."),
    )
