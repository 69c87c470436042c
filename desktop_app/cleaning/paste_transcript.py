"""Pasted transcripts: the turns of those who speak, told by the names before or above them.

The judge knows prose; a turn may be one word, and belongs to the text all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop_app.cleaning.boilerplate import boilerplate_reason
from desktop_app.cleaning.paste_lines import PasteLine

_TIME = r"(?:[\[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?\s{1,3})?"
_TURN = re.compile(rf"{_TIME}([^\W\d_][^:：\n]{{0,48}}?)\s?[:：](?=\s|$)")
_SENTENCE_ENDS = tuple('.!?…。！？؟।"”»’)]')
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ .'’-]{1,2}[^\W\d_]+\.?){0,5}(?: \d{1,2})?$")
_MAX_BARE = 40
#: What stands for a name in an interview, folded; “speaker 1” where nobody was recognised.
_STAND_INS = re.compile(
    r"(?:q|a|f|r|p|в|о|з|question|answer|frage|antwort|réponse|pregunta|respuesta|domanda|risposta"
    r"|pergunta|resposta|вопрос|ответ|speaker|sprecher|moderator|host|interviewer)\s?\d{0,2}$"
)
#: So many turns make a transcript; what is said in so many lines is kept unseen.
_LEAST_TURNS, _MAX_GAP = 4, 6
#: This share of the spoken lines are sentences; of the lines below the heads of a menu hardly any.
_SENTENCES, _SENTENCES_BELOW = 0.6, 0.8


def turn_lines(lines: Sequence[PasteLine]) -> frozenset[int]:
    """The lines with which somebody begins to speak; empty where the paste is no transcript.

    A speaker stands before a colon, or alone in capitals above what is said; two at least speak,
    each more than once.
    """
    texts = [line.text for line in lines]
    for name_of, below in ((_before_colon, 0), (_alone, 1)):
        found = {at: name for at, text in enumerate(texts) if (name := name_of(text))}
        often = {name for name, count in Counter(found.values()).items() if count > 1}
        turns = [at for at, name in found.items() if name in often]
        if len(often) > 1 and len(turns) >= _LEAST_TURNS and _is_speech(texts, turns, below):
            return frozenset(_with_guests(texts, found, turns, below))
    return frozenset()


def spoken_lines(lines: Sequence[PasteLine], turns: frozenset[int]) -> Iterator[int]:
    """The lines of the turns and what is said in them: up to the next turn, or one line."""
    starts = sorted(turns)
    for start, end in pairwise([*starts, len(lines)]):
        last = end if end - start <= _MAX_GAP and end < len(lines) else start + 1
        if _before_colon(lines[start].text) is None:
            last = max(last, min(start + 2, len(lines)))
        for at in range(start, last):
            if at in turns or not (lines[at].is_furniture or boilerplate_reason(lines[at].text)):
                yield at


def _before_colon(text: str) -> str | None:
    """The speaker of “JANE ROE, HOST: …”, “Q: …”, “[00:04] Speaker 1: …”."""
    match = _TURN.match(text[:100])
    if match is None:
        return None
    name = match[1].split(",")[0].split(" (")[0]
    return name.casefold() if _STAND_INS.match(name.casefold()) or _is_shouted(name) else None


def _alone(text: str) -> str | None:
    """The speaker of a line that is a name in capitals and nothing else."""
    if len(text) > _MAX_BARE or not text.isupper():
        return None
    name = text.casefold()
    return name if _STAND_INS.match(name) or (" " in text and _is_shouted(text)) else None


def _is_shouted(name: str) -> bool:
    return (
        name.isupper()
        and len(name) > 1
        and bool(_NAME.match(name))
        and not boilerplate_reason(name)
    )


def _is_speech(texts: Sequence[str], turns: Sequence[int], below: int) -> bool:
    """Whether sentences stand in the lines of the turns, or so many lines below them."""
    said = sum(_is_said(texts, at + below) for at in turns)
    return said >= (_SENTENCES_BELOW if below else _SENTENCES) * len(turns)


def _is_said(texts: Sequence[str], at: int) -> bool:
    return at < len(texts) and texts[at].endswith(_SENTENCE_ENDS)


def _with_guests(
    texts: Sequence[str], found: Iterable[int], turns: Sequence[int], below: int
) -> Iterator[int]:
    """The turns, with those of whoever speaks but once among the others."""
    first, last = turns[0] - 3, turns[-1] + 3
    for at in found:
        if at in turns or (first <= at <= last and _is_said(texts, at + below)):
            yield at
