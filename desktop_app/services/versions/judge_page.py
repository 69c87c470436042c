"""Whether a page that was fetched again is the article still, or something in its place.

A page that has turned into an error, a wall, a question about cookies, or another page never
takes a good text's place: what is doubtful is kept beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.core.address_key import is_front_page, same_address
from desktop_app.core.article import CleanArticle

#: Warnings that say that there is no article on the page.
_NO_ARTICLE = {
    "error-page": "The page says now that the article isn't there.",
    "not-an-article": "There is a list of articles at the address now.",
    "consent-page": "The outlet asked about cookies and didn't show the article.",
    "login-page": "The outlet asks to log in now.",
    "needs-javascript": "The page builds its text with a script now, so none came.",
    "no-text": "No article was found on the page any more.",
    "cleaning-failed": "The page that came couldn't be read.",
}
#: Warnings that say that only a part of it came.
_PARTLY = {
    "paywall": "The outlet shows the whole article to subscribers only now.",
    "truncated": "The article broke off early this time.",
}
#: Of obstacles that mean that the article itself is no longer at its address.
GONE = frozenset({"error-page", "front-page", "another-page", "gone"})
#: So much of the earlier text, in runs of words, is in a page that is still the same article.
_STILL_THE_SAME, _HARDLY_THE_SAME = 0.3, 0.1
#: A text of which so much stood in the earlier one is a part of it, however small.
_LEFT_OVER = 0.5
#: Less than this part of its words is not taken for the whole article.
_SHORTENED = 0.5
#: A text that is good enough to be kept from being replaced has so many words at least.
_FEW_WORDS = 25
_RUN = 3
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_PIECE = re.compile(rf"{_SPACELESS.pattern}|(?:(?!{_SPACELESS.pattern})\w)+")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What came in the article's place: a stable word, and a sentence."""

    code: str
    message: str


def obstacle_to(
    before: CleanArticle, now: CleanArticle, *, asked: str, came_from: str | None
) -> Obstacle | None:
    """Why a page can't be taken for a newer state of the article, None where it can.

    ``asked`` is the address that was fetched, ``came_from`` where redirects ended. A text that is
    no good itself gives way to any that is.
    """
    codes = {warning.code for warning in now.warnings}
    for code, message in _NO_ARTICLE.items():
        if code in codes or (code == "no-text" and not now.text.strip()):
            return Obstacle(code, message)
    if not is_good(before):
        return None
    elsewhere = came_from is not None and not same_address(asked, came_from)
    if elsewhere and is_front_page(came_from or "") and not is_front_page(asked):
        return Obstacle("front-page", "The address leads to the outlet's front page now.")
    return _other_text(before, now, codes, elsewhere=elsewhere)


def is_good(article: CleanArticle) -> bool:
    """Whether an article has a text that is worth being kept from being replaced."""
    codes = {warning.code for warning in article.warnings}
    return not codes & {*_NO_ARTICLE, *_PARTLY} and len(_pieces(article.text)) >= _FEW_WORDS


def _other_text(
    before: CleanArticle, now: CleanArticle, codes: set[str], *, elsewhere: bool
) -> Obstacle | None:
    old, new = _pieces(before.text), _pieces(now.text)
    old_runs, new_runs = _runs(old), _runs(new)
    shared = len(old_runs & new_runs)
    share = shared / max(len(old_runs), 1)
    # The first lines of a long article are few of its words, but all of them are its own.
    is_part = shared > _LEFT_OVER * len(new_runs)
    for code, message in _PARTLY.items():
        if code in codes and len(new) < 0.9 * len(old):
            return Obstacle(code, message)
    is_retitled = _pieces(before.title or "") != _pieces(now.title or "")
    if not is_part and share < (_STILL_THE_SAME if elsewhere or is_retitled else _HARDLY_THE_SAME):
        where = "The address leads to" if elsewhere else "There is"
        return Obstacle("another-page", f"{where} another text now, “{_named(now)}”.")
    if len(new) < _SHORTENED * len(old):
        return Obstacle("shortened", "Less than half of the article came this time.")
    return None


def _named(article: CleanArticle) -> str:
    name = article.title or article.text
    return name if len(name) <= 80 else f"{name[:79].rstrip()}…"


def _pieces(text: str) -> list[str]:
    """The words; the signs, where the script puts no space between words."""
    return _PIECE.findall(text.casefold())


def _runs(pieces: list[str]) -> set[tuple[str, ...]]:
    if len(pieces) < _RUN:
        return {tuple(pieces)} if pieces else set()
    return set(zip(*(pieces[start:] for start in range(_RUN)), strict=False))
