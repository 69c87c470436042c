"""The archives that the benchmarks measure are what they say."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from tests.benchmarks.generate_archive import MENTIONS, articles, generate, person_name


def test_mentions_stand_where_they_say() -> None:
    for _, clean, _ in articles(20):
        mentions = [mention for person in clean.people for mention in person.mentions]
        assert len(mentions) == MENTIONS
        for mention in mentions:
            assert clean.text[mention.start : mention.end] == mention.text
            assert mention.sentence in clean.text


def test_articles_are_the_same_every_time() -> None:
    once = list(articles(501))
    assert once == list(articles(501))
    assert once[:500] == list(islice(articles(2_000), 500))


def test_an_archive_holds_every_person(tmp_path: Path) -> None:
    path = tmp_path / "small.cuttings"
    generate(path, 60, persons=100)
    archive = Archive.open(path)
    assert archive.search.count(parse_query("")) == 60
    named = {person.name for person in archive.people.list()}
    assert named == {person_name(number) for number in range(100)}
    report = archive.check()
    archive.close()
    assert report.ok, report.problems
