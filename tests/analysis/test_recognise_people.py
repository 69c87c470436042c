"""Who is named in a text, told by example; and what must never be taken for a person."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.recognise_people import recognise
from desktop_app.core.article import NamedPerson

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_SEED = _SHARED / "seed" / "pasted-article.txt"
_KIT = _SHARED / "kits" / "people" / "dev"


def _names(text: str) -> list[str]:
    return [person.name for person in recognise(text)]


def _person(text: str, name: str) -> NamedPerson:
    return next(person for person in recognise(text) if person.name == name)


def _seed_body() -> str:
    page = _SEED.read_text("utf-8")
    return page[page.index("Russian Foreign Minister Sergey") : page.index(" (ANI)")]


@pytest.mark.skipif(not _SEED.exists(), reason="the shared seed isn't here")
def test_the_seed_names_five_persons() -> None:
    people = recognise(_seed_body())

    assert {person.name for person in people} == {
        "Sergey Lavrov",
        "Qin Gang",
        "Hossein Amir-Abdollahian",
        "Hina Rabbani Khar",
        "Wang Yi",
    }
    lavrov = people[0]
    assert lavrov.aliases == ("Lavrov",)
    assert lavrov.roles == ("Russian Foreign Minister",)
    assert len(lavrov.mentions) == 5


def test_a_short_form_goes_to_the_full_name() -> None:
    text = "Jane Roe met the press. Ms Roe’s answers were short. “Enough,” said Roe."

    roe = _person(text, "Jane Roe")

    assert [mention.text for mention in roe.mentions] == ["Jane Roe", "Roe", "Roe"]
    assert roe.aliases == ("Roe",)


def test_a_mention_knows_its_place_and_its_sentence() -> None:
    text = "It rained. President Emmanuel Macron’s speech was short."

    (mention,) = _person(text, "Emmanuel Macron").mentions

    assert text[mention.start : mention.end] == "Emmanuel Macron"
    assert mention.role == "President"
    assert mention.sentence == "President Emmanuel Macron’s speech was short."


def test_two_persons_of_one_family_stay_apart() -> None:
    text = "Bill Clinton waved and Hillary Clinton smiled. Clinton said nothing."

    people = recognise(text)

    assert [person.name for person in people] == ["Bill Clinton", "Hillary Clinton"]
    assert all(person.aliases == () for person in people)


def test_a_family_name_used_before_the_namesake_came_in_stays_with_the_first() -> None:
    text = "Carl Weber won. Weber was glad. His brother Max Weber lost. Weber will play again."

    weber = _person(text, "Carl Weber")

    assert [mention.text for mention in weber.mentions] == ["Carl Weber", "Weber", "Weber"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Russian Foreign Minister Sergey Lavrov left.", "Sergey Lavrov",
         "Russian Foreign Minister"),
        ("Iranian foreign minister Ali Akbar Salehi left.", "Ali Akbar Salehi",
         "Iranian foreign minister"),
        ("The Foreign Minister of China Wang Yi left.", "Wang Yi", "Foreign Minister of China"),
        ("Jane Roe, the bank’s chief economist, said so.", "Jane Roe", "bank’s chief economist"),
        ("Jane Roe, president of the European Bank, said so.", "Jane Roe",
         "president of the European Bank"),
        ("The company’s founder, John Miller, said so.", "John Miller", "company’s founder"),
        ("Former U.S. Senator John Kerry said so.", "John Kerry", "Former U.S. Senator"),
        ("Mr John Miller said so.", "John Miller", None),
    ],
)  # fmt: skip
def test_the_role_is_told_beside_the_name(text: str, name: str, role: str | None) -> None:
    assert _person(text, name).mentions[0].role == role


@pytest.mark.parametrize(
    "text, name",
    [
        ("Ursula von der Leyen spoke.", "Ursula von der Leyen"),
        ("Crown Prince Mohammed bin Salman spoke.", "Mohammed bin Salman"),
        ("President Bashar al-Assad spoke.", "Bashar al-Assad"),
        ("Irish leader Mary O’Neill spoke.", "Mary O’Neill"),
        ("Writer Jean-Paul Sartre spoke.", "Jean-Paul Sartre"),
        ("President John F. Kennedy spoke.", "John F. Kennedy"),
        ("Martin Luther King Jr. spoke to the crowd.", "Martin Luther King Jr."),
        ("Kim Jong-un spoke.", "Kim Jong-un"),
        ("William “Bill” Gates said no.", "William “Bill” Gates"),
        ("Prime Minister Theresa May spoke.", "Theresa May"),
        ("Mr Johnson spoke.", "Johnson"),
        ("Pope Francis spoke.", "Francis"),
        ("Сергей Лавров заявил об этом.", "Сергей Лавров"),
        ("Bundeskanzlerin Angela Merkel sagte ab.", "Angela Merkel"),
    ],
)
def test_names_of_many_shapes(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国家主席习近平在北京会见了法国总统。外长王毅出席。", ["习近平", "王毅"]),
        ("安倍晋三首相は中国の習近平国家主席と会談した。", ["安倍晋三", "習近平"]),
        ("윤석열 대통령은 서울에서 이재명 대표를 만났다.", ["윤석열", "이재명"]),
        ("日本首相は米国大統領と会談した。", []),
    ],
)
def test_names_without_capitals_stand_beside_an_office(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_capitals_of_a_headline_belong_to_the_person_below() -> None:
    text = "ANGELA MERKEL TO MEET EMMANUEL MACRON\n\nAngela Merkel will meet Emmanuel Macron."

    assert {"Angela Merkel", "Emmanuel Macron"} >= set(_names(text))


@pytest.mark.parametrize(
    "text",
    [
        "Heathrow Airport and King’s College London were closed.",
        "Goldman Sachs and Morgan Stanley fell in New York on Thursday.",
        "Hurricane Katrina hit New Orleans in August.",
        "The Nobel Prize and the Clinton Foundation are known in Washington.",
        "Parkinson’s disease is studied at Johns Hopkins University.",
        "The Russian Ministry of Foreign Affairs is in Moscow.",
        "They flew from San Francisco to Abu Dhabi on Friday, May 5.",
        "The Supreme Court upheld the Voting Rights Act.",
        "",
        "\n\n  \n",
    ],
)
def test_places_firms_and_things_are_no_persons(text: str) -> None:
    assert _names(text) == []


def test_namesakes_apart_by_their_suffix() -> None:
    text = "George Bush Sr. met Robert Kennedy Jr. in Texas."

    assert _names(text) == ["George Bush Sr.", "Robert Kennedy Jr."]


_ALPHABET = st.sampled_from(
    ["John ", "Smith", "Mr. ", "’s ", "al-", " de ", "\n\n", "\n", ". ", "“", "”", ", ", "A. ", "Ж",
     "王毅", "\u0301", "ß", "\x00", "𝒜", "президент ", "King ", "Jr. ", "-", "'", "(", ")", "7"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_ALPHABET, max_size=40).map("".join) | st.text(max_size=200))
def test_offsets_always_cut_out_the_mention(text: str) -> None:
    for person in recognise(text):
        assert person.name
        for mention in person.mentions:
            assert text[mention.start : mention.end] == mention.text != ""


def test_long_texts_without_a_break_are_read_in_passing() -> None:
    for piece in ("A", "Aa ", "a.", "John ", "de ", "“", "Mr. ", "Ab-", "王"):
        assert recognise(piece * (60_000 // len(piece))) is not None


def _fold(name: str) -> str:
    """Names as the kit's scorer compares them."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    bare = re.sub(r"[’'`\".]", "", bare.casefold())
    return re.sub(r"[\s\-‐‑–]+", " ", bare).strip()


def _f1(right: int, told: int, truth: int) -> float:
    return 2 * right / (told + truth)


@pytest.mark.skipif(not _KIT.exists(), reason="the shared kits aren't here")
@pytest.mark.parametrize(
    ("file", "mention_floor", "name_floor"),
    [("wikigold.jsonl", 0.84, 0.80), ("ewt_web.jsonl", 0.74, 0.76)],
)
def test_quality_on_the_labelled_texts_may_only_rise(
    file: str, mention_floor: float, name_floor: float
) -> None:
    spans, names = [0, 0, 0], [0, 0, 0]
    for line in (_KIT / file).read_text("utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        people = recognise(item["text"])
        told = {(place.start, place.end) for person in people for place in person.mentions}
        truth = {(person["start"], person["end"]) for person in item["people"]}
        named = {_fold(person.name) for person in people}
        true_names = {_fold(person["name"]) for person in item["people"]}
        spans = [spans[0] + len(told & truth), spans[1] + len(told), spans[2] + len(truth)]
        names = [
            names[0] + len(named & true_names),
            names[1] + len(named),
            names[2] + len(true_names),
        ]

    assert _f1(*spans) >= mention_floor
    assert _f1(*names) >= name_floor


def test_where_every_noun_has_a_capital_a_lone_word_needs_a_title_or_speech() -> None:
    german = (
        "Da der Minister am Abend in die Stadt kam, stand die Menge am Bahnhof und auf dem Markt. "
        "Daher blieb die Polizei bis zum Morgen auf dem Platz vor dem Rathaus und in der Straße. "
        "Leider fiel das Fest im Park wegen des Regens aus, und die Kapelle fuhr nach Hause. "
        "Herr Wirth sagte, die Feier im Garten des Schlosses werde im Sommer nachgeholt."
    )
    assert [person.name for person in recognise(german)] == ["Wirth"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("King Charles I was beheaded. His son Charles II came back. Charles II died in 1685.",
         ["Charles I", "Charles II"]),
        ("Kaiser Wilhelm I. starb 1888. Wilhelm II. regierte. Wilhelm II. floh.",
         ["Wilhelm I.", "Wilhelm II"]),
        ("Queen Elizabeth II died in 2022. Her father was King George VI.",
         ["Elizabeth II", "George VI"]),
        ("Malcolm X met Cassius Clay.", ["Malcolm X", "Cassius Clay"]),
    ],
)  # fmt: skip
def test_rulers_are_told_apart_by_their_number(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It rained.\n\n(Reporting by Jane Roe and Koh Gui Qing, editing by Martin Howell.)",
        "It rained.\n\nReporting by Jane Roe; Editing by Martin Howell",
        "It rained.\n\nContributing: Jane Roe",
        "It rained.\n\nThe Herald’s Jane Roe contributed to this report.",
        "The ship sailed. Photo by Richard Shotwell/AP. Photograph: Mark Holden/Getty Images.",
        "Foto: Angela Schmidt",
    ],
)
def test_who_is_credited_is_not_who_it_is_about(text: str) -> None:
    assert _names(text) == []


def test_a_person_who_contributed_to_something_else_is_named() -> None:
    assert _names("President Emmanuel Macron contributed to the debate.") == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    "text",
    [
        "They flew from Charles de Gaulle Airport to John F. Kennedy International Airport.",
        "The USS Gerald R. Ford and the aircraft carrier Abraham Lincoln sailed.",
        "The Dodd-Frank Act, the Taft-Hartley Act and the Sarbanes-Oxley Act were repealed.",
        "She won the Booker Prize and the Hans Christian Andersen Award.",
        "The Martin Luther King Jr. Memorial Library on George Washington Street was closed.",
        "The storm is over. Hurricane Andrew destroyed houses.",
        "Die Stadt Ludwigsburg zur Jugend sagt ja. Ludwigsburg zur Jugend: ein Fest im Park.",
    ],
)
def test_what_is_called_after_a_person_is_no_person(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Em-\nmanuel Macron spoke. Macron left.", "Emmanuel Macron"),
        ("President Emmanuel Mac-\nron spoke in Paris.", "Emmanuel Macron"),
        ("It was announced by president Moon Jae-in a year ago.", "Moon Jae-in"),
        ("China’s ambassador to Britain Liu Xiaoming has said so.", "Liu Xiaoming"),
        ("Indiana House Speaker Brian Bosma spoke. Bosma left.", "Brian Bosma"),
        ("Director of Public Prosecution Eva-Marie Persson left. Ms Persson was calm.",
         "Eva-Marie Persson"),
        ("Botic van de Zandschulp lost in Paris.", "Botic van de Zandschulp"),
        ("Oscar de la Renta spoke.", "Oscar de la Renta"),
        ("Ali bin Abi Talib won.", "Ali bin Abi Talib"),
        ("Vladimir Vladimirovich Putin left. Putin smiled.", "Vladimir Vladimirovich Putin"),
        ("W.E.B. Du Bois wrote it.", "W.E.B. Du Bois"),
        ("In 1958 de Gaulle returned. Few had believed that de Gaulle would.", "de Gaulle"),
        ("Footballer Neymar scored.", "Neymar"),
        ("Actor Dwayne “The Rock” Johnson spoke. Johnson left.", "Dwayne “The Rock” Johnson"),
        ("The star Kentavious Caldwell-Pope said so.", "Kentavious Caldwell-Pope"),
        ("Cheuk Hau-yip, the commander of a western district, said so.", "Cheuk Hau-yip"),
        ("Suharto’s rule ended.", "Suharto"),
        ("Army spokesman Lieutenant-Colonel Longin Minani said so.", "Longin Minani"),
        ("The paper was sent by Christian Jennings on Friday.", "Christian Jennings"),
        ("The party of Jan Carnogursky signed the motion.", "Jan Carnogursky"),
    ],
)  # fmt: skip
def test_names_of_many_more_shapes(text: str, name: str) -> None:
    assert _names(text) == [name]


def test_a_title_before_a_given_name_tells_a_person_whatever_the_rest_means() -> None:
    assert _names("Mr Cyrus Field came ashore. Field was cheered by all.") == ["Cyrus Field"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "En Yalta se reunieron Winston Churchill y José Stalin. Churchill habló.",
            ["Winston Churchill", "José Stalin"],
        ),
        ("El filósofo José Ortega y Gasset escribió otro libro.", ["José Ortega y Gasset"]),
    ],
)
def test_and_joins_two_persons_or_two_family_names(text: str, names: list[str]) -> None:
    assert _names(text) == names
