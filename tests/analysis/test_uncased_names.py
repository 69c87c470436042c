"""Persons in Korean and Hindi: foreign spellings, initials, what only persons do."""

from __future__ import annotations

from desktop_app.analysis.recognise_people import recognise


def named(text: str, language: str) -> dict[str, list[str]]:
    """Each person's name with the words of the text that mean them."""
    people = recognise(text, wrapped=False, language=language)
    return {each.name: [mention.text for mention in each.mentions] for each in people}


def test_a_foreign_name_in_korean_is_one_with_its_family_name() -> None:
    text = "토니 블링컨 국무장관이 도착했다. 블링컨은 말을 아꼈다."

    assert named(text, "ko") == {"토니 블링컨": ["토니 블링컨", "블링컨"]}


def test_a_korean_name_is_told_by_what_only_persons_do() -> None:
    assert list(named("권상우가 두 골을 넣었다.", "ko")) == ["권상우"]


def test_korean_words_that_look_like_names_are_none() -> None:
    text = "하지만 배우들은 웃었다. 하지만 이 원장은 검사를 연장했다고 말했다. 전문가는 말했다."

    assert named(text, "ko") == {}


def test_a_former_office_in_korean_is_no_part_of_a_name() -> None:
    text = "곽상도 전 의원이 왔다. 곽 전 의원은 법정을 떠났다."

    assert named(text, "ko") == {"곽상도": ["곽상도", "곽"]}


def test_initials_in_hindi_belong_to_the_name() -> None:
    assert list(named("संगीत ए आर रहमान का होगा।", "hi")) == ["ए आर रहमान"]


def test_a_hindi_firm_called_like_a_person_is_none() -> None:
    text = "उद्योगपति रतन टाटा नहीं रहे। टाटा समूह ने शोक जताया।"

    assert named(text, "hi") == {"रतन टाटा": ["रतन टाटा"]}


def test_a_given_name_in_hindi_stands_for_the_full_name() -> None:
    text = "मुख्यमंत्री नीतीश कुमार ने उद्घाटन किया। सवाल पर नीतीश मुस्कुराए।"

    assert named(text, "hi") == {"नीतीश कुमार": ["नीतीश कुमार", "नीतीश"]}
