"""CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.core.readable_tables import Cell
from desktop_app.export.records.csv_cells import (
    CsvDialect,
    CsvWriting,
    harmless,
    restored,
)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t'=1"),
        ("＝1+1", "'＝1+1"),
        ("a;=1;b", "a;'=1;b"),
        ("one\n\n- two", "one\n\n'- two"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("Trade up 5 - and more = more", "Trade up 5 - and more = more"),
        ("a\x00b", "a␀b"),
    ],
)
def test_what_begins_a_formula_has_an_apostrophe(text: str, cell: str) -> None:
    assert harmless(text) == cell


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("'=+-@\t\r\n,;|x＝ é")))
@example("''\n''=")
def test_the_text_can_be_had_back(text: str) -> None:
    assert restored(harmless(text)) == text


def written(rows: list[tuple[Cell, ...]], dialect: CsvDialect) -> tuple[bytes, int]:
    file = io.BytesIO()
    writing = CsvWriting(file, dialect, ("id", "text"))
    for row in rows:
        writing.put(row)
    return file.getvalue(), writing.too_long


ROWS: list[tuple[Cell, ...]] = [
    (1, '=1+1, "quoted"\r\nand a second line'),
    (2, None),
    (3, "\ud800 half, \u202eturned"),
]


@pytest.mark.parametrize(("separator", "letter"), [("comma", ","), ("semicolon", ";")])
def test_pythons_reader_reads_it_back(separator: str, letter: str) -> None:
    dialect = CsvDialect(separator)  # type: ignore[arg-type]
    content, _ = written(ROWS, dialect)

    text = content.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=letter)

    assert content.startswith(b"\xef\xbb\xbfid")
    assert head == ["id", "text"]
    assert [restored(row[1]) for row in rows] == [ROWS[0][1], "", "? half, \u202eturned"]


def test_raw_cells_are_as_they_are() -> None:
    content, _ = written([(1, "=1+1\x00")], CsvDialect(raw=True, bom=False))
    assert content == b"id,text\r\n1,=1+1\x00\r\n"


def test_what_excel_would_cut_is_counted() -> None:
    assert written([(1, "x" * 32_767), (2, "x" * 32_768)], CsvDialect())[1] == 1
