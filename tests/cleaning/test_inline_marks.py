from __future__ import annotations

import pytest
from lxml import html as lxml_html

from desktop_app.cleaning.inline_marks import mend_inline


def written(markup: str) -> str:
    block = lxml_html.fragment_fromstring(markup)
    mend_inline(block)
    return block.text_content()


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>H<sub>2</sub>O and CO<sub>2</sub></p>", "H₂O and CO₂"),
        ("<p>10<sup>6</sup> km<sup>2</sup>, 10<sup>-3</sup></p>", "10⁶ km², 10⁻³"),
        ("<p>the 19<sup>th</sup> century, 1<sup>er</sup></p>", "the 19th century, 1er"),
        ("<p>Cola<sup>TM</sup></p>", "Cola™"),
        ("<p>he said so.<sup>3</sup> Later</p>", "he said so.[3] Later"),
        ('<p>x<sup><a href="#n2">2</a></sup></p>', "x[2]"),
        ('<p>x<sup class="footnote">4, 5</sup></p>', "x[4, 5]"),
        ("<p>she <q>laughed</q>.</p>", "she “laughed”."),
        ('<p>ok <img class="emoji" alt="🚧" src="e.png"></p>', "ok 🚧"),
        ('<p>a<span class="sr-only"> (new window)</span>.</p>', "a."),
        ('<h2><a href="#old">#</a> Old</h2>', " Old"),
        ('<li>Note. <a href="#r1">↩</a></li>', "Note. "),
        ('<p>see <a href="#r1">here</a> and <a href="/x">#</a></p>', "see here and #"),
    ],
)
def test_what_inline_elements_mean_is_written_out(markup: str, expected: str) -> None:
    assert written(markup) == expected
