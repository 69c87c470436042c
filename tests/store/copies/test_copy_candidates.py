"""Which articles may be copies, by fingerprints that lie alone or in packs."""

from __future__ import annotations

import random

import pytest

from desktop_app.store.archive import Archive
from desktop_app.store.copies import copy_packs
from tests.store.examples import article, capture

_CHANCE = random.Random(5)
PRINTS = [_CHANCE.randbytes(64) for _ in range(11)]


def alike(fingerprint: bytes, equal: int) -> bytes:
    """Another fingerprint with so many equal bytes."""
    return fingerprint[:equal] + bytes((each + 1) % 256 for each in fingerprint[equal:])


def put(archive: Archive, fingerprints: list[bytes]) -> list[int]:
    ids = []
    for each in fingerprints:
        article_id = archive.articles.add(capture(each), article(each.hex(), title="x"))
        archive.copies.keep(
            {article_id: (archive.copies.revisions([article_id])[article_id], each)}, []
        )
        ids.append(article_id)
    return ids


@pytest.fixture(params=[3, 4, copy_packs.PACKED])
def packed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(copy_packs, "PACKED", request.param)
    return int(request.param)


@pytest.mark.usefixtures("packed")
def test_every_article_is_found_by_its_fingerprint_in_this_session_and_the_next(
    archive: Archive,
) -> None:
    asked = archive.copies.candidates
    ids = []
    for each in PRINTS:
        ids += put(archive, [each])
        found = [asked.like(alike(known, 40), but=0) for known in PRINTS[: len(ids)]]
        assert found == [[known] for known in ids]

    with_another = Archive.open(archive.path)
    found = [with_another.copies.candidates.like(each, but=0) for each in PRINTS]
    assert found == [[each] for each in ids]
    with_another.close()


@pytest.mark.usefixtures("packed")
def test_the_likeliest_come_first_whether_packed_or_not(archive: Archive) -> None:
    ids = put(archive, [alike(PRINTS[0], equal) for equal in (10, 40, 4, 64, 20)])

    assert archive.copies.candidates.like(PRINTS[0], but=0) == [ids[3], ids[1], ids[4], ids[0]]
    assert archive.copies.candidates.like(PRINTS[0], but=ids[3]) == [ids[1], ids[4], ids[0]]


@pytest.mark.usefixtures("packed")
def test_texts_too_short_for_a_fingerprint_are_like_nothing(archive: Archive) -> None:
    ids = put(archive, [b"", PRINTS[0], b"", b"", b"", PRINTS[1]])

    assert archive.copies.candidates.like(b"", but=0) == []
    assert archive.copies.candidates.like(PRINTS[1], but=0) == [ids[5]]


@pytest.mark.usefixtures("packed")
def test_articles_that_are_gone_take_no_place_from_those_that_are_there(archive: Archive) -> None:
    gone = put(archive, [PRINTS[0]] * 12)
    archive.articles.delete(gone)
    archive.trash.empty(lambda _done, _total: None, lambda: False)
    kept = put(archive, [alike(PRINTS[0], 9)])

    assert archive.copies.candidates.like(PRINTS[0], but=0) == kept


def test_full_packs_are_few_rows(archive: Archive, packed: int) -> None:
    put(archive, PRINTS)

    count = archive._connection.value
    assert count("SELECT count(*) FROM copy_packs") == len(PRINTS) // packed
    assert count("SELECT count(*) FROM copy_fingerprints") == len(PRINTS) % packed


def test_a_damaged_pack_is_passed_over(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_packs, "PACKED", 3)
    ids = put(archive, PRINTS[:7])
    archive._connection.write("UPDATE copy_packs SET articles = x'0102' WHERE last = 3")

    again = Archive.open(archive.path)
    assert again.copies.candidates.like(PRINTS[1], but=0) == []
    assert again.copies.candidates.like(PRINTS[4], but=0) == [ids[4]]
    assert again.copies.candidates.like(PRINTS[6], but=0) == [ids[6]]
    again.close()


def test_of_articles_deleted_for_good_no_fingerprint_stays(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_packs, "PACKED", 4)
    ids = put(archive, PRINTS[:9])
    archive.articles.delete([ids[1], ids[2], ids[8]])
    archive.trash.empty(lambda _done, _total: None, lambda: False)

    kept = archive._connection.rows("SELECT articles, fingerprints FROM copy_packs ORDER BY last")
    assert [len(row["articles"]) for row in kept] == [16, 32]
    assert [len(row["fingerprints"]) for row in kept] == [128, 256]
    again = Archive.open(archive.path)
    found = [again.copies.candidates.like(each, but=0) for each in PRINTS[:9]]
    assert found == [[each] if at not in (1, 2, 8) else [] for at, each in enumerate(ids)]
    again.close()
