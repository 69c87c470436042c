"""The query grammar: what each form means, and that nothing makes the parser fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.query import (
    And,
    DateRange,
    Flag,
    Node,
    Not,
    Or,
    Words,
    parse_query,
    quoted,
)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", And(())),
        ("lavrov", Words("lavrov")),
        ("lavrov samarkand", And((Words("lavrov"), Words("samarkand")))),
        ('"held talks"', Words("held talks", phrase=True)),
        ("“held talks”", Words("held talks", phrase=True)),
        ("„held talks“", Words("held talks", phrase=True)),
        ('"held talks”', Words("held talks", phrase=True)),
        ('tag:"say ""hi"""', Words('say "hi"', "tag", phrase=True)),
        ('tag:""""', Words('"', "tag", phrase=True)),
        ('tag:"the “new” deal"', Words("the “new” deal", "tag", phrase=True)),
        ('title:"" a', Words("a")),
        ("talk*", Words("talk", prefix=True)),
        ("a OR b c", Or((Words("a"), And((Words("b"), Words("c")))))),
        ("(a OR b) c", And((Or((Words("a"), Words("b"))), Words("c")))),
        ("-chad", Not(Words("chad"))),
        ("NOT chad", Not(Words("chad"))),
        ("-(a b)", Not(And((Words("a"), Words("b"))))),
        ("title:talks", Words("talks", "title")),
        ('person:"Wang Yi"', Words("Wang Yi", "person", phrase=True)),
        ("tag:diplomacy/russia", Words("diplomacy/russia", "tag")),
        ("well-known", Words("well-known")),
        ("published:2023", DateRange("published", "2023-01-01", "2023-12-31")),
        ("published:2023-04..2023-06", DateRange("published", "2023-04-01", "2023-06-30")),
        ("event:..1945", DateRange("event", "0001-01-01", "1945-12-31")),
        ("before:2023", DateRange("published", "0001-01-01", "2022-12-31")),
        ("after:2023-04", DateRange("published", "2023-05-01", "9999-12-31")),
        ("is:unread", Flag("is", "unread")),
        ("in:trash", Flag("in", "trash")),
        ('in:"My dossier"', Flag("in", "My dossier")),
        ("https://example.org/a", Words("https://example.org/a", "url")),
    ],
)
def test_each_form_has_its_meaning(text: str, root: Node) -> None:
    parsed = parse_query(text)
    assert parsed.root == root
    assert parsed.notes == ()


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("colour:red", Words("colour red", phrase=True)),
        ("is:purple", Words("is purple", phrase=True)),
        ("published:soon", Words("published soon", phrase=True)),
        ('"never closed', And((Words("never"), Words("closed")))),
        ("(a b", And((Words("a"), Words("b")))),
        ("a ) b", And((Words("a"), Words("b")))),
    ],
)
def test_what_cannot_be_understood_is_words_and_said(text: str, root: Node) -> None:
    parsed = parse_query(text)
    assert parsed.root == root
    assert len(parsed.notes) == 1


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_what_is_quoted_is_read_as_it_was(value: str) -> None:
    root = parse_query(f"tag:{quoted(value)} end").root

    tidy = " ".join(value.split())
    tag = (Words(tidy, "tag", phrase=True),) if tidy else ()
    assert root == (And((*tag, Words("end"))) if tag else Words("end"))


def test_the_trash_is_asked_for_anywhere_in_a_query() -> None:
    assert parse_query("a (b OR in:trash)").in_trash
    assert not parse_query("a in:dossier").in_trash


def test_words_to_mark_leave_out_what_is_excluded() -> None:
    assert parse_query('lavrov "held talks" -chad tag:x title:new*').words() == (
        Words("lavrov"),
        Words("held talks", phrase=True),
        Words("new", "title", prefix=True),
    )


@pytest.mark.parametrize("text", ["(" * 5_000, "NOT " * 5_000 + "x", "-(" * 5_000, "a OR " * 5_000])
def test_deep_nesting_ends(text: str) -> None:
    parse_query(text).words()


_pieces = st.sampled_from(
    ["(", ")", '"', "-", "OR ", "NOT ", "is:", "tag:", "2023", "a*", " ", ".."]
)


@given(st.lists(_pieces | st.text(max_size=5), max_size=40).map("".join))
def test_nothing_makes_the_parser_fail(text: str) -> None:
    parsed = parse_query(text)
    assert all(words.text for words in parsed.words())
