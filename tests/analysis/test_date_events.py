"""Which dates a text tells, by example: seen from Friday, 14 April 2023 unless said otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.date_events import find_events
from desktop_app.core.dates import EdtfDate

_SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "pasted-article.txt"
_PUBLISHED = "2023-04-14"


def _dates(text: str, language: str = "en", published: str | None = _PUBLISHED) -> list[str]:
    return [event.date for event in find_events(text, published, language)]


@pytest.mark.skipif(not _SEED.exists(), reason="the shared seed isn't here")
def test_the_seed_tells_four_dates() -> None:
    page = _SEED.read_text("utf-8")
    body = page[page.index("Russian Foreign Minister Sergey") : page.index(" (ANI)")]

    events = find_events(body, "2023-04-14", "en")

    assert {event.date for event in events} == {"2023-04-13", "2023-04-12", "2023-03", "2023-02"}
    assert {event.phrase for event in events} == {
        "on Thursday",
        "on Wednesday",
        "on April 13",
        "this March",
        "in February 2023",
    }


def test_an_event_carries_its_sentence_and_words() -> None:
    text = "Nothing happened. The ship sank on 15 April 1912 at night. It was cold."

    (event,) = find_events(text, None, "en")

    assert event.date == "1912-04-15"
    assert event.phrase == "on 15 April 1912"
    assert text[event.start : event.end] == event.text == "The ship sank on 15 April 1912 at night."


def test_a_date_told_twice_in_a_sentence_is_one_event() -> None:
    assert _dates("On Thursday, April 13, and again on 13 April 2023 they met.") == ["2023-04-13"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They met on April 13, 2023.", "2023-04-13"),
        ("They met on the 3rd of May 2021.", "2021-05-03"),
        ("They met on Dec. 5.", "2022-12-05"),
        ("They will meet on May 5.", "2023-05-05"),
        ("They met in February 2023.", "2023-02"),
        ("They met last December.", "2022-12"),
        ("They meet next June.", "2023-06"),
        ("They met in mid-March.", "2023-03"),
        ("They met between 3 and 7 March.", "2023-03-03/2023-03-07"),
        ("They met on May 3-7, 2021.", "2021-05-03/2021-05-07"),
        ("It lasted from January 2020 to March 2021.", "2020-01/2021-03"),
        ("It has lasted since 2014.", "2014/.."),
        ("The war of 1939–1945 ended.", "1939/1945"),
        ("Between 1914 and 1918 it raged.", "1914/1918"),
        ("It was so in the 1990s.", "199X"),
        ("It was so in the 19th century.", "18XX"),
        ("They met in spring 1991.", "1991-03~/1991-05~"),
        ("They met in Q3 2022.", "2022-07/2022-09"),
        ("Sales fell in H1 2022.", "2022-01/2022-06"),
        ("It was the year of the 2016 election.", "2016"),
        ("It was written 2021-03-04.", "2021-03-04"),
        ("Around 1850 it was built.", "1850~"),
        ("It has been made since mid-2017.", "2017/.."),
        ("The June report said so.", "2022-06"),
        ("Norway’s October output hurt the May government and the march.", "2022-10"),
        ("It is told in his treatise (1792).", "1792"),
    ],
)
def test_absolute_dates(text: str, date: str) -> None:
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("He left on Thursday.", "2023-04-13"),
        ("He left on Friday.", "2023-04-14"),
        ("He left last Friday.", "2023-04-07"),
        ("He leaves next Thursday.", "2023-04-20"),
        ("He will leave on Thursday.", "2023-04-20"),
        ("The men held by the rebels were freed Thursday.", "2023-04-13"),
        ("The fair runs until Tuesday.", "2023-04-18"),
        ("The fair was open until Tuesday.", "2023-04-11"),
        ("He left yesterday.", "2023-04-13"),
        ("He will leave tomorrow.", "2023-04-15"),
        ("He left last week.", "2023-04-03/2023-04-09"),
        ("He left last month.", "2023-03"),
        ("He left last year.", "2022"),
        ("He left over the weekend.", "2023-04-08/2023-04-09"),
        ("He left three days ago.", "2023-04-11"),
        ("He left two weeks ago.", "2023-03-31~"),
        ("He left a fortnight ago.", "2023-03-31~"),
        ("He left a year ago.", "2022"),
    ],
)
def test_relative_dates_are_seen_from_the_day_of_publication(text: str, date: str) -> None:
    assert _dates(text) == [date]
    assert _dates(text, published=None) == []
    assert _dates(text, published="2023") == []


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "It was signed in the first week of July 2021.", "2021-07-01/2021-07-07"),
        ("en", "It was signed in the last week of February 2024.", "2024-02-23/2024-02-29"),
        ("en", "It ruled in the last days of May 1940.", "1940-05-25~/1940-05-31~"),
        ("en", "It fell in the second half of 2019.", "2019-07/2019-12"),
        ("en", "It fell in the first half of June 2019.", "2019-06-01/2019-06-15"),
        ("en", "It grew in the first half of the 1990s.", "1990/1994"),
        ("en", "It was signed in the first week of March.", "2023-03-01/2023-03-07"),
        ("de", "Das geschah in der ersten Woche des Juli 2021.", "2021-07-01/2021-07-07"),
        ("de", "Das geschah in der zweiten Hälfte der 1990er Jahre.", "1995/1999"),
        ("fr", "C'était dans la première semaine de juillet 2021.", "2021-07-01/2021-07-07"),
        ("es", "Fue en la primera semana de julio de 2021.", "2021-07-01/2021-07-07"),
        ("es", "Cayó en el segundo semestre de 2019.", "2019-07/2019-12"),
    ],
)
def test_parts_of_months_years_and_decades(language: str, text: str, date: str) -> None:
    assert _dates(text, language) == [date]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The guns fell silent on Christmas Eve 1914.", "1914-12-24"),
        ("en", "He was born on Christmas Day, 1949.", "1949-12-25"),
        ("en", "The body was found on New Year's Eve.", "2022-12-31"),
        ("en", "The body was found on New Year’s Day.", "2023-01-01"),
        ("en", "They rose on Easter Monday 1916.", "1916-04-24"),
        ("en", "The accord was signed on Good Friday 1998.", "1998-04-10"),
        ("en", "He was shot on Good Friday.", "2023-04-07"),
        ("en", "It will open on Christmas Eve.", "2023-12-24"),
        ("en", "They moved at Christmas 2019.", "2019-12-25~"),
        ("de", "An Heiligabend 1914 schwiegen die Waffen.", "1914-12-24"),
        ("de", "Am Ostermontag 1916 begann der Aufstand.", "1916-04-24"),
        ("fr", "Le soir de Noël 1914, ils chantèrent.", "1914-12-25~"),
        ("es", "Ocurrió en la Nochebuena de 1914.", "1914-12-24"),
    ],
)
def test_days_named_for_a_feast(language: str, text: str, date: str) -> None:
    assert _dates(text, language) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Christmas sales were poor and Easter eggs dear.",
        "Every Christmas Eve the town gathers.",
        "He was in his sixties.",
        "It was hot, in the eighties at noon, with highs of 90 degrees.",
        "The single '99 Problems' sold well.",
        "She sang in '24 Hours' to applause.",
    ],
)
def test_seasonal_wares_ages_and_titles_are_no_dates(text: str) -> None:
    assert _dates(text) == []


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "She retired in the early nineties.", "199X"),
        ("en", "It boomed through the sixties.", "196X"),
        ("en", "He joined in '98.", "1998"),
        ("en", "It has stood since ’07.", "2007/.."),
        ("en", "It froze in the winter of 1946-47.", "1946-12~/1947-02~"),
        ("de", "Anfang der neunziger Jahre zog sie fort.", "199X"),
        ("fr", "Au début des années quatre-vingt-dix, elle partit.", "199X"),
        ("es", "A principios de los años noventa se retiró.", "199X"),
        ("it", "Negli anni novanta si ritirò.", "199X"),
        ("nl", "In de jaren negentig vertrok zij.", "199X"),
    ],
)
def test_decades_and_years_as_they_are_spoken(language: str, text: str, date: str) -> None:
    assert _dates(text, language) == [date]


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "Three weeks ago, on March 24, the dam burst.", ["2023-03-24"]),
        ("en", "It opened in 1952. Two years later, in 1954, it closed.", ["1952", "1954"]),
        ("es", "Murió el martes. Dos años después, en 1983, hubo elecciones.", None),
    ],
)
def test_a_relative_phrase_beside_its_date_is_one_with_it(
    language: str, text: str, dates: list[str] | None
) -> None:
    assert _dates(text, language) == (dates or ["2023-04-11", "1983"])


def test_listed_months_share_their_year() -> None:
    assert _dates("It rose in May, June and July 2020.") == ["2020-05", "2020-06", "2020-07"]
    assert _dates("Es stieg im Mai und Juni 2020.", "de") == ["2020-05", "2020-06"]


def test_a_time_behind_a_dash_leaves_the_year_alone() -> None:
    assert _dates("Donnerstag, 10. Februar 2022 - 19:05 in Berlin", "de") == ["2022-02-10"]


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("pt", "Em fevereiro do ano passado ele saiu.", ["2022-02"]),
        ("es", "Salió en febrero del año pasado.", ["2022-02"]),
        ("nl", "Hij vertrok in februari van vorig jaar.", ["2022-02"]),
        ("de", "Auch heute noch gilt das an jedem Samstag.", []),
        ("de", "Gabi sagt: 17. Februar 2020 um 12:47 Uhr Hallo.", []),
        ("de", "© Ein Verlag in Hamburg und Berlin 2001", []),
    ],
)
def test_years_habits_and_posts_of_other_languages(
    language: str, text: str, dates: list[str]
) -> None:
    assert _dates(text, language) == dates


def test_two_centuries_share_their_word() -> None:
    assert _dates("In the late 19th and early 20th centuries it was so.") == ["18XX", "19XX"]


def test_a_count_of_days_is_seen_from_the_date_told_before() -> None:
    text = "The war began on 24 February 2022. Two days later a city fell."

    assert _dates(text) == ["2022-02-24", "2022-02-26"]
    assert _dates("Two days earlier he was well.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march at 5 pm.",
        "The man, 34, ran 3 km in 12 minutes and won 3-2.",
        "Call 555-2014 or pay $2000.",
        "A total of 2000 people came.",
        "1 min read",
        "Published on April 3, 2020",
        "Updated: 3 April 2020, 10:30",
        "Theresa May spoke to the Sunday Times about Good Friday.",
        "Every Monday he swims.",
        "The paper is called USA Today.",
        "Rome is a large city today.",
        "They met on February 30, 2021.",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert _dates(text) == []


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("de", "Er kam am Donnerstag, am 3. Mai 2022 und vor zwei Tagen.",
         ["2023-04-13", "2022-05-03", "2023-04-12"]),
        ("fr", "Il est venu jeudi. Il est venu le 3 mai 2022 et l’an dernier.",
         ["2023-04-13", "2022-05-03", "2022"]),
        ("es", "Vino el jueves. Vino el 3 de mayo de 2022 y hace dos días.",
         ["2023-04-13", "2022-05-03", "2023-04-12"]),
        ("it", "È venuto giovedì. È venuto il 3 maggio 2022 e due giorni fa.",
         ["2023-04-13", "2022-05-03", "2023-04-12"]),
        ("pt", "Veio na quinta-feira. Veio em 3 de maio de 2022 e no ano passado.",
         ["2023-04-13", "2022-05-03", "2022"]),
        ("nl", "Hij kwam donderdag. Hij kwam op 3 mei 2022 en twee dagen geleden.",
         ["2023-04-13", "2022-05-03", "2023-04-12"]),
        ("ru", "Он прибыл в четверг. Он был там 3 мая 2022 года и два дня назад.",
         ["2023-04-13", "2022-05-03", "2023-04-12"]),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, dates: list[str]) -> None:
    assert _dates(text, language) == dates


_PIECES = st.sampled_from(
    ["on ", "Thursday ", "April ", "May", "13 ", "31 ", "2023 ", "0000", "-", "–", "last ",
     "since ", "to ", "between ", "and ", "two ", "years ", "ago ", "later ", "century ", "the ",
     "1990s ",
     ". ", ", ", "\n\n", "’", "XIX ", "Q3 ", "winter ", "next ", "99", "/", "1000 "]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=100),
    st.sampled_from([None, "2023-04-14", "0001-01-01", "9999-12-31", "2023", "soon"]),
    st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "nl", "ru", "xx", "pt-BR"]),
)
def test_every_event_is_a_true_date_in_its_place(
    text: str, published: str | None, language: str | None
) -> None:
    for event in find_events(text, published, language):
        assert EdtfDate.parse(event.date).text == event.date
        assert text[event.start : event.end] == event.text
        assert event.phrase in " ".join(event.text.split())


@pytest.mark.parametrize(
    ("text", "language", "published", "dates"),
    [
        ("LONDON, April 10 (Reuters) - He resigned on Sunday.", "en", _PUBLISHED, ["2023-04-09"]),
        ("NEW YORK, Dec. 30, 2022 (AP) — He left yesterday.", "en", None, ["2022-12-29"]),
        ("New Delhi [India], April 14 (ANI): He left yesterday.", "en", _PUBLISHED, ["2023-04-13"]),
        ("Berlin, 10. April (dpa) – Er kam am Sonntag.", "de", _PUBLISHED, ["2023-04-09"]),
        ("LONDON, Dec 31 (Reuters) - He left on Friday.", "en", "2022-01-01", ["2021-12-31"]),
        # These begin like one and are none: too long ago, no name of a place, no such day.
        ("Rome, May 5, 1990 - He left yesterday.", "en", _PUBLISHED, ["1990-05-05", "2023-04-13"]),
        ("The talks of May 3 - he left yesterday.", "en", _PUBLISHED, ["2023-05-03", "2023-04-13"]),
        ("WASHINGTON (April 10, 2023) — He left yesterday.", "en", _PUBLISHED, ["2023-04-09"]),
        ("LONDON, April 31 (Reuters) - He left yesterday.", "en", _PUBLISHED, ["2023-04-13"]),
    ],
)  # fmt: skip
def test_relative_dates_are_seen_from_the_dateline(
    text: str, language: str, published: str | None, dates: list[str]
) -> None:
    assert _dates(text, language, published) == dates


@pytest.mark.parametrize(
    "text",
    [
        "12 April 2023",
        "April 12, 2023 by",
        "Retrieved April 3, 2023, from the library.",
        "— Jane Doe (@janedoe) November 18, 2019",
        "Update note: This blog post was originally published on 2 June 2017.",
        "The format is supported today.",
        "May 5, 2022: Corrected a spelling error.",
        "Editor's note, Nov. 11, 2022: This story has been updated.",
        "Originally posted February 2017",
        "Of the files 1436/1633 were read, and the Russell 2000 fell.",
        "A brightness of 1000 ANSI lumens is enough.",
    ],
)
def test_the_days_of_texts_and_sources_are_no_events(text: str) -> None:
    assert _dates(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The minister may return in May.", ["2023-05"]),
        ("They might meet in June.", ["2023-06"]),
        ("Theresa May met them in June.", ["2022-06"]),
        ("He may have left in June.", ["2022-06"]),
    ],
)
def test_what_may_be_lies_ahead(text: str, dates: list[str]) -> None:
    assert _dates(text) == dates
