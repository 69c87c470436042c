"""Bylines as the press writes them, and wire credits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.byline import (
    agency_in,
    agency_named,
    is_occupation,
    opens_byline,
    split_authors,
)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Roe and John Doe, Diplomatic Editor, in Samarkand", ("Jane Roe", "John Doe")),
        ("JANE ROE", ("Jane Roe",)),
        ("by Jane Roe | Reuters", ("Jane Roe",)),
        ("Von Anna Muster und Karl-Heinz Beispiel", ("Anna Muster", "Karl-Heinz Beispiel")),
        ("Par Marie Dupont et Jean-Luc Petit, à Genève", ("Marie Dupont", "Jean-Luc Petit")),
        ("Por Ana María de la Torre", ("Ana María de la Torre",)),
        ("Jane Roe (jane@example.org)", ("Jane Roe",)),
        ("Jane Roe, AP", ("Jane Roe",)),
        ("Автор: Иван Петров", ("Иван Петров",)),
        ("王小明", ("王小明",)),
        ("By Jane Roe Monday 12 September", ("Jane Roe",)),
        ("Jane Roe 4 August 2010", ("Jane Roe",)),
        ("Von Anna Muster Stand: 3. März 2021", ("Anna Muster",)),
        ("Jane Roe, Head of Print and Community Events", ("Jane Roe",)),
        ("Jane Roe, Founder, Editor-in-Chief", ("Jane Roe",)),
        ("Jane Roe, John Doe, and Ann Poe", ("Jane Roe", "John Doe", "Ann Poe")),
    ],
)
def test_names_are_split_from_roles_places_and_agencies(
    byline: str, names: tuple[str, ...]
) -> None:
    assert split_authors(byline) == names


@pytest.mark.parametrize(
    "line",
    [
        "The Associated Press",
        "Staff Reporter",
        "By our correspondent",
        "",
        "14 April 2023",
        "admin",
    ],
)
def test_what_names_nobody_gives_no_author(line: str) -> None:
    assert split_authors(line) == ()


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("“We agreed,” he added. (ANI)", "ANI"),
        ("SAMARKAND, April 13 (TASS) — The ministers met.", "TASS"),
        ("BERLIN (dpa/AFP) - Der Minister kam.", "dpa"),
        ("The Associated Press", "AP"),
        ("By Jane Roe | Reuters", "Reuters"),
        ("МОСКВА (ТАСС) — Министр прибыл.", "TASS"),
        ("МОСКВА, 14 апреля. /ТАСС/. Министр прибыл.", "TASS"),
    ],
)
def test_a_credit_names_its_agency(text: str, agency: str) -> None:
    assert agency_in(text) == agency


@pytest.mark.parametrize(
    "text", ["The meeting went well, TASS reported.", "He left AFP, Reuters, and retired."]
)
def test_an_agency_quoted_in_running_text_is_no_credit(text: str) -> None:
    assert agency_in(text) is None


def test_an_agency_is_known_by_its_long_name() -> None:
    assert agency_named("Agence France-Presse") == "AFP"
    assert agency_named("Agence") is None


def test_a_byline_is_known_by_its_first_word() -> None:
    assert opens_byline("By Jane Roe")
    assert not opens_byline("Bypass opened in Leeds")


@given(st.text())
def test_any_line_gives_tidy_names(line: str) -> None:
    for name in split_authors(line):
        assert name == name.strip()
        assert "\n" not in name


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Senior Writer", True),
        ("Co-Founder & Marketing Director", True),
        ("Redakteurin Politik", True),
        ("Five writers were asked what the editor of the paper should do", False),
        ("Climate Change", False),
    ],
)
def test_an_occupation_is_a_short_line_that_names_one(line: str, is_one: bool) -> None:
    assert is_occupation(line) is is_one
