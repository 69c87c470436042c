"""Citations in the author's own Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.citations.cite_syntax import Cited, CiteMode, Cluster
from desktop_app.export.citations.cited_markdown import take_citations

_KNOWN = {"roe2023", "poe2020", "Smith:2020"}


def _take(markdown: str) -> tuple[str, tuple[Cluster, ...], tuple[str, ...]]:
    taken = take_citations(markdown, _KNOWN, lambda number: f"<{number}>")
    return taken.markdown, taken.clusters, taken.unknown


@pytest.mark.parametrize(
    ("markdown", "cluster"),
    [
        ("[@roe2023]", (Cited("roe2023"),)),
        ("[@roe2023, p. 3]", (Cited("roe2023", suffix=", p. 3"),)),
        (
            "[see *also* @roe2023, pp. 3-5; -@poe2020]",
            (
                Cited("roe2023", "see *also*", ", pp. 3-5"),
                Cited("poe2020", mode=CiteMode.WITHOUT_AUTHOR),
            ),
        ),
        ("@roe2023", (Cited("roe2023", mode=CiteMode.IN_TEXT),)),
        ("@roe2023 [p. 3]", (Cited("roe2023", suffix="p. 3", mode=CiteMode.IN_TEXT),)),
        ("-@roe2023", (Cited("roe2023", mode=CiteMode.WITHOUT_AUTHOR),)),
        ("[@{Smith:2020}]", (Cited("Smith:2020"),)),
        ("[@Smith:2020: a]", (Cited("Smith:2020", suffix=": a"),)),
    ],
)
def test_a_citation_gives_way_to_its_mark(markdown: str, cluster: Cluster) -> None:
    assert _take(f"Said so {markdown}.")[:2] == ("Said so <0>.", (cluster,))


@pytest.mark.parametrize(
    "markdown",
    [
        "mail jane@roe2023",
        "`[@roe2023]`",
        "[@roe2023](https://x.example)",
        "[see @roe2023](https://x.example)",
        "\\@roe2023",
        "    [@roe2023]",
        "```\n[@roe2023]\n```",
        "[no citation]",
        "a @ b",
    ],
)
def test_what_is_no_citation_stays(markdown: str) -> None:
    assert _take(markdown) == (markdown, (), ())


def test_an_unknown_key_is_named_and_its_citation_stays() -> None:
    markdown = "One [@nobody], two [@roe2023; @nobody], three @roe2023."

    assert _take(markdown) == (
        "One [@nobody], two [@roe2023; @nobody], three <0>.",
        ((Cited("roe2023", mode=CiteMode.IN_TEXT),),),
        ("nobody",),
    )


def test_citations_are_found_in_quotes_lists_and_tables() -> None:
    markdown = "> a [@roe2023,\n> p. 3] b\n\n- c [@roe2023]\n\n| x |\n|---|\n| [@poe2020] |"

    taken, clusters, _ = _take(markdown)

    assert taken == "> a <0>\n>  b\n\n- c <1>\n\n| x |\n|---|\n| <2> |"
    assert len(clusters) == 3


def test_what_a_note_cites_comes_where_its_number_stands() -> None:
    markdown = (
        "One[^1] two^[as @poe2020] three [@Smith:2020].\n\n"
        "[^1]: See [@roe2023]\n    and [^2].\n[^2]: [@poe2020]\n[^3]: Unused [@roe2023]."
    )

    taken = take_citations(markdown, _KNOWN, lambda number: f"<{number}>")

    assert taken.markdown == (
        "One[^1] two^[as <2>] three <3>.\n\n"
        "[^1]: See <0>\n    and [^2].\n[^2]: <1>\n[^3]: Unused [@roe2023]."
    )
    assert [(at.notes, at.in_note) for at in taken.places] == [
        (1, True),
        (1, True),
        (2, True),
        (2, False),
    ]
    assert taken.notes == 2


def test_very_many_brackets_take_no_time() -> None:
    markdown = "[" * 20_000 + "@roe2023"

    assert _take(markdown)[0].endswith("<0>")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="[]@;-, \n>`*ab1{}\\(|", max_size=60))
def test_no_text_is_too_odd(markdown: str) -> None:
    taken = take_citations(markdown, {"a", "b", "ab", "a1"}, lambda number: f"<{number}>")

    for number in range(len(taken.clusters)):
        assert f"<{number}>" in taken.markdown
