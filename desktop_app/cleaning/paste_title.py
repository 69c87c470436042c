"""The headline of a pasted article, and the standfirst below it.

A headline stands above the body, shares its words, and is no sentence with a full stop.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence

from desktop_app.cleaning.boilerplate import boilerplate_reason, opens_tail
from desktop_app.cleaning.byline import agency_named, opens_byline, split_authors
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.outlet import outlet_in
from desktop_app.cleaning.paste_lines import PasteLine

# The vowel signs of Indian scripts are no letters to a pattern, but no word ends at them.
_WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u0d7f]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"[.。।]['\"’”»)\]]*$")
#: How far above the body a headline may stand, in lines.
_REACH = 60
_LEAD_LINES, _MAX_BODY_LINES = 4, 400
#: What a line must reach to be a headline at all: found, like the weights of ``_score``, by
#: regression on the titles of the public pastes.
_LEAST = 0.0
_MAX_TITLE = 260
_MAX_STANDFIRST = 500
_MAX_BODY_WORDS = 20_000


def find_title(
    lines: Sequence[PasteLine], kept: Sequence[bool], never: Collection[int] = ()
) -> int | None:
    """The number of the headline's line, none of ``never``; None where no line looks like one."""
    start = next((at for at, keeps in enumerate(kept) if keeps), len(lines))
    body, lead = _words_of(lines, kept, _MAX_BODY_LINES), _words_of(lines, kept, _LEAD_LINES)
    scores = {
        at: score
        for at in range(max(0, start - _REACH), min(start + 1, len(lines)))
        if at not in never and (score := _score(lines, at, start, body, lead)) is not None
    }
    best = max(scores, key=lambda at: scores[at], default=None)
    return best if best is not None and scores[best] > _LEAST else None


def find_standfirst(lines: Sequence[PasteLine], kept: Sequence[bool], title: int) -> int | None:
    """The number of the line below the headline that sums the article up, if there is one.

    It is no part of the body: the judge left it out, the body says it again, or it names the
    outlet at its end.
    """
    for at in range(title + 1, min(title + 5, len(lines))):
        text = lines[at].text
        if _is_apparatus(text):
            continue
        if kept[at] and not (_told_again(lines, at) or outlet_in(text)):
            return None
        fits = word_count(text) >= 6 and len(text) <= _MAX_STANDFIRST
        return at if fits and any(kept[at + 1 :]) else None
    return None


def word_count(text: str) -> int:
    """How many words the line has; two signs of a script without spaces count as one."""
    return max(len(text.split()), len(_CJK.findall(text[:400])) // 2)


def telling_share(text: str, lines: Sequence[PasteLine], kept: Sequence[bool]) -> float:
    """How much of what the text tells the body tells too, from 0 to 1."""
    words = _telling_words(text)
    return len(words & _words_of(lines, kept, _MAX_BODY_LINES)) / max(len(words), 1)


def is_broken_headline(first: PasteLine, second: PasteLine) -> bool:
    """Whether two lines in capitals, with no blank line between them, are one headline."""
    texts = (first.text, second.text)
    if second.blanks or texts[0] == texts[1] or not all(text.isupper() for text in texts):
        return False
    # A section's name and a bare byline have a word or two.
    return all(3 <= word_count(text) <= 10 and not _is_apparatus(text) for text in texts)


def _score(
    lines: Sequence[PasteLine], at: int, start: int, body: frozenset[str], lead: frozenset[str]
) -> float | None:
    """How much the line looks like the headline of the body below; None if it can't be one."""
    text = lines[at].text
    words = _telling_words(text)
    length = word_count(text)
    if not words or not 2 <= length <= 32 or len(text) > _MAX_TITLE or _is_no_headline(text):
        return None
    if at >= start and _SENTENCE_END.search(text):
        return None  # a sentence that the judge kept is the body's, and must not be lost to it
    between = sum(word_count(line.text) > 3 for line in lines[at + 1 : start])
    score = 2.5 * len(words & body) / len(words) + 3.2 * len(words & lead) / len(words)
    score += 0.8 * math.log1p(between) - 1.4 * math.log1p(max(0, start - at - 1))
    score += 0.25 * min(length, 10) - 2.1 * (length > 20) - 1.7 * (length <= 3)
    score -= 3.6 * bool(_SENTENCE_END.search(text)) + 1.1 * text.endswith((":", ",", ";"))
    score -= 4.1 * (at >= start)
    score += 2.0 * any(_is_apparatus(line.text) for line in lines[at + 1 : at + 4])
    score += 1.9 * _is_part_of_a_line_near(lines, at)
    return score + 1.3 * any(letter.isdigit() for letter in text)


def _is_no_headline(text: str) -> bool:
    if boilerplate_reason(text) or opens_tail(text) or is_date_line(text) or "\t" in text:
        return True
    return agency_named(text) is not None or (opens_byline(text) and bool(split_authors(text)))


def _is_part_of_a_line_near(lines: Sequence[PasteLine], at: int) -> bool:
    """Whether a line near has the text and little more, as a trail of menus to the page has."""
    text = lines[at].text
    near = [*lines[max(0, at - 12) : at], *lines[at + 1 : at + 12]]
    return len(text) > 15 and any(
        text in line.text and len(line.text) < len(text) + 60 for line in near
    )


def _telling_words(text: str) -> frozenset[str]:
    if _CJK.search(text[:100]):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(word for word in _WORD.findall(text.lower()) if len(word) > 3)


def _words_of(lines: Sequence[PasteLine], kept: Sequence[bool], most: int) -> frozenset[str]:
    """The telling words of the body's first so many lines."""
    found: set[str] = set()
    for line, keeps in zip(lines, kept, strict=True):
        if keeps and most > 0 and len(found) < _MAX_BODY_WORDS:
            found |= _telling_words(line.text[:2000])
            most -= 1
    return frozenset(found)


def _is_apparatus(text: str) -> bool:
    if boilerplate_reason(text) or is_date_line(text):
        return True
    return len(text) < 100 and (opens_byline(text) or agency_named(text) is not None)


def _told_again(lines: Sequence[PasteLine], at: int) -> bool:
    """Whether a later line of the body says all or nearly all of this line's words."""
    words = _WORD.findall(lines[at].text.lower())
    if len(words) < 8:
        return False
    needle = " ".join(words[: max(8, len(words) * 3 // 4)])
    later = lines[at + 1 : at + 40]
    return any(needle in " ".join(_WORD.findall(line.text[:5000].lower())) for line in later)
