"""One person under many spellings: joined where it is sure, asked where not, and the word kept."""

from __future__ import annotations

import pytest

from desktop_app.core.article import PersonSuggestion
from desktop_app.core.errors import InputError
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, person
from tests.store.people.test_people import by_name, names


def clip(archive: Archive, *told: str) -> int:
    text = " ".join(f"{name} spoke at length." for name in told)
    people = tuple(person(text, name) for name in told)
    return archive.articles.add(capture(text.encode()), article(text, people=people))


def only(archive: Archive) -> PersonSuggestion:
    (found,) = archive.suggestions.list()
    return found


def test_another_transliteration_is_the_known_person(archive: Archive) -> None:
    clip(archive, "Sergey Lavrov")
    clip(archive, "Sergei Lawrow")

    (lavrov,) = archive.people.list()
    assert (lavrov.aliases, lavrov.articles) == (("Sergei Lawrow",), 2)
    assert archive.suggestions.list() == []


def test_a_likely_person_is_asked_about_with_a_sentence_each(archive: Archive) -> None:
    clip(archive, "William Clinton")
    clip(archive, "Bill Clinton")

    asked = only(archive)

    assert (asked.person.name, asked.other.name) == ("William Clinton", "Bill Clinton")
    assert "nickname" in asked.reason
    assert "William Clinton" in asked.sentence
    assert "Bill Clinton" in asked.other_sentence
    assert archive.suggestions.count() == 1


def test_relatives_are_no_question(archive: Archive) -> None:
    clip(archive, "Hillary Clinton", "Chelsea Clinton", "Donald Trump", "Donald Trump Jr.")

    assert len(names(archive)) == 4
    assert archive.suggestions.list() == []


def test_a_name_that_two_persons_may_have_is_nobodys_until_asked(archive: Archive) -> None:
    clip(archive, "Sergey Lavrov")
    lavrov = archive.people.list()[0].id
    archive.people.add_alias(lavrov, "Sergei Lavrov")
    archive.people.split(lavrov, "Sergei Lavrov")
    clip(archive, "Sergei Lavrov")
    clip(archive, "Sergej Lavrov")

    assert by_name(archive, "Sergej Lavrov").articles == 1
    assert archive.suggestions.count() == 2


def test_yes_makes_them_one_for_later_articles_and_can_be_undone(archive: Archive) -> None:
    clip(archive, "William Clinton")
    clip(archive, "Bill Clinton")

    kept = archive.suggestions.accept(only(archive).id)
    clip(archive, "Bill Clinton", "George Bush")

    assert archive.people.get(kept).articles == 3
    assert archive.suggestions.list() == []
    archive.undo()
    archive.undo()
    assert names(archive) == {"William Clinton", "Bill Clinton"}
    assert archive.suggestions.count() == 1


def test_no_is_kept_and_can_be_undone(archive: Archive) -> None:
    clip(archive, "William Clinton")
    clip(archive, "Bill Clinton")
    asked = only(archive)

    archive.suggestions.refuse(asked.id)
    clip(archive, "Bill Clinton")

    assert archive.suggestions.list() == []
    assert len(names(archive)) == 2
    with pytest.raises(InputError):
        archive.suggestions.accept(asked.id)
    archive.undo()
    archive.undo()
    assert archive.suggestions.count() == 1


def test_a_refusal_outlives_a_merge_with_a_third(archive: Archive) -> None:
    clip(archive, "William Clinton")
    clip(archive, "Bill Clinton")
    archive.suggestions.refuse(only(archive).id)
    clip(archive, "W. J. Clinton")
    merged = by_name(archive, "W. J. Clinton").id

    archive.people.merge(by_name(archive, "Bill Clinton").id, [merged])

    assert archive.suggestions.list() == []


def test_later_is_asked_behind_the_rest(archive: Archive) -> None:
    clip(archive, "William Clinton", "Joseph Biden")
    clip(archive, "Bill Clinton", "Joe Biden")
    first, second = archive.suggestions.list()

    archive.suggestions.postpone(first.id)

    assert [each.id for each in archive.suggestions.list()] == [second.id, first.id]
    assert [each.id for each in archive.suggestions.list(1, 1)] == [first.id]


def test_yes_to_all_with_a_spelling(archive: Archive) -> None:
    clip(archive, "William Jefferson Clinton")
    clip(archive, "William J. Clinton")
    clip(archive, "Bill Clinton")
    bill = by_name(archive, "Bill Clinton").id
    asked = next(each for each in archive.suggestions.list() if each.other.id == bill)

    kept = archive.suggestions.accept_spelling(asked.id)

    assert archive.people.get(kept).articles == 3
    assert archive.suggestions.list() == []


def test_a_spelling_of_somebody_hidden_stays_hidden(archive: Archive) -> None:
    clip(archive, "Sergey Prokofiev")
    archive.people.set_hidden(archive.people.list()[0].id, True)
    clip(archive, "Sergei Prokofiev")

    assert archive.people.list() == []


def test_a_person_is_another_in_one_article_also_once_it_is_analysed_again(
    archive: Archive,
) -> None:
    here = clip(archive, "John Smith")
    there = clip(archive, "John Smith", "John Paul Smith")
    smith, other = by_name(archive, "John Smith").id, by_name(archive, "John Paul Smith").id

    archive.mentions.assign_everywhere(here, smith, other)
    text = "John Smith spoke once more."
    again = article(text, people=(person(text, "John Smith"),))
    archive.articles.add_revision(here, again, kind="recleaned")

    assert [each.id for each in archive.articles.get(here).clean.people] == [other]
    assert archive.people.get(smith).articles == 1
    assert there != here
    with pytest.raises(InputError):
        archive.mentions.assign_everywhere(here, smith, other)


def test_an_alias_is_the_person_in_later_articles(archive: Archive) -> None:
    clip(archive, "Marilyn Monroe")
    monroe = archive.people.list()[0].id

    archive.people.add_alias(monroe, "Norma Jeane Mortenson")
    clip(archive, "Norma Jeane Mortenson")

    assert archive.people.get(monroe).articles == 2


def test_yes_to_all_leaves_apart_whom_the_user_keeps_apart(archive: Archive) -> None:
    """A spelling that two persons may have doesn't make the two one."""
    clip(archive, "William Jefferson Clinton")
    clip(archive, "William J. Clinton")
    full, short = (
        by_name(archive, each).id for each in ("William Jefferson Clinton", "William J. Clinton")
    )
    archive.suggestions.refuse(only(archive).id)
    clip(archive, "Bill Clinton")
    asked = next(each for each in archive.suggestions.list() if each.person.id == full)

    kept = archive.suggestions.accept_spelling(asked.id)

    assert kept == full
    assert names(archive) == {"William Jefferson Clinton", "William J. Clinton"}
    assert by_name(archive, "William J. Clinton").id == short


def test_two_items_of_wikidata_are_no_question(archive: Archive) -> None:
    clip(archive, "William Clinton")
    clip(archive, "Bill Clinton")
    asked = only(archive)
    archive.people.set_wikidata(asked.person.id, "Q1124")

    assert archive.suggestions.count() == 1
    archive.people.set_wikidata(asked.other.id, "Q1")

    assert (archive.suggestions.count(), archive.suggestions.list()) == (0, [])
