from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.to_markdown import markdown_blocks


def markdown(html: str) -> str:
    return "\n\n".join(block.markdown for block in markdown_blocks([html]) if block.markdown)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Top</h1>", "## Top"),
        ("<h4>Low # 1 #</h4>", "#### Low # 1 \\#"),
        ("<p>a <b>bold</b> and <em>slanted</em> word</p>", "a **bold** and *slanted* word"),
        ("<p>one<br>two</p>", "one  \ntwo"),
        ("<p><b>one<br></b>two<i>\xa0three</i></p>", "**one**  \ntwo *three*"),
        ("<p>- one<br>2. two</p>", "\\- one  \n2\\. two"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ('<ol start="3"><li>c</li><li>d</li></ol>', "3. c\n4. d"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ('<pre><code class="language-c">a  *b\n</code></pre>', "```c\na  *b\n```"),
        ('<p><a href="https://x.example/a b(c)">y</a></p>', "[y](https://x.example/a%20b%28c%29)"),
        (
            "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>",
            "| a | b\\|c |\n| --- | --- |\n| 1 |  |",
        ),
        (
            '<p><img src="https://x.example/p.png" alt="A [b]" title=\'cap "c"\'></p>',
            '![A \\[b\\]](https://x.example/p.png "cap \\"c\\"")',
        ),
    ],
)
def test_each_element_is_written_our_way(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_nothing_that_acts_comes_through() -> None:
    html = (
        '<p onclick="x()">a<script>b</script><a href="javascript:c">d</a>'
        '<img src="data:image/svg+xml,x" alt="e"><iframe src="https://f"></iframe>'
        "&lt;script&gt;</p>"
    )

    assert markdown(html) == "ad\\<script>"


def test_emphasis_that_would_read_as_stars_is_given_up_and_the_words_stay() -> None:
    assert plain_text(markdown("<p>x<b>“y”</b>z <i>a</i><i>b</i></p>")) == "x“y”z ab"


def test_markup_that_breaks_out_of_its_element_keeps_its_place() -> None:
    blocks = markdown_blocks(["<p>one</p>", "</div></div><p>two</p>", "<p>three</p>"])

    assert [block.markdown for block in blocks] == ["one", "two", "three"]


_TEXT = st.text(
    alphabet=st.sampled_from("ab1 *_`[]()<>#!|\\&;~-+=.\n“”é漢"), min_size=1, max_size=40
)


@given(_TEXT)
def test_a_paragraph_reads_back_as_its_words(text: str) -> None:
    block = markdown_blocks([f"<p>{escape(text)}</p>"])[0]

    assert plain_text(block.markdown).split() == text.split()


@given(st.lists(_TEXT, min_size=1, max_size=4), st.sampled_from(["ul", "ol"]))
def test_a_list_reads_back_as_its_words(items: list[str], tag: str) -> None:
    html = f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"

    assert plain_text(markdown(html)).split() == " ".join(items).split()


@given(st.lists(_TEXT, min_size=2, max_size=3))
def test_a_table_reads_back_as_its_words(cells: list[str]) -> None:
    row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    read = plain_text(markdown(f"<table><tr>{row}</tr><tr>{row}</tr></table>"))

    assert "".join(read.split()) == "".join("".join(cells * 2).split())
