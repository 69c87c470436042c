"""The user's word on persons is final: it holds for every re-analysis and later clip.

Each act is also taken back by one undo, in this session and after a restart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from desktop_app.core.article import Article, Person
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.library import Library
from tests.services.conftest import pasted

FIRST = """\
Two presidents speak in Ohio

Washington, 3 May 1995. President Robert Brandt said that talks had begun in Geneva on Monday.
Robert Brandt then thanked Maria Keller, who had come from Vienna by train, for her patience.

Brandt left the hall at noon, and Keller followed him to the station without another word.
"""
LATER = """\
Talks end in Geneva

Geneva, 9 June 1995. President Robert Brandt said that the talks had ended on Friday evening.
Brandt thanked Maria Keller once more, and Robert Brandt then flew home the very same night.
"""
SPELLED = """\
Another spelling of a name

Bonn, 2 July 1995. President Rob Brandt-Weiler said that nothing had been decided in the talks.
Rob Brandt-Weiler added that the ministers would meet in the autumn to speak of it again.
"""


def clip(library: Library, text: str) -> int:
    return library.store(prepare_clip(pasted(text)))


def by_name(library: Library, name: str) -> Person:
    (found,) = [each for each in library.people.find() if each.name == name]
    return found


def named(article: Article) -> dict[str, list[str]]:
    return {each.name: [found.text for found in each.mentions] for each in article.clean.people}


@dataclass(frozen=True, slots=True)
class Act:
    """What the user does, and what holds from then on for the first and for a later article."""

    do: Callable[[Library, int], object]
    holds: Callable[[Library, Article, Article], bool]


def _brandt(library: Library) -> int:
    return by_name(library, "Robert Brandt").id


def _last_brandt(library: Library, article_id: int) -> tuple[int, int]:
    (brandt,) = [e for e in library.article(article_id).clean.people if e.name == "Robert Brandt"]
    return brandt.mentions[-1].start, brandt.mentions[-1].end


def _merge(library: Library, _: int) -> None:
    library.people.merge(_brandt(library), [by_name(library, "Maria Keller").id])


def _everywhere_keller(library: Library, article_id: int) -> None:
    keller = by_name(library, "Maria Keller").id
    library.people.assign_in_article(article_id, _brandt(library), keller)


ACTS = {
    "merge": Act(_merge, lambda _, a, b: set(named(a)) == set(named(b)) == {"Robert Brandt"}),
    "split": Act(
        lambda library, _: library.people.split_alias(_brandt(library), "Brandt"),
        lambda _, a, b: named(a)["Brandt"] == named(b)["Brandt"] == ["Brandt"],
    ),
    "rename": Act(
        lambda library, _: library.people.rename(_brandt(library), "Bob Brandt"),
        lambda _, a, b: "Bob Brandt" in named(a) and "Bob Brandt" in named(b),
    ),
    "hide": Act(
        lambda library, _: library.people.hide(_brandt(library), True),
        lambda _, a, b: set(named(a)) == set(named(b)) == {"Maria Keller"},
    ),
    "alias": Act(
        lambda library, _: library.people.add_alias(_brandt(library), "Rob Brandt-Weiler"),
        lambda library, _a, _b: (
            "Rob Brandt-Weiler" in by_name(library, "Robert Brandt").aliases
            and set(named(library.article(clip(library, SPELLED)))) == {"Robert Brandt"}
        ),
    ),
    "remove alias": Act(
        lambda library, _: library.people.remove_alias(_brandt(library), "Brandt"),
        lambda library, _a, _b: by_name(library, "Robert Brandt").aliases == (),
    ),
    "one mention": Act(
        lambda library, a: library.people.assign_mentions(
            a, [_last_brandt(library, a)], "Ernst Brandt"
        ),
        lambda _, a, b: named(a)["Ernst Brandt"] == ["Brandt"] and "Ernst Brandt" not in named(b),
    ),
    "one mention is nobody": Act(
        lambda library, a: library.people.assign_mentions(a, [_last_brandt(library, a)], None),
        lambda _, a, _b: named(a)["Robert Brandt"] == ["Robert Brandt"] * 2,
    ),
    "a missed person": Act(
        lambda library, a: library.people.assign_words(a, "the station", "Old Station"),
        lambda _, a, b: named(a)["Old Station"] == ["the station"] and len(named(b)) == 2,
    ),
    "everywhere in an article": Act(
        _everywhere_keller,
        lambda _, a, b: set(named(a)) == {"Maria Keller"} and "Robert Brandt" in named(b),
    ),
    "note": Act(
        lambda library, _: library.people.set_note(_brandt(library), "# Who\n\nPresident.\n"),
        lambda library, _a, _b: by_name(library, "Robert Brandt").note == "# Who\n\nPresident.",
    ),
    "wikidata": Act(
        lambda library, _: library.people.link_wikidata(_brandt(library), "q42"),
        lambda library, _a, _b: by_name(library, "Robert Brandt").wikidata == "Q42",
    ),
}


def analyse_again(library: Library, article_id: int) -> None:
    """Every way by which an article's text is analysed anew."""
    library.reclean("")
    text = library.article(article_id).clean.markdown
    library.edit_markdown(article_id, f"A paragraph that came in above.\n\n{text}")
    library.reclean("")


@pytest.mark.parametrize("name", ACTS)
def test_an_act_holds_after_analysis_and_for_later_clips(library: Library, name: str) -> None:
    first = clip(library, FIRST)
    ACTS[name].do(library, first)

    analyse_again(library, first)
    later = clip(library, LATER)

    assert ACTS[name].holds(library, library.article(first), library.article(later))
    assert library.check().ok


@pytest.mark.parametrize("name", ACTS)
def test_one_undo_takes_an_act_back_also_after_a_restart(
    library: Library, settings: Settings, name: str
) -> None:
    first = clip(library, FIRST)
    before = library.article(first), library.people.find()
    ACTS[name].do(library, first)
    assert (library.article(first), library.people.find()) != before
    library.close()

    reopened = Library(settings)
    reopened.undo()

    assert (reopened.article(first), reopened.people.find()) == before
    assert reopened.check().ok
    reopened.redo()
    assert (reopened.article(first), reopened.people.find()) != before
    reopened.close()


def test_a_choice_makes_no_revision_when_nothing_else_changes(library: Library) -> None:
    first = clip(library, FIRST)
    library.people.assign_mentions(first, [_last_brandt(library, first)], None)
    library.people.hide(by_name(library, "Maria Keller").id, True)

    assert library.reclean("").changed == ()


def test_a_removed_spelling_doesnt_join_again_however_sure_it_is(library: Library) -> None:
    first, second = "Sergey Lavrov", "Sergei Lavrov"
    told = "President {} said that the talks had ended.\n\n{} then left the hall by car.\n"
    clip(library, "On Monday talks ended\n\n" + told.format(first, first))
    other = clip(library, "On Friday they began\n\n" + told.format(second, second))
    lavrov = by_name(library, first)
    assert lavrov.aliases == (second,)

    library.people.remove_alias(lavrov.id, second)

    assert {each.name for each in library.people.find()} == {first, second}
    library.reclean("")
    assert set(named(library.article(other))) == {second}
    assert library.people.count_suggestions() == 0
    library.people.add_alias(lavrov.id, second)
    assert second in library.people.get(lavrov.id).aliases
    library.people.merge(lavrov.id, [by_name(library, second).id])
    assert set(named(library.article(other))) == {first}
