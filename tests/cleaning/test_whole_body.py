"""Another program's cleaned HTML becomes Markdown with all its blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.whole_body import whole_body


def test_boxes_are_only_boxes_and_loose_words_are_paragraphs() -> None:
    html = (
        "<div class=page><h2>North</h2>Loose <b>words</b> &lt;here&gt;<div><p>One.</p><p>Two.</p>"
        "<ul><li>Three</li></ul></div><script>alert(1)</script><figure><figcaption>Four</figcaption>"
        "</figure>tail</div>"
    )

    assert whole_body(html).split("\n\n") == [
        "## North",
        "Loose **words** \\<here>",
        "One.",
        "Two.",
        "- Three",
        "Four",
        "tail",
    ]


@given(st.text(alphabet='<>/pdivul a&;"x\n', max_size=80))
def test_whatever_it_is_it_answers(html: str) -> None:
    assert isinstance(whole_body(html), str)
