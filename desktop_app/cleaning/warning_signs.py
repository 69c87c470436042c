"""What tells that a text is not the article that was wanted: signs in words, for pages and pastes.

Each question is answered from the titles, the lines and which of them were kept. What only a
page's mark-up can tell is asked in ``page_warnings``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_app.cleaning.warning_words import opens_with, told_phrases

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_STATUS = re.compile(
    r"\W{0,3}(?:error\W{0,2}|http\W{0,2})?(?:40[0134]|410|429|451|50[0234])\b", re.I
)
_CUT_SHORT = re.compile(
    r"(?:…|\.{3}|[\[(]\s?(?:…|\.{3})\s?[\])]|\[\+\d{1,6} chars\])[\s\"'”’»)\]]{0,3}$"
)
_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟۔︒~*_/|)\]}>\"'”’»」』）】›＞][\"'”’»)\]\s]{0,3}$")
#: A text of fewer words is hardly an article; one of more is one, whatever stands around it.
FEW_WORDS, SOME_WORDS, MANY_WORDS = 40, 120, 350
_MAX_TITLE, _SHORT_TITLE = 110, 60
_SHOWN, _AFTER, _LAST = 60, 8, 2
_MAX_NOTE, _MAX_LINK = 420, 60


@dataclass(frozen=True)
class Signs:
    """A page or a paste: its titles, its lines, and the numbers of those that were kept."""

    titles: Sequence[str]
    lines: Sequence[str]
    kept: Sequence[int]

    @cached_property
    def kept_lines(self) -> list[str]:
        """The lines of the article."""
        return [self.lines[at] for at in self.kept]

    @cached_property
    def words(self) -> int:
        """How many words the article has."""
        return sum(count_words(line) for line in self.kept_lines)

    @cached_property
    def shown(self) -> list[str]:
        """The first lines that are short enough to be notes to the reader."""
        return [line for line in self.lines[:_SHOWN] if len(line) <= _MAX_NOTE]

    @cached_property
    def around_end(self) -> list[str]:
        """The article's last lines, and what stands below them."""
        end = self.kept[-1] + 1 if self.kept else 0
        below = [line for line in self.lines[end : end + _AFTER] if len(line) <= _MAX_NOTE]
        return [*self.kept_lines[-_LAST:], *below]

    @cached_property
    def last_line(self) -> str:
        """The article's last line; a link to the rest, if it was kept, is none."""
        lines = (line for line in reversed(self.kept_lines) if not _leads_on(line))
        return next(lines, "")

    @property
    def is_cut_short(self) -> bool:
        """Whether the last line ends in dots."""
        last = self.last_line
        return count_words(last) >= 8 and _CUT_SHORT.search(last[-40:]) is not None

    @property
    def is_unfinished(self) -> bool:
        """Whether the last line is long and ends in the middle of a sentence."""
        last = self.last_line
        return count_words(last) >= 12 and not _SENTENCE_END.search(last[-40:])


def _leads_on(line: str) -> bool:
    return len(line) <= _MAX_LINK and opens_with("cut", line)


def count_words(text: str) -> int:
    """How many words; two signs of a script without spaces count as one."""
    words = len(text.split())
    return words if text.isascii() else max(words, len(_SPACELESS.findall(text)) // 2)


def is_error_page(signs: Signs) -> bool:
    """Whether title or text say that the page is not there or can't be shown."""
    if signs.words >= MANY_WORDS:
        return False
    titles = [title for title in signs.titles if title and len(title) <= _MAX_TITLE]
    if any(_STATUS.match(title) for title in titles):
        return True
    if signs.words < SOME_WORDS and told_phrases("error", titles):
        return True
    short = [title for title in titles if len(title) <= _SHORT_TITLE]
    if any(opens_with("error", title) for title in short):
        return True
    if signs.words >= FEW_WORDS:
        return False
    return bool(told_phrases("error", signs.kept_lines if signs.kept else signs.shown))


def is_consent_page(signs: Signs) -> bool:
    """Whether most of the text asks for consent to cookies."""
    if signs.words >= 2 * MANY_WORDS:
        return False
    lines = signs.kept_lines if signs.words >= FEW_WORDS else signs.shown
    if len(told_phrases("consent", [*lines, *signs.shown])) < 3:
        return False
    asking = sum(count_words(line) for line in lines if told_phrases("consent", [line]))
    return asking >= 0.5 * sum(count_words(line) for line in lines) > 0


def is_login_page(signs: Signs, *, has_password: bool) -> bool:
    """Whether the text is a form that asks for name and password."""
    if signs.words >= SOME_WORDS:
        return False
    in_title = bool(told_phrases("login", [title for title in signs.titles if len(title) < 60]))
    told = told_phrases("login", signs.shown)
    in_text = told_phrases("login", signs.kept_lines)
    if has_password:
        return bool(in_title or signs.words < FEW_WORDS or len(in_text) > 1)
    return len(told) > 1 and (in_title or len(in_text) > 1)


def is_walled(signs: Signs, further: int = 0) -> bool:
    """Whether the article ends at a paywall; ``further`` is the weight of other evidence."""
    told = told_phrases("paywall", signs.around_end)
    evidence = further + 2 * bool(told) + (len(told) > 1)
    evidence += signs.words < SOME_WORDS
    evidence += signs.is_cut_short or signs.is_unfinished
    evidence -= 2 * (signs.words >= 2 * MANY_WORDS) + (signs.words >= MANY_WORDS)
    return evidence >= 3 and bool(told or further > 1)


def is_truncated(signs: Signs) -> bool:
    """Whether the text breaks off, and a link says where it goes on."""
    if not signs.kept:
        return False
    end = signs.kept[-1] + 1
    below = signs.lines[end : end + 3]
    goes_on = any(_leads_on(line) for line in [*below, signs.kept_lines[-1][-_MAX_LINK:]])
    if signs.is_cut_short:
        return goes_on or signs.words < SOME_WORDS
    return goes_on and signs.words < MANY_WORDS and (signs.is_unfinished or signs.words < FEW_WORDS)
