"""Everything that an archive keeps, as lines of JSON and back."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.errors import ArchiveError, InputError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.whole import line_reader, taking_out
from desktop_app.store.whole.columns import columns_of
from desktop_app.store.whole.lines import KEPT, LEFT_OUT, WORD_INDEX
from tests.store.examples import article, capture
from tests.store.whole.everything import fill

NAME = "everything.jsonl"
#: Columns in which the same may be written otherwise: lists as JSON, and compressed states.
_JSON = {(kind.table, each.name) for kind in KEPT for each in columns_of(kind) if each.is_json}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Archive]:
    opened = Archive.open(tmp_path / "empty.cuttings")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The lines of an archive with something of every kind."""
    archive = Archive.open(tmp_path_factory.mktemp("full") / "full.cuttings")
    fill(archive)
    found = lines(archive)
    archive.close()
    return found


def test_an_empty_archive_becomes_the_same_archive(archive: Archive, empty: Archive) -> None:
    fill(archive)

    restore(empty, lines(archive))

    for table in kept_tables(archive):
        assert rows(archive, table), f"the example has nothing in {table}"
        assert rows(empty, table) == rows(archive, table), table
    assert states(empty) == states(archive)
    assert empty.check().problems == ()
    assert lines(empty) == lines(archive)


def test_what_is_made_again_is_the_same_as_well(archive: Archive, empty: Archive) -> None:
    fill(archive)

    restore(empty, lines(archive))

    for sql in (
        "SELECT article_id, position, earliest, latest FROM events ORDER BY 1, 2",
        "SELECT * FROM person_blocks ORDER BY id",
        "SELECT * FROM person_words ORDER BY word, name_id",
        "SELECT person_id, articles, mentions, first, last FROM person_counts"
        " WHERE articles <> 0 ORDER BY 1",
    ):
        assert told(empty, sql) == told(archive, sql)
    found = [each.search.ids(each_query) for each in (archive, empty) for each_query in QUERIES]
    assert found[: len(QUERIES)] == found[len(QUERIES) :]
    assert found[0]


def test_every_table_is_exported_or_said_to_be_made_again(archive: Archive) -> None:
    """A new table fails here until somebody has decided; see ``store/whole/lines.py``."""
    decided = {kind.table for kind in KEPT} | LEFT_OUT
    there = set(kept_tables(archive)) | LEFT_OUT
    assert there == decided


def test_every_column_is_exported_or_made_again(archive: Archive) -> None:
    """A new column fails here until it stands in its line, or among these."""
    made_again = {
        "articles": {
            *("published_earliest", "published_latest", "published_sort", "title_sort", "words"),
            *("excerpt", "warnings", "highlights", "address_key", "canonical_key", "corrected"),
        },
        "article_redirects": {"address_key"},
    }
    apart = {"snapshots": {"content"}, "revisions": {"state"}}
    for kind in KEPT:
        columns = set(told_column(archive, "SELECT name FROM pragma_table_info(?)", kind.table))
        fields = {each.name for each in columns_of(kind)} | apart.get(kind.table, set())
        assert columns == fields | made_again.get(kind.table, set()), kind.table


def test_bytes_go_on_in_further_lines(
    archive: Archive, empty: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_out, "PART_BYTES", 7)
    article_id = archive.articles.add(capture(b"0123456789abcdefghij"), article("A text."))

    restore(empty, lines(archive))

    assert empty.articles.snapshot(article_id).content == b"0123456789abcdefghij"


def test_what_was_taken_back_is_no_part_of_it(archive: Archive) -> None:
    archive.articles.add(capture(b"kept"), article("Kept."))
    archive.articles.add(capture(b"c2VjcmV0"), article("Secret."))
    archive.undo()

    told_kinds = [json.loads(line)["type"] for line in lines(archive)]

    assert told_kinds.count("snapshot") == told_kinds.count("article") == 1


def test_it_is_of_one_moment(archive: Archive, tmp_path: Path) -> None:
    archive.articles.add(capture(b"1"), article("One."))
    with archive.whole.read() as (_, found):
        next(found)
        other = Archive.open(archive.path)
        other.articles.add(capture(b"2"), article("Two."))
        other.close()
        kinds = [json.loads(line)["type"] for line in found]
    assert kinds.count("article") == 1
    assert archive.search.ids(parse_query(""))
    assert len(told(archive, "SELECT id FROM articles")) == 2


def test_it_comes_back_only_into_an_empty_archive(archive: Archive, empty: Archive) -> None:
    archive.articles.add(capture(b"1"), article("One."))
    empty.saved_searches.add("mine", "title:x")

    with pytest.raises(InputError, match="only into an empty one"):
        restore(empty, lines(archive))

    assert [each.name for each in empty.saved_searches.all()] == ["mine"]
    assert not told(empty, "SELECT * FROM articles")


def test_no_undo_takes_it_back_nor_what_was_before(archive: Archive, empty: Archive) -> None:
    archive.articles.add(capture(b"1"), article("One."))
    empty.articles.add(capture(b"2"), article("Two."))
    empty.undo()

    restore(empty, lines(archive))

    assert empty.undo() is None
    assert empty.redo() is None
    assert [each.description for each in empty.recent_acts(9)] == [
        f"Imported the whole archive {NAME}"
    ]
    assert empty.articles.add(capture(b"3"), article("Three.")) == 2


@pytest.mark.parametrize("is_known", [False, True])
def test_other_windows_learn_what_came(archive: Archive, empty: Archive, is_known: bool) -> None:
    """Also where an act of before had the same number."""
    fill(archive)
    if is_known:
        empty.articles.add(capture(b"2"), article("Two."))
        empty.articles.delete([1])
        empty.trash.empty(lambda _done, _total: None, lambda: False)
    other = Archive.open(empty.path)
    assert [other.search.ids(each) for each in QUERIES] == [[]] * len(QUERIES)
    assert other.search.ids(parse_query("")) == []

    restore(empty, lines(archive))

    for each in (*QUERIES, parse_query("")):
        assert other.search.ids(each) == archive.search.ids(each)
    other.close()


def broken(place: str, /, **values: object) -> Callable[[list[bytes]], list[bytes]]:
    """The lines with these values in the first of that type, and a last line that agrees."""

    def change(told_lines: list[bytes]) -> list[bytes]:
        changed = [json.loads(line) for line in told_lines]
        found = next(line for line in changed if line["type"] == place)
        for path, value in values.items():
            *outer, name = path.split("__")
            target: Any = found
            for each in outer:
                target = target[int(each) if each.isdigit() else each]
            target[name] = value
        changed[-1]["sha256"] = None
        return [json.dumps(line).encode() + b"\n" for line in changed]

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda each: each[:-1], r"Line 109 of everything.jsonl is missing: the file ends"),
        (lambda each: [*each[:-1], each[-1][:9]], r"isn't as cuttings/1 has it"),
        (lambda each: each[1:], r"Line 1 of .* isn't the first"),
        (lambda each: [*each, b"\n"], r"is the last of the export, but something follows"),
        (lambda each: [each[0], each[2], each[1], *each[3:]], r"Line 3 .* must be above 2"),
        (lambda each: [each[0], each[12], each[1], *each[13:]], r"Line 3 .* no line of its type"),
        (lambda each: [*each[:3], *each[4:]], r"refers to something that isn't there"),
        (lambda each: [each[0].replace(b"cuttings/1", b"cuttings/2"), *each[1:]], "cuttings/1"),
        (lambda each: [each[0], b"[" * 100_000, *each[1:]], r"Line 2 of .* isn't as"),
        (lambda each: [each[0], b'{"type":"snapshot_part","content":""}\n', *each[1:]], "Line 2"),
        (lambda each: [each[0].replace(b'"tag":2', b'"tag":3'), *each[1:]], "changed since"),
        (broken("archive", counts={"tag": 9}), r"Line 1 .* tells of 9 of “tag”, of which 2 came"),
        (broken("snapshot", content="AAAA"), r"Line 2 .* has 3 bytes of a snapshot of"),
        (broken("snapshot", sha256="0" * 64), r"Line 2 .* SHA-256 is another one"),
        (broken("snapshot", id=2**53), r"Line 2 .*\$\.id"),
        (broken("snapshot", parts=3), r"stands where no line of its type can stand"),
        (broken("person", merged_into=999), r"Line \d+ .* refers to something that isn't there"),
        (broken("person", shoe_size=44), r"unknown field `shoe_size`"),
        (broken("person_name", key="qin gang", owns=True), r"says the same as a line before"),
        (broken("article", revision_id=2), r"Line \d+ .* outside its article's text"),
        (broken("article", edits={"id": "1"}), r"unknown field `id`"),
        (broken("capture", snapshot_id=99), r"Line \d+ .* refers to something that isn't there"),
        (broken("capture", role="beside"), r"whose page isn't there"),
        (broken("revision", state__people__0__mentions__0__end=99_999), r"outside its text"),
        (broken("revision", snapshot_id=4_000), r"refers to a page that can't be its own"),
        (broken("highlight", start=5, end=99_999), r"a highlight outside its article's text"),
        (broken("highlight", colour="puce"), r"Invalid enum value 'puce'"),
        (broken("citation_key", key="\\input{x}"), r"a key that isn't safe"),
        (broken("queued_address", next_try=1e300), r"Expected `float` < "),
        (broken("feed_check", next_check=-1.0), r"Expected `float` >= 0"),
        (broken("queued_address", tags=[1]), r"Expected `str`, got `int`"),
        (broken("last_id", seq=0), r"has the last id 0, but there is a"),
        (broken("last_id", name="acts"), r"tells of a table that isn't there"),
        (broken("end", lines=3), r"tells of 3 lines before it"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_comes(
    everything: list[bytes],
    empty: Archive,
    change: Callable[[list[bytes]], list[bytes]],
    said: str,
) -> None:
    with pytest.raises(InputError, match=said) as failure:
        restore(empty, change(everything))

    assert len(str(failure.value)) < 400
    assert empty.whole.is_empty()
    assert empty.check().ok


@pytest.mark.parametrize(
    ("revision", "said"),
    [(9, "Line 4 .* refers to something"), (2, "Line 4 .* is an article whose revision isn't")],
)
def test_an_article_shows_a_revision_of_its_own(
    archive: Archive, empty: Archive, revision: int, said: str
) -> None:
    archive.articles.add(capture(b"1"), article("One."))
    archive.articles.add(capture(b"2"), article("Two."))

    with pytest.raises(InputError, match=said):
        restore(empty, broken("article", revision_id=revision)(lines(archive)))


@pytest.mark.parametrize("place", ["", "first", f"5000000000{'1' * 5_000}"])
def test_what_is_out_of_order_in_a_dossier_is_put_in_order(
    everything: list[bytes], empty: Archive, place: str
) -> None:
    restore(empty, broken("dossier_entry", place=place)(everything))

    assert empty.check().ok
    (dossier,) = empty.dossiers.all()
    first = empty.dossier_entries.by_hand(dossier.id)[0]
    assert empty.dossier_entries.add_heading(dossier.id, "Above all", before=first.id)


def test_a_line_without_an_end_isnt_read_to_its_end(
    archive: Archive, empty: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_reader, "LONGEST_LINE", 2**20)
    archive.articles.add(capture(b"1"), article("One."))
    endless = [*lines(archive)[:1], b'{"type":"' + bytes(2**21)]

    with pytest.raises(InputError, match=r"Line 2 of .* is longer than 1 MB"):
        restore(empty, endless)


def test_a_damaged_archive_isnt_exported_as_if_it_were_whole(archive: Archive) -> None:
    archive.articles.add(capture(b"1"), article("One."))
    archive._connection.write("DROP TRIGGER snapshots_never_change")
    archive._connection.write("UPDATE snapshots SET content = x'00'")

    with pytest.raises(ArchiveError, match="damaged"):
        lines(archive)


QUERIES = tuple(
    parse_query(each)
    for each in ("lavrov", 'person:"Sergey Lavrov"', "tag:diplomacy", "has:highlight", "is:edited")
)


def lines(archive: Archive) -> list[bytes]:
    with archive.whole.read() as (_, found):
        return list(found)


def restore(archive: Archive, told_lines: list[bytes]) -> None:
    archive.whole.restore(io.BytesIO(b"".join(told_lines)), NAME, len(told_lines))


def kept_tables(archive: Archive) -> list[str]:
    names = archive._connection.column("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return sorted(
        name for name in names if name not in LEFT_OUT and not name.startswith(WORD_INDEX)
    )


def rows(archive: Archive, table: str) -> list[dict[str, object]]:
    """A table's rows, what may be written otherwise read, and the frames of revisions left out."""
    where = f" WHERE name NOT IN {tuple(sorted(LEFT_OUT))}" if table == "sqlite_sequence" else ""
    found = [dict(row) for row in archive._connection.rows(f"SELECT * FROM {table}{where}")]
    for row in found:
        row.pop("state", None) if table == "revisions" else None
        for name, value in row.items():
            if (table, name) in _JSON and isinstance(value, str):
                row[name] = json.loads(value)
    return sorted(found, key=repr)


def states(archive: Archive) -> list[object]:
    ids = told_column(archive, "SELECT id FROM articles")
    return [
        (
            archive.articles.get(each),
            archive.articles.revisions(each),
            archive.articles.images(each),
        )
        for each in ids
    ]


def told(archive: Archive, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in archive._connection.rows(sql)]


def told_column(archive: Archive, sql: str, *values: object) -> list[Any]:
    return archive._connection.column(sql, values)
