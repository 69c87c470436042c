"""Word's, Outlook's and Google Docs' HTML as plain structure."""

from __future__ import annotations

import re

from desktop_app.capture.word_processor_html import plain_structure


def item(text: str, level: int, marker: str) -> str:
    """A list paragraph as Word writes it."""
    return (
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
        "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span>"
        f"<![endif]>{text}<o:p></o:p></p>\n\n"
    )


def structure(html: str) -> str:
    """The tidied HTML without attributes, spans and white space between blocks."""
    plain = re.sub(r"<(\w+)[^>]*>", r"<\1>", plain_structure(html))
    return re.sub(r"\s*\n\s*", "", re.sub(r"</?span>", "", plain))


def test_bullets_become_a_nested_list() -> None:
    html = item("One", 1, "·") + item("Inner", 2, "o") + item("Two", 1, "·")
    assert structure(html) == (
        "<div><ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul></div>"
    )


def test_numbers_become_a_numbered_list_and_text_between_parts_lists() -> None:
    html = item("One", 1, "1.") + "<p>Between</p>" + item("Two", 1, "a)")
    assert structure(html) == (
        "<div><ol><li>One</li></ol><p>Between</p><ol><li>Two</li></ol></div>"
    )


def test_titles_become_headings() -> None:
    assert structure(
        "<p class=MsoTitle>T</p><p class=MsoSubtitle>S</p><p class=MsoNormal>N</p>"
    ) == ("<div><h1>T</h1><h2>S</h2><p>N</p></div>")


def test_what_word_says_to_itself_goes_and_the_text_stays() -> None:
    html = (
        "<!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]--><style>p {}</style>"
        "<p><b style='mso-bidi-font-weight:normal'>Bold</b><o:p>&nbsp;</o:p> by "
        "<st1:place>Samarkand</st1:place></p>"
    )
    assert structure(html) == "<div><p><b>Bold</b>\xa0 by Samarkand</p></div>"


def test_google_docs_bold_wrapper_goes_and_its_styles_become_emphasis() -> None:
    html = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>'
        '<span style="font-weight:400">Plain </span><span style="font-weight:700">bold </span>'
        '<span style="font-style:italic">it</span><span style="vertical-align:super">2</span>'
        "</p></b>"
    )
    assert structure(html) == "<div><p>Plain <b>bold </b><i>it</i><sup>2</sup></p></div>"


def test_google_docs_lists_in_lists_are_nested_in_items() -> None:
    assert structure("<ul><li>a</li><ul><li>b</li></ul></ul>") == (
        "<div><ul><li>a<ul><li>b</li></ul></li></ul></div>"
    )


def test_a_whole_document_keeps_its_head() -> None:
    html = "<html><head><title>T</title></head><body><p class=MsoTitle>H</p></body></html>"
    assert structure(html) == "<html><head><title>T</title></head><body><h1>H</h1></body></html>"


def test_html_nested_too_deep_to_be_read_comes_back_whole() -> None:
    html = "<span>" * 5000 + "words" + "</span>" * 5000 + "<p>after"
    assert plain_structure(html) == html
