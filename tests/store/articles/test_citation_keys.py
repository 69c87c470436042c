"""Keys of articles: given once, kept whatever becomes of the article or of others."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.archive import Archive
from tests.store.examples import article, capture
from tests.store.older_archive import make_older


def _add(archive: Archive, title: str, author: str = "Jane Roe") -> int:
    clean = article(f"Text of {title}.", title=title, authors=(author,), published="2023-04-14")
    return archive.articles.add(capture(title.encode(), None), clean)


def test_each_article_has_a_key_of_its_own(archive: Archive) -> None:
    one, two = _add(archive, "Talks begin"), _add(archive, "Talks end")

    keys = archive.citation_keys.give([one, two, 999])

    assert keys == {one: "roe2023talks", two: "roe2023talksa"}
    assert archive.citation_keys.articles(["roe2023talksa", "nobody"]) == {"roe2023talksa": two}


def test_a_key_stays_when_its_article_changes(archive: Archive) -> None:
    one = _add(archive, "Talks begin")
    archive.citation_keys.give([one])

    archive.articles.set_fields(one, {"title": "War begins", "published": "1914"})
    _add(archive, "Talks begin")

    assert archive.citation_keys.give([one]) == {one: "roe2023talks"}


def test_the_key_of_an_article_that_is_gone_is_never_anothers(archive: Archive) -> None:
    one = _add(archive, "Talks begin")
    archive.citation_keys.give([one])
    archive.undo()
    two = _add(archive, "Talks begin")

    assert archive.citation_keys.give([one, two]) == {one: "roe2023talks", two: "roe2023talksa"}
    assert archive.citation_keys.articles(["roe2023talks"]) == {}


def test_giving_keys_is_no_act(archive: Archive) -> None:
    one = _add(archive, "Talks begin")
    archive.citation_keys.give([one])

    assert [each.description for each in archive.recent_acts(9)] == ["Added an article"]


def test_many_at_once_have_keys_of_their_own(archive: Archive) -> None:
    with archive.act("Added many"):
        ids = [_add(archive, f"Talks {number}") for number in range(40)]

    keys = archive.citation_keys.give(ids)

    assert len({each.lower() for each in keys.values()}) == 40


def test_keys_of_another_program_are_kept_where_they_can_be(archive: Archive) -> None:
    one, two, three = (_add(archive, title) for title in ("One", "Two", "Three"))

    archive.citation_keys.keep({one: "Smith:2020", two: "smith:2020", three: "no key"})
    archive.citation_keys.keep({one: "other2020"})

    assert archive.citation_keys.give([one, two, three]) == {
        one: "Smith:2020",
        two: "roe2023two",
        three: "roe2023three",
    }


def test_an_older_archive_gives_keys(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    one = _add(archive, "Talks begin")
    archive.close()
    make_older(path, 26)

    archive = Archive.open(path)

    assert archive.citation_keys.give([one]) == {one: "roe2023talks"}
    assert archive.check().ok
    archive.close()
