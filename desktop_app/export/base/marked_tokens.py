"""Markdown's tokens with marks put in where stretches of the article's text stand.

Offsets count characters of the plain text of the same Markdown; the tokens are walked beside it,
and one that a stretch begins or ends in is cut there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from typing import Generic, TypeAlias

from markdown_it.token import Token

from desktop_app.core.text_places import AnyStretch, CutText

#: Gives what stands for a piece of text in a stretch: of the token, its piece, the stretch, and
#: whether that ends there.
Mark: TypeAlias = Callable[[Token, Token, AnyStretch, bool], Iterable[Token]]


def marked_tokens(
    tokens: Sequence[Token],
    text: str,
    found: Sequence[AnyStretch],
    mark: Mark[AnyStretch],
    *,
    in_links: bool = True,
) -> list[Token]:
    """The tokens with what ``mark`` makes of each piece of text within a stretch.

    Stretches are in order and don't overlap. Code stays as it is, words in which tokens and text
    disagree, and the words of links where ``in_links`` says so.
    """
    if not found:
        return list(tokens)
    walk = _Walk(CutText(text, found), mark, in_links)
    return [walk.over(token) for token in tokens]


class _Walk(Generic[AnyStretch]):
    def __init__(self, text: CutText[AnyStretch], mark: Mark[AnyStretch], in_links: bool) -> None:
        self._text = text
        self._mark = mark
        self._in_links = in_links
        self._links = 0

    def over(self, token: Token) -> Token:
        if token.type in ("fence", "code_block"):
            self._text.skip(token.content)
        if token.type != "inline" or not token.children:
            return token
        copied = copy(token)
        copied.children = [piece for child in token.children for piece in self._pieces(child)]
        return copied

    def _pieces(self, token: Token) -> Iterator[Token]:
        if token.type in ("link_open", "link_close"):
            self._links += token.nesting
        if token.type != "text" or (self._links and not self._in_links):
            if token.type in ("code_inline", "text"):
                self._text.skip(token.content)
            yield token
            return
        for content, stretch, ends in self._text.cut(token.content):
            piece = copy(token)
            piece.content = content
            if stretch is None:
                yield piece
            else:
                yield from self._mark(token, piece, stretch, ends)
