"""Lines in which words that run to the left stand among our own."""

from __future__ import annotations

from desktop_app.export.base.rich_text import Span, rich
from desktop_app.export.documents.document import Citation
from desktop_app.export.dossiers.markup import Markup, in_order, joined
from desktop_app.export.dossiers.word_file import WordMarkup

MARK = "\u200e"


def test_what_follows_words_that_run_to_the_left_keeps_its_place() -> None:
    assert joined(("الجريدة", "", "14 April"), " · ") == f"الجريدة{MARK} · 14 April"
    assert in_order("“لقاء”, 14 April") == f"“لقاء”{MARK}, 14 April"
    assert in_order("The Gazette, 14 April") == "The Gazette, 14 April"


def test_words_of_a_reference_are_kept_in_order_from_one_to_the_next() -> None:
    found = Markup().rich(rich(Span("الجريدة", emphasis=True), ", 14 April"))

    assert found[1] == {"t": "Str", "c": f"{MARK}, 14 April"}
    assert found[0]["t"] == "Emph"


def test_only_addresses_of_the_web_become_links() -> None:
    found = Markup().rich(rich(Span("a", link="https://x.example/"), Span("b", link="file:///b")))

    assert [each["t"] for each in found] == ["Link", "Str"]


def test_a_citation_in_the_line_has_one_blank_before_it() -> None:
    citation = Citation(rich("(Roe 2023)"), is_note=False)
    said = [{"t": "Str", "c": "(Roe 2023)"}]

    # In the author's own text the blank is there already.
    assert Markup().cite(citation) == said
    assert Markup().cite_behind(citation) == [*Markup().words(" "), *said]


def test_notes_on_marked_words_have_letters_as_the_lists_of_each_format_count() -> None:
    numbers = (1, 26, 27, 28, 53)

    assert [Markup().note_letter(each) for each in numbers] == ["a", "z", "aa", "ab", "ba"]
    assert [WordMarkup().note_letter(each) for each in numbers] == ["a", "z", "aa", "bb", "aaa"]
