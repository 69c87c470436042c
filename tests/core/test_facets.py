"""A query is read for facets, and narrowed by them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.facets import (
    Facet,
    FacetKind,
    facet_choice,
    with_facet,
    without,
    without_facets,
)
from desktop_app.core.query import parse_query
from desktop_app.core.query_editing import (
    and_also,
    turned,
    with_dossier_renamed,
    with_tag_renamed,
)

TASS = Facet(FacetKind.OUTLET, "TASS")
REUTERS = Facet(FacetKind.OUTLET, "Reuters")
TRADE = Facet(FacetKind.TAG, "trade")
WAR = Facet(FacetKind.TAG, "war/cold")
PARIS = Facet(FacetKind.DOSSIER, "Paris 1866")


@pytest.mark.parametrize(
    ("before", "facet", "after"),
    [
        ("", TRADE, 'tag:"trade"'),
        ("cable", TRADE, 'cable tag:"trade"'),
        ("cable", PARIS, 'cable in:"Paris 1866"'),
        ("in:paris-1866 cable", PARIS, "cable"),
        ("in:trash", PARIS, 'in:trash in:"Paris 1866"'),
        ('tag:"trade"', WAR, 'tag:"trade" tag:"war/cold"'),
        ('tag:"trade" cable', TRADE, "cable"),
        ("tag:Trade cable", TRADE, "cable"),
        ('-tag:"trade"', TRADE, 'tag:"trade"'),
        ('publisher:"TASS"', REUTERS, '(publisher:"TASS" OR publisher:"Reuters")'),
        ('(publisher:"TASS" OR publisher:"Reuters") x', TASS, 'publisher:"Reuters" x'),
        ("published:2023", Facet(FacetKind.YEAR, "2024"), "(published:2023 OR published:2024)"),
        ("published:2023", Facet(FacetKind.MONTH, "2023-04"), "published:2023-04"),
        ("published:2023-04", Facet(FacetKind.MONTH, "2023-04"), ""),
        ("a OR b", TRADE, '(a OR b) tag:"trade"'),
    ],
)
def test_a_facet_is_chosen_or_let_go(before: str, facet: Facet, after: str) -> None:
    assert with_facet(before, facet) == after


@pytest.mark.parametrize(
    ("before", "facet", "after"),
    [
        ("cable", TRADE, 'cable -tag:"trade"'),
        ('cable -tag:"trade"', TRADE, "cable"),
        ("cable in:paris-1866", PARIS, 'cable -in:"Paris 1866"'),
        ('tag:"trade"', TRADE, '-tag:"trade"'),
        (
            '(publisher:"TASS" OR publisher:"Reuters")',
            TASS,
            'publisher:"Reuters" -publisher:"TASS"',
        ),
    ],
)
def test_a_facet_is_left_out_or_not(before: str, facet: Facet, after: str) -> None:
    assert without(before, facet) == after


def test_what_is_chosen_and_left_out_stands_in_the_query() -> None:
    choice = facet_choice('(publisher:TASS OR publisher:"Reuters") -tag:trade published:2023 cable')

    assert choice.chosen == (TASS, REUTERS, Facet(FacetKind.YEAR, "2023"))
    assert choice.excluded == (TRADE,)


def test_all_facets_are_cleared_and_the_words_stay() -> None:
    query = 'cable (publisher:TASS OR publisher:"Reuters") -tag:trade is:unread published:2023-04'

    assert without_facets(query) == "cable is:unread"


@pytest.mark.parametrize(
    ("query", "opposite"),
    [
        ("person:lavrov", "-person:lavrov"),
        ('a -tag:"b c"', 'a tag:"b c"'),
        ("a NOT is:unread", "a is:unread"),
        ("(tag:a OR tag:b)", "-(tag:a OR tag:b)"),
        ("a OR b", "-(a OR b)"),
    ],
)
def test_a_term_is_turned_into_its_opposite(query: str, opposite: str) -> None:
    assert turned(query, parse_query(query).terms[-1]) == opposite


def test_one_more_condition_is_added_to_alternatives_as_a_whole() -> None:
    assert and_also("(a OR b) c", "is:unread") == "(a OR b) c is:unread"
    assert and_also("a OR (b)", "is:unread") == "(a OR (b)) is:unread"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("bread OR", "bread"),
        ("iron bread OR ", "iron bread"),
        ("OR bread", "bread"),
        ("() OR bread", "bread"),
        ("bread NOT", "bread"),
    ],
)
def test_a_condition_narrows_what_an_or_or_a_not_was_left_alone_in(query: str, meant: str) -> None:
    narrowed = and_also(query, "is:unread")

    assert narrowed == f"({query.strip()}) is:unread"
    assert parse_query(narrowed).root == parse_query(f"({meant}) is:unread").root


def test_the_terms_tell_the_words_they_were_read_from() -> None:
    query = 'cable  -tag:"a b" (x OR y)  “two words” published:2023'

    written = [query[term.start : term.end] for term in parse_query(query).terms]

    assert written == ["cable", '-tag:"a b"', "(x OR y)", "“two words”", "published:2023"]


@pytest.mark.parametrize("query", ["bread OR", "OR bread", "(a OR b) OR", "NOT a OR"])
def test_a_query_that_breaks_off_behind_or_is_one_term(query: str) -> None:
    (term,) = parse_query(query).terms

    assert query[term.start : term.end] == query


@given(st.text(alphabet='ab "():-“OR NOT*tag', max_size=40))
def test_terms_lie_in_the_text_one_after_the_other(query: str) -> None:
    ends = 0
    for term in parse_query(query).terms:
        assert ends <= term.start < term.end <= len(query)
        ends = term.end


@given(st.text(alphabet='ab tag:()ORNT-"', max_size=30))
@example("OR :")
def test_choosing_a_facet_twice_changes_nothing_that_is_found(query: str) -> None:
    before = without_facets(query)
    if parse_query(before).notes:
        return

    twice = with_facet(with_facet(before, TRADE), TRADE)

    assert parse_query(twice).root == parse_query(before).root


@pytest.mark.parametrize(
    ("query", "renamed"),
    [
        ("cable tag:trade", 'cable tag:"commerce"'),
        ('(iron OR -tag:"Trade/food") x', '(iron OR -tag:"commerce/food") x'),
        ("tag:traders tag:trad* trade", "tag:traders tag:trad* trade"),
        ('"see tag:trade" title:trade', '"see tag:trade" title:trade'),
        ('tag:" trade / food"', 'tag:"commerce/food"'),
    ],
)
def test_a_query_follows_a_tag_that_is_renamed(query: str, renamed: str) -> None:
    assert with_tag_renamed(query, "trade", "commerce") == renamed


@pytest.mark.parametrize(
    ("query", "renamed"),
    [
        ("cable in:cold-war", 'cable in:"Thaw"'),
        ('(iron OR -in:"Cold  war") x', '(iron OR -in:"Thaw") x'),
        ('in:trash in:"cold wars" "in:cold-war"', 'in:trash in:"cold wars" "in:cold-war"'),
    ],
)
def test_a_query_follows_a_dossier_that_is_renamed(query: str, renamed: str) -> None:
    assert with_dossier_renamed(query, "Cold War", "Thaw") == renamed
