"""What the person page works out from mentions."""

from __future__ import annotations

from desktop_app.core.article import Mention, Person, PersonMention
from desktop_app.ui.people.person_facts import (
    RoleSpan,
    matching,
    months_of,
    person_query,
    roles,
    spellings,
)


def mention(
    text: str, published: str | None, role: str | None = None, sentence: str = ""
) -> PersonMention:
    found = Mention(0, len(text), text, role, sentence or f"{text} spoke.")
    return PersonMention(1, "A title", published, found)


LINCOLN = [
    mention("Abraham Lincoln", "1861-03-05", "President"),
    mention("Lincoln", "1863-11-20", "president"),
    mention("Mr Lincoln", None, "lawyer"),
    mention("Lincoln", "1858-08-22", "lawyer", "Lincoln came to Ottawa."),
]


def test_spellings_are_counted_and_unused_ones_named() -> None:
    person = Person(1, "Abraham Lincoln", aliases=("Lincoln", "Honest Abe"))

    assert spellings(person, LINCOLN) == (
        ("Lincoln", 2),
        ("Abraham Lincoln", 1),
        ("Mr Lincoln", 1),
        ("Honest Abe", 0),
    )


def test_roles_are_told_in_the_order_in_which_they_came() -> None:
    assert roles(LINCOLN) == (
        RoleSpan("lawyer", "1858-08-22", "1858-08-22", 2),
        RoleSpan("President", "1861-03-05", "1863-11-20", 2),
    )


def test_a_year_alone_counts_in_its_middle_and_no_date_not_at_all() -> None:
    counts = months_of([("1866", 1), ("1866-07-28", 2), (None, 5)])

    assert dict(counts) == {1866 * 12 + 5: 1, 1866 * 12 + 6: 2}


def test_filtering_looks_at_sentence_title_date_and_role() -> None:
    assert [found.published for found in matching(LINCOLN, "ottawa")] == ["1858-08-22"]
    assert len(matching(LINCOLN, "1863")) == 1
    assert len(matching(LINCOLN, "LAWYER spoke")) == 1
    assert len(matching(LINCOLN, "  ")) == 4


def test_the_query_for_a_person_survives_quotes_in_the_name() -> None:
    assert person_query(Person(1, 'Dwayne "The Rock"')) == 'person:"Dwayne  The Rock"'
