from __future__ import annotations

import pytest

from desktop_app.core.name_order import index_letter, sort_key, sort_name


@pytest.mark.parametrize(
    ("name", "ordered"),
    [
        ("Sergey Lavrov", "Lavrov, Sergey"),
        ("Otto von Bismarck", "Bismarck, Otto von"),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Lavrov", "Lavrov"),
        ("習近平", "習近平"),
        ("Xi Jinping", "Xi Jinping"),
        ("Victor Emmanuel II", "Victor Emmanuel II"),
        ("", ""),
    ],
)
def test_the_family_name_comes_first(name: str, ordered: str) -> None:
    assert sort_name(name) == ordered


def test_an_index_goes_by_letters_whatever_their_marks_and_particles() -> None:
    names = ["Lavrov, Sergey", "van der Berg, Jan", "Öcalan, A", "Orbán, Viktor", "d'Arc, Jeanne"]
    assert sorted(names, key=sort_key) == [
        "d'Arc, Jeanne",
        "van der Berg, Jan",
        "Lavrov, Sergey",
        "Öcalan, A",
        "Orbán, Viktor",
    ]


def test_names_stand_under_the_letters_that_they_are_ordered_by() -> None:
    names = ["50 Cent", "d'Arc, Jeanne", "’t Hooft, Gerard", "hooks, bell", "Öcalan, A", "“Tito”"]
    names += ["Жуков, Георгий", "محمد بن سلمان", "習近平"]
    assert sorted(set(names), key=sort_key) == names
    assert [index_letter(name) for name in names] == list("#AHHOTЖم習")


def test_a_long_name_takes_no_long_time() -> None:
    assert index_letter("a" * 10_000) == "A"
