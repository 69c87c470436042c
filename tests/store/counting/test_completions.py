"""What the archive offers to somebody who types a query."""

from __future__ import annotations

from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, lavrov_article


def tagged(archive: Archive, *tags: str, **fields: object) -> int:
    number = len(archive.search.ids(parse_query(""))) + 1
    clean = article(f"Text {number}.", title=f"Title {number}", **fields)
    return archive.articles.add(capture(f"{number}".encode()), clean, tags=list(tags))


def test_tags_are_offered_by_any_level_with_what_lies_below_them(archive: Archive) -> None:
    tagged(archive, "diplomacy/russia")
    tagged(archive, "diplomacy/rwanda", "trade")

    assert archive.completions.tags("dip", 5) == [
        ("diplomacy", 2),
        ("diplomacy/russia", 1),
        ("diplomacy/rwanda", 1),
    ]
    assert archive.completions.tags("RU", 5) == [("diplomacy/russia", 1)]
    assert archive.completions.tags("", 2) == [("diplomacy", 2), ("trade", 1)]
    assert archive.completions.tags("lomacy", 5) == []


def test_persons_are_offered_by_any_spelling_the_main_name_said(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    person = archive.people.list(text="Lavrov")[0]
    archive.people.add_alias(person.id, "Sergei Wiktorowitsch")

    assert archive.completions.persons("lav", 5) == [(person.name, person.name, 1)]
    assert archive.completions.persons("s", 5) == [(person.name, person.name, 1)]
    assert archive.completions.persons("wikt", 5) == [(person.name, "Sergei Wiktorowitsch", 1)]
    assert archive.completions.persons("avrov", 5) == []


def test_hidden_persons_are_not_offered(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    archive.people.set_hidden(archive.people.list(text="Lavrov")[0].id, True)

    assert archive.completions.persons("lav", 5) == []


def test_outlets_with_most_articles_come_first(archive: Archive) -> None:
    for outlet in ("The Times", "Times of India", "Times of India", "Le Monde"):
        tagged(archive, publisher=outlet)

    assert archive.completions.outlets("ti", 5) == [("Times of India", 2), ("The Times", 1)]
    assert archive.completions.outlets("mes", 5) == []


def test_languages_and_years_are_those_of_the_archive(archive: Archive) -> None:
    tagged(archive, language="de-AT", published="1998-05")
    tagged(archive, language="en", published="2001-05-01")
    tagged(archive)

    assert archive.completions.languages("", 5) == ["de", "en"]
    assert archive.completions.years("published", 9) == ["2001", "2000", "1999", "1998"]
    assert archive.completions.years("published", 9, "19") == ["1999", "1998"]
    assert archive.completions.years("event", 9) == []
