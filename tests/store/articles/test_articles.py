"""Articles go in and come out whole, and every change leaves the rest alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.article import CleanArticle, Provenance, RawCapture, StoredImage
from desktop_app.core.common_value import CommonValue
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from tests.store.examples import CAPTURED, TEXT, article, capture, lavrov_article


def found(archive: Archive, query: str) -> list[int]:
    return archive.search.ids(parse_query(query))


def test_an_article_comes_back_as_it_was_kept(archive: Archive) -> None:
    clean = lavrov_article()

    article_id = archive.articles.add(capture(), clean, tags=["b", "a/c"], note="read this")

    kept = archive.articles.get(article_id)
    nameless = tuple(replace(each, id=None) for each in kept.clean.people)
    assert replace(kept.clean, people=nameless) == clean
    assert kept.tags == ("a/c", "b")
    assert (kept.note, kept.unread, kept.starred, kept.deleted) == ("read this", True, False, False)
    assert kept.captured == CAPTURED
    assert kept.snapshot is not None
    assert kept.snapshot.sha256 == capture().sha256


def test_several_articles_come_as_each_by_itself_in_the_order_asked(archive: Archive) -> None:
    first = archive.articles.add(capture(), lavrov_article(), tags=["b", "a/c"], note="read this")
    second = archive.articles.add(capture(b"other"), article(), tags=["b"])
    third = archive.articles.add(capture(), lavrov_article())
    archive.highlights.add(first, 0, 9, note="mine")
    archive.articles.set_fields(second, {"title": "Mine"})
    archive.copies.join([first, third])
    archive.people.set_hidden(archive.articles.get(third).clean.people[0].id or 0, True)

    asked = [third, 999, first, second, first]

    one_by_one = [archive.articles.get(each) for each in asked if each != 999]
    assert list(archive.articles.several(asked)) == one_by_one
    assert one_by_one[1].copies == (third,)
    assert [each.name for each in one_by_one[1].clean.people] == ["Qin Gang"]


def test_the_snapshot_comes_back_with_its_companion(archive: Archive) -> None:
    text = RawCapture(b"page", "text/plain", CAPTURED, charset="utf-8")
    raw = replace(capture(), companion=text, headers=(("etag", "x"), ("vary", "a")))

    article_id = archive.articles.add(raw, article())

    assert archive.articles.snapshot(article_id) == raw


def test_images_come_back_by_address(archive: Archive) -> None:
    image = StoredImage("cuttings-image:ab", "image/png", b"\x89PNG")

    article_id = archive.articles.add(capture(), article(), images=[image])

    assert archive.articles.images(article_id) == {"cuttings-image:ab": image}


def test_the_same_bytes_are_stored_once(archive: Archive) -> None:
    first = archive.articles.add(capture(), article())
    second = archive.articles.add(capture(), article())

    assert archive.articles.find_by_sha256(capture().sha256) == [first, second]
    assert archive.check().snapshots == 1


def test_a_failure_while_storing_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(InputError):
        archive.articles.add(capture(), lavrov_article(), tags=["/"])

    report = archive.check()
    assert (report.articles, report.snapshots) == (0, 0)
    assert archive.people.list() == []


def test_many_are_kept_as_one_act(archive: Archive) -> None:
    clips = [
        NewArticle(capture(name.encode()), article(name), (f"tag {name}",), note=name)
        for name in ("bread", "iron", "coal")
    ]

    ids = archive.articles.add_all(clips)

    assert found(archive, "iron") == [ids[1]]
    assert [archive.articles.get(each).tags for each in ids] == [
        ("tag bread",),
        ("tag iron",),
        ("tag coal",),
    ]
    archive.undo()
    assert found(archive, "") == found(archive, "iron") == []
    archive.redo()
    assert found(archive, "note:coal") == [ids[2]]
    assert archive.check().ok


def test_one_that_cant_be_kept_leaves_none_of_many(archive: Archive) -> None:
    good = NewArticle(capture(b"bread"), article("bread"))

    with pytest.raises(InputError):
        archive.articles.add_all([good, replace(good, raw=capture(b"iron"), tags=("/",))])

    assert found(archive, "") == []
    assert archive.check().ok


def test_a_list_shows_rows_in_the_order_asked(archive: Archive) -> None:
    ids = [archive.articles.add(capture(), article(title=title)) for title in "abc"]

    rows = archive.rows([ids[2], 999, ids[0]])

    assert [row.title for row in rows] == ["c", "a"]
    assert rows[0].excerpt.startswith("Russian Foreign Minister")


def test_fields_set_by_the_user_outlast_cleaning_again(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())

    archive.articles.set_fields(article_id, {"title": "Mine", "published": None})
    archive.articles.add_revision(article_id, lavrov_article(), kind="recleaned")

    kept = archive.articles.get(article_id)
    assert (kept.clean.title, kept.clean.published) == ("Mine", None)
    assert kept.clean.provenance["title"] == Provenance("user", 1.0)
    assert kept.edited == {"title", "published"}
    assert found(archive, "title:mine") == [article_id]
    assert found(archive, "title:counterpart") == []


def test_fields_corrected_before_saving_are_the_users_too(archive: Archive) -> None:
    corrected = replace(article(), title="Mine", provenance={"title": Provenance("user", 1.0)})

    article_id = archive.articles.add(capture(), corrected)
    archive.articles.add_revision(article_id, article(title="Theirs"), kind="recleaned")

    assert archive.articles.get(article_id).clean.title == "Mine"


def test_a_revision_is_shown_and_found_and_the_earlier_one_kept(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), article("old words"))

    archive.articles.add_revision(article_id, article("new words"), kind="edited")

    states = archive.articles.revisions(article_id)
    assert [(each.number, each.kind, each.text) for each in states] == [
        (1, "cleaned", "old words"),
        (2, "edited", "new words"),
    ]
    assert archive.articles.get(article_id).edited == {"markdown"}
    assert (found(archive, "old"), found(archive, "new")) == ([], [article_id])


def test_going_back_to_a_revision_makes_another(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), article("old words"))
    archive.articles.add_revision(article_id, article("new words"), kind="edited")

    first = archive.articles.revisions(article_id)[0]
    archive.articles.restore_revision(article_id, first.id)

    assert archive.articles.get(article_id).clean.text == "old words"
    assert [each.kind for each in archive.articles.revisions(article_id)][-1] == "restored"
    assert found(archive, "old") == [article_id]


def test_another_articles_revision_is_refused(archive: Archive) -> None:
    one = archive.articles.add(capture(), article())
    other = archive.articles.add(capture(), article())
    revision = archive.articles.get(one).revision_id

    with pytest.raises(InputError, match="no revision"):
        archive.articles.restore_revision(other, revision)


def test_the_trash_hides_and_gives_back(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())

    archive.articles.delete([article_id])
    assert found(archive, "") == []
    assert found(archive, "in:trash lavrov") == [article_id]
    assert archive.articles.find_by_url("https://news.example/a") == []
    assert archive.people.list() == []

    archive.articles.restore([article_id])
    assert found(archive, "") == [article_id]


def test_an_article_is_found_by_either_address(archive: Archive) -> None:
    clean = article(url="https://a.example/t?x=1", canonical_url="https://a.example/t")
    article_id = archive.articles.add(capture(), clean)

    assert archive.articles.find_by_url("https://a.example/t?x=1") == [article_id]
    assert archive.articles.find_by_url("https://a.example/t") == [article_id]
    assert archive.articles.find_by_url("https://b.example/") == []


@pytest.mark.parametrize("article_id", [0, -1, 99, 10**30])
def test_an_unknown_id_is_named(archive: Archive, article_id: int) -> None:
    for act in (
        lambda: archive.articles.get(article_id),
        lambda: archive.articles.set_read([article_id], True),
        lambda: archive.articles.delete([article_id]),
        lambda: archive.tags.add([article_id], ["a"]),
        lambda: archive.articles.revisions(article_id),
    ):
        with pytest.raises(InputError, match=str(article_id)):
            act()


@pytest.mark.parametrize("text", ["", "\x00", "half \ud800 pair", "a" * 300_000, "\u202eright"])
def test_any_text_can_be_kept_and_the_archive_stays_well(archive: Archive, text: str) -> None:
    clean: CleanArticle = article(text, title=text[:500], authors=(text[:50],), url=text[:50])

    article_id = archive.articles.add(capture(), clean, note=text)
    archive.articles.set_note(article_id, text + " more")

    kept = archive.articles.get(article_id).clean
    assert len(kept.text) == len(text)
    assert archive.check().ok


def test_an_unreadable_date_is_kept_but_not_searched(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), article(published="spring"))

    assert archive.articles.get(article_id).clean.published == "spring"
    assert found(archive, "published:1000..2999") == []


def test_mentions_keep_their_sentence(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())

    mention = archive.articles.get(article_id).clean.people[0].mentions[0]

    assert mention.sentence == TEXT[:40]


@pytest.fixture
def two(archive: Archive) -> Archive:
    """Two articles: of the Post in English by Jane Roe, of the Mail in German by nobody known."""
    for number, (outlet, language, authors) in enumerate(
        (("Post", "en", ("Jane Roe",)), ("Mail", "de", ()))
    ):
        clean = replace(article(), publisher=outlet, language=language, authors=authors)
        archive.articles.add(capture(str(number).encode()), clean)
    return archive


def test_fields_of_several_articles_are_set_and_taken_back_at_once(two: Archive) -> None:
    two.articles.set_fields(1, {"agency": "AP"})
    fields = {"publisher": 'The "Post"', "authors": ("A; B", "É"), "published": "2021~"}

    two.articles.set_fields_of([1, 2], fields)

    for each in (1, 2):
        clean = two.articles.get(each).clean
        assert (clean.publisher, clean.authors, clean.published) == tuple(fields.values())
        assert clean.provenance["publisher"].source == "user"
        assert two.search.ids(parse_query("published:2021 author:É")) == [2, 1]
    assert two.articles.get(1).clean.agency == "AP"
    assert two.check().ok
    two.undo()
    assert [two.articles.get(each).clean.publisher for each in (1, 2)] == ["Post", "Mail"]
    assert two.articles.get(1).clean.authors == ("Jane Roe",)
    assert two.check().ok
    two.redo()
    assert two.search.ids(parse_query("author:É")) == [2, 1]


def test_a_field_set_to_unknown_stays_so_after_another_cleaning(two: Archive) -> None:
    two.articles.set_fields_of([1, 2], {"language": None, "modified": None})

    two.articles.add_revision(1, replace(article(), language="fr"), kind="recleaned")

    assert two.articles.get(1).clean.language is None
    assert two.check().ok


def test_what_articles_have_in_common_is_told_from_several_values(two: Archive) -> None:
    two.articles.set_fields_of([1, 2], {"agency": "AP"})

    common = two.articles.common_fields([1, 2])

    assert common["agency"] == CommonValue("AP", several=False)
    assert common["publisher"].several
    assert two.articles.common_fields([1])["authors"] == CommonValue("Jane Roe", several=False)


def test_one_article_that_is_not_there_leaves_all_as_they_are(two: Archive) -> None:
    with pytest.raises(InputError):
        two.articles.set_fields_of([1, 99], {"publisher": "X"})

    assert two.articles.get(1).clean.publisher == "Post"


def test_an_address_is_found_in_any_dressing_after_edits_and_undo(archive: Archive) -> None:
    url = "https://www.news.example/talks/"
    raw = replace(capture(url=url), redirects=("https://sho.rt/x", "http://news.example/t?id=1"))
    article_id = archive.articles.add(raw, article(url=url))

    for asked in ("http://news.example/talks", "https://sho.rt/x#a", "news.example/t?id=1"):
        assert archive.articles.find_by_url(asked) == [article_id]
    archive.articles.set_fields(article_id, {"url": "https://other.example/1"})
    assert archive.articles.find_by_url(url) == []
    assert archive.articles.find_by_url("https://m.other.example/1") == [article_id]
    archive.undo()
    assert archive.articles.find_by_url(url) == [article_id]
    archive.undo()
    assert archive.articles.find_by_url("https://sho.rt/x") == []
    archive.redo()
    assert archive.articles.find_by_url("https://sho.rt/x") == [article_id]
    assert archive.check().ok


def test_a_further_capture_has_its_own_companion_and_the_first_keeps_none_of_it(
    archive: Archive,
) -> None:
    plain = replace(capture(b"plain"), media_type="text/plain")
    first = replace(capture(b"<p>one</p>"), companion=plain)
    article_id = archive.articles.add(first, article())

    archive.articles.add_fetched(article_id, capture(b"<p>two</p>"), article("Two."), shown=False)

    assert archive.articles.snapshot(article_id) == capture(b"<p>two</p>")
    assert archive.articles.get(article_id).clean.text == article().text
    archive.undo()
    assert archive.articles.snapshot(article_id) == first
