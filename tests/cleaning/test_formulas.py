from __future__ import annotations

import pytest

from tests.cleaning.pages import PARAGRAPHS, clean, news_page


def in_text(markup: str) -> str:
    """What a sentence of an article becomes that holds the markup."""
    sentence = f"<p>The sluice holds back {markup} of water, say the engineers who built it.</p>"
    markdown = clean(news_page(PARAGRAPHS + sentence + PARAGRAPHS)).markdown
    line = next(line for line in markdown.split("\n") if line.startswith("The sluice"))
    return line.removeprefix("The sluice holds back ").partition(" of water")[0]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">'
            "\\frac{a}{b}</annotation></semantics></math>",
            "`\\frac{a}{b}`",
        ),
        ('<math alttext="{\\displaystyle x^2 }"><mi>x</mi></math>', "`x^2`"),
        (
            "<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>",
            "E = mc²",
        ),
        (
            "<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mn>2</mn></mrow></mfrac></math>",
            "1/(a + 2)",
        ),
        ("<math><msub><mi>x</mi><mn>1</mn></msub></math>", "x₁"),
        ("<math><msqrt><mn>2</mn></msqrt></math>", "√2"),
        (
            '<span class="katex"><span class="katex-mathml"><math><semantics><mi>y</mi>'
            '<annotation encoding="application/x-tex">y</annotation></semantics></math></span>'
            '<span class="katex-html">y</span></span>',
            "`y`",
        ),
        ('<script type="math/tex">a < b</script>', "`a < b`"),
        ('<img class="latex" alt="\\sum_i x_i" src="/f.png">', "`\\sum_i x_i`"),
    ],
)
def test_a_formula_is_written_on_one_line(markup: str, expected: str) -> None:
    assert in_text(markup) == expected


def test_a_formula_nested_without_end_is_answered() -> None:
    deep = "<math>" + "<mrow>" * 5_000 + "x" + "</math>"

    assert "Edwin Marlow" in clean(news_page(PARAGRAPHS + f"<p>{deep}</p>")).text
