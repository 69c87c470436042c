from __future__ import annotations

import pytest

from desktop_app.core.name_order import sort_key, sort_name


@pytest.mark.parametrize(
    ("name", "ordered"),
    [
        ("Sergey Lavrov", "Lavrov, Sergey"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Martin Luther King, Jr.", "Martin Luther King, Jr."),
        ("Martin King Jr.", "King, Martin, Jr."),
        ("Lavrov", "Lavrov"),
        ("習近平", "習近平"),
        ("Victor Emmanuel II", "Victor Emmanuel II"),
    ],
)
def test_the_family_name_comes_first(name: str, ordered: str) -> None:
    assert sort_name(name) == ordered


def test_an_index_goes_by_letters_whatever_their_marks_and_particles() -> None:
    names = ["Lavrov, Sergey", "von der Leyen, Ursula", "Öcalan, A", "Orbán, Viktor", "Nansen, F"]
    ordered = sorted(names, key=sort_key)
    assert ordered == [
        "Lavrov, Sergey",
        "von der Leyen, Ursula",
        "Nansen, F",
        "Öcalan, A",
        "Orbán, Viktor",
    ]
