"""Files of others are read bounded: archives, CSV, JSON and XML that are broken or made to harm."""

from __future__ import annotations

import gzip
import io
import json
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop_app.capture.importers.csv_rows import CsvRow, csv_rows, header_of
from desktop_app.capture.importers.import_source import ImportLimits, ImportSource
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.xml_elements import xml_elements
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportProblem


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def rows(text: str) -> list[CsvRow | ImportProblem]:
    return list(csv_rows(io.StringIO(text, newline="")))


def test_an_archive_and_a_folder_and_a_file_are_read_alike(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a").write_bytes(b"text")
    (tmp_path / "a").write_bytes(b"text")
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"text"))
    with tarfile.open(tmp_path / "t.tar.gz", "w:gz") as archive:
        archive.add(folder / "a", "a")

    for path in (zipped(tmp_path / "z.zip", a=b"text"), folder, tmp_path / "t.tar.gz"):
        with ImportSource(path) as source:
            assert (source.names, source.text("a"), source.head) == (("a",), "text", "")
    for path in (tmp_path / "a", tmp_path / "a.gz"):
        with ImportSource(path) as source:
            assert (source.head, source.text(source.names[0])) == ("text", "text")


@pytest.mark.parametrize("name", ["../out", "a/../../out", "/etc/passwd", "C:\\out", "..\\out"])
def test_an_archive_with_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="leads out"):
        ImportSource(zipped(tmp_path / "z.zip", **{name: b"x"}))


def test_links_are_left_out_and_told(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with tarfile.open(tmp_path / "t.tar", "w") as tar:
        tar_link = tarfile.TarInfo("link")
        tar_link.type, tar_link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(tar_link)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link").symlink_to("/etc/passwd")

    for name in ("z.zip", "t.tar", "folder"):
        with ImportSource(tmp_path / name) as source:
            assert (source.names, source.left_out) == ((), ("link",))


def test_what_unpacks_to_more_than_it_may_is_refused(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "z.zip", a=bytes(300_000), b=bytes(300_000))
    packed = tmp_path / "a.gz"
    packed.write_bytes(gzip.compress(bytes(300_000)))

    with (
        ImportSource(bomb, ImportLimits(member=200_000)) as source,
        pytest.raises(InputError, match="larger"),
    ):
        source.read("a")
    with ImportSource(bomb, ImportLimits(total=500_000)) as source:
        source.read("a")
        with pytest.raises(InputError, match="unpacks to more"):
            source.read("b")
    with pytest.raises(InputError, match="larger"):
        ImportSource(packed, ImportLimits(member=200_000))
    with pytest.raises(InputError, match="more than 1 files"):
        ImportSource(bomb, ImportLimits(members=1))


def test_a_header_that_lies_about_a_members_size_fools_nobody(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", a=bytes(300_000))
    content = path.read_bytes()
    path.write_bytes(content.replace((300_000).to_bytes(4, "little"), (9).to_bytes(4, "little")))

    with ImportSource(path) as source, pytest.raises(InputError):
        assert len(source.read("a")) > 9


@given(st.binary(max_size=400))
def test_bytes_that_claim_to_be_an_archive_are_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "any"
    for mark in (b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b""):
        path.write_bytes(mark + content)
        try:
            with ImportSource(path) as source:
                for name in source.names:
                    source.text(name)
        except InputError as refusal:
            assert refusal.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_any_dialect_and_encoding(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "any.csv"
    lines = ["URL", "Title"], ["https://a.example/", '"Größe; “x”, 1"']
    text = "\r\n".join(delimiter.join(line) for line in lines)
    path.write_bytes(text.encode(encoding))

    with ImportSource(path) as source, source.open_text(source.names[0]) as stream:
        (row,) = csv_rows(stream)

    assert isinstance(row, CsvRow)
    assert (row.number, row["url"], row["title"]) == (2, "https://a.example/", "Größe; “x”, 1")
    assert header_of(text) == ("url", "title")


def test_broken_rows_are_told_by_their_numbers_and_the_rest_comes() -> None:
    found = rows('url,title\na,one\n"b,two\nc,three,more\n\nd,"fo\nur"\n')

    assert [(each.number, each["url"]) for each in found if isinstance(each, CsvRow)] == [
        (2, "a"),
        (6, "d"),
    ]
    assert [each.row for each in found if isinstance(each, ImportProblem)] == [3, 4]


@given(st.text(max_size=300))
def test_any_text_is_read_as_csv_to_its_end(text: str) -> None:
    assert all(isinstance(each, CsvRow | ImportProblem) for each in rows(text))
    header_of(text)


def test_json_items_come_one_by_one_and_a_broken_one_by_its_number() -> None:
    found = list(json_items(io.StringIO(' [{"a": "],{\\""}, {"b": oops}, [1, 2], 3, "x,y"] ')))

    assert [each for each in found if not isinstance(each, ImportProblem)] == [
        (1, {"a": '],{"'}),
        (3, [1, 2]),
        (4, 3),
        (5, "x,y"),
    ]
    assert [each.row for each in found if isinstance(each, ImportProblem)] == [2]


def test_json_lines_and_one_object_are_items_too() -> None:
    assert list(json_items(io.StringIO('{"a": 1}\n{"a": [2]}\n'))) == [
        (1, {"a": 1}),
        (2, {"a": [2]}),
    ]
    assert list(json_items(io.StringIO("[]"))) == []
    assert list(json_items(io.StringIO(""))) == []


def test_json_across_the_parts_that_are_read_at_once_is_whole() -> None:
    items = [{"text": "\\" * (2**18 - 20 + at) + '"]}'} for at in range(30)]

    found = list(json_items(io.StringIO(json.dumps(items))))

    assert found == list(enumerate(items, 1))


@given(st.text(alphabet='[]{}",\\:1a \n', max_size=80))
def test_any_text_is_read_as_json_to_its_end(text: str) -> None:
    for each in json_items(io.StringIO(text)):
        assert isinstance(each, ImportProblem | tuple)


def test_json_nested_very_deeply_is_a_problem_not_a_crash() -> None:
    (found,) = json_items(io.StringIO("[" + "[" * 100_000 + "]" * 100_000 + "]"))

    assert isinstance(found, ImportProblem)


def test_xml_gives_elements_and_refuses_entities() -> None:
    good = b"<notes><note><title>a</title></note><note><title>b</title></note></notes>"
    bomb = b'<!DOCTYPE n [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><n><note>&b;</note></n>'

    found = [each.findtext("title") for each in elements(good)]

    assert found == ["a", "b"]
    with pytest.raises(InputError, match="entities"):
        list(elements(bomb))


def test_broken_xml_is_read_as_far_as_it_can_be_and_told() -> None:
    stream = io.BytesIO(b"<ns><note>a</note><note>b</oops></note>")

    found = list(xml_elements(stream, "note"))

    assert any(isinstance(each, ImportProblem) for each in found)
    assert len(found) >= 2


def elements(content: bytes) -> Iterator[etree._Element]:
    stream = io.BufferedReader(io.BytesIO(content))
    for each in xml_elements(stream, "note"):
        assert not isinstance(each, ImportProblem)
        yield each
