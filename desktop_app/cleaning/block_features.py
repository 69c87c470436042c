"""What can be said of each block of a page, as numbers for the learned judge.

The block's own words and marks, what stands above it, where it stands, how blocks built alike
behave, and what the second opinions kept. The order of ``FEATURE_NAMES`` is the model's: whoever
changes a feature trains the model again (``resources/training/train_block_model.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import truediv
from typing import Any

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from desktop_app.cleaning.boilerplate import JUDGED_REASONS, boilerplate_reason, opens_tail
from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.containers import containers_of
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.lineage import FAR, NAME_HINTS, TELLING_TAGS, Family, Lineage
from desktop_app.cleaning.page_blocks import HEADINGS, PageBlock
from desktop_app.cleaning.shingles import covered_shares, words_of

Matrix = NDArray[np.float32]

_TAGS = str.split(
    "p li h1 h2 h3 h4 h5 h6 div td table blockquote pre figcaption dd dt section span"
)
_SENTENCE_END = re.compile(r"[.!?…。！？۔؟।][\"'”’»)\]]*(?:\s|$)")
_ENDS = tuple(".!?…。！？۔؟।")
_QUOTES = "\"'“”‘’«»„"
#: A block counts as kept by a second opinion with more than this share of its words.
KEPT = 0.6
#: How many blocks around what was kept are looked at.
LOOK_AROUND = 8
_FIRST_LINES = 160  # characters: longer blocks are no date, byline or share line

_OWN = str.split(
    "words characters word_length link_share link_count sentences ends_sentence commas "
    "digits capitals upper lower_start starts_quote ends_colon ends_dots copyright "
    "address bar bracketed question bold_share byline_word date_line tail_word is_run "
    "break_count image_inside"
)
_TITLED = ["is_title", "title_share", "in_title", "in_description"]
_PLACE = str.split(
    "index share_index words_before depth after_h1 after_title duplicates_before "
    "duplicates marked_body hidden siblings parent_words parent_share parent_links "
    "grand_share best_distance"
)
_ALIKE = [
    "alike",
    "alike_words",
    "alike_links",
    "alike_first",
    "alike_second",
    "parent_first",
    "parent_second",
]
_VOTE_PARTS = str.split("own prev1 prev2 prev3 next1 next2 next3 since until inside edge")
_NEAR = ["words", "link_share", "ends_sentence", "heading", "item", "boilerplate", "same_parent"]
_PAGE = ["page_blocks", "page_words", "first_share", "second_share", "agreement", "articles"]

FEATURE_NAMES: tuple[str, ...] = (
    *_OWN,
    *_TITLED,
    *(f"tag_{tag}" for tag in _TAGS),
    *(f"reason_{reason.replace(' ', '_')}" for reason in JUDGED_REASONS),
    *_PLACE,
    *(f"in_{tag}" for tag in TELLING_TAGS),
    *(f"named_{name}" for name in NAME_HINTS),
    *_ALIKE,
    *(f"{vote}_{part}" for vote in ("first", "second") for part in _VOTE_PARTS),
    *(f"{side}_{name}" for side in ("prev", "next") for name in _NEAR),
    *_PAGE,
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of the page apart from its blocks: titles, description, second opinions."""

    titles: tuple[str, ...] = ()
    description: str = ""
    opinions: tuple[str, str] = ("", "")


def block_features(
    blocks: Sequence[PageBlock],
    facts: PageFacts,
    built: NDArray[np.int64],
    parents: NDArray[np.int64],
) -> Matrix:
    """One row of FEATURE_NAMES a block.

    ``built`` and ``parents`` number the blocks by how they are built and by what they stand in.
    """
    if not blocks:
        return np.zeros((0, len(FEATURE_NAMES)), np.float32)
    words = [words_of(block.text) for block in blocks]
    counts = _array([len(block_words) for block_words in words])
    votes = [_array(covered_shares(words, words_of(opinion))) for opinion in facts.opinions]
    looked_at = _looked_at(votes)
    family = Family()
    lineages = [family.of(block.element) for block in blocks]
    own = _array(
        [
            _own(block, len(own_words), seen)
            for block, own_words, seen in zip(blocks, words, looked_at, strict=True)
        ]
    )
    links = own[:, _OWN.index("link_share")]
    titled, title_at = _titled(words, facts)
    tags = _one_of(_TAGS, [block.element.tag for block in blocks])
    reasons = _one_of(
        JUDGED_REASONS,
        [_reason(block.text, seen) for block, seen in zip(blocks, looked_at, strict=True)],
    )
    return np.concatenate(
        [
            own,
            titled,
            tags,
            reasons,
            _place(blocks, counts, links, title_at, lineages),
            _steps([family.of(block.element.getparent()) for block in blocks], "tag_depths"),
            _steps(lineages, "name_depths"),
            _alike(counts, links, votes, built, parents),
            *(_vote(vote) for vote in votes),
            *_near(blocks, own, tags, reasons),
            _page(blocks, counts, votes),
        ],
        axis=1,
    )


def _array(rows: Sequence[Any] | NDArray[Any]) -> Matrix:
    return np.array(rows, np.float32)


def _one_of(known: Sequence[str], found: Sequence[str | None]) -> Matrix:
    """A row for each that was found, with a one in the column of that name."""
    places: dict[str | None, int] = {name: place for place, name in enumerate(known)}
    rows = np.zeros((len(found), len(known) + 1), np.float32)
    rows[np.arange(len(found)), [places.get(name, -1) for name in found]] = 1
    return rows[:, :-1]


def _steps(lineages: Sequence[Lineage], depths: str) -> Matrix:
    """Steps up to what stands at these depths, at most FAR."""
    own = np.array([lineage.depth for lineage in lineages])
    above = np.array([getattr(lineage, depths) for lineage in lineages])
    return _array(np.minimum(own[:, None] - above, FAR))


def _looked_at(votes: Sequence[Matrix]) -> list[bool]:
    """Which blocks' words are looked at: those near something that a second opinion kept.

    The others are nobody's article; looking at them would take half of the time.
    """
    kept = np.maximum(*votes) > KEPT
    if not kept.any():
        return [True] * len(kept)
    near = np.convolve(kept, np.ones(2 * LOOK_AROUND + 1))[LOOK_AROUND : LOOK_AROUND + len(kept)]
    return [bool(count) for count in near]


def _own(block: PageBlock, count: int, looked_at: bool) -> list[float]:
    text, element = block.text, block.element
    letters = max(1, len(text))
    inline = list(element.iterdescendants()) if len(element) else []
    links = [node for node in inline if node.tag == "a"]
    measures = [
        count,
        len(text),
        len(text) / max(1, count),
        1.0 if element.tag == "a" else min(1.0, sum(map(_length, links)) / letters),
        len(links),
    ]
    if not looked_at:
        return [*measures, *[0.0] * (len(_OWN) - len(measures))]
    digits = sum(map(str.isdigit, text))
    short = len(text) <= _FIRST_LINES
    bold = [node for node in inline if node.tag in ("b", "strong", "em", "i")]
    return [
        *measures,
        len(_SENTENCE_END.findall(text)),
        text.rstrip(_QUOTES + ")]").endswith(_ENDS),
        sum(map(text.count, ",，、،")),
        digits / letters,
        sum(map(str.isupper, text)) / letters,
        text.isupper(),
        text[:1].islower(),
        text[:1] in _QUOTES,
        text.endswith((":", "：")),
        text.endswith(("...", "…")),
        "©" in text or "(c)" in text,
        "@" in text or "http" in text or "www." in text,
        "|" in text or "·" in text or "•" in text,
        text[:1] in "([" and text[-1:] in ")]",
        "?" in text or "？" in text,
        min(1.0, sum(map(_length, bold)) / letters),
        short and opens_byline(text),
        short and digits > 0 and is_date_line(text),
        short and opens_tail(text),
        element.get("data-run") is not None,
        sum(node.tag == "br" for node in inline),
        any(node.tag == "img" for node in inline),
    ]


def _length(element: HtmlElement) -> int:
    return len("".join(element.itertext()) if len(element) else element.text or "")


def _reason(text: str, looked_at: bool) -> str | None:
    return boilerplate_reason(text) if looked_at and len(text) <= _FIRST_LINES else None


def _titled(words: Sequence[Sequence[str]], facts: PageFacts) -> tuple[Matrix, int]:
    """How much each block repeats titles and description, and the last that is the title."""
    folded = [frozenset(map(str.casefold, words_of(title))) for title in facts.titles]
    titles = list(dict.fromkeys(folded))
    sizes = [max(1, len(title)) for title in titles]
    description = {word.casefold() for word in words_of(facts.description)}
    rows, title_at = [], -1
    for i, block_words in enumerate(words):
        own = set(map(str.casefold, block_words))
        common = [len(own & title) for title in titles]
        share = max(map(truediv, common, sizes), default=0.0)
        within = max(common, default=0) / max(1, len(own))
        is_title = share > 0.8 and within > 0.8
        rows.append([is_title, share, within, len(own & description) / max(1, len(own))])
        if is_title and len(own) > 2 and i <= len(words) // 2:
            title_at = i
    return _array(rows), title_at


def _place(
    blocks: Sequence[PageBlock],
    counts: Matrix,
    links: Matrix,
    title_at: int,
    lineages: Sequence[Lineage],
) -> Matrix:
    total = max(1.0, float(counts.sum()))
    before = (np.cumsum(counts) - counts) / total
    h1 = next((block.index for block in blocks if block.element.tag == "h1"), -1)
    times = Counter(block.text for block in blocks)
    seen: Counter[str] = Counter()
    around = containers_of(blocks, counts.tolist(), links.tolist())
    rows = []
    for i, (block, lineage) in enumerate(zip(blocks, lineages, strict=True)):
        parent = block.element.getparent()
        grand = parent.getparent() if parent is not None else None
        parent_words = around.words.get(parent, 0.0)
        rows.append(
            [
                i,
                i / len(blocks),
                before[i],
                lineage.depth,
                _since(i, h1),
                _since(i, title_at),
                seen[block.text],
                times[block.text],
                lineage.marked_body,
                lineage.hidden,
                len(parent) if parent is not None else 0,
                parent_words,
                parent_words / total,
                around.linked.get(parent, 0.0) / max(1.0, parent_words),
                around.words.get(grand, 0.0) / total,
                min(FAR, around.distance(block.element)),
            ]
        )
        seen[block.text] += 1
    return _array(rows)


def _since(place: int, mark: int) -> int:
    return max(-30, min(60, place - mark)) if mark >= 0 else -31


def _alike(
    counts: Matrix,
    links: Matrix,
    votes: Sequence[Matrix],
    built: NDArray[np.int64],
    parents: NDArray[np.int64],
) -> Matrix:
    """Means over the blocks built alike, and over those with the same parent."""
    size = np.bincount(built).astype(np.float32)
    weight = counts + 0.1
    columns: list[NDArray[Any]] = [
        size[built],
        *((np.bincount(built, of) / size)[built] for of in (counts, links)),
    ]
    for group in (built, parents):
        total = np.bincount(group, weight)
        columns.extend((np.bincount(group, vote * weight) / total)[group] for vote in votes)
    return np.stack(columns, axis=1).astype(np.float32)


def _vote(vote: Matrix) -> Matrix:
    """A second opinion of the block, of its neighbours, and where it stands in what was kept."""
    size = len(vote)
    padded = np.pad(vote, 3)
    places, kept = np.arange(size), np.flatnonzero(vote > KEPT)
    first, last = (int(kept[0]), int(kept[-1])) if len(kept) else (size, -1)
    edge = np.where(places < first, first - places, np.minimum(last - places, 0))
    columns: list[NDArray[Any]] = [
        vote,
        *(padded[3 - step : 3 - step + size] for step in (1, 2, 3)),
        *(padded[3 + step : 3 + step + size] for step in (1, 2, 3)),
        *steps_to(places, kept),
        (places >= first) & (places <= last),
        edge.clip(-FAR, FAR),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def steps_to(
    places: NDArray[np.int64], kept: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Steps back and forward to the nearest kept block, at most FAR."""
    if not len(kept):
        far = np.full(len(places), FAR)
        return far, far
    back = np.searchsorted(kept, places, side="right") - 1
    since = np.where(back >= 0, places - kept[np.maximum(back, 0)], FAR)
    ahead = np.searchsorted(kept, places, side="left")
    until = np.where(ahead < len(kept), kept[np.minimum(ahead, len(kept) - 1)] - places, FAR)
    return since.clip(0, FAR), until.clip(0, FAR)


def _near(blocks: Sequence[PageBlock], own: Matrix, tags: Matrix, reasons: Matrix) -> list[Matrix]:
    """What the blocks before and after are like."""
    headings = tags[:, [_TAGS.index(tag) for tag in sorted(HEADINGS)]].any(axis=1)
    told = [own[:, _OWN.index(name)] for name in ("words", "link_share", "ends_sentence")]
    base = np.stack([*told, headings, tags[:, _TAGS.index("li")], reasons.any(axis=1)], axis=1)
    parents = [block.element.getparent() for block in blocks]
    same = [one is other for one, other in pairwise(parents)]
    nothing = np.full((1, base.shape[1]), -1.0)
    before = np.concatenate([nothing, base[:-1]])
    after = np.concatenate([base[1:], nothing])
    return [
        np.column_stack([before, [False, *same]]).astype(np.float32),
        np.column_stack([after, [*same, False]]).astype(np.float32),
    ]


def _page(blocks: Sequence[PageBlock], counts: Matrix, votes: Sequence[Matrix]) -> Matrix:
    total = max(1.0, float(counts.sum()))
    shares = [float((vote * counts).sum()) / total for vote in votes]
    both = float((np.minimum(*votes) * counts).sum()) / total
    articles = sum(1 for _ in blocks[0].element.getroottree().iter("article"))
    row = [len(blocks), total, *shares, both / max(0.01, *shares), articles]
    return np.tile(_array(row), (len(blocks), 1))
