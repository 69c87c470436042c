"""Dossiers: articles, headings and the user's own text in an order, kept and undone."""

from __future__ import annotations

import pytest

from desktop_app.core.dossier import EntryKind
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture

DATES = ("2021-03-04", "2019-01-01", None, "2020")


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Four articles, of which the third is undated; dossier 1 holds all of them in this order."""
    for number, published in enumerate(DATES, 1):
        clean = article(f"Text {number}.", title=f"Title {number}", published=published)
        archive.articles.add(capture(str(number).encode()), clean)
    dossier = archive.dossiers.make("The Paris talks")
    archive.dossier_entries.add_articles(dossier, [1, 2, 3, 4])
    return archive


def told(archive: Archive, dossier: int = 1) -> list[object]:
    """What stands there: article ids, words of headings, texts."""
    return [
        entry.article_id if entry.kind is EntryKind.ARTICLE else entry.title or entry.markdown
        for entry in archive.dossier_entries.in_order(dossier)
    ]


def entry_of(archive: Archive, what: object) -> int:
    """The entry of an article, or the heading or text with these words."""
    return archive.dossier_entries.in_order(1)[told(archive).index(what)].id


def places(archive: Archive) -> dict[int, str]:
    return dict(map(tuple, archive._connection.rows("SELECT id, place FROM dossier_entries")))


def test_what_is_added_comes_last_or_where_it_is_wanted(filled: Archive) -> None:
    second = entry_of(filled, 2)
    filled.dossier_entries.add_heading(1, "  How it  began ", 2, before=second)
    filled.dossier_entries.add_text(1, "As *I* see it.")

    assert told(filled) == [1, "How it began", 2, 3, 4, "As *I* see it."]
    assert filled.dossier_entries.in_order(1)[1].level == 2


def test_an_article_comes_into_a_dossier_once_unless_it_is_wanted_again(filled: Archive) -> None:
    other = filled.dossiers.make("Other")

    assert filled.dossier_entries.add_articles(1, [4, 1, 4]) == []
    assert len(filled.dossier_entries.add_articles(other, [4, 1, 4])) == 2
    assert told(filled, other) == [4, 1]

    (again,) = filled.dossier_entries.add_articles(other, [4], again=True)
    assert told(filled, other) == [4, 1, 4]
    assert filled.dossiers.get(other).articles == 2, "of two articles one stands there twice"
    assert filled.search.count(parse_query("in:other")) == 2

    filled.dossier_entries.remove([again])
    assert told(filled, other) == [4, 1]


@pytest.mark.parametrize(
    ("moved", "before", "order"),
    [
        ([1], None, [2, 3, 4, 1]),
        ([4], 1, [4, 1, 2, 3]),
        ([2, 4], 1, [2, 4, 1, 3]),
        ([4, 2], 3, [1, 2, 4, 3]),
        ([1, 2], 2, [1, 2, 3, 4]),
        ([1, 3], 1, [1, 3, 2, 4]),
        ([3], 4, [1, 2, 3, 4]),
        ([1, 2, 3, 4], None, [1, 2, 3, 4]),
    ],
)
def test_moving_changes_the_moved_entries_alone(
    filled: Archive, moved: list[int], before: int | None, order: list[int]
) -> None:
    ids = [entry_of(filled, each) for each in moved]
    kept = {each: place for each, place in places(filled).items() if each not in ids}

    filled.dossier_entries.move(ids, None if before is None else entry_of(filled, before))

    assert told(filled) == order
    assert kept.items() <= places(filled).items()
    assert filled.check().ok


def test_by_date_each_section_is_ordered_and_own_text_stays_with_its_article(
    filled: Archive,
) -> None:
    entries = filled.dossier_entries
    entries.add_text(1, "Foreword", before=entry_of(filled, 1))
    entries.add_text(1, "On 1", before=entry_of(filled, 2))
    entries.add_heading(1, "Later", before=entry_of(filled, 3))

    filled.dossiers.set_by_date(1, True)
    assert told(filled) == ["Foreword", 2, 1, "On 1", "Later", 4, 3]

    filled.dossiers.set_by_date(1, False)
    assert told(filled) == ["Foreword", 1, "On 1", 2, "Later", 3, 4]


def test_what_is_put_into_a_dossier_ordered_by_date_stands_where_it_was_put(
    filled: Archive,
) -> None:
    entries = filled.dossier_entries
    filled.articles.add(capture(b"5"), article("Text 5.", published="2019-06"))
    entries.add_text(1, "On 1", before=entry_of(filled, 2))
    filled.dossiers.set_by_date(1, True)
    assert told(filled) == [2, 4, 1, "On 1", 3]

    entries.add_heading(1, "Later", before=entry_of(filled, 1))
    entries.add_text(1, "On 4", before=entry_of(filled, "Later"))
    entries.add_heading(1, "All", before=entry_of(filled, 2))
    entries.add_articles(1, [5], before=entry_of(filled, "Later"))

    assert told(filled) == ["All", 2, 5, 4, "On 4", "Later", 1, "On 1", 3]
    filled.dossiers.set_by_date(1, False)
    assert told(filled) == ["All", 2, 4, "On 4", 5, "Later", 1, "On 1", 3]
    assert filled.check().ok
    for _ in range(5):
        filled.undo()
    assert told(filled) == [2, 4, 1, "On 1", 3]


def test_an_article_in_the_trash_keeps_its_place_and_is_shown_as_such(filled: Archive) -> None:
    filled.articles.delete([2])

    assert told(filled) == [1, 2, 3, 4]
    assert [each.in_trash for each in filled.dossier_entries.in_order(1)] == [0, 1, 0, 0]
    assert filled.dossiers.get(1).articles == 3
    filled.articles.restore([2])
    assert filled.dossiers.get(1).articles == 4


def test_the_emptied_trash_leaves_a_gap_that_tells_what_stood_there(filled: Archive) -> None:
    filled.articles.set_fields(2, {"title": "Its last title"})
    filled.articles.delete([2])
    filled.trash.empty(no_progress, never)

    gap = filled.dossier_entries.in_order(1)[1]
    assert gap.is_gap
    assert (gap.title, gap.published) == ("Its last title", "2019-01-01")
    assert filled.check().ok
    filled.dossiers.set_by_date(1, True)
    assert filled.dossier_entries.in_order(1)[0] == gap


def test_undo_brings_back_what_can_be_told_of_an_article_gone_for_good(filled: Archive) -> None:
    filled.dossier_entries.move([entry_of(filled, 2)], None)
    filled.dossier_entries.remove([entry_of(filled, 2)])
    filled.dossiers.delete(1)
    filled.articles.delete([2, 3])
    filled.trash.empty(no_progress, never)

    while filled.undo() not in (None, "Moved entries of a dossier"):
        assert filled.check().ok

    assert [each.title for each in filled.dossier_entries.in_order(1)] == [
        f"Title {number}" for number in (1, 2, 3, 4)
    ]
    assert told(filled) == [1, None, None, 4]


def test_a_deleted_dossier_comes_back_with_all_that_stood_in_it(filled: Archive) -> None:
    filled.dossier_entries.add_text(1, "Mine")
    filled.dossiers.set_cover(1, {"author": "Jane Roe", "abstract": "*Short.*"})
    before = filled.dossiers.get(1)
    filled.dossiers.delete(1)
    assert filled.dossiers.all() == []
    assert filled.articles.get(1).id == 1

    filled.undo()

    assert filled.dossiers.get(1) == before
    assert told(filled) == [1, 2, 3, 4, "Mine"]


def test_excerpts_stand_in_the_order_of_the_text(filled: Archive) -> None:
    late = filled.highlights.add(1, 5, 7)
    early = filled.highlights.add(1, 0, 4)
    entry = entry_of(filled, 1)

    filled.dossier_entries.set_excerpts(entry, [late, early])
    assert filled.dossier_entries.get(entry).excerpts == (early, late)
    assert filled.dossier_entries.get(entry).highlights == 2

    filled.dossier_entries.set_excerpts(entry, None)
    assert filled.dossier_entries.get(entry).excerpts is None
    with pytest.raises(InputError, match="isn't one of that article's"):
        filled.dossier_entries.set_excerpts(entry_of(filled, 2), [early])


@pytest.mark.parametrize(
    "query",
    ['in:"The Paris talks"', "in:the-paris-talks", 'IN:"the  PARIS talks"', 'in:"thé paris talks"'],
)
def test_a_dossier_is_searched_by_its_name(filled: Archive, query: str) -> None:
    filled.articles.add(capture(b"5"), article("Text 5."))
    filled.articles.delete([1])

    assert sorted(filled.search.ids(parse_query(query))) == [2, 3, 4]
    assert filled.search.ids(parse_query(f"-{query}")) == [5]
    assert sorted(filled.search.ids(parse_query(f"{query} in:trash"))) == [1]


def test_whether_an_article_is_in_any_dossier_can_be_asked(filled: Archive) -> None:
    filled.dossier_entries.remove([entry_of(filled, 4)])

    assert filled.search.ids(parse_query("-has:dossier")) == [4]
    assert sorted(filled.search.ids(parse_query("has:dossier text"))) == [1, 2, 3]
    assert filled.search.ids(parse_query("in:nothing-of-that-name")) == []


def test_dossiers_are_offered_by_the_beginnings_of_their_words(filled: Archive) -> None:
    filled.dossiers.make("Talking points")

    assert filled.completions.dossiers("tal", 5) == [("Talking points", 0), ("The Paris talks", 4)]
    assert filled.completions.dossiers("PARIS", 5) == [("The Paris talks", 4)]
    assert filled.completions.dossiers("aris", 5) == []


@pytest.mark.parametrize("name", ["", "   ", "the paris TALKS", "Trash", "x" * 201])
def test_a_name_must_be_one_and_free(filled: Archive, name: str) -> None:
    with pytest.raises(InputError):
        filled.dossiers.make(name)
    other = filled.dossiers.make("Other")
    with pytest.raises(InputError):
        filled.dossiers.rename(other, name)
    filled.dossiers.rename(1, "The PARIS talks")
    assert [each.name for each in filled.dossiers.all()] == ["Other", "The PARIS talks"]


def test_what_is_not_there_or_cannot_be_is_refused(filled: Archive) -> None:
    entries = filled.dossier_entries
    text = entries.add_text(1, "Mine")
    for refused in (
        lambda: filled.dossiers.get(2**70),
        lambda: filled.dossiers.set_cover(1, {"colour": "red"}),
        lambda: filled.dossiers.set_cover(1, {"author": "x" * 501}),
        lambda: entries.add_articles(1, [99]),
        lambda: entries.add_articles(7, [1]),
        lambda: entries.add_heading(1, " "),
        lambda: entries.add_heading(1, "Words", 9),
        lambda: entries.add_text(1, "x" * 200_001),
        lambda: entries.add_text(1, "Words", before=99),
        lambda: entries.change_heading(text, "Words", 1),
        lambda: entries.set_excerpts(text, None),
        lambda: entries.move([text, 99], None),
        lambda: entries.remove([-1]),
    ):
        with pytest.raises(InputError):
            refused()
    assert told(filled) == [1, 2, 3, 4, "Mine"]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE dossiers SET key = 'else'", "isn't found by its name"),
        ("UPDATE dossier_entries SET place = 'x' WHERE id = 2", "order of dossier 1"),
        ("UPDATE dossier_entries SET place = '5000000000'", "order of dossier 1"),
        ("UPDATE dossier_entries SET level = 70 WHERE id = 1", "level"),
        ("UPDATE dossier_entries SET excerpts = '{' WHERE id = 1", "excerpts of entry 1"),
        ("UPDATE dossier_entries SET excerpts = '[\"a\"]' WHERE id = 1", "excerpts of entry 1"),
    ],
)
def test_checking_finds_and_mends_what_is_wrong(filled: Archive, sql: str, words: str) -> None:
    filled._connection.script(sql)
    assert any(words in problem.message for problem in filled.check().problems)

    assert filled.check(repair=True).ok
    assert sorted(map(str, told(filled))) == ["1", "2", "3", "4"]
    assert filled.dossiers.find("the paris talks") == 1


def test_one_entry_of_thousands_is_moved_by_one_row(archive: Archive) -> None:
    dossier = archive.dossiers.make("Long")
    with archive.act("Filled"):
        for number in range(2_000):
            archive.dossier_entries.add_text(dossier, f"Text {number}")
    entries = archive.dossier_entries.in_order(dossier)
    changes = archive._connection.raw.total_changes

    archive.dossier_entries.move([entries[-1].id], entries[1_000].id)

    assert told(archive, dossier)[1_000] == "Text 1999"
    logged = archive._connection.rows("SELECT * FROM act_changes ORDER BY seq DESC LIMIT 1")[0]
    assert (logged["table_name"], logged["kind"]) == ("dossier_entries", "U")
    assert archive._connection.raw.total_changes - changes < 12
