"""The words of a sentence, what is written together with a name parted from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_tokens import Token, tokens_of


def language_tokens(sentence: str, offset: int, words: LanguageWords) -> list[Token]:
    """The words of a sentence, elided articles and bound endings parted from them."""
    tokens = tokens_of(sentence, offset)
    if not words.elisions and not words.clitic_marks:
        return tokens
    parted = [
        token if _ends_name(tokens, at) else _parted(token, words)
        for at, token in enumerate(tokens)
    ]
    return [
        token if token.start == old.start and (not at or parted[at - 1].end == tokens[at - 1].end)
        else replace(token, gap=_gap(sentence, offset, parted, at))
        for at, (token, old) in enumerate(zip(parted, tokens, strict=True))
    ]  # fmt: skip


def _ends_name(tokens: list[Token], place: int) -> bool:
    """Whether an elided particle goes on with a name: “Valéry Giscard d’Estaing”."""
    if not place or tokens[place].gap != " " or tokens[place].lower[:2] not in ("d’", "d'"):
        return False
    before = tokens[max(0, place - 2) : place]
    return before[-1].capital and any(token.capital and is_given(token) for token in before)


def _gap(sentence: str, offset: int, tokens: Sequence[Token], at: int) -> str:
    before = tokens[at - 1].end - offset if at else 0
    return sentence[before : tokens[at].start - offset]


def _parted(token: Token, words: LanguageWords) -> Token:
    text = token.text
    if words.clitic_marks:
        bare = re.split(f"[{words.clitic_marks}]", text, maxsplit=1)[0]
        if bare and bare != text and token.capital:
            end = token.start + len(bare)
            return replace(token, text=bare, lower=bare.lower(), end=end, initial=len(bare) == 1)
        return token
    mark = next((at for at, letter in enumerate(text) if letter in "’'"), 0)
    head, rest = text[:mark], text[mark + 1 :]
    if not mark or head.lower() not in words.elisions or not rest or not rest[0].isupper():
        return token
    if head[0].isupper() and (not token.opens or head in ("D", "Sant")):
        return token
    start = token.end - len(rest)
    return replace(
        token, start=start, text=rest, lower=rest.lower(), capital=True, initial=len(rest) == 1
    )


def is_given(token: Token) -> bool:
    """Whether a word is a given name by the name data, or an initial with its full stop."""
    if token.initial:
        return token.stopped
    return bool(kinds_of(token.text) & Kind.GIVEN)
