"""What the terminal prints can't act on it, and loses nothing that is written in any language."""

from __future__ import annotations

import pytest

from desktop_app.cli.output import printable


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b31m", "a\rb", "\x00", "\ud800", "\u202e"])
def test_what_a_terminal_would_obey_is_harmless(text: str) -> None:
    assert "\N{REPLACEMENT CHARACTER}" in printable(text)
    assert not set(printable(text)) & set("\x1b\x9b\r\x00\ud800\u202e")


@pytest.mark.parametrize(
    "text",
    [
        "tabs\tand\nlines",
        "dix\u00a0francs",
        "می\u200cشود",
        "東京\u3000大阪",
        "👩\u200d🔬",
        "co\u00adop",
    ],
)
def test_letters_and_blanks_of_every_language_stay(text: str) -> None:
    assert printable(text) == text
