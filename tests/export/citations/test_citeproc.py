"""What the built-in styles say, after the rules of the guides that they are named for."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.export.base.rich_text import Span, plain_text
from desktop_app.export.citations.cite_syntax import Cited, CiteMode
from desktop_app.export.citations.citeproc import Citations, cite
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.reference_type import ReferenceType
from desktop_app.export.citations.styles import STYLES, read_style, style_named
from tests.export.citations.references import SHA256, reference

#: What is cited, and each style's word on it: Chicago 14.191-200 and 15.49, APA 10.1 and 10.16,
#: MLA 5.
_SOURCES: dict[str, tuple[Reference, dict[str, str]]] = {
    "one author": (
        reference("one", "Jane Anna Roe"),
        {
            "chicago-notes": "Roe, Jane Anna. “Talks on Peace Begin.” The Daily, April 13, 2023. "
            "https://daily.example/talks.",
            "chicago-author-date": "Roe, Jane Anna. 2023. “Talks on Peace Begin.” The Daily, "
            "April 13, 2023. https://daily.example/talks.",
            "apa": "Roe, J. A. (2023, April 13). Talks on peace begin. The Daily. "
            "https://daily.example/talks",
            "mla": "Roe, Jane Anna. “Talks on Peace Begin.” The Daily, 13 Apr. 2023, "
            "https://daily.example/talks.",
        },
    ),
    "two authors, one with a particle": (
        reference("two", "Jane Roe", "Jan van der Berg", url=""),
        {
            "chicago-notes": "Roe, Jane, and Jan van der Berg. “Talks on Peace Begin.” The Daily, "
            "April 13, 2023.",
            "chicago-author-date": "Roe, Jane, and Jan van der Berg. 2023. “Talks on Peace Begin.” "
            "The Daily, April 13, 2023.",
            "apa": "Roe, J., & van der Berg, J. (2023, April 13). Talks on peace begin. The Daily.",
            "mla": "Roe, Jane, and Jan van der Berg. “Talks on Peace Begin.” The Daily, "
            "13 Apr. 2023.",
        },
    ),
    "four authors": (
        reference("four", "Ann Poe", "Jane Roe", "Jim Doe", "Xi Jinping", url=""),
        {
            "chicago-notes": "Poe, Ann, Jane Roe, Jim Doe, and Xi Jinping. “Talks on Peace Begin.” "
            "The Daily, April 13, 2023.",
            "chicago-author-date": "Poe, Ann, Jane Roe, Jim Doe, and Xi Jinping. 2023. “Talks on "
            "Peace Begin.” The Daily, April 13, 2023.",
            "apa": "Poe, A., Roe, J., Doe, J., & Xi, J. (2023, April 13). Talks on peace begin. "
            "The Daily.",
            "mla": "Poe, Ann, et al. “Talks on Peace Begin.” The Daily, 13 Apr. 2023.",
        },
    ),
    "no author": (
        reference("none", title="Who wins?", url=""),
        {
            "chicago-notes": "The Daily. “Who Wins?” April 13, 2023.",
            "chicago-author-date": "The Daily. 2023. “Who Wins?” April 13, 2023.",
            "apa": "Who wins? (2023, April 13). The Daily.",
            "mla": "“Who Wins?” The Daily, 13 Apr. 2023.",
        },
    ),
    "a page without a date": (
        reference("page", "Ministry of Truth", type=ReferenceType.PAGE, published=""),
        {
            "chicago-notes": "Ministry of Truth. “Talks on Peace Begin.” The Daily. "
            "Accessed May 2, 2025. https://daily.example/talks.",
            "chicago-author-date": "Ministry of Truth. n.d. “Talks on Peace Begin.” The Daily. "
            "Accessed May 2, 2025. https://daily.example/talks.",
            "apa": "Ministry of Truth. (n.d.). Talks on peace begin. The Daily. Retrieved "
            "May 2, 2025, from https://daily.example/talks",
            "mla": "Ministry of Truth. “Talks on Peace Begin.” The Daily, "
            "https://daily.example/talks. Accessed 2 May 2025.",
        },
    ),
    "a blog, about then": (
        reference("blog", "Al King Jr.", type=ReferenceType.BLOG, published="2023-04~", url=""),
        {
            "chicago-notes": "King, Al, Jr. “Talks on Peace Begin.” The Daily (blog), "
            "c. April 2023.",
            "chicago-author-date": "King, Al, Jr. c. 2023. “Talks on Peace Begin.” The Daily "
            "(blog), April 2023.",
            "apa": "King, A., Jr. (c. 2023, April). Talks on peace begin. The Daily.",
            "mla": "King, Al, Jr. “Talks on Peace Begin.” The Daily, c. Apr. 2023.",
        },
    ),
    "a broadcast over several days": (
        reference(
            "live",
            "Jane Roe",
            type=ReferenceType.BROADCAST,
            published="2023-04-13/2023-04-15",
            url="",
        ),
        {
            "chicago-notes": "Roe, Jane. “Talks on Peace Begin.” The Daily, April 13–15, 2023.",
            "chicago-author-date": "Roe, Jane. 2023. “Talks on Peace Begin.” The Daily, "
            "April 13–15, 2023.",
            "apa": "Roe, J. (2023, April 13–15). Talks on peace begin [Broadcast]. The Daily.",
            "mla": "Roe, Jane. “Talks on Peace Begin.” The Daily, 13–15 Apr. 2023.",
        },
    ),
    "a Chinese article": (
        reference("wang", "王毅", title="王毅会见", container="新华社", language="zh", url=""),
        {
            "chicago-notes": "王毅. “王毅会见.” 新华社, April 13, 2023.",
            "chicago-author-date": "王毅. 2023. “王毅会见.” 新华社, April 13, 2023.",
            "apa": "王毅. (2023, April 13). 王毅会见. 新华社.",
            "mla": "王毅. “王毅会见.” 新华社, 13 Apr. 2023.",
        },
    ),
}


def _cite(references: list[Reference], *cited: tuple[Cited, ...], style: str) -> Citations:
    made = cite(references, cited, style_named(style))
    assert made is not None
    return made


@pytest.mark.parametrize("style", [name for name, _ in STYLES])
def test_a_bibliography_is_as_the_guide_has_it(style: str) -> None:
    made = _cite([source for source, _ in _SOURCES.values()], style=style)

    entries = {each.key: plain_text(each.words) for each in made.bibliography}
    for source, words in _SOURCES.values():
        assert entries[source.key] == words[style]


def test_notes_tell_a_source_in_short_the_second_time() -> None:
    source = reference(
        "one", "Jane Roe", title="Talks begin: what to know", short_title="Talks begin"
    )
    other = reference("two", title="Who wins?", url="")

    made = _cite(
        [source, other],
        (Cited("one", suffix=", p. 3"),),
        (Cited("two", prefix="see *also*"), Cited("one")),
        (Cited("one", mode=CiteMode.IN_TEXT),),
        style="chicago-notes",
    )

    assert [plain_text(each.note) for each in made.clusters] == [
        "Jane Roe, “Talks Begin: What to Know,” The Daily, April 13, 2023, 3, "
        "https://daily.example/talks.",
        "See also “Who Wins?” The Daily, April 13, 2023; Roe, “Talks Begin.”",
        "“Talks Begin.”",
    ]
    assert [plain_text(each.text) for each in made.clusters] == ["", "", "Roe"]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("chicago-author-date", ["(Roe 2023, 3)", "(see Poe et al. 2023; Roe 2023)", "Roe (2023)"]),
        ("apa", ["(Roe, 2023, p. 3)", "(see Poe et al., 2023; Roe, 2023)", "Roe (2023)"]),
        ("mla", ["(Roe 3)", "(see Poe et al.; Roe)", "Roe"]),
    ],
)
def test_a_citation_stands_in_the_text(style: str, words: list[str]) -> None:
    made = _cite(
        [reference("one", "Jane Roe"), reference("four", "Ann Poe", "Al Roe", "Jim Doe", "Al Fu")],
        (Cited("one", suffix=", p. 3"),),
        (Cited("four", prefix="see"), Cited("one")),
        (Cited("one", mode=CiteMode.IN_TEXT),),
        style=style,
    )

    assert [plain_text(each.text) for each in made.clusters] == words


def test_an_unsigned_source_is_named_by_its_outlet_in_the_text() -> None:
    cited = (Cited("one", mode=CiteMode.IN_TEXT),)

    made = _cite([reference("one")], cited, style="chicago-notes")

    assert made.clusters[0].text == (Span("The Daily", emphasis=True),)


def test_words_keep_their_looks() -> None:
    made = _cite([reference("one", "Jane Roe")], style="chicago-notes")

    assert made.bibliography[0].words == (
        Span("Roe, Jane. “Talks on Peace Begin.” "),
        Span("The Daily", emphasis=True),
        Span(", April 13, 2023. "),
        Span("https://daily.example/talks", link="https://daily.example/talks"),
        Span("."),
    )


def test_the_language_and_the_archived_copy_can_be_told() -> None:
    source = reference("one", "Jane Roe", language="de", url="")

    made = cite([source], [], style_named("chicago-notes"), language="de", archived=True)

    assert made is not None
    assert plain_text(made.bibliography[0].words) == (
        "Roe, Jane. „Talks on peace begin“. The Daily, 13. April 2023. "
        f"Archived copy, captured 2025-05-02, SHA-256 {SHA256}."
    )


def test_the_bibliography_may_hold_only_what_is_cited() -> None:
    sources = [reference("one", "Jane Roe"), reference("two", "Al Poe")]

    made = cite(sources, [(Cited("two"),)], style_named("apa"), cited_only=True)

    assert made is not None
    assert [each.key for each in made.bibliography] == ["two"]


def test_it_can_be_stopped() -> None:
    assert cite([reference()], [], style_named("apa"), cancelled=lambda: True) is None


_CSL = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
_LAYOUT = "<citation><layout><text variable='title'/></layout></citation>"


def _macro(name: object, *used: object) -> str:
    texts = "".join(f"<text macro='{each}'/>" for each in used)
    return f"<macro name='{name}'>{texts}</macro>"


#: Each twice the one before it.
_DOUBLING = "".join(
    [_macro("0"), *(_macro(each, each - 1, each - 1) for each in range(1, 40)), _macro("title", 39)]
)


def test_a_style_of_the_users_own_is_used(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_text(f"{_CSL}<info><title>Mine</title></info>{_LAYOUT}</style>")
    style = read_style(path)

    made = cite([reference("one", title="Talks & <b>more</b>")], [(Cited("one"),)], style)

    assert made is not None
    assert (style.words, style.is_note, style.has_bibliography) == ("Mine", False, False)
    assert plain_text(made.clusters[0].text) == "Talks & more"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("no xml", "is no CSL style"),
        ("<a/>", "is no CSL style"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "is no CSL style"),
        (f"{_CSL}{'<a>' * 300}{'</a>' * 300}{_LAYOUT}</style>", "is no CSL style"),
        (f"{_CSL}{_LAYOUT.replace('variable', 'macro')}</style>", "a macro is missing"),
        (
            f"{_CSL}<macro name='a'><text macro='a'/></macro>{_LAYOUT}<x macro='a'/></style>",
            "macro",
        ),
        (
            f"{_CSL}<info><link rel='independent-parent' href='http://x.example/styles/apa'/>"
            "</info></style>",
            "apa.csl",
        ),
        (_CSL + " " * 2_000_001, "too large"),
        (f"{_CSL}{_DOUBLING}{_LAYOUT.replace('variable', 'macro')}</style>", "too long"),
    ],
)
def test_a_style_that_cant_be_used_is_told(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "bad.csl"
    path.write_text(content)

    with pytest.raises(InputError, match=words):
        read_style(path)


def test_a_style_that_the_processor_doesnt_take_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_text(
        f"{_CSL}<info><title>Mine</title></info>{_LAYOUT.replace('text', 'spell')}</style>"
    )

    with pytest.raises(InputError, match="“Mine” can't be used: it has an error"):
        cite([reference("one")], [(Cited("one"),)], read_style(path))


def test_a_style_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_style(tmp_path / "none.csl")
    with pytest.raises(InputError, match="isn't a style"):
        style_named("harvard")


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("apa", "(Ministry, n.d.-a, n.d.-b; A. Roe, 2023a, 2023b; J. Roe, 2023)"),
        (
            "chicago-author-date",
            "(Jane Roe 2023; Al Roe 2023b; Al Roe 2023a; Ministry n.d.a; Ministry n.d.b)",
        ),
    ],
)
def test_two_of_one_name_and_year_are_told_apart(style: str, words: str) -> None:
    sources = [
        reference("one", "Jane Roe"),
        reference("two", "Al Roe"),
        reference("three", "Al Roe", title="More talks"),
        reference("four", "Ministry", title="One", published=""),
        reference("five", "Ministry", title="Two", published=""),
    ]

    made = _cite(sources, tuple(Cited(each.key) for each in sources), style=style)

    assert plain_text(made.clusters[0].text) == words
