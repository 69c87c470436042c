"""What a timeline shows: lanes, bars, single items, and how the search narrows them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.core.article import Event, Mention, NamedPerson
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.core.timeline import Grouping, TimelineRequest, TimelineScreen
from desktop_app.store.archive import Archive
from desktop_app.store.timeline.timeline_screen import bar_edges
from tests.store.examples import article, capture

TEXT = "Jane Roe spoke in Riga in 2019 and on 4 May 2020."


def add(
    archive: Archive,
    name: str,
    *dates: str,
    published: str | None = None,
    publisher: str | None = None,
    tags: tuple[str, ...] = (),
    person: str | None = None,
) -> int:
    people = (NamedPerson(person, (), (), (Mention(0, 8, "Jane Roe"),)),) if person else ()
    events = tuple(Event(each, 0, len(TEXT), TEXT, each) for each in dates)
    clean = article(
        TEXT, title=name, published=published, publisher=publisher, events=events, people=people
    )
    return archive.articles.add(capture(name.encode()), clean, tags=tags)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def screen(
    archive: Archive, query: str = "", kind: str = "event", **wanted: object
) -> TimelineScreen:
    return archive.timeline.screen(
        parse_query(query),
        TimelineRequest(kind, **wanted),  # type: ignore[arg-type]
    )


def test_few_items_are_given_one_by_one_with_their_sentence(archive: Archive) -> None:
    number = add(archive, "Riga", "2020-05-04", "2019", published="2020-05-06")

    shown = screen(archive)

    (lane,) = shown.lanes
    assert [(item.article_id, item.date, item.sentence) for item in lane.items] == [
        (number, "2019", TEXT),
        (number, "2020-05-04", TEXT),
    ]
    assert (lane.items[0].first, lane.items[0].last) == (day("2019-01-01"), day("2019-12-31"))
    assert (shown.first, shown.last, shown.count) == (day("2019-01-01"), day("2020-05-04"), 2)


def test_each_kind_of_date_has_its_own_timeline(archive: Archive) -> None:
    add(archive, "Riga", "2020-05-04", published="2021-03")

    published, captured = screen(archive, kind="published"), screen(archive, kind="captured")

    assert [item.words for item in published.lanes[0].items] == ["Riga"]
    assert (published.first, published.last) == (day("2021-03-01"), day("2021-03-31"))
    assert captured.first == captured.last == day("2026-11-23")


def test_many_items_become_bars_and_a_year_is_spread_over_its_months(archive: Archive) -> None:
    for number in range(3):
        add(archive, f"Riga {number}", "2019-05-04", "2019")

    (lane,) = screen(archive, by="month", most_items=2).lanes

    assert lane.items == ()
    assert [bar.exact for bar in lane.bars if bar.exact] == [3]
    (may,) = (bar for bar in lane.bars if bar.exact)
    assert (may.first, may.last) == (day("2019-05-01"), day("2019-05-31"))
    assert len(lane.bars) == 12
    assert sum(bar.spread for bar in lane.bars) == pytest.approx(3, abs=0.1)


def test_only_what_is_in_view_is_given(archive: Archive) -> None:
    add(archive, "Riga", "2018-01-01", "2019", "2020-05-04")

    shown = screen(archive, first=day("2019-07-01"), last=day("2019-07-31"))

    assert [item.date for item in shown.lanes[0].items] == ["2019"]
    assert shown.lanes[0].count == 3
    assert (shown.first, shown.last) == (day("2018-01-01"), day("2020-05-04"))


def test_what_reaches_over_the_whole_view_makes_way_for_what_falls_in_it(archive: Archive) -> None:
    for number in range(3):
        add(archive, f"Riga {number}", "2019", f"2019-07-0{number + 1}")
    july = {"first": day("2019-07-01"), "last": day("2019-07-31"), "by": "day"}

    (lane,) = screen(archive, most_items=3, **july).lanes

    assert [item.date for item in lane.items] == ["2019-07-01", "2019-07-02", "2019-07-03"]
    assert (lane.in_view, lane.vague) == (6, 3)
    (lane,) = screen(archive, most_items=6, **july).lanes
    assert (len(lane.items), lane.vague) == (6, 0)


def test_an_open_interval_stands_at_the_end_that_is_known(archive: Archive) -> None:
    add(archive, "Riga", "2014-03/..")

    shown = screen(archive)

    assert (shown.first, shown.last) == (day("2014-03-01"), day("2014-03-01"))
    assert shown.lanes[0].items[0].last == day("9999-12-31")


def test_lanes_are_the_commonest_persons_tags_or_outlets_of_the_search(archive: Archive) -> None:
    common = {"publisher": "The Gazette", "tags": ("war",), "person": "Jane Roe"}
    add(archive, "One", "2020", **common)  # type: ignore[arg-type]
    add(archive, "Two", "2020", "2021", **common)  # type: ignore[arg-type]
    add(archive, "Three", "2022", publisher="The Herald", tags=("peace",), person="Qin Gang")
    add(archive, "Four", "2023", publisher="The Times")

    def names(grouping: Grouping, query: str = "") -> list[tuple[str, str, int]]:
        lanes = screen(archive, query, grouping=grouping, most_lanes=2).lanes
        return [(lane.name, lane.term, lane.count) for lane in lanes]

    assert names(Grouping.PERSON) == [
        ("Jane Roe", 'person:"Jane Roe"', 3),
        ("Qin Gang", 'person:"Qin Gang"', 1),
    ]
    assert names(Grouping.TAG) == [("war", 'tag:"war"', 3), ("peace", 'tag:"peace"', 1)]
    assert names(Grouping.OUTLET, "tag:peace") == [("The Herald", 'publisher:"The Herald"', 1)]
    assert names(Grouping.NONE) == [("", "", 5)]


def test_the_lane_of_a_tag_has_what_its_children_have(archive: Archive) -> None:
    add(archive, "One", "2020", tags=("war/sea", "war/land"))
    add(archive, "Two", "2021", tags=("war/sea",))
    add(archive, "Three", "2022", tags=("peace",))

    lanes = screen(archive, grouping=Grouping.TAG).lanes

    assert [(lane.name, lane.count) for lane in lanes] == [
        ("war", 2),
        ("war/sea", 2),
        ("peace", 1),
        ("war/land", 1),
    ]
    assert screen(archive, lanes[0].term).count == 2


def test_a_lane_whose_name_has_quotation_marks_is_asked_for_by_all_of_it(
    archive: Archive,
) -> None:
    add(archive, "One", "2020", publisher='The "Free" Press')

    (lane,) = screen(archive, grouping=Grouping.OUTLET).lanes

    assert screen(archive, lane.term).count == 1


def test_hidden_persons_and_deleted_articles_stay_away(archive: Archive) -> None:
    gone = add(archive, "One", "2020", person="Jane Roe")
    add(archive, "Two", "2021", person="Qin Gang")
    archive.articles.delete([gone])

    assert [lane.name for lane in screen(archive, grouping=Grouping.PERSON).lanes] == ["Qin Gang"]

    archive.people.set_hidden(archive.people.list(text="Qin Gang")[0].id, True)

    assert screen(archive, grouping=Grouping.PERSON).lanes == ()
    assert screen(archive).count == 1


def test_the_search_narrows_articles_and_the_events_themselves(archive: Archive) -> None:
    add(archive, "Riga", "2019", "2020-05-04", tags=("war",))
    add(archive, "Oslo", "2020")

    assert screen(archive, "tag:war").count == 2
    assert [item.date for item in screen(archive, "event:2019").lanes[0].items] == ["2019"]
    assert screen(archive, "title:nothing") == TimelineScreen(())


def test_a_change_is_seen_at_once(archive: Archive) -> None:
    add(archive, "Riga", "2019")
    assert screen(archive).count == 1

    add(archive, "Oslo", "2020")

    assert screen(archive).count == 2


def test_there_are_three_kinds_of_date(archive: Archive) -> None:
    with pytest.raises(InputError, match="born"):
        screen(archive, kind="born")


@pytest.mark.parametrize(
    ("by", "first", "last", "edges"),
    [
        ("day", "2020-01-30", "2020-01-31", ["2020-01-30", "2020-01-31", "2020-02-01"]),
        ("month", "2020-11-30", "2020-12-01", ["2020-11-01", "2020-12-01", "2021-01-01"]),
        ("year", "2020-11-30", "2020-12-01", ["2020-01-01", "2021-01-01"]),
        ("decade", "1999-11-30", "2000-12-01", ["1990-01-01", "2000-01-01", "2010-01-01"]),
    ],
)
def test_bars_have_the_calendars_edges(by: str, first: str, last: str, edges: list[str]) -> None:
    found = [
        date.fromordinal(int(edge)).isoformat() for edge in bar_edges(day(first), day(last), by)
    ]

    assert found == edges


@pytest.mark.parametrize("by", ["day", "month", "year", "decade"])
def test_bars_reach_the_ends_of_the_calendar(by: str) -> None:
    assert bar_edges(3_652_050, 3_652_059, by)[-1] == 3_652_060
    assert bar_edges(-5, 40, by)[0] == 1


def test_what_is_in_none_of_the_lanes_is_a_lane_of_others(archive: Archive) -> None:
    for number, outlet in enumerate(("Times", "Times", "Post", "Sun", None)):
        add(archive, f"{number}", published="2023-04-14", publisher=outlet)
    wanted = TimelineRequest("published", Grouping.OUTLET, most_lanes=1, with_others=True)

    shown = archive.timeline.screen(parse_query(""), wanted)

    assert [(lane.name, lane.count) for lane in shown.lanes] == [("Times", 2), ("", 3)]
    assert (shown.count, shown.articles) == (5, 5)


def test_chosen_articles_have_a_timeline_of_their_own(archive: Archive) -> None:
    first = add(archive, "one", "2020-05-04", "2019-01-01")
    add(archive, "two", "2021-05-04")

    shown = archive.timeline.screen((first,), TimelineRequest("event", by="week"))

    assert (shown.count, shown.articles) == (2, 1)
    (lane,) = shown.lanes
    assert [date.fromordinal(bar.first).isoweekday() for bar in lane.bars] == [1, 1]
    assert [bar.last - bar.first for bar in lane.bars] == [6, 6]


def test_of_a_stretch_of_days_the_first_thing_is_an_example(archive: Archive) -> None:
    add(archive, "year", "2020")
    number = add(archive, "day", "2020-05-04", "2020-05-06")
    may = day("2020-05-01"), day("2020-05-31")
    june = day("2020-06-01"), day("2020-06-30")

    may_item, june_item = archive.timeline.examples(parse_query(""), "event", [may, june])

    assert june_item is None
    assert may_item is not None
    assert (may_item.article_id, may_item.date) == (number, "2020-05-04")
