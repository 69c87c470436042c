"""How the user cites, remembered between starts."""

from __future__ import annotations

from typing import cast

from desktop_app.export.citations.styles import STYLES
from desktop_app.services.exporting.citing import FORMS, LANGUAGES, CitationChoice, Form
from desktop_app.ui.base.window_state import WindowState

_PREFIX = "citing"


def kept_choice(state: WindowState) -> CitationChoice:
    """The choice of before; what isn't one any more is as at first."""
    first = CitationChoice()

    def word(name: str, known: object, otherwise: str) -> str:
        found = state.word(f"{_PREFIX}/{name}", otherwise)
        return found if found in dict(known) else otherwise  # type: ignore[call-overload]

    return CitationChoice(
        word("style", STYLES, first.style),
        state.word(f"{_PREFIX}/style_file", ""),
        cast(Form, word("form", FORMS, first.form)),
        word("language", LANGUAGES, first.language),
        state.flag(f"{_PREFIX}/archived", first.archived),
    )


def keep_choice(state: WindowState, choice: CitationChoice) -> None:
    """Remember a choice."""
    state.keep_word(f"{_PREFIX}/style", choice.style)
    state.keep_word(f"{_PREFIX}/style_file", choice.style_file)
    state.keep_word(f"{_PREFIX}/form", choice.form)
    state.keep_word(f"{_PREFIX}/language", choice.language)
    state.keep_flag(f"{_PREFIX}/archived", choice.archived)
