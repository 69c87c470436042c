"""The shorthand of results tells names where no sentence does; tables of teams name nobody."""

from __future__ import annotations

import pytest

from desktop_app.analysis.recognise_people import recognise


def _names(text: str) -> list[str]:
    return [person.name for person in recognise(text, wrapped=False)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ajax 2 (Kluivers 17th, Littmann 83rd penalty) Breda 0.", ["Kluivers", "Littmann"]),
        ("Breda 1 - 1 Ajax. Scorers: Littmann (12), Kluivers (34)", ["Littmann", "Kluivers"]),
        (
            "1. Bo Hamberger (Denmark) Telekom 3:20\n2. Udo Bolz (Germany) ONCE 3:21",
            ["Bo Hamberger", "Udo Bolz"],
        ),
        (
            "Saeed Anwar c Croft b Cork 176\nAamir Sohail lbw b Croft 46\nIjaz Ahmed not out 3",
            ["Saeed Anwar", "Croft", "Cork", "Aamir Sohail", "Ijaz Ahmed"],
        ),
        (
            "Lens 2 (Debeve 9, Vairelles 61) Nantes 0. Lyon 1 (Caveglia 12) Metz 0.",
            ["Debeve", "Vairelles", "Caveglia"],
        ),
        (
            "Cleveland 5 Texas 3\nW - Nagy (14-4). L - Witt (12-10). HR: Belle (42), Greer (16).",
            ["Nagy", "Witt", "Belle", "Greer"],
        ),
        (
            "First period: Buffalo, Peca 4 (Audette, Galley), 5:41. Boston, Oates 9 (Moger), 7:02.",
            ["Peca", "Audette", "Galley", "Oates", "Moger"],
        ),
    ],
)
def test_results_tell_who_took_part(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_table_of_teams_names_nobody() -> None:
    assert _names("Arsenal 5 3 1 1 9 4 10\nAston Villa 5 3 1 1 7 4 10\nWest Ham 5 2 1 2") == []


def test_a_place_in_capitals_behind_a_byline_is_no_part_of_it() -> None:
    assert "Nadia Laski" in _names("Nadia Laski LONDON, Dec 6. Shares fell on Friday.")


def test_a_firm_named_after_a_person_is_none_where_no_person_is() -> None:
    assert _names("Bloomberg said that Smith Barney had cut its rating.") == []
    assert _names("Rolls-Royce slipped 3p and W H Smith rose; Louis Dreyfus was a buyer.") == []
    assert _names("Mayor Bloomberg said no.") == ["Bloomberg"]


def test_a_title_and_a_number_tell_a_ruler() -> None:
    assert _names("In Maseru, King Letsie III spoke.") == ["Letsie III"]


def test_what_a_storm_is_called_means_the_storm_all_through_the_text() -> None:
    text = "Hurricane Andrew struck in 1992. Mr Roe said that Andrew had taken his house."

    assert _names(text) == ["Roe"]
