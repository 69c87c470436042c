"""Names that are easily read wrong: credits, headlines in capitals, line ends, nicknames."""

from __future__ import annotations

import pytest

from desktop_app.analysis.recognise_people import names_in
from desktop_app.core.article import NamedPerson


def named(text: str, language: str = "en") -> dict[str, NamedPerson]:
    return {person.name: person for person in names_in(text, language=language).persons}


@pytest.mark.parametrize(
    "credit",
    [
        "By Margaret Holloway",
        "BY JOHN SMITH and Jane Doe",
        "(Scott Olson/Getty Images)",
        "Evan Vucci/AP",
        "AP Photo/Evan Vucci",
    ],
)
def test_who_only_made_the_piece_is_not_named_in_it(credit: str) -> None:
    assert list(named(f"Senate votes\n\n{credit}\n\nSenator Tom Cotton spoke.")) == ["Tom Cotton"]


def test_who_did_what_is_told_by_a_sentence_is_named_in_it() -> None:
    assert "Margaret Holloway" in named("By Friday, Margaret Holloway said, it was done.")


def test_a_role_in_a_headline_in_capitals_is_the_words_of_office_alone() -> None:
    text = (
        "HILLARY CLINTON ATTACKS SENATOR TOM COTTON\n\nHillary Clinton spoke. Mr Cotton declined."
    )

    cotton = named(text)["Tom Cotton"]

    assert cotton.roles == ("SENATOR",)
    assert [mention.text for mention in cotton.mentions] == ["TOM COTTON", "Cotton"]


@pytest.mark.parametrize(
    ("text", "name", "spellings"),
    [
        (
            "The minister, Annalena Baer-\nbock, left. Later Baerbock said no.",
            "Annalena Baerbock",
            ["Annalena Baer-\nbock", "Baerbock"],
        ),
        (
            "Mr Smith-\nJones spoke. John Smith-\nJones agreed.",
            "John Smith-Jones",
            ["Smith-\nJones", "John Smith-\nJones"],
        ),
    ],
)
def test_a_name_broken_at_a_line_end_is_whole(text: str, name: str, spellings: list[str]) -> None:
    assert [mention.text for mention in named(text)[name].mentions] == spellings


def test_a_role_broken_at_a_line_end_is_whole() -> None:
    assert named("The presi-\ndent, Emmanuel Macron, came.")["Emmanuel Macron"].roles == (
        "president",
    )


def test_a_quoted_nickname_may_be_a_word_and_two_names_may_follow() -> None:
    assert 'William "Bill" Jefferson Clinton' in named(
        'The visitor, William "Bill" Jefferson Clinton, spoke.'
    )


def test_a_country_before_a_name_is_none_of_it_in_russian() -> None:
    text = "Он встретился с министром иностранных дел Индии Субраманьямом Джайшанкаром."
    assert list(named(text, "ru")) == ["Субраманьям Джайшанкар"]


@pytest.mark.parametrize("firm", ["Stanley Black & Decker", "Ben & Jerry's", "Ernst & Young"])
def test_a_firm_that_two_names_make_is_nobody(firm: str) -> None:
    assert named(f"Shares of {firm} fell, Senator Tom Cotton said.").keys() == {"Tom Cotton"}


def test_a_couple_joined_by_the_same_sign_are_persons() -> None:
    assert "Michelle Obama" in named("Guests met Barack & Michelle Obama on Sunday.")


def test_the_day_called_after_a_person_is_not_part_of_the_name() -> None:
    assert "Martin Luther King Jr. Day" not in named("It fell on Martin Luther King Jr. Day.")


def test_a_former_prime_minister_is_named_in_japanese() -> None:
    assert "安倍晋三" in named("昨年、安倍晋三元首相が死去した。", "ja")


def test_a_foreign_family_name_of_two_letters_is_named_in_chinese() -> None:
    text = "中国国家主席习近平在北京会见了俄罗斯总统普京。普京表示感谢。"

    putin = named(text, "zh")["普京"]

    assert [mention.text for mention in putin.mentions] == ["普京", "普京"]
