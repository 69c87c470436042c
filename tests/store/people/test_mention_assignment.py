"""The user's word on one mention holds after every change of the text, and can be undone."""

from __future__ import annotations

import pytest

from desktop_app.core.article import CleanArticle, Mention, NamedPerson, UnassignedMention
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.people.mention_assignment import Place
from tests.store.examples import article, capture, person

TEXT = (
    "Bill Clinton spoke in Ohio on Friday.\n\n"
    "Clinton thanked the crowd. The Iron Lady listened. Later Clinton left."
)


def clinton_article(text: str = TEXT) -> CleanArticle:
    return article(text, people=(person(text, "Bill Clinton", "Clinton", "Clinton"),))


@pytest.fixture
def article_id(archive: Archive) -> int:
    return archive.articles.add(capture(), clinton_article())


def named(archive: Archive, article_id: int) -> dict[str, list[str]]:
    """The words by which each person is named, in order."""
    clean = archive.articles.get(article_id).clean
    for each in (mention for one in clean.people for mention in one.mentions):
        assert clean.text[each.start : each.end] == each.text
    return {one.name: [mention.text for mention in one.mentions] for one in clean.people}


def choose(archive: Archive, article_id: int, words: str, whom: int | str | None) -> int | None:
    start = archive.articles.get(article_id).clean.text.index(words)
    end = start + len(words.partition(" left")[0])
    return archive.mentions.assign(article_id, [Place(start, end)], whom)


def test_one_mention_is_somebody_new_and_the_others_stay(archive: Archive, article_id: int) -> None:
    hillary = choose(archive, article_id, "Clinton left", "Hillary Clinton")

    assert named(archive, article_id) == {
        "Bill Clinton": ["Bill Clinton", "Clinton"],
        "Hillary Clinton": ["Clinton"],
    }
    assert hillary is not None
    assert archive.people.get(hillary).mentions == 1
    assert [each.mention.text for each in archive.people.mentions(hillary)] == ["Clinton"]
    assert archive.search.count(parse_query('person:"hillary clinton"')) == 1
    assert archive.check().ok


def test_it_holds_when_the_text_changes_and_is_found_again(
    archive: Archive, article_id: int
) -> None:
    choose(archive, article_id, "Clinton left", "Hillary Clinton")
    changed = "A word before all.\n\n" + TEXT.replace("Later Clinton", "Much later Clinton")

    archive.articles.add_revision(article_id, clinton_article(changed), kind="recleaned")

    assert named(archive, article_id)["Hillary Clinton"] == ["Clinton"]
    (place,) = archive.people.list(text="Hillary")
    (told,) = archive.people.mentions(place.id)
    assert told.mention.start == changed.index("Clinton left")


def test_a_text_without_the_place_waits_for_one_that_has_it(
    archive: Archive, article_id: int
) -> None:
    choose(archive, article_id, "Clinton left", "Hillary Clinton")

    archive.articles.add_revision(article_id, article("Nobody here."), kind="edited")
    assert named(archive, article_id) == {}
    archive.articles.add_revision(article_id, clinton_article(), kind="restored")
    assert named(archive, article_id)["Hillary Clinton"] == ["Clinton"]


def test_nobody_is_named_where_the_user_says_so(archive: Archive, article_id: int) -> None:
    choose(archive, article_id, "Clinton left", None)
    archive.articles.add_revision(article_id, clinton_article(), kind="recleaned")

    assert named(archive, article_id) == {"Bill Clinton": ["Bill Clinton", "Clinton"]}
    assert archive.people.list()[0].mentions == 2
    assert archive.check().ok


def test_a_person_whom_analysis_missed_is_named(archive: Archive, article_id: int) -> None:
    start = TEXT.index("The Iron Lady")
    told = "The Iron Lady listened."
    archive.mentions.assign(article_id, [Place(start, start + 13, told)], "Margaret Thatcher")
    archive.articles.add_revision(article_id, clinton_article(f"New.\n\n{TEXT}"), kind="recleaned")

    assert named(archive, article_id)["Margaret Thatcher"] == ["The Iron Lady"]
    (found,) = archive.people.list(text="iron lady")
    assert found.name == "Margaret Thatcher"
    assert archive.people.mentions(found.id)[0].mention.sentence == told


def test_one_undo_takes_the_choice_and_the_new_person_back(
    archive: Archive, article_id: int
) -> None:
    before = archive.articles.get(article_id), archive.people.list()
    choose(archive, article_id, "Clinton left", "Hillary Clinton")

    archive.undo()

    assert (archive.articles.get(article_id), archive.people.list()) == before
    archive.redo()
    assert "Hillary Clinton" in named(archive, article_id)


def test_the_last_word_on_a_place_holds(archive: Archive, article_id: int) -> None:
    first = choose(archive, article_id, "Clinton left", "Hillary Clinton")
    choose(archive, article_id, "Clinton left", "Chelsea Clinton")
    assert "Hillary Clinton" not in named(archive, article_id)

    choose(archive, article_id, "Clinton left", first)
    assert named(archive, article_id)["Hillary Clinton"] == ["Clinton"]


def test_merging_takes_the_chosen_places_along(archive: Archive, article_id: int) -> None:
    hillary = choose(archive, article_id, "Clinton left", "Hillary Clinton")
    other = choose(archive, article_id, "Clinton thanked", "Hillary Rodham")
    assert hillary is not None and other is not None

    archive.people.merge(hillary, [other])
    archive.articles.add_revision(article_id, clinton_article(), kind="recleaned")

    assert archive.people.get(hillary).mentions == 2


def test_merging_two_who_are_named_at_chosen_places_leaves_a_third_named(
    archive: Archive, article_id: int
) -> None:
    bill = archive.people.list(text="Bill")[0].id
    thanked, ohio = TEXT.index("Clinton thanked"), TEXT.index("Ohio")
    hillary = archive.mentions.assign(
        article_id, [Place(thanked, thanked + len("Clinton"))], "Hillary Clinton"
    )
    choose(archive, article_id, "Clinton left", bill)
    archive.mentions.assign(article_id, [Place(ohio, ohio + len("Ohio"))], "Ohio Player")
    assert hillary is not None

    archive.people.merge(bill, [hillary])

    assert named(archive, article_id) == {
        "Bill Clinton": ["Bill Clinton", "Clinton", "Clinton"],
        "Ohio Player": ["Ohio"],
    }


def test_everywhere_in_an_article_it_is_nobody(archive: Archive, article_id: int) -> None:
    bill = archive.people.list()[0].id
    archive.mentions.assign_everywhere(article_id, bill, None)
    archive.articles.add_revision(article_id, clinton_article(), kind="recleaned")
    assert named(archive, article_id) == {}
    assert archive.check().ok

    later = archive.articles.add(capture(b"2"), clinton_article())
    assert "Bill Clinton" in named(archive, later), "the choice was for one article"


def test_of_a_split_name_the_split_off_places_alone_are_reassigned(
    archive: Archive, article_id: int
) -> None:
    bill = archive.people.list()[0].id
    other = archive.people.split(bill, "Clinton")

    archive.mentions.assign_everywhere(article_id, other, "Hillary Clinton")

    assert named(archive, article_id) == {
        "Bill Clinton": ["Bill Clinton"],
        "Hillary Clinton": ["Clinton", "Clinton"],
    }


def test_what_is_nobodys_tells_whom_it_may_mean_and_is_assigned(archive: Archive) -> None:
    text = "Bill Clinton and Hillary Clinton came. Clinton spoke."
    at = text.index("Clinton spoke")
    mention = Mention(at, at + 7, "Clinton", None, "Clinton spoke.")
    names = ("Bill Clinton", "Hillary Clinton")
    people = tuple(NamedPerson(name, mentions=person(text, name).mentions) for name in names)
    clean = article(text, people=people, unassigned=(UnassignedMention(mention, names),))
    article_id = archive.articles.add(capture(), clean)
    bill, hillary = archive.articles.get(article_id).clean.people

    (found,) = archive.articles.get(article_id).clean.unassigned
    assert (found.names, found.ids) == (names, (bill.id, hillary.id))
    archive.mentions.assign(article_id, [Place(at, at + 7)], hillary.id)

    after = archive.articles.get(article_id).clean
    assert after.unassigned == ()
    assert [each.text for each in after.people[1].mentions] == ["Hillary Clinton", "Clinton"]


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 5), (9, 4), (0, 10**9), (38, 39)])
def test_a_place_that_isnt_in_the_text_is_named(
    archive: Archive, article_id: int, start: int, end: int
) -> None:
    with pytest.raises(InputError, match="no name"):
        archive.mentions.assign(article_id, [Place(start, end)], None)


def test_who_isnt_there_is_named(archive: Archive, article_id: int) -> None:
    with pytest.raises(InputError, match="person 99"):
        archive.mentions.assign(article_id, [Place(0, 4)], 99)
    with pytest.raises(InputError, match="name"):
        archive.mentions.assign(article_id, [Place(0, 4)], "  ")
    with pytest.raises(InputError, match="article 99"):
        archive.mentions.assign(99, [Place(0, 4)], None)
