"""What an earlier export left to be known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.export.base.folder_record import (
    RECORD_NAME,
    FolderRecord,
    RecordedFile,
    article_key,
)
from tests.export.examples import article


def test_a_record_is_read_back(tmp_path: Path) -> None:
    made = ("from", 12, 34, ("images/a.png",), ("A sentence.",))
    record = FolderRecord(
        {
            "1@x": RecordedFile("Ä.md", "Ä", "ab"),
            "2@x": RecordedFile("Articles/B.md", "Articles/B", "cd", *made),
        }
    )
    (tmp_path / RECORD_NAME).write_bytes(record.as_bytes())
    assert FolderRecord.read(tmp_path) == record
    assert record.names() == {"ä.md", "b.md"}


def test_its_bytes_do_not_depend_on_the_order() -> None:
    one, two = RecordedFile("a.md", "a", "1"), RecordedFile("b.md", "b", "2")
    assert FolderRecord({"1": one, "2": two}).as_bytes() == (
        FolderRecord({"2": two, "1": one}).as_bytes()
    )


@pytest.mark.parametrize(
    "name", ["../x.md", "/etc/x", "a/../b.md", "a//b.md", "..", "", "c:\\x.md", "a/" * 30 + "b"]
)
def test_a_path_that_may_lead_out_is_no_name(tmp_path: Path, name: str) -> None:
    entry = {"name": name, "stem": "x", "sha256": "x"}
    (tmp_path / RECORD_NAME).write_text(json.dumps({"files": {"1": entry}}))
    assert FolderRecord.read(tmp_path).files == {}


def test_articles_of_two_archives_have_two_keys() -> None:
    assert article_key(article(1)) == "1@2026-11-23T15:40:00Z"
    assert article_key(article(1)) != article_key(article(2))
