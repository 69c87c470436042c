"""In a headline in capitals, the running text's names are found, and verbs are no part of them."""

from __future__ import annotations

from desktop_app.analysis.recognise_people import recognise


def test_a_headline_in_capitals_names_whom_the_text_names() -> None:
    text = (
        "BRANDELL MEETS LARSKY IN OSLO\n\n"
        "Prime Minister Tony Brandell met President Olav Larsky in Oslo."
    )

    people = recognise(text, wrapped=False)

    assert [person.name for person in people] == ["Tony Brandell", "Olav Larsky"]
    assert [mention.text for mention in people[0].mentions] == ["BRANDELL", "Tony Brandell"]


def test_a_headline_in_capitals_alone_makes_no_person_of_its_verbs() -> None:
    text = "LATE HOMER LIFTS ORIOLES\n\nBobby Castellano homered in the ninth inning, he said."

    assert [person.name for person in recognise(text, wrapped=False)] == ["Bobby Castellano"]
