"""Texts made to keep the search for a quote busy; each is looked through in no time to speak of."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Without bounds each of these takes minutes; with them less than two seconds on a slow machine.
_MOST_SECONDS = 30
_SEARCH = """
from desktop_app.core.quote_search import find_quote
from desktop_app.core.text_quote import TextQuote
print(find_quote({text}, TextQuote({quote})))
"""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("'a' * 3_000_000", "'a' * 20_000", id="one letter"),
        pytest.param("'a ' * 1_000_000", "'a ' * 9_998 + 'b'", id="one word"),
        pytest.param(
            "' '.join(str(at * 5 % 97) for at in range(100_000))",
            "' '.join(str(at * 7 % 97) for at in range(7_000))",
            id="the same words in another order",
        ),
        pytest.param(
            "'a, ' * 1_000_000",
            "'a; ' * 6_000",
            id="one word, punctuated otherwise",
        ),
    ],
)
def test_hostile_texts_are_searched_within_bounds(text: str, quote: str) -> None:
    script = _SEARCH.format(text=text, quote=quote)

    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        text=True,
        timeout=_MOST_SECONDS,
    )

    assert done.returncode == 0, done.stderr
