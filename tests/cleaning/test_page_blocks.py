from __future__ import annotations

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import is_data_table, page_blocks


def texts(body: str) -> list[str]:
    return [block.text for block in page_blocks(parse_page(f"<body>{body}</body>").root)]


def test_text_beside_blocks_is_a_block_of_its_own() -> None:
    assert texts("<div>one <b>two</b><p>three</p>four</div>") == ["one two", "three", "four"]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert texts("<p>one<br>two<br><br>three<br/> <br/>four</p>") == ["one two", "three", "four"]


def test_words_inside_inline_elements_stay_in_order() -> None:
    assert texts("<p>a <span><i>b <u>c</u></i> d</span> e</p>") == ["a b c d e"]


def test_list_items_and_nested_lists_are_blocks() -> None:
    assert texts("<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>") == [
        "one",
        "two",
        "three",
    ]


def test_a_data_table_is_one_block_and_a_layout_table_is_none() -> None:
    data = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    layout = "<table><tr><td><p>one</p></td></tr><tr><td><p>two</p></td></tr></table>"

    assert texts(data) == ["a b 1 2"]
    assert texts(layout) == ["one", "two"]
    assert is_data_table(parse_page(data).root.find(".//table"))


def test_forms_and_scripts_say_nothing() -> None:
    assert texts("<select><option>x</option></select><textarea>y</textarea><p>z</p>") == ["z"]
