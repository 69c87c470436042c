"""Who is the same person, and that the user's word holds for every later article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.article import CleanArticle, Person
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.people.mention_assignment import Place
from tests.benchmarks.known_persons import put_persons
from tests.store.examples import TEXT, article, capture, lavrov_article, person


def clip(archive: Archive, text: str, *names: tuple[str, ...], published: str | None = None) -> int:
    people = tuple(person(text, *forms) for forms in names)
    return archive.articles.add(
        capture(text.encode()), article(text, people=people, published=published)
    )


def by_name(archive: Archive, name: str) -> Person:
    (found,) = [each for each in archive.people.list() if each.name == name]
    return found


def names(archive: Archive) -> set[str]:
    return {each.name for each in archive.people.list()}


def test_a_person_is_listed_with_counts_dates_aliases_and_roles(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    clip(archive, "Sergey Lavrov went.", ("Sergey Lavrov",), published="2021-03")

    lavrov = archive.people.list()[0]

    assert lavrov == Person(
        id=lavrov.id,
        name="Sergey Lavrov",
        aliases=("Lavrov",),
        roles=("Russian Foreign Minister",),
        articles=2,
        mentions=3,
        first="2021-03",
        last="2023-04-14",
    )
    assert archive.people.get(lavrov.id) == lavrov


def test_spellings_that_differ_in_form_alone_are_one_person(archive: Archive) -> None:
    clip(archive, "José Manuel Barroso came.", ("José Manuel Barroso",))
    clip(archive, "JOSE MANUEL BARROSO came.", ("JOSE MANUEL BARROSO",))

    (barroso,) = archive.people.list()
    assert (barroso.name, barroso.articles) == ("José Manuel Barroso", 2)


def test_a_surname_alone_is_nobody_known(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    clip(archive, "Lavrov spoke.", ("Lavrov",))
    clip(archive, "Then Lavrov left.", ("Lavrov",))

    assert by_name(archive, "Sergey Lavrov").articles == 1
    assert by_name(archive, "Lavrov").articles == 2


def test_people_follow_the_search_and_the_words_typed(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    clip(archive, "Wang Yi in 2020.", ("Wang Yi",), published="2020")

    assert [each.name for each in archive.counting.persons(parse_query("published:2020"))] == [
        "Wang Yi"
    ]
    assert [each.name for each in archive.people.list(text="serg lav")] == ["Sergey Lavrov"]
    assert [each.name for each in archive.people.list(limit=1)] == ["Sergey Lavrov"]
    assert archive.people.list(text="vrov") == []


def test_mentions_come_by_date_with_their_articles(archive: Archive) -> None:
    late = archive.articles.add(capture(), lavrov_article())
    early = clip(archive, "Sergey Lavrov went.", ("Sergey Lavrov",), published="2021")
    undated = clip(archive, "Sergey Lavrov came.", ("Sergey Lavrov",))

    found = archive.people.mentions(by_name(archive, "Sergey Lavrov").id)

    assert [each.article_id for each in found] == [early, late, late, undated]
    assert found[1].mention.role == "Russian Foreign Minister"


def test_the_mentions_of_two_persons_in_the_articles_that_name_both(archive: Archive) -> None:
    later = clip(archive, "Ada Low met Bo Hall. Low left.", ("Ada Low", "Low"), ("Bo Hall",))
    clip(archive, "Ada Low alone.", ("Ada Low",))
    ada, bo = (by_name(archive, each).id for each in ("Ada Low", "Bo Hall"))

    found = archive.people.mentions_of_both(ada, bo)

    assert [each.article_id for each in found] == [later] * 3
    assert [each.mention.text for each in found] == ["Ada Low", "Bo Hall", "Low"]
    archive.articles.delete([later])
    assert archive.people.mentions_of_both(ada, bo) == []


def test_who_is_named_together(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    clip(archive, "Qin Gang and Wang Yi.", ("Qin Gang",), ("Wang Yi",))

    together = archive.counting.together_with(by_name(archive, "Qin Gang").id)

    assert {(each.name, count) for each, count in together} == {
        ("Sergey Lavrov", 1),
        ("Wang Yi", 1),
    }


def test_a_renamed_person_keeps_the_old_name_for_later_articles(archive: Archive) -> None:
    clip(archive, "Sergei Lavrov came.", ("Sergei Lavrov",))
    archive.people.rename(by_name(archive, "Sergei Lavrov").id, "Sergey Viktorovich Lavrov")

    clip(archive, "Again Sergei Lavrov.", ("Sergei Lavrov",))
    clip(archive, "Now Sergey Viktorovich Lavrov.", ("Sergey Viktorovich Lavrov",))

    lavrov = by_name(archive, "Sergey Viktorovich Lavrov")
    assert (lavrov.articles, lavrov.aliases) == (3, ("Sergei Lavrov",))


def test_merged_persons_stay_one_for_later_articles(archive: Archive) -> None:
    first = clip(archive, "Sergey Lavrov here.", ("Sergey Lavrov",))
    clip(archive, "Serge Lavrov there.", ("Serge Lavrov",))
    kept, gone = by_name(archive, "Sergey Lavrov").id, by_name(archive, "Serge Lavrov").id

    archive.people.merge(kept, [gone])
    later = clip(archive, "And Serge Lavrov again.", ("Serge Lavrov",))

    lavrov = by_name(archive, "Sergey Lavrov")
    assert (lavrov.articles, lavrov.aliases) == (3, ("Serge Lavrov",))
    assert archive.people.get(gone) == lavrov
    assert archive.articles.get(later).clean.people[0].name == "Sergey Lavrov"
    assert archive.articles.get(first).clean.people[0].id == kept
    assert archive.search.count(parse_query('person:"serge lavrov"')) == 3


def test_merging_onto_a_merged_person_merges_onto_the_survivor(archive: Archive) -> None:
    for name in ("Ann Bee", "Ann Cee", "Ann Dee"):
        clip(archive, f"{name} came.", (name,))
    bee, cee, dee = (by_name(archive, f"Ann {last}").id for last in ("Bee", "Cee", "Dee"))

    archive.people.merge(bee, [cee])
    archive.people.merge(dee, [cee])

    assert names(archive) == {"Ann Dee"}
    assert archive.people.get(bee).id == archive.people.get(cee).id == dee


def test_merging_a_person_with_themselves_changes_nothing(archive: Archive) -> None:
    clip(archive, "Ann Bee came.", ("Ann Bee",))
    bee = by_name(archive, "Ann Bee")

    archive.people.merge(bee.id, [bee.id])

    assert by_name(archive, "Ann Bee") == bee


def test_a_split_off_spelling_is_a_person_in_stored_and_later_articles(archive: Archive) -> None:
    clip(archive, "John Smith here.", ("John Smith",))
    clip(archive, "Jon Smith there.", ("Jon Smith",))
    archive.people.merge(by_name(archive, "John Smith").id, [by_name(archive, "Jon Smith").id])

    new = archive.people.split(by_name(archive, "John Smith").id, "Jon Smith")
    clip(archive, "Jon Smith once more.", ("Jon Smith",))

    assert archive.people.get(new).articles == 2
    assert by_name(archive, "John Smith").articles == 1


def test_a_split_off_short_form_takes_its_mentions_along(archive: Archive) -> None:
    stored = archive.articles.add(capture(), lavrov_article())
    new = archive.people.split(by_name(archive, "Sergey Lavrov").id, "Lavrov")
    later = archive.articles.add(capture(b"2"), lavrov_article())

    for article_id in (stored, later):
        people = {each.name: each for each in archive.articles.get(article_id).clean.people}
        assert [each.text for each in people["Lavrov"].mentions] == ["Lavrov"]
        assert [each.text for each in people["Sergey Lavrov"].mentions] == ["Sergey Lavrov"]
    assert archive.people.get(new).mentions == 2
    assert by_name(archive, "Sergey Lavrov").aliases == ()
    assert archive.check().ok


def test_the_canonical_name_can_be_split_off_where_another_remains(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    lavrov = by_name(archive, "Sergey Lavrov")

    archive.people.split(lavrov.id, "Sergey Lavrov")

    assert archive.people.get(lavrov.id).name == "Lavrov"
    with pytest.raises(InputError, match="only name"):
        archive.people.split(by_name(archive, "Qin Gang").id, "Qin Gang")
    with pytest.raises(InputError, match="no alias"):
        archive.people.split(lavrov.id, "Nobody")


def test_what_was_split_can_be_merged_again(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    before = archive.articles.get(article_id).clean.people
    lavrov = by_name(archive, "Sergey Lavrov").id

    archive.people.merge(lavrov, [archive.people.split(lavrov, "Lavrov")])

    assert archive.articles.get(article_id).clean.people == before
    archive.articles.add(capture(b"2"), lavrov_article())
    assert archive.people.get(lavrov).mentions == 4


def test_the_hidden_stay_hidden(archive: Archive) -> None:
    clip(archive, "Euro Bond rose.", ("Euro Bond",))
    bond = by_name(archive, "Euro Bond").id

    archive.people.set_hidden(bond, True)
    later = clip(archive, "Again Euro Bond rose.", ("Euro Bond",))

    assert archive.people.list() == []
    assert archive.articles.get(later).clean.people == ()
    archive.people.set_hidden(bond, False)
    assert by_name(archive, "Euro Bond").articles == 2


def test_people_of_a_new_revision_take_the_place_of_the_old(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    lavrov = by_name(archive, "Sergey Lavrov").id
    archive.people.rename(lavrov, "S. Lavrov")

    archive.articles.add_revision(article_id, article("Nobody here."), kind="edited")

    assert names(archive) == {"S. Lavrov"}, "who the user named stays, who nobody named goes"
    archive.articles.add_revision(article_id, lavrov_article(), kind="edited")
    assert archive.people.get(lavrov).articles == 1


def test_a_person_named_twice_in_an_article_after_merging_is_there_once(archive: Archive) -> None:
    text = "Sergey Lavrov met Serge Lavrov."
    article_id = clip(archive, text, ("Sergey Lavrov",), ("Serge Lavrov",))
    kept, gone = by_name(archive, "Sergey Lavrov").id, by_name(archive, "Serge Lavrov").id

    archive.people.merge(kept, [gone])

    (lavrov,) = archive.articles.get(article_id).clean.people
    assert [each.text for each in lavrov.mentions] == ["Sergey Lavrov", "Serge Lavrov"]
    assert archive.people.get(kept).articles == 1
    assert len(archive.people.mentions(kept)) == 2


@pytest.mark.parametrize("name", ["", "—", "\x00", "\ud800", "x" * 5_000, "王毅"])
def test_strange_names_are_kept_without_harm(archive: Archive, name: str) -> None:
    clean = replace(lavrov_article(), people=(person(TEXT + name, name or "T"),))
    article_id = archive.articles.add(capture(), replace(clean, text=TEXT + name))

    assert len(archive.articles.get(article_id).clean.people) == 1
    assert archive.check().ok


@pytest.mark.parametrize("person_id", [0, 77, 10**30])
def test_an_unknown_person_is_named(archive: Archive, person_id: int) -> None:
    for act in (
        lambda: archive.people.get(person_id),
        lambda: archive.people.mentions(person_id),
        lambda: archive.people.merge(person_id, []),
        lambda: archive.people.set_hidden(person_id, True),
    ):
        with pytest.raises(InputError, match=str(person_id)):
            act()


def test_a_person_needs_a_name(archive: Archive) -> None:
    clip(archive, "Ann Bee came.", ("Ann Bee",))

    with pytest.raises(InputError, match="name"):
        archive.people.rename(1, "  ")


def test_counts_and_dates_follow_the_search(archive: Archive) -> None:
    for year in ("2020", "2021", "2022"):
        clip(archive, f"Ann Bee in {year}.", ("Ann Bee",), published=year)

    (bee,) = archive.counting.persons(parse_query("after:2020"))

    assert (bee.articles, bee.mentions, bee.first, bee.last) == (2, 2, "2021", "2022")


def test_an_added_name_finds_the_person_in_later_articles_too(archive: Archive) -> None:
    clip(archive, "Sergey Lavrov went.", ("Sergey Lavrov",))
    lavrov = by_name(archive, "Sergey Lavrov")
    archive.people.add_alias(lavrov.id, "  Sergej  Lawrow ")

    clip(archive, "Sergej Lawrow kam.", ("Sergej Lawrow",))

    assert names(archive) == {"Sergey Lavrov"}
    assert archive.people.get(lavrov.id).aliases == ("Sergej Lawrow",)
    with pytest.raises(InputError):
        archive.people.add_alias(lavrov.id, " ")


def test_a_name_of_somebody_else_stays_theirs_when_it_is_added(archive: Archive) -> None:
    clip(archive, "Ada Ark met Ben Bow.", ("Ada Ark",), ("Ben Bow",))

    archive.people.add_alias(by_name(archive, "Ada Ark").id, "Ben Bow")
    clip(archive, "Ben Bow left.", ("Ben Bow",))

    assert by_name(archive, "Ben Bow").articles == 2


def test_a_removed_name_is_nobodys_and_comes_back_with_undo(archive: Archive) -> None:
    clip(archive, "Sergey Lavrov went.", ("Sergey Lavrov",))
    lavrov = by_name(archive, "Sergey Lavrov")
    archive.people.add_alias(lavrov.id, "Sergej Lawrow")

    archive.people.remove_alias(lavrov.id, "Sergej Lawrow")
    assert archive.people.get(lavrov.id).aliases == ()
    with pytest.raises(InputError, match="no alias"):
        archive.people.remove_alias(lavrov.id, "Sergey Lavrov")

    archive.undo()
    assert archive.people.get(lavrov.id).aliases == ("Sergej Lawrow",)


def test_mentions_of_a_few_articles_are_read_alone(archive: Archive) -> None:
    for year in ("2021", "2020", "2022"):
        clip(archive, f"Sergey Lavrov in {year}.", ("Sergey Lavrov",), published=year)
    lavrov = by_name(archive, "Sergey Lavrov")

    assert [found.published for found in archive.people.mentions(lavrov.id, 2)] == ["2020", "2021"]
    assert len(archive.people.mentions(lavrov.id)) == 3


def test_what_is_split_off_one_is_split_off_whom_they_are_merged_with(archive: Archive) -> None:
    """Merging gives at once what analysing again would give."""
    first = archive.articles.add(capture(b"1"), bill_article("William Clinton", "Clinton"))
    second = archive.articles.add(capture(b"2"), bill_article("Bill Clinton", "Clinton"))
    william, bill = (by_name(archive, each).id for each in ("William Clinton", "Bill Clinton"))
    other = archive.people.split(william, "Clinton")

    archive.people.merge(william, [bill])

    assert words_of(archive, first, other) == words_of(archive, second, other) == ["Clinton"]
    assert archive.check().ok


def test_two_persons_split_off_by_the_same_words_keep_them_when_their_origins_merge(
    archive: Archive,
) -> None:
    first = archive.articles.add(capture(b"1"), bill_article("William Clinton", "Clinton"))
    second = archive.articles.add(capture(b"2"), bill_article("Bill Clinton", "Clinton"))
    william, bill = (by_name(archive, each).id for each in ("William Clinton", "Bill Clinton"))
    one = archive.people.split(william, "Clinton")
    other = archive.people.split(bill, "Clinton")

    archive.people.merge(william, [bill])

    assert words_of(archive, first, one) == words_of(archive, second, other) == ["Clinton"]
    for article_id in (first, second):
        archive.people.assign(article_id, archive.articles.as_found(article_id))
    assert words_of(archive, first, one) == words_of(archive, second, other) == ["Clinton"]


def test_splitting_a_name_takes_along_places_chosen_before(archive: Archive) -> None:
    """The later word holds: the spelling, with all its mentions, isn't this person's."""
    text = "Clinton spoke. Bob Dole listened."
    told = article(text, people=(person(text, "Bob Dole"),))
    chosen = archive.articles.add(capture(b"1"), told)
    archive.articles.add(capture(b"2"), bill_article("William Clinton", "Clinton"))
    william = by_name(archive, "William Clinton").id
    archive.mentions.assign(chosen, [Place(0, 7)], william)

    other = archive.people.split(william, "Clinton")

    assert words_of(archive, chosen, other) == ["Clinton"]
    assert "Clinton" not in archive.people.get(william).aliases


def bill_article(name: str, *forms: str) -> CleanArticle:
    text = ". ".join(f"{words} spoke" for words in (name, *forms))
    return article(text, people=(person(text, name, *forms),))


def words_of(archive: Archive, article_id: int, person_id: int) -> list[str]:
    people = archive.articles.get(article_id).clean.people
    return [found.text for one in people if one.id == person_id for found in one.mentions]


def test_a_beginning_that_very_many_names_have_finds_those_named_most(archive: Archive) -> None:
    names = [f"Bo Name{number}" for number in range(8_100)] + ["Ann Archer", "Cy Carter"]
    put_persons(archive.path, names)
    often = ("Ann Archer", "Bo Name7", "Bo Name5", "Cy Carter")
    for clip_names in (names, often, often[:2]):
        text = ". ".join(clip_names)
        people = tuple(person(text, name) for name in clip_names)
        archive.articles.add(capture(text.encode()), article(text, people=people))

    expected = ["Bo Name7", "Bo Name5", "Bo Name0", "Bo Name1"]
    everything = parse_query("")

    assert [each.name for each in archive.people.list(text="b", limit=4)] == expected
    assert [each.name for each in archive.people.list(text="n b", limit=4)] == expected
    assert [
        each.name for each in archive.counting.persons(everything, text="b", limit=4)
    ] == expected
    assert len(archive.people.list(text="b", limit=9_000)) == 8_100
    assert len(archive.counting.persons(everything, text="b", limit=9_000)) == 8_100


def test_a_name_split_off_again_is_the_person_whom_it_made(archive: Archive) -> None:
    """A later choice in one article gives the name back to whom it was split off."""
    first = archive.articles.add(capture(b"1"), bill_article("William Clinton", "Clinton"))
    william = by_name(archive, "William Clinton").id
    clinton = archive.people.split(william, "Clinton")
    archive.mentions.assign(first, [Place(23, 30)], william)
    assert words_of(archive, first, william) == ["William Clinton", "Clinton"]

    assert archive.people.split(william, "Clinton") == clinton

    assert words_of(archive, first, clinton) == ["Clinton"]
    archive.undo()
    assert words_of(archive, first, william) == ["William Clinton", "Clinton"]


def test_a_name_that_was_split_off_isnt_learnt_again_from_a_choice(archive: Archive) -> None:
    archive.articles.add(capture(b"1"), bill_article("Bob Dole"))
    chosen = archive.articles.add(capture(b"2"), bill_article("William Clinton"))
    dole, william = (by_name(archive, each).id for each in ("Bob Dole", "William Clinton"))
    archive.mentions.assign_everywhere(chosen, william, dole)

    other = archive.people.split(dole, "William Clinton")

    assert words_of(archive, chosen, other) == ["William Clinton"]
    assert archive.people.get(dole).aliases == ()
