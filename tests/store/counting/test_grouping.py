"""What a search finds, by day, month, outlet and person, and in every order both ways."""

from __future__ import annotations

import pytest

from desktop_app.core.arrangement import Arrangement, Grouping
from desktop_app.core.article import NamedPerson
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, person

TEXT = "Jane Roe met Ann Lee. Ann Lee spoke."
JANE, ANN = person(TEXT, "Jane Roe"), person(TEXT, "Ann Lee", "Ann Lee")


@pytest.fixture
def five(archive: Archive) -> Archive:
    """Five articles, of which the last has no date, no outlet, no persons and no title."""
    told: tuple[tuple[str | None, str | None, str | None, tuple[NamedPerson, ...]], ...] = (
        ("Bread", "2023-04-13", "TASS", (JANE, ANN)),
        ("Coal", "2023-04-13", "Reuters", (JANE,)),
        ("Ale", "2023-04", "Reuters", (ANN,)),
        ("Dye", "2022-12-31", "Reuters", (ANN,)),
        (None, None, None, ()),
    )
    for number, (title, published, publisher, people) in enumerate(told):
        clean = article(TEXT, title=title, published=published, publisher=publisher, people=people)
        archive.articles.add(capture(f"{number}".encode()), clean)
    return archive


def grouped(archive: Archive, arrangement: Arrangement) -> list[tuple[str, list[int]]]:
    found = archive.search.ids(
        parse_query(""), sort=arrangement.sort, is_reversed=arrangement.is_reversed
    )
    ids, groups = archive.counting.groups(found, arrangement)
    return [(each.name, ids[each.start : each.start + each.articles]) for each in groups]


def test_days_stand_in_their_order_a_month_among_them_the_unknown_last(five: Archive) -> None:
    assert grouped(five, Arrangement(grouping=Grouping.DAY)) == [
        ("2023-04-13", [2, 1]),
        ("2023-04", [3]),
        ("2022-12-31", [4]),
        ("", [5]),
    ]


def test_months_reversed_are_the_oldest_first(five: Archive) -> None:
    assert grouped(five, Arrangement(is_reversed=True, grouping=Grouping.MONTH)) == [
        ("2022-12", [4]),
        ("2023-04", [3, 1, 2]),
        ("", [5]),
    ]


def test_outlets_with_most_articles_come_first_sorted_within(five: Archive) -> None:
    assert grouped(five, Arrangement("title", grouping=Grouping.OUTLET)) == [
        ("Reuters", [3, 2, 4]),
        ("TASS", [1]),
        ("", [5]),
    ]


def test_an_article_stands_with_the_person_it_names_most(five: Archive) -> None:
    assert grouped(five, Arrangement("title", grouping=Grouping.PERSON)) == [
        ("Ann Lee", [3, 1, 4]),
        ("Jane Roe", [2]),
        ("", [5]),
    ]


def test_a_hidden_person_has_no_group(five: Archive) -> None:
    five.people.set_hidden(five.people.list(text="Ann")[0].id, True)

    assert grouped(five, Arrangement("title", grouping=Grouping.PERSON)) == [
        ("Jane Roe", [1, 2]),
        ("", [3, 4, 5]),
    ]


def test_what_was_clipped_on_one_day_stands_together(five: Archive) -> None:
    assert grouped(five, Arrangement("captured", grouping=Grouping.DAY)) == [
        ("2026-11-23", five.search.ids(parse_query(""), sort="captured"))
    ]


def test_nothing_found_has_no_groups(five: Archive) -> None:
    assert five.counting.groups([], Arrangement(grouping=Grouping.MONTH)) == ([], [])


@pytest.mark.parametrize(
    ("sort", "usual", "turned"),
    [
        ("published", [2, 1, 3, 4, 5], [4, 3, 1, 2, 5]),
        ("title", [3, 1, 2, 4, 5], [4, 2, 1, 3, 5]),
    ],
)
def test_an_order_is_turned_but_the_unknown_stays_last(
    five: Archive, sort: str, usual: list[int], turned: list[int]
) -> None:
    everything = parse_query("")

    assert five.search.ids(everything, sort=sort) == usual
    assert five.search.ids(everything, sort=sort, is_reversed=True) == turned
    assert five.search.ids(everything, sort=sort, is_reversed=True, limit=2) == turned[:2]


def test_relevance_and_capture_are_turned_too(five: Archive) -> None:
    for query, sort in (("Jane OR title:Bread", "relevance"), ("", "captured")):
        best = five.search.ids(parse_query(query), sort=sort)

        assert five.search.ids(parse_query(query), sort=sort, is_reversed=True) == best[::-1]
