from __future__ import annotations

from lxml import html as lxml_html

from desktop_app.cleaning.mend_choice import mended
from desktop_app.cleaning.page_blocks import PageBlock, page_blocks

LONG = "The board met on Monday evening to decide what the old customs house is to be used for. "


def kept_texts(markup: str, chosen: set[int], title: str | None = None) -> list[str]:
    blocks: list[PageBlock] = page_blocks(lxml_html.document_fromstring(markup))
    return [blocks[index].text for index in mended(blocks, sorted(chosen), title)]


def test_the_headline_and_a_bare_byline_are_not_repeated_at_the_top() -> None:
    page = f"<h2>Vote\n put off</h2><p>By Ada Fenwick</p><p>{LONG}</p><p>{LONG}</p>"

    assert kept_texts(page, {0, 1, 2, 3}, "Vote put off") == [LONG.strip()] * 2


def test_a_sentence_that_begins_like_a_byline_stays() -> None:
    page = f"<p>By noon the hall was full.</p><p>{LONG}</p>"

    assert kept_texts(page, {0, 1}) == ["By noon the hall was full.", LONG.strip()]


def test_a_note_follows_the_mark_that_leads_to_it() -> None:
    page = (
        f'<p>{LONG * 3}<a href="#n1">1</a> <a href="#menu">menu</a></p><p id="menu">Menu</p>'
        '<div id="n1"><p>From the minutes.</p></div><div id="n2"><p>Elsewhere.</p></div>'
    )

    assert kept_texts(page, {0})[1:] == ["From the minutes."]


def test_a_list_of_literature_is_left_to_the_judge() -> None:
    marks = "".join(f'<a href="#n{number}">{number}</a>' for number in range(20))
    notes = "".join(f'<li id="n{number}">A book.</li>' for number in range(20))

    assert len(kept_texts(f"<p>{LONG}{marks}</p><ol>{notes}</ol>", {0})) == 1


def test_who_said_it_stays_with_what_was_said() -> None:
    page = (
        f"<p>{LONG}</p><blockquote><p>Never sell the quay.</p><footer>— Edwin Marlow</footer>"
        "</blockquote><footer>Contact</footer>"
    )

    assert kept_texts(page, {0, 1})[1:] == ["Never sell the quay.", "— Edwin Marlow"]


def test_a_list_is_kept_whole_unless_the_rest_is_links() -> None:
    page = "<ul><li>one brewery</li><li>a trust</li><li>a school</li></ul>"
    linked = page.replace("a school", '<a href="/x">a school</a>')

    assert kept_texts(page, {0, 1}) == ["one brewery", "a trust", "a school"]
    assert kept_texts(linked, {0, 1}) == ["one brewery", "a trust"]


def test_a_heading_between_two_kept_paragraphs_is_kept() -> None:
    page = f"<p>{LONG}</p><h3>Three offers</h3><p>{LONG}</p><h3>Related</h3><p>{LONG}</p>"

    assert "Three offers" in kept_texts(page, {0, 2, 4})
    assert "Related" not in kept_texts(page, {0, 2, 4})


def test_the_times_of_several_posts_are_kept_and_a_single_date_is_not() -> None:
    post = f"<div><time>09.00</time><h2>Gale</h2><p>{LONG}</p></div>"

    assert kept_texts(post * 3, {2, 5, 8}).count("09.00") == 3
    assert "09.00" not in kept_texts(post, {1, 2})


def test_code_between_paragraphs_is_kept_unless_it_is_most_of_the_page() -> None:
    short, long = "<pre>run --dry</pre>", f"<pre>{'run ' * 90}</pre>"

    assert "run --dry" in kept_texts(f"<p>{LONG}</p>{short}<p>{LONG}</p>", {0, 2})
    assert len(kept_texts(f"<p>{LONG}</p>{long}<p>{LONG}</p>", {0, 2})) == 2


def test_nothing_chosen_is_nothing() -> None:
    assert kept_texts("<p>x</p>", set()) == []
