"""What a reader should know of a cleaned paste: two articles, a paywall, a text cut short."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.cleaning import warning_messages as messages
from desktop_app.cleaning.paste_lines import PasteLine
from desktop_app.cleaning.two_articles import record_starts, starts_in_paste
from desktop_app.cleaning.warning_signs import (
    FEW_WORDS,
    Signs,
    count_words,
    is_consent_page,
    is_error_page,
    is_login_page,
    is_truncated,
    is_walled,
)
from desktop_app.cleaning.warning_words import told_phrases
from desktop_app.core.article import CleaningWarning

_HEADLINE_WORDS = range(4, 20)
_MANY_HEADLINES = 8
_RUNNING_WORDS, _MANY_WORDS = 25, 90


def paste_warnings(
    lines: Sequence[PasteLine], kept: Sequence[bool], title: str | None
) -> tuple[CleaningWarning, ...]:
    """The warnings of a pasted text: its lines, which of them were kept, its headline."""
    texts = [line.text for line in lines]
    signs = Signs((title or "", *texts[:2]), texts, [at for at, keeps in enumerate(kept) if keeps])
    if record_starts(texts):
        return (messages.TWO_ARTICLES,)
    if (reason := _no_article(signs)) is not None:
        return (reason,)
    found = []
    if is_walled(signs):
        found.append(messages.PAYWALL)
    elif is_truncated(signs):
        found.append(messages.TRUNCATED)
    if starts_in_paste(lines, kept):
        found.append(messages.TWO_ARTICLES)
    return tuple(found)


def _no_article(signs: Signs) -> CleaningWarning | None:
    if is_error_page(signs):
        return messages.ERROR
    if is_consent_page(signs):
        return messages.CONSENT
    if is_login_page(signs, has_password=False):
        return messages.LOGIN
    if signs.words < FEW_WORDS and told_phrases("script", signs.shown):
        return messages.NEEDS_SCRIPT
    if _is_listing(signs):
        return messages.NO_ARTICLE
    return None if signs.kept_lines else messages.NO_PASTED_TEXT


def _is_listing(signs: Signs) -> bool:
    """Whether there are headlines without end, and hardly a paragraph."""
    running = [count for line in signs.kept_lines if (count := count_words(line)) >= _RUNNING_WORDS]
    if sum(running) >= _RUNNING_WORDS * 2 or signs.words >= _MANY_WORDS:
        return False
    headlines = sum(count_words(line) in _HEADLINE_WORDS for line in signs.lines[:400])
    told = bool(told_phrases("listing", [line for line in signs.lines[:12] if len(line) < 50]))
    return headlines >= (_MANY_HEADLINES if told else 2 * _MANY_HEADLINES)
