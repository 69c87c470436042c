"""Lone names told by the words beside them, and firms and titles told by theirs."""

from __future__ import annotations

import pytest

from desktop_app.analysis.recognise_people import recognise

# Enough plain English that the text is taken for it.
_AROUND = " It was the talk of the town, and there were many who had not been told of it at all."


def named(text: str) -> list[str]:
    return [person.name for person in recognise(text + _AROUND, wrapped=False)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He lives there with his wife, Arlys, and two dogs.", ["Arlys"]),
        ("The couple's daughter, Kayla, 19, drove the cart.", ["Kayla"]),
        ("She has twins, and her sons Mateo and Bruno go to school.", ["Mateo", "Bruno"]),
        ("Leaflets called on President Suharto to step down.", ["Suharto"]),
        ("In Turin Count Cavour is less easy about it.", ["Cavour"]),
        ("Terry “Bud” Novak came. “Bud kept us laughing,” she said.", ["Terry “Bud” Novak"]),
        ("Kenya's leader is Daniel arap Moi.", ["Daniel arap Moi"]),
        ("“It was a farce,” West said. Graeme West is the coach.", ["Graeme West"]),
    ],
)
def test_persons_told_by_their_neighbours(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "An analyst at Henderson Crosthwaite was not impressed by it.",
        "Shares rose, said a trader with Harper Winslow in the city.",
        "It was “Nixon” that opened weakly on that day.",
        "His dog, a terrier, and his wife went with the General Motors man.",
        "It is the work of Reed Elsevier.",
        "They bought it from John Deere, which lent machines.",
    ],
)
def test_firms_and_titles_told_by_theirs(text: str) -> None:
    assert named(text) == []
