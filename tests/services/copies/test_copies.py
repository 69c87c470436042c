"""Copies of one story are found among all texts, and the user has the last word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.copies.copies import Copies
from desktop_app.store.archive import Archive
from tests.services.copies.stories import reworded, story, text
from tests.store.examples import article, capture

STORY = story("coal and steel")
HEADED = ["PARIS, 14 April (AFP)", *STORY, "(With agency inputs)"]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = Archive.open(tmp_path / "test.cuttings")
    yield opened
    opened.close()


@pytest.fixture
def copies(archive: Archive) -> Copies:
    return Copies(lambda: archive)


def add(archive: Archive, paragraphs: list[str], **fields: object) -> int:
    made = article(text(paragraphs), **fields)
    return archive.articles.add(capture(made.text.encode()), made)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(HEADED, id="under another head and dateline"),
        pytest.param(STORY[:2], id="cut to two paragraphs"),
        pytest.param([STORY[0], STORY[3], STORY[4]], id="cut within"),
        pytest.param([*STORY, *story("own words", 3)], id="added to"),
        pytest.param(reworded(STORY, 12), id="each twelfth word another"),
        pytest.param([each.upper() for each in STORY], id="in capitals"),
    ],
)
def test_a_copy_finds_its_story(archive: Archive, copies: Copies, copy: list[str]) -> None:
    first, other = add(archive, STORY), add(archive, story("elections"))
    copies.find()

    later = add(archive, copy)
    copies.find()

    assert copies.of(later) == (first,)
    assert copies.of(first) == (later,)
    assert copies.of(other) == ()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([*story("summit"), STORY[0]], id="another story with a paragraph of it"),
        pytest.param(["Rain is expected.", "Roads may be wet."], id="a notice of few words"),
        pytest.param(["Page not found"], id="no text to speak of"),
    ],
)
def test_another_story_is_no_copy(archive: Archive, copies: Copies, other: list[str]) -> None:
    first, second = add(archive, [*STORY, *other[:1]]), add(archive, other)

    copies.find()

    assert copies.of(first) == ()
    assert copies.of(second) == ()


def test_chinese_copies_are_found(archive: Archive, copies: Copies) -> None:
    told = "外交部长星期三在巴黎签署了条约，六个国家的部长出席了仪式，欧洲煤钢共同体由此成立。"
    first = add(archive, [told, "总理下午与部长会谈一个多小时，讨论今后的安排和议会的批准程序。"])
    second = add(archive, ["新华社电", told])

    copies.find()

    assert copies.of(second) == (first,)


def test_the_agency_that_the_copies_name_is_the_groups(archive: Archive, copies: Copies) -> None:
    add(archive, STORY, publisher="Post", agency="AFP")
    add(archive, STORY[:3], publisher="Mail")
    copies.find()

    (group,) = copies.groups()

    assert group.in_words() == "2 copies of a story by AFP"
    assert [each.publisher for each in group.copies] == ["Post", "Mail"]


def test_what_each_copy_cut_and_added_is_told(archive: Archive, copies: Copies) -> None:
    first, second = add(archive, STORY), add(archive, [*STORY[:4], "Our own words."])

    changes = copies.compared(first, second)

    assert [each.text.strip() for each in changes if each.kind == "added"] == ["Our own words."]
    assert [each.text.strip() for each in changes if each.kind == "taken"] == [STORY[4]]


def test_a_text_that_was_edited_is_compared_again(archive: Archive, copies: Copies) -> None:
    first, second = add(archive, STORY), add(archive, STORY[:3])
    copies.find()

    archive.articles.add_revision(second, article(text(story("something else"))), kind="edited")
    copies.find()
    assert copies.of(first) == ()

    archive.undo()
    copies.find()
    assert copies.of(first) == (second,)


def test_what_was_stopped_goes_on_where_it_was(archive: Archive, copies: Copies) -> None:
    for number in range(120):
        add(archive, story(f"story {number % 60}", 2))

    stopped = copies.find(cancelled=lambda: copies.waiting() < 100)
    assert stopped.cancelled
    assert 0 < copies.waiting() < 100

    assert copies.find().compared == 120 - stopped.compared
    assert len(copies.groups()) == 60


def test_a_copy_in_the_trash_is_told_of_no_more(archive: Archive, copies: Copies) -> None:
    first, second = add(archive, STORY), add(archive, STORY)
    copies.find()

    archive.articles.delete([second])
    assert copies.of(first) == ()
    assert copies.groups("is:copy") == []

    archive.articles.restore([second])
    assert copies.of(first) == (second,)


def test_emptying_the_trash_leaves_the_others_a_group(archive: Archive, copies: Copies) -> None:
    first, second, third = (add(archive, STORY) for _ in range(3))
    copies.find()

    archive.articles.delete([first])
    archive.trash.empty(lambda _done, _total: None, lambda: False)

    assert copies.of(second) == (third,)
    assert archive.check().ok


def test_a_split_holds_for_later_articles_and_after_cleaning_again(
    archive: Archive, copies: Copies
) -> None:
    first, second, third = (add(archive, STORY) for _ in range(3))
    copies.find()

    assert copies.split(third) == 2
    later = add(archive, STORY)
    archive.articles.add_revision(third, article(text(HEADED)), kind="recleaned")
    copies.find()

    assert copies.of(first) == (second, later)
    assert copies.of(third) == ()


def test_joined_articles_stay_joined_whatever_their_texts(archive: Archive, copies: Copies) -> None:
    told, translated = add(archive, STORY), add(archive, story("the same in other words"))
    copies.find()

    copies.join([told, translated])
    later = add(archive, story("the same in other words"))
    archive.articles.add_revision(told, article(text(story("third"))), kind="edited")
    copies.find()

    assert copies.of(told) == (translated, later)


def test_the_users_word_is_undone_and_done_again(archive: Archive, copies: Copies) -> None:
    first, second, other = add(archive, STORY), add(archive, STORY), add(archive, story("another"))
    copies.find()

    copies.split(second)
    copies.join([first, other])
    assert copies.of(first) == (other,)

    archive.undo()
    assert copies.of(first) == ()
    archive.undo()
    assert copies.of(first) == (second,)
    archive.redo()
    assert copies.of(first) == ()


def test_who_was_joined_through_an_article_stays_joined_without_it(
    archive: Archive, copies: Copies
) -> None:
    first, second, third = (add(archive, story(each)) for each in ("one", "two", "three"))
    copies.join([first, second, third])

    copies.split(second)

    assert copies.of(first) == (third,)


@pytest.mark.parametrize("ids", [[1], [1, 1], [1, 99]])
def test_joining_needs_two_articles_that_are_there(
    archive: Archive, copies: Copies, ids: list[int]
) -> None:
    add(archive, STORY)

    with pytest.raises(InputError):
        copies.join(ids)


def test_an_article_without_copies_cannot_be_split(archive: Archive, copies: Copies) -> None:
    with pytest.raises(InputError):
        copies.split(add(archive, STORY))


def test_a_word_on_an_article_that_is_gone_for_good_is_undone_without_harm(
    archive: Archive, copies: Copies
) -> None:
    first, second = add(archive, STORY), add(archive, STORY)
    copies.find()
    copies.split(second)
    copies.join([first, second])

    archive.articles.delete([second])
    archive.trash.empty(lambda _done, _total: None, lambda: False)
    while archive.undo() is not None:
        pass

    assert archive.check().ok
