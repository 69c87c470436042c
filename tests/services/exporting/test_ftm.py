"""Entities out of a real archive."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.library import Library


def test_articles_mentions_and_persons_go_out_and_fit_together(
    library: Library, tmp_path: Path
) -> None:
    library.load_sample()

    (path,) = export_articles(library.archive, "tag:science", "ftm", tmp_path / "x").written

    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    counts = Counter(each["schema"] for each in entities)
    assert path.name == "x.ftm.json"
    assert counts["Article"] == library.count("tag:science")
    assert counts["Person"] == len(library.people.find(query="tag:science"))
    ids = {each["id"] for each in entities}
    assert len(ids) == len(entities)
    for each in entities:
        if each["schema"] == "Mention":
            assert {*each["properties"]["document"], *each["properties"]["resolved"]} <= ids
