"""Which mentions of a text are one person, and which can't be told."""

from __future__ import annotations

from desktop_app.analysis.recognise_people import names_in

BOTH = (
    "President Bill Clinton and Senator Hillary Clinton came to Ohio. Clinton said that it rained."
)


def test_a_short_form_of_two_persons_is_nobodys_and_says_whose_it_may_be() -> None:
    found = names_in(BOTH)

    assert [person.name for person in found.persons] == ["Bill Clinton", "Hillary Clinton"]
    (left,) = found.unassigned
    assert (left.mention.text, left.names) == ("Clinton", ("Bill Clinton", "Hillary Clinton"))
    assert BOTH[left.mention.start : left.mention.end] == "Clinton"
    assert left.mention.sentence == "Clinton said that it rained."


def test_a_short_form_of_one_person_is_theirs() -> None:
    found = names_in("President Bill Clinton came to Ohio. Clinton said that it rained.")

    assert found.unassigned == ()
    assert [mention.text for mention in found.persons[0].mentions] == ["Bill Clinton", "Clinton"]


def test_two_transliterations_of_one_name_are_one_person() -> None:
    text = (
        "Foreign Minister Sergey Lavrov met his colleague. Sergei Lavrov said that ties were good."
        " Lavrov's deputy agreed."
    )

    found = names_in(text)

    assert found.unassigned == ()
    (person,) = found.persons
    assert [each.text for each in person.mentions] == ["Sergey Lavrov", "Sergei Lavrov", "Lavrov"]


def test_two_names_that_are_only_alike_stay_two_persons() -> None:
    text = "Senator Maria Keller met Senator Marie Keller. Keller said that it rained."

    found = names_in(text)

    assert [person.name for person in found.persons] == ["Maria Keller", "Marie Keller"]
    assert [left.mention.text for left in found.unassigned] == ["Keller"]


def test_forms_of_address_tell_two_of_one_surname_apart() -> None:
    text = (
        "Former President Bill Clinton and Hillary Clinton arrived. Mrs Clinton said no."
        " Mr Clinton agreed. Clinton left."
    )

    found = names_in(text)

    assert [[each.text for each in person.mentions] for person in found.persons] == [
        ["Bill Clinton", "Clinton"],
        ["Hillary Clinton", "Clinton"],
    ]
    bill, hillary = found.persons
    assert text[: hillary.mentions[1].start].endswith("Mrs ")
    assert text[: bill.mentions[1].start].endswith("Mr ")
    assert [left.mention.sentence for left in found.unassigned] == ["Clinton left."]


def test_mrs_is_nobody_whose_given_name_is_a_mans() -> None:
    found = names_in("Senator Robert Keller came to Ohio. Mrs Keller said that it rained.")

    assert [person.name for person in found.persons] == ["Robert Keller", "Keller"]


def test_a_form_of_address_contradicts_no_name_that_may_be_anybodys() -> None:
    found = names_in("Senator Leslie Keller came to Ohio. Mrs Keller said that it rained.")

    assert [person.name for person in found.persons] == ["Leslie Keller"]
