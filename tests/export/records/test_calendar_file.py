"""Calendars, read back by the rules of RFC 5545 alone and by nothing of the library's."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.article import Article, Event
from desktop_app.export.records.calendar_file import CalendarItems
from desktop_app.export.records.dated_items import DatedItems, Kind
from tests.export.examples import article

SENTENCE = "The treaty was signed in Paris."


def telling(*dates: str, sentence: str = SENTENCE, **fields: Any) -> Article:
    return article(events=tuple(Event(date, 0, 5, sentence) for date in dates), **fields)


def calendar(*articles: Article, kind: Kind = "event", spans: bool = False) -> CalendarItems:
    return CalendarItems(DatedItems(articles, kind), "My; calendar", spans)


def read(made: CalendarItems) -> list[dict[str, str]]:
    """The events, each a name with its parameters and the text that it means."""
    content = b"".join(made)
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    unfolded = content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "X-WR-CALNAME:My\\; calendar" in unfolded
    events: list[dict[str, str]] = []
    for line in unfolded[1:-1]:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name != "END":
            assert name not in events[-1]
            events[-1][name] = re.sub(r"\\(.)", _meant, value)
    return events


def _meant(escaped: re.Match[str]) -> str:
    return "\n" if escaped[1] in "nN" else escaped[1]


def test_a_day_is_an_event_of_the_whole_day() -> None:
    (event,) = read(calendar(telling("1951-04-18", tags=("war/crimea", "a, b"))))

    assert event["DTSTART;VALUE=DATE"] == "19510418"
    assert event["DTEND;VALUE=DATE"] == "19510419"
    assert event["DTSTAMP"] == "20261123T154000Z"
    assert event["SUMMARY"] == SENTENCE
    told = f"{SENTENCE}\n\nThe Sample Gazette: Ministers meet, 14 April 2023"
    assert event["DESCRIPTION"] == told
    assert event["CATEGORIES"] == "war/crimea,a, b"
    assert event["TRANSP"] == "TRANSPARENT"


def test_days_from_one_to_another_are_one_event() -> None:
    (event,) = read(calendar(telling("1951-04-18/1951-05-31")))

    days = event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]
    assert days == ("19510418", "19510601")


def test_what_is_not_known_by_day_is_left_out_and_told() -> None:
    made = calendar(telling("1951-04", "1951-04-18?", "1951-04-18/..", "1951-04-18"))

    assert [event["DTSTART;VALUE=DATE"] for event in read(made)] == ["19510418"]
    assert made.lacking[0].endswith(": 3 dates.")


def test_on_request_it_spans_the_days_that_it_may_be() -> None:
    made = calendar(telling("1951-04", "1951~", "1951-04-18/.."), spans=True)

    month, year = read(made)
    assert (month["DTSTART;VALUE=DATE"], month["DTEND;VALUE=DATE"]) == ("19510401", "19510501")
    assert (year["DTSTART;VALUE=DATE"], year["DTEND;VALUE=DATE"]) == ("19510101", "19520101")
    assert year["SUMMARY"] == f"1951 (about): {SENTENCE}"
    assert made.lacking[0].endswith("what has no end: 1 date.")


def test_articles_stand_on_the_day_they_were_published() -> None:
    (event,) = read(calendar(article(url="https://news.example/a;b,c"), kind="published"))

    assert (event["SUMMARY"], event["URL"]) == ("Ministers meet", "https://news.example/a;b,c")
    assert event["DESCRIPTION"] == "The Sample Gazette\n\nhttps://news.example/a;b,c"


def test_an_event_has_one_name_in_every_calendar() -> None:
    before = read(calendar(telling("1951-04-18")))
    after = read(calendar(telling("1950-01-01", "1951-04-18", "1951-04-18")))

    assert before[0]["UID"] == after[1]["UID"]
    assert len({event["UID"] for event in after}) == 3


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "9999-12-30/9999-12-31"])
def test_the_ends_of_the_calendar_are_days_too(date: str) -> None:
    (event,) = read(calendar(telling(date)))

    assert event["DTSTART;VALUE=DATE"] == date[:10].replace("-", "")


@settings(max_examples=40)
@given(st.text(), st.text())
def test_no_words_break_a_line_or_end_an_event(sentence: str, title: str) -> None:
    told = telling("1951-04-18", sentence=f"x{sentence}\r\nEND:VEVENT", title=title)

    (event,) = read(calendar(told))
    assert event["SUMMARY"].startswith("x")
