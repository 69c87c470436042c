"""Persons in languages with capitals and lists of words: cases, titles, particles, streets."""

from __future__ import annotations

import pytest

from desktop_app.analysis.recognise_people import recognise


def named(text: str, language: str) -> dict[str, list[str]]:
    """Each person's name with the words of the text that mean them."""
    people = recognise(text, wrapped=False, language=language)
    return {each.name: [mention.text for mention in each.mentions] for each in people}


def test_cases_of_a_russian_name_are_one_person() -> None:
    text = (
        "Владимир Путин прибыл в Пекин. Встречу с Путиным готовили год. Путину вручили орден, "
        "о Путине писали все газеты."
    )

    assert named(text, "ru") == {
        "Владимир Путин": ["Владимир Путин", "Путиным", "Путину", "Путине"]
    }


def test_a_name_only_told_in_another_case_stands_in_the_nominative() -> None:
    assert list(named("Он говорил с министром Сергеем Лавровым.", "ru")) == ["Сергей Лавров"]
    assert list(named("Зустріч з Дмитром Кулебою була довгою.", "uk")) == ["Дмитро Кулеба"]
    assert list(named("Rozmawiał z minister Barbarą Nowacką.", "pl")) == ["Barbara Nowacka"]


def test_a_wife_keeps_her_own_name() -> None:
    text = "Михаил Горбачёв приехал с женой. Раиса Горбачёва молчала, Михаила Горбачёва слушали."

    assert set(named(text, "ru")) == {"Михаил Горбачёв", "Раиса Горбачёва"}


def test_turkish_endings_behind_the_apostrophe_are_no_part_of_a_name() -> None:
    text = "Cumhurbaşkanı Recep Tayyip Erdoğan konuştu. Erdoğan’ın sözleri yankı buldu."

    assert named(text, "tr") == {"Recep Tayyip Erdoğan": ["Recep Tayyip Erdoğan", "Erdoğan"]}


def test_elided_articles_are_no_part_of_a_name() -> None:
    text = "L’entourage d’Emmanuel Macron se tait. Valéry Giscard d’Estaing aimait parler."

    assert list(named(text, "fr")) == ["Emmanuel Macron", "Valéry Giscard d’Estaing"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Feuerwehr löschte den Brand in der Konrad-Adenauer-Straße.", "de"),
        ("El Real Madrid jugará en el Santiago Bernabéu.", "es"),
        ("Le lycée Victor Hugo et la rue Émile Zola sont fermés.", "fr"),
        ("In via Giuseppe Garibaldi il traffico è fermo.", "it"),
        ("На улице Льва Толстого сгорел склад.", "ru"),
        ("Pożar wybuchł na ulicy Józefa Piłsudskiego.", "pl"),
        ("Mustafa Kemal Caddesi trafiğe kapatıldı.", "tr"),
        ("De Johan Cruijff Arena was uitverkocht.", "nl"),
        ("Das Holz, z. B. Altholz, hat die Farben Schwarz und Weiß.", "de"),
        ("Er nahm vier Tage Urlaub und fuhr am Rand Ihres Parks entlang nach New York.", "de"),
        ("El Nobel de la Paz y el ataque a Pearl Harbor.", "es"),
    ],
)
def test_what_bears_a_name_is_no_person(text: str, language: str) -> None:
    assert named(text, language) == {}


def test_a_noun_behind_a_german_name_is_no_part_of_it() -> None:
    text = "Am Abend stieg Pierre Gasly ein. Pierre Gaslys Formkurve zeigt nach oben, sagte Gasly."

    assert named(text, "de") == {"Pierre Gasly": ["Pierre Gasly", "Pierre Gaslys", "Gasly"]}


def test_two_names_side_by_side_are_two_persons() -> None:
    assert set(named("Дочь Бориса Немцова Жанна Немцова получила премию.", "ru")) == {
        "Борис Немцов",
        "Жанна Немцова",
    }


def test_a_family_name_in_another_case_is_found_by_its_other_places() -> None:
    text = "Zarzuty postawiono Zbigniewowi Ziobrze. Były minister, Ziobro, milczy."

    assert named(text, "pl") == {"Zbigniew Ziobro": ["Zbigniewowi Ziobrze", "Ziobro"]}


def test_a_dutch_name_keeps_its_particles() -> None:
    text = "Mathieu van der Poel won. Van der Poel juichte; zijn ploeg prees van der Poel."

    assert named(text, "nl") == {
        "Mathieu van der Poel": ["Mathieu van der Poel", "Van der Poel", "van der Poel"]
    }


def test_a_name_like_a_profession_is_told_by_a_form_of_address() -> None:
    assert list(named("Gisteren belde mevrouw Boer met de krant.", "nl")) == ["Boer"]
    assert list(named("Am Abend kam Frau Bauer dazu.", "de")) == ["Bauer"]


def test_a_party_behind_a_dutch_name_is_no_part_of_it() -> None:
    assert list(named("Dat zei Faouzi Achbar van Denk gisteren.", "nl")) == ["Faouzi Achbar"]


def test_a_role_is_told_as_it_is_written() -> None:
    (person,) = recognise(
        "El ministro de Economía, Luis Caputo, viajó.", wrapped=False, language="es"
    )

    assert person.roles == ("ministro de Economía",)


def test_an_english_text_marked_as_german_is_read_as_english() -> None:
    text = (
        "The minister said that Jane Roe had been told of the plan by her own lawyer, John Doyle."
    )

    assert set(named(text, "de")) == {"Jane Roe", "John Doyle"}
