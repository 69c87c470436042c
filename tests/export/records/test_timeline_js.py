"""TimelineJS's JSON and table, held against the fields that its documentation names."""

from __future__ import annotations

import csv
import io
import json
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.article import Article, Event
from desktop_app.core.errors import InputError
from desktop_app.export.records.dated_items import DatedItems, Kind
from desktop_app.export.records.timeline_js import Group, timeline_csv, timeline_json
from tests.export.examples import article

SLIDE = {"start_date", "end_date", "text", "group", "display_date", "unique_id", "autolink"}
DATE = {"year", "month", "day"}
PARTS = ("year", "month", "day")
SENTENCE = "The treaty was signed in Paris."


def telling(*dates: str, sentence: str = SENTENCE, **fields: Any) -> Article:
    events = tuple(Event(date, 0, 5, sentence) for date in dates)
    return article(events=events, **fields)


def slides(*articles: Article, kind: Kind = "event", group: Group = "none") -> list[dict[str, Any]]:
    content = b"".join(timeline_json(DatedItems(articles, kind), "My title", group))
    made = json.loads(content)
    assert made.keys() == {"title", "events"}
    for slide in made["events"]:
        assert slide.keys() <= SLIDE
        assert slide["text"].keys() == {"headline", "text"}
        for date in (slide["start_date"], slide.get("end_date", {"year": 1})):
            assert {"year"} <= date.keys() <= DATE
            assert all(isinstance(part, int) for part in date.values())
    return list(made["events"])


def rows(*articles: Article, kind: Kind = "event") -> list[dict[str, str]]:
    content = b"".join(timeline_csv(DatedItems(articles, kind), "", "publisher"))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("date", "start", "end", "shown"),
    [
        ("1951-04-18", (1951, 4, 18), None, None),
        ("1951-04-18T10:30Z", (1951, 4, 18), None, None),
        ("1951-04", (1951, 4), None, None),
        ("1951", (1951,), None, None),
        ("1951~", (1951,), None, "1951 (about)"),
        ("1951-04?", (1951, 4), None, "April 1951 (uncertain)"),
        ("195X", (1950,), (1959,), "the 1950s"),
        ("1951-04-18/1951-04-20", (1951, 4, 18), (1951, 4, 20), None),
        ("1951/1952-07", (1951,), (1952, 7), None),
        ("1951-04-18/..", (1951, 4, 18), None, "since 18 April 1951"),
        ("../1951", (1951,), None, "until 1951"),
    ],
)
def test_a_date_has_the_parts_that_are_known(
    date: str, start: tuple[int, ...], end: tuple[int, ...] | None, shown: str | None
) -> None:
    (slide,) = slides(telling(date))

    assert tuple(slide["start_date"].values()) == start
    assert slide.get("end_date") == (dict(zip(PARTS, end, strict=False)) if end else None)
    assert slide.get("display_date") == shown


def test_an_event_tells_its_sentence_and_who_tells_it() -> None:
    (slide,) = slides(telling("1951", url="https://news.example/a?b=1&c=2"))

    assert slide["text"]["headline"] == SENTENCE
    assert '<a href="https://news.example/a?b=1&amp;c=2"' in slide["text"]["text"]
    assert "The Sample Gazette: Ministers meet, 14 April 2023" in slide["text"]["text"]


def test_articles_stand_where_they_were_published() -> None:
    (slide,) = slides(article(subtitle="In Paris"), article(2, published=None), kind="published")

    assert slide["start_date"] == {"year": 2023, "month": 4, "day": 14}
    assert slide["text"]["headline"] == "Ministers meet"
    assert "<p>In Paris</p>" in slide["text"]["text"]


def test_slides_keep_their_names_when_a_text_gets_longer() -> None:
    before = slides(telling("1951", "1952"))
    after = slides(telling("1950", "1951", "1952"))

    assert [each["unique_id"] for each in before] == [each["unique_id"] for each in after[1:]]


def test_rows_are_outlets_or_tags() -> None:
    (by_outlet,) = slides(telling("1951"), group="publisher")
    (by_tag,) = slides(telling("1951", tags=("war/crimea",)), group="tag")

    assert (by_outlet["group"], by_tag["group"]) == ("The Sample Gazette", "war/crimea")


def test_nothing_of_an_article_is_markup() -> None:
    evil = "<img src=x onerror=alert(1)>&lt;script&gt;"
    made = slides(
        telling("1951", sentence=evil, title=evil, publisher=evil, url='https://x.example/"><b>'),
        telling("1951", url="javascript:alert(1)"),
        group="publisher",
    )

    text = json.dumps(made)
    assert "<img" not in text
    assert "<script" not in text
    assert "<b>" not in text
    assert "javascript:" not in text
    # TimelineJS takes a group's markup out and shows the rest as HTML.
    assert "<" not in unescape(made[0]["group"])


@pytest.mark.parametrize("beginning", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(beginning: str) -> None:
    (row,) = rows(telling("1951", sentence=beginning, publisher=beginning))

    assert not any(cell[:1] in "=+-@\t\r＝" for cell in row.values() if cell)
    assert unescape(row["Headline"]) == beginning.strip()


def test_the_table_has_the_columns_of_the_template() -> None:
    (row,) = rows(telling("1951-04-18/1951-04-20"))

    named = ("Year", "Month", "Day", "End Year", "End Month", "End Day", "Headline", "Group")
    told = ["1951", "4", "18", "1951", "4", "20", SENTENCE, "The Sample Gazette"]
    assert [row[name] for name in named] == told


def test_nothing_with_such_a_date_is_told() -> None:
    with pytest.raises(InputError, match="such a date"):
        slides(article())


@settings(max_examples=40)
@given(st.text(min_size=1), st.text())
def test_any_words_can_be_read_back(sentence: str, title: str) -> None:
    told = telling("1951", sentence=f"x{sentence}", title=title, publisher=title)

    assert len(slides(told)) == len(rows(told)) == 1
