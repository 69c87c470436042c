"""Names of authors taken apart for bibliographies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.name_parts import NameParts, split_authors, split_name


@pytest.mark.parametrize(
    ("name", "language", "parts"),
    [
        ("Sergey Lavrov", "en", NameParts("Lavrov", "Sergey")),
        ("Lavrov, Sergey", "en", NameParts("Lavrov", "Sergey")),
        ("Jan van der Berg", "nl", NameParts("Berg", "Jan", "van der")),
        ("van der Berg, Jan", "nl", NameParts("Berg", "Jan", "van der")),
        ("Tom van 't Hek", "nl", NameParts("Hek", "Tom", "van 't")),
        ("Alexander von Humboldt", "de", NameParts("Humboldt", "Alexander", dropping="von")),
        ("Ursula von der Leyen", "de", NameParts("Leyen", "Ursula", "von der")),
        ("Charles de Gaulle", "fr", NameParts("Gaulle", "Charles", "de")),
        ("Mario de la Cruz", "es", NameParts("Cruz", "Mario", "de la")),
        ("Marine Le Pen", "fr", NameParts("Le Pen", "Marine")),
        ("De Vries, Anna", "nl", NameParts("De Vries", "Anna")),
        ("Martin Luther King Jr.", "en", NameParts("King", "Martin Luther", suffix="Jr.")),
        ("King, Martin Luther, Jr.", "en", NameParts("King", "Martin Luther", suffix="Jr.")),
        ("Martin Luther King, Jr.", "en", NameParts("King", "Martin Luther", suffix="Jr.")),
        ("Santiago Ramón y Cajal", "es", NameParts("Ramón y Cajal", "Santiago")),
        ("Carlos Cony Filho", "pt", NameParts("Cony Filho", "Carlos")),
        ("Dr. Jane Q. Doe", "en", NameParts("Doe", "Jane Q.")),
        ("Von Miller", "en", NameParts("Miller", "Von")),
        ("By Jane Doe", "en", NameParts("Doe", "Jane")),
        ("Von Max Muster", "de", NameParts("Muster", "Max")),
        ("Xi Jinping", "en", NameParts("Xi", "Jinping", family_first=True)),
        ("Kim Jong Un", "en", NameParts("Kim", "Jong Un", family_first=True)),
        ("Orbán Viktor", "hu", NameParts("Orbán", "Viktor", family_first=True)),
        ("王毅", "zh", NameParts("王", "毅", family_first=True, unspaced=True)),
        ("欧阳娜娜", "zh", NameParts("欧阳", "娜娜", family_first=True, unspaced=True)),
        ("김정은", "ko", NameParts("김", "정은", family_first=True, unspaced=True)),
        ("安倍 晋三", "ja", NameParts("安倍", "晋三", family_first=True, unspaced=True)),
        ("安倍晋三", "ja", NameParts(literal="安倍晋三")),
        ("Reuters", "en", NameParts(literal="Reuters")),
        ("The Gazette Team", "en", NameParts(literal="The Gazette Team")),
        (
            "Ministry of Trade and Industry",
            "en",
            NameParts(literal="Ministry of Trade and Industry"),
        ),
        ("Agence France-Presse", "fr", NameParts(literal="Agence France-Presse")),
        ("user_77", "en", NameParts(literal="user_77")),
        ("Sophie in 't Veld", "nl", NameParts("Veld", "Sophie", "in 't")),
        ("محمد بن سلمان", "ar", NameParts("بن سلمان", "محمد")),
        ("Gamal Abdel Nasser", "en", NameParts("Abdel Nasser", "Gamal")),
        ("Lavrov S. V.", "en", NameParts("Lavrov", "S. V.")),
        ("Лавров С.В.", "ru", NameParts("Лавров", "С.В.")),
        ("J. R. R. Tolkien", "en", NameParts("Tolkien", "J. R. R.")),
        ("García Márquez, Gabriel José", "es", NameParts("García Márquez", "Gabriel José")),
        ("Ann Archer, Ben Baker", "en", NameParts(literal="Ann Archer, Ben Baker")),
        ("Lloyd Webber, Andrew J.", "en", NameParts("Lloyd Webber", "Andrew J.")),
    ],
)
def test_a_name_is_taken_apart(name: str, language: str, parts: NameParts) -> None:
    assert split_name(name, language=language) == parts


@pytest.mark.parametrize(
    "byline",
    [
        "By Jane Doe, John Smith and Al Gore",
        "BY JANE DOE, JOHN SMITH AND AL GORE",
        "Jane Doe, John Smith, Al Gore",
        "By Jane Doe, John Smith and Al Gore in Paris",
        "By Jane A. Doe, John Boyd Smith and Albert A. B. Gore in Paris and New York",
    ],
)
def test_a_byline_left_in_one_name_is_several_persons(byline: str) -> None:
    found = split_authors([byline], language="en")

    assert [each.family.title() for each in found] == ["Doe", "Smith", "Gore"]


def test_the_outlets_name_is_no_persons() -> None:
    found = split_authors(["Vanguard Nigeria", "Jane Roe"], bodies=("Vanguard Nigeria", None))

    assert found == (NameParts(literal="Vanguard Nigeria"), NameParts("Roe", "Jane"))


@pytest.mark.parametrize(
    "name", ["Jan van der Berg", "Alexander von Humboldt", "Xi Jinping", "王毅", "Marine Le Pen"]
)
def test_the_parts_make_the_name_again(name: str) -> None:
    assert split_name(name).whole == name


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_no_name_is_too_odd(name: str) -> None:
    for each in split_authors([name], language="en"):
        assert bool(each.literal) != bool(each.family)
        assert "\n" not in each.whole
        assert len(each.whole) <= 310
