"""Queries find what they say, in any script, in the order asked."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.article import Event
from desktop_app.core.errors import AppError, InputError
from desktop_app.core.query import And, Node, Not, Or, ParsedQuery, parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, lavrov_article


def found(archive: Archive, query: str, sort: str = "published") -> list[int]:
    ids = archive.search.ids(parse_query(query), sort=sort)
    assert archive.search.count(parse_query(query)) == len(ids)
    return ids


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """1: the talks; 2: an unread-again German piece; 3: undated, in Chinese."""
    archive.articles.add(capture(), lavrov_article(), tags=["diplomacy/russia"])
    archive.articles.add(
        capture(b"2", "https://zeitung.example/100%_sicher"),
        article(
            "Die Straße von Łódź nach Málaga ist lang. Don't walk.",
            title="Fußweg",
            authors=("Søren Kierkegård",),
            publisher="Süddeutsche Zeitung",
            language="de-AT",
            url="https://zeitung.example/100%_sicher",
            published="2023-05",
        ),
        tags=["Reisen", "diplomacyish"],
        note="for Tuesday",
    )
    archive.articles.add(capture(b"3"), article("中国外交部长秦刚在撒马尔罕。", title="外交"))
    archive.articles.set_read([1], True)
    archive.articles.set_starred([2], True)
    return archive


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [2, 1, 3]),
        ("lavrov", [1]),
        ("LAVROV talks", [1]),
        ('"held talks"', [1]),
        ('"talks held"', []),
        ("minist*", [1]),
        ("minist", []),
        ("lavrov OR fußweg", [2, 1]),
        ("lavrov fußweg", []),
        ("-lavrov", [2, 3]),
        ("(lavrov OR fußweg) -talks", [2]),
        ("counterpart said", [1]),  # the words may be in different fields
        ("title:fussweg", [2]),
        ("title:lang", []),
        ("text:lang", [2]),
        ("author:soren", [2]),
        ('author:"jane roe"', [1]),
        ("note:tuesday", [2]),
        ("tuesday", [2]),
        ("publisher:zeitung", [2]),
        ("publisher:suddeutsche", [2]),
        ("-publisher:zeitung", [1, 3]),
        ("agency:ani", [1]),
        ("language:de", [2]),
        ("language:d", []),
        ("url:zeitung.example", [2]),
        ("url:0%_s", [2]),
        ("url:1%s", []),
        ("person:lavrov", [1]),
        ('person:"lavrov sergey"', [1]),
        ("person:gang", [1]),
        ("person:lav", []),
        ("person:lav*", [1]),
        ("-person:lavrov", [2, 3]),
        ("tag:diplomacy", [1]),
        ("tag:diplomacy/russia", [1]),
        ("tag:DIPLOMACY*", [2, 1]),
        ("tag:reisen", [2]),
        ("published:2023", [2, 1]),
        ("published:2023-04", [1]),
        ("published:2023-05-07", [2]),
        ("published:2023-04..2023-05", [2, 1]),
        ("before:2023-05", [1]),
        ("after:2023-04", [2]),
        ("-published:2023", [3]),
        ("captured:2026-11-23", [2, 1, 3]),
        ("captured:2026-11-24", []),
        ("captured:..2026-11-22", []),
        ("event:2023-04-13", [1]),
        ("event:2023-04", [1]),
        ("event:2022", []),
        ("is:unread", [2, 3]),
        ("is:read", [1]),
        ("is:starred", [2]),
        ("is:edited", []),
        ("has:warning", [1]),
        ("has:note", [2]),
        ("is:copy", []),
        ("has:highlight", []),
        ("in:trash", []),
        ("in:some-dossier", []),
        ("strasse", [2]),
        ("lodz malaga", [2]),
        ("don't", [2]),
        ("外", [3]),
        ("外交部", [3]),
        ("交部", [3]),
        ("部外", []),
        ("罕", [3]),
        ("title:交", [3]),
        ("title:秦", []),
        ('"秦刚在撒马尔罕。"', [3]),
        ("—", [2, 1, 3]),
        ("lavrov —", [1]),
    ],
)
def test_a_query_finds(filled: Archive, query: str, ids: list[int]) -> None:
    assert found(filled, query) == ids


@pytest.mark.parametrize(
    ("text", "query", "matches"),
    [
        ("東京スカイツリーへ行く", "スカイ", True),
        ("東京スカイツリーへ行く", "カイツリー", True),
        ("バスが来た", "ハス", False),
        ("半角ｶﾀｶﾅ", "カタカナ", True),
        ("iPhone手机很好", "iphone手机", True),
        ("iPhone手机很好", "手机很", True),
        ("手机iPhone很好", "手机iphone", True),
        ("นายกรัฐมนตรีไทยเยือนจีน", "รัฐมนตรี", True),
        ("นายกรัฐมนตรีไทยเยือนจีน", "เยือน", True),
        ("นายกรัฐมนตรีไทยเยือนจีน", "ลาว", False),
        ("대통령은 서울에서", "대통령*", True),
        ("대통령은 서울에서", "서울에서", True),
        ("प्रधानमंत्री ने हिन्दी में कहा", "हिन्दी", True),
        ("وَزِير الخارجية", "وزير", True),
        ("Ελλάδα και Τουρκία", "ελλαδα", True),
        ("ｆｕｌｌ ｗｉｄｔｈ", "full", True),
        ("ジョージ・ブッシュ", "ブッシュ", True),
        ("𠮷野家で食べた", "𠮷野", True),
    ],
)
def test_words_are_found_in_any_script(
    archive: Archive, text: str, query: str, matches: bool
) -> None:
    archive.articles.add(capture(), article(text))

    assert bool(found(archive, query)) is matches


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="中国外交ไทยกรスカ ab,。", min_size=1, max_size=12), data=st.data())
def test_every_part_of_unspaced_text_is_found(
    archive: Archive, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    if any(letter in "ab " for letter in part) or not part.strip("。, "):
        return
    article_id = archive.articles.add(capture(), article(text))

    assert article_id in found(archive, f'text:"{part}"')


_LEAVES = (
    "lavrov",
    '"held talks"',
    "minist*",
    "title:fussweg",
    "tag:diplomacy",
    "person:lav*",
    "published:2023-04",
    "event:2023-04",
    "language:de",
    "publisher:zeitung",
    "is:unread",
    "has:note",
)
_TREES = st.recursive(
    st.sampled_from(_LEAVES),
    lambda inner: (
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} {pair[1]})")
        | st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})")
        | inner.map(lambda each: f"-({each})")
    ),
    max_leaves=6,
)


def combined(archive: Archive, node: Node) -> set[int]:
    """What a query finds, joined from what its conditions find one by one."""
    everything = set(archive.search.ids(parse_query("")))
    match node:
        case And(parts):
            return everything.intersection(*(combined(archive, part) for part in parts))
        case Or(parts):
            return set().union(*(combined(archive, part) for part in parts))
        case Not(inner):
            return everything - combined(archive, inner)
        case leaf:
            return set(archive.search.ids(ParsedQuery(leaf)))


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=_TREES)
def test_a_query_finds_what_its_conditions_find_together(filled: Archive, query: str) -> None:
    assert set(found(filled, query)) == combined(filled, parse_query(query).root)


def test_many_finds_come_in_the_order_of_the_whole_list(archive: Archive) -> None:
    everything = parse_query("")
    with archive.act("Filled"):
        for number in range(2_050):
            clean = article("x", title=f"{number * 7 % 100} found", published="2020")
            archive.articles.add(capture(str(number).encode()), clean)
    oldest, *_, newest = archive.search.ids(everything)
    archive.articles.delete([newest])
    archive.articles.set_fields(oldest, {"published": "2021", "title": "00 found"})

    for sort in ("published", "captured", "title"):
        ids = archive.search.ids(parse_query("found"), sort=sort)
        assert ids == archive.search.ids(everything, sort=sort)
        assert len(ids) == 2_049
    assert archive.search.ids(parse_query("found"))[0] == oldest


_PIECES = [
    "a",
    "中",
    '"',
    "(",
    ")",
    "-",
    "OR",
    "NEAR",
    "*",
    "title:",
    "tag:",
    "person:",
    "^",
    "+",
    "in:trash",
    "published:2023",
    "{text}",
    "\x00",
    "�",
    "url:%",
    "'",
    ":",
    "a*",
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(_PIECES),
        max_size=25,
    ).map(" ".join)
)
def test_no_query_raises_anything(archive: Archive, query: str) -> None:
    for sort in ("published", "relevance"):
        archive.search.ids(parse_query(query), sort=sort)
    archive.counting.persons(parse_query(query), text=query)
    archive.dated.timeline(parse_query(query), by="day", date="event")


@pytest.mark.parametrize(
    "query",
    [
        "a" * 1_000_000,
        "中" * 1_000_000,
        '"' + "a b " * 100_000 + '"',
        " ".join(f"w{number}" for number in range(1_500)),
        " OR ".join(f"w{number}" for number in range(1_500)),
        " ".join(f"-w{number}" for number in range(250)),
        " ".join(f"tag:w{number}" for number in range(250)),
        "(" * 5_000 + "a" + ")" * 5_000,
        "NOT " * 50_000 + "a",
        "(a OR -(b " * 200 + "))" * 200,
        "person:" + "a" * 100_000,
        "url:" + "%" * 100_000,
    ],
)
def test_a_huge_query_is_answered(archive: Archive, query: str) -> None:
    archive.articles.add(capture(), article("a"))

    for sort in ("published", "relevance"):
        archive.search.ids(parse_query(query), sort=sort)


@pytest.mark.parametrize("form", ["w{}", "-w{}", "tag:w{}"])
def test_a_query_of_far_too_many_words_is_refused_in_words(archive: Archive, form: str) -> None:
    with pytest.raises(AppError, match="too many words"):
        archive.search.ids(parse_query(" ".join(form.format(at) for at in range(5_000))))


def test_every_order(filled: Archive) -> None:
    assert found(filled, "", "published") == [2, 1, 3]
    assert found(filled, "", "captured") == [2, 1, 3]
    assert found(filled, "", "title") == [2, 1, 3]
    assert found(filled, "", "relevance") == [2, 1, 3]
    assert filled.search.ids(parse_query(""), sort="title", limit=1) == [2]
    with pytest.raises(InputError, match="colour"):
        filled.search.ids(parse_query(""), sort="colour")


def test_the_first_few_are_the_whole_lists_first_also_after_a_change(archive: Archive) -> None:
    for title in ("C", "A", "D", "B"):
        archive.articles.add(capture(), article("some words", title=title))
    few = archive.search.ids(parse_query(""), sort="title", limit=2)

    whole = archive.search.ids(parse_query(""), sort="title")
    archive.articles.delete([few[0]])

    assert few == whole[:2]
    assert archive.search.ids(parse_query(""), sort="title", limit=2) == whole[1:3]
    assert archive.search.ids(parse_query(""), sort="title") == whole[1:]
    assert archive.search.ids(parse_query(""), sort="title", limit=2) == whole[1:3]


def test_the_title_counts_more_than_the_text(archive: Archive) -> None:
    archive.articles.add(capture(), article("peace here", title="War", published="2024"))
    archive.articles.add(capture(), article("war here", title="Peace", published="2023"))

    assert found(archive, "peace", "relevance") == [2, 1]
    assert found(archive, "peace -nothing is:unread", "relevance") == [2, 1]


def test_a_time_of_day_orders_within_the_day(archive: Archive) -> None:
    for hour in ("08", "19", "12"):
        archive.articles.add(capture(), article(published=f"2023-04-14T{hour}:00Z"))

    assert found(archive, "") == [2, 3, 1]


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        ("day", [("2023-04-14", 1), ("2023-05", 1)]),
        ("week", [("2023-04-10/2023-04-16", 1), ("2023-05", 1)]),
        ("month", [("2023-04", 1), ("2023-05", 1)]),
        ("year", [("2023", 2)]),
    ],
)
def test_the_timeline_counts(filled: Archive, by: str, labels: list[tuple[str, int]]) -> None:
    buckets = filled.dated.timeline(parse_query(""), by=by, date="published")

    assert [(bucket.date, bucket.count) for bucket in buckets] == labels


def test_the_timeline_of_captures_and_events(filled: Archive) -> None:
    captured = filled.dated.timeline(parse_query(""), by="month", date="captured")
    told = filled.dated.timeline(parse_query("lavrov"), by="day", date="event")

    assert [(each.date, each.count) for each in captured] == [("2026-11", 3)]
    assert [(each.date, each.count) for each in told] == [("2023-04-13", 1)]


def test_events_come_in_the_order_in_which_they_happened(archive: Archive) -> None:
    text = "One. Two. Three."
    events = (
        Event("2023-04-13", 0, 4, "One."),
        Event("2023-03", 5, 9, "Two."),
        Event("never", 10, 16, "Three."),
    )
    archive.articles.add(capture(), article(text, events=events, title="T"))

    told = archive.dated.events(parse_query(""))
    narrowed = archive.dated.events(parse_query("event:2023-04"))

    assert [(each.event.date, each.event.text) for each in told] == [
        ("2023-03", "Two."),
        ("2023-04-13", "One."),
    ]
    assert [each.event.text for each in narrowed] == ["One."]


def test_an_unknown_timeline_is_refused_in_words(archive: Archive) -> None:
    with pytest.raises(InputError, match="hour"):
        archive.dated.timeline(parse_query(""), by="hour", date="published")
    with pytest.raises(InputError, match="printed"):
        archive.dated.timeline(parse_query(""), by="day", date="printed")


def test_the_list_follows_every_change_of_this_window_and_another(filled: Archive) -> None:
    other = Archive.open(filled.path)
    for archive in (filled, other):
        assert found(archive, "") == [2, 1, 3]
        assert found(archive, "lavrov OR lang") == [2, 1]

    filled.articles.set_fields(1, {"published": "2024"})
    other.articles.delete([3])

    for archive in (filled, other):
        assert found(archive, "") == [1, 2]
        assert found(archive, "lavrov OR lang") == [1, 2]
        assert found(archive, "外交部") == []
    other.close()


def test_the_list_inside_an_act_that_fails_is_forgotten(filled: Archive) -> None:
    with pytest.raises(RuntimeError), filled.act("Half"):
        filled.articles.delete([1])
        assert found(filled, "") == [2, 3]
        raise RuntimeError

    assert found(filled, "") == [2, 1, 3]


def test_a_range_of_dates_finds_what_may_fall_into_it(archive: Archive) -> None:
    dates = ("2023-04-14", "2023", "2020/..", "2023-04-30T23:59:00-08:00", "2023-05-01", None)
    ids = {
        date: archive.articles.add(capture(), article(published=date, title=str(date)))
        for date in dates
    }
    archive.articles.delete([archive.articles.add(capture(), article(published="2023-04-15"))])

    def told(query: str) -> set[str | None]:
        found_ids = found(archive, query)
        return {date for date in dates if ids[date] in found_ids}

    april = {"2023-04-14", "2023", "2020/..", "2023-04-30T23:59:00-08:00"}
    assert told("published:2023-04") == april
    assert told("published:2023-04-30") == april - {"2023-04-14"}
    assert told("-published:2023-04") == {"2023-05-01", None}
    assert told("before:2021") == {"2020/.."}
    assert len(found(archive, "published:2023-04")) == 4
    assert len(found(archive, "published:2023-04 in:trash")) == 1
