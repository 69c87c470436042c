"""What a learned judge sees of each line of a paste: numbers about its form, words and neighbours.

The order of the columns is part of the trained model: change one and train again. Words come from
``data/``, so that most columns mean the same in every language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from desktop_app.cleaning.boilerplate import (
    JUDGED_REASONS,
    boilerplate_reason,
    line_key,
    opens_tail,
)
from desktop_app.cleaning.byline import agency_named, opens_byline
from desktop_app.cleaning.date_phrases import find_dates, is_date_line
from desktop_app.cleaning.paste_lines import PasteLine
from desktop_app.cleaning.vocabulary import all_phrases
from desktop_app.core.folding import fold

Matrix = npt.NDArray[np.float32]

#: Only so much of a line is looked at for its words; its length counts whole.
_SEEN = 600
_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟]['\"’”»」』)\]]*$")
_INNER_SENTENCE = re.compile(r"[.!?…。！？।۔؟]['\"’”»」』)\]]*(?:\s|(?=[\u3040-\u9fff]))")
_QUOTE_START = re.compile(r"['\"‘“„«「『]")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\.com\b|\.org\b|\.net\b")
_HANDLE = re.compile(r"(?<!\w)[@#]\w")
_DIVIDER = re.compile(r"[|»›•·→▸►/]|\.{3}$|…$")
_BULLET = re.compile(r"[-*•◦▪■●‣·–—»>]\s")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_NEAR = (1, 2, 3, 4)
_WINDOWS = (3, 8, 20)
_FIRST_PERSON = frozenset(["i", "me", "my", "we", "our", "you", "your", "us"])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(word) for word in all_phrases("words", "function"))


def line_features(lines: Sequence[PasteLine], word_scores: Sequence[float]) -> Matrix:
    """One row a line; ``word_scores`` are the word model's, one a line."""
    own = np.array([_own(line) for line in lines], dtype=np.float32).reshape(len(lines), -1)
    own = np.column_stack([own, np.asarray(word_scores, dtype=np.float32)])
    page = _page_features(lines, own)
    around = _neighbours(np.column_stack([own[:, _CARRIED], page[:, :1]]))
    return np.column_stack([own, page, around]).astype(np.float32)


def context_features(chances: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64]) -> Matrix:
    """Columns about the first judgement of the lines around: the second judgement's input."""
    columns = [chances]
    for step in range(1, 7):
        columns += [_shift(chances, step), _shift(chances, -step)]
    columns += [_window(chances, sizes, reach) for reach in (2, 5, 12, 30)]
    mass = chances * sizes
    total = mass.sum() + 1e-9
    before = np.cumsum(mass) - mass
    columns += [before / total, (total - before - mass) / total, np.full(len(chances), total)]
    for level in (0.3, 0.6, 0.9):
        columns += [_distance(chances > level), _distance((chances > level)[::-1])[::-1]]
        columns += [_distance(chances < level), _distance((chances < level)[::-1])[::-1]]
    columns += [_gap_size(chances, sizes), _gap_size(chances[::-1], sizes[::-1])[::-1]]
    return np.column_stack(columns).astype(np.float32)


def line_sizes(lines: Sequence[PasteLine]) -> npt.NDArray[np.float64]:
    """How many words each line has; two signs of a script without spaces count as one word."""
    return np.array([_size(line.text) for line in lines], dtype=np.float64)


def _size(text: str) -> float:
    return max(len(text.split()), len(_CJK.findall(text[:5000])) / 2, 1.0)


# Which of the own columns are told of the neighbours too.
_CARRIED = [0, 1, 3, 4, 7, 8, 9, 12, 20, 25, 29, 36, 39, -1]


def _own(line: PasteLine) -> list[float]:
    text = line.text
    seen = text[:_SEEN]
    words = _WORD.findall(seen)
    count = max(len(words), 1)
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    folded = _WORD.findall(fold(seen))[:60]
    letters = max(len(seen), 1)
    reason = boilerplate_reason(text)
    dates = find_dates(seen, day_first=True) if any(c.isdigit() for c in seen) else ()
    return [
        math.log1p(len(text)),  # 0
        math.log1p(_size(text)),
        sum(map(len, words)) / count,
        sum(word[0].isupper() for word in cased) / max(len(cased), 1),
        sum(word in _function_words() for word in folded) / max(len(folded), 1),  # 4
        sum(word.isupper() and len(word) > 1 for word in words) / count,
        sum(letter.isdigit() for letter in seen) / letters,
        bool(_SENTENCE_END.search(text[-8:])),  # 7
        len(_INNER_SENTENCE.findall(seen)),
        seen.count(",") + seen.count("，") + seen.count("、") + seen.count("،"),  # 9
        text.endswith(":"),
        text.endswith("?"),
        seen[0].islower(),  # 12
        bool(_QUOTE_START.match(seen)),
        bool(_BULLET.match(seen)),
        bool(_NUMBERED.match(seen)),
        "|" in seen or "›" in seen or "»" in seen,
        bool(_DIVIDER.search(seen)),
        min(seen.count("\t"), 8),
        bool(_ADDRESS.search(seen)),
        min(line.blanks, 3),  # 20
        bool(_HANDLE.search(seen)),
        bool(_COPYRIGHT.search(seen)),
        bool(_CJK.search(seen)),
        len(dates),
        is_date_line(text) if dates else False,  # 25
        opens_byline(seen),
        agency_named(text) is not None if len(text) < 60 else False,
        opens_tail(text),
        reason is not None,  # 29
        *(reason == each for each in JUDGED_REASONS),
        sum(word in _FIRST_PERSON for word in folded) / max(len(folded), 1),  # 39
        seen.count("“") + seen.count('"') + seen.count("«") + seen.count("„"),
        seen.count("(") + seen.count("["),
    ]


def _page_features(lines: Sequence[PasteLine], own: Matrix) -> Matrix:
    count = len(lines)
    sizes = line_sizes(lines)
    prose = _prose(own, sizes)
    mass = np.cumsum(prose)
    total = mass[-1] + 1e-9 if count else 1.0
    start, end = _densest_run(prose)
    index = np.arange(count)
    keys = [line_key(line.text) for line in lines]
    repeats = Counter(keys)
    openings = Counter(line.text[:30] for line in lines)
    seen_before = _earlier_repeats(keys)
    columns = [
        prose,
        index / max(count - 1, 1),
        np.minimum(index, 400),
        np.minimum(count - 1 - index, 400),
        np.full(count, math.log1p(count)),
        np.full(count, math.log1p(float(total))),
        (mass - prose) / total,
        (total - mass) / total,
        np.clip(index - start, -60, 60),
        np.clip(index - end, -60, 60),
        (index >= start) & (index <= end),
        sizes / max(float(np.median(sizes[prose > 0])) if (prose > 0).any() else 1.0, 1.0),
        [min(repeats[key], 5) for key in keys],
        seen_before,
        [min(openings[line.text[:30]], 5) if len(line.text) >= 30 else 0 for line in lines],
        _distance(prose > 0),
        _distance((prose > 0)[::-1])[::-1],
        _distance(own[:, 28] > 0),
        _distance((own[:, 28] > 0)[::-1])[::-1],
        _distance(own[:, 25] > 0),
        _distance((own[:, 25] > 0)[::-1])[::-1],
        _distance(own[:, 26] > 0),
        np.cumsum(own[:, 28]),
        _run_length(own[:, 0] < math.log1p(60)),
        *_kinship(lines, prose, start, end),
        *(_window(prose, np.ones(count), reach) for reach in _WINDOWS),
        *(_window(own[:, -1].astype(float), sizes, reach) for reach in _WINDOWS),
        np.append([line.blanks for line in lines[1:]], 0).clip(0, 3),
    ]
    return np.column_stack([np.asarray(column, dtype=np.float32) for column in columns])


def _prose(own: Matrix, sizes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The size of the lines that read as sentences, nothing for the others."""
    sentence = (own[:, 7] > 0) | (own[:, 8] > 1) | (sizes > 30)
    keeps = sentence & (sizes >= 10) & (own[:, 29] == 0)
    return np.where(keeps, np.minimum(sizes, 120), 0.0)


def _densest_run(prose: npt.NDArray[np.float64]) -> tuple[int, int]:
    """First and last line of the run whose prose outweighs its other lines most (Kadane)."""
    best, best_run, current, start = 0.0, (0, max(len(prose) - 1, 0)), 0.0, 0
    for index, size in enumerate(prose):
        gain = float(size) if size else -6.0
        if current <= 0:
            current, start = 0.0, index
        current += gain
        if current > best:
            best, best_run = current, (start, index)
    return best_run


def _kinship(
    lines: Sequence[PasteLine], prose: npt.NDArray[np.float64], start: int, end: int
) -> tuple[list[float], list[float], list[float]]:
    """How much of each line's telling words the main run has, the lines near have, it repeats."""
    tokens = [_telling_words(line.text) for line in lines]
    in_lines = Counter(word for words in tokens for word in words)
    main = Counter(
        word for index in range(start, end + 1) if prose[index] for word in tokens[index]
    )
    shares, weights, alone = [], [], []
    for index, words in enumerate(tokens):
        inside = start <= index <= end and prose[index] > 0
        known = sum(1 for word in words if main[word] > inside)
        weight = sum(1 / in_lines[word] for word in words if main[word] > inside)
        shares.append(known / max(len(words), 1))
        weights.append(weight)
        alone.append(sum(in_lines[word] == 1 for word in words) / max(len(words), 1))
    return shares, weights, alone


def _telling_words(text: str) -> frozenset[str]:
    if _CJK.search(text[:80]):
        seen = text[:_SEEN]
        return frozenset(seen[i : i + 2] for i in range(len(seen) - 1))
    return frozenset(
        word
        for word in _WORD.findall(text[:_SEEN].lower())
        if len(word) > 3 and word not in _function_words()
    )


def _earlier_repeats(keys: Sequence[str]) -> list[float]:
    seen: set[str] = set()
    flags = []
    for key in keys:
        flags.append(float(key in seen))
        seen.add(key)
    return flags


def _shift(column: npt.NDArray[np.float64], step: int) -> npt.NDArray[np.float64]:
    shifted = np.full(column.shape, -1.0)
    if abs(step) >= len(column):
        return shifted
    if step > 0:
        shifted[step:] = column[:-step]
    else:
        shifted[:step] = column[-step:]
    return shifted


def _neighbours(columns: Matrix) -> Matrix:
    padded = []
    for column in columns.T.astype(np.float64):
        for step in _NEAR:
            padded += [_shift(column, step), _shift(column, -step)]
    return np.column_stack(padded).astype(np.float32)


def _window(
    values: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64], reach: int
) -> npt.NDArray[np.float64]:
    """The mean of the values over so many lines to either side, weighted by the sizes."""
    total = np.concatenate([[0.0], np.cumsum(values * sizes)])
    weight = np.concatenate([[0.0], np.cumsum(sizes)])
    index = np.arange(len(values))
    low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, len(values))
    means: npt.NDArray[np.float64] = (total[high] - total[low]) / np.maximum(
        weight[high] - weight[low], 1e-9
    )
    return means


def _distance(flags: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """How many lines ago the last flagged line was, this one not counted; at most 50."""
    index = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, index, -50))
    previous = np.concatenate([[-50], last[:-1]]) if len(flags) else last
    distances: npt.NDArray[np.float64] = np.minimum(index - previous, 50).astype(np.float64)
    return distances


def _run_length(flags: npt.NDArray[np.bool_]) -> list[float]:
    """How many flagged lines in a row end at each line; at most 50."""
    lengths, length = [], 0
    for flag in flags:
        length = length + 1 if flag else 0
        lengths.append(float(min(length, 50)))
    return lengths


def _gap_size(
    chances: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """How many words of unlikely lines lie between each line and the last likely one."""
    gaps = np.zeros(len(chances))
    gap = 0.0
    for index, chance in enumerate(chances):
        gaps[index] = min(gap, 2000.0)
        gap = 0.0 if chance > 0.6 else gap + float(sizes[index])
    return gaps
