"""Which tags an article may deserve, told by the articles that it shares something with.

Neighbours vote, as in k-nearest-neighbour tag recommendation (Sigurbjörnsson and van Zwol, “Flickr
tag recommendation based on collective knowledge”, 2008): what few articles share weighs more than
what many do, and a tag that is everywhere anyhow says little. Pure.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

#: A tag is suggested where it has at least this share of the votes, from so many articles.
_LEAST_SHARE = 0.08
_LEAST_ARTICLES = 2
#: By how much it must be more frequent among the neighbours than in the whole archive.
_LEAST_LIFT = 1.5


@dataclass(frozen=True, slots=True)
class SharedTrait:
    """What other articles share with one: in words (“naming Qin Gang”), and which they are."""

    words: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TagSuggestion:
    """A tag, and why: “on 7 of 12 articles naming Qin Gang”."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class TagUse:
    """The tags of each neighbour, how many articles have each, and how many there are at all."""

    of_article: Mapping[int, Collection[str]]
    counts: Mapping[str, int]
    articles: int


def suggest_tags(
    traits: Sequence[SharedTrait], use: TagUse, carried: Collection[str], limit: int = 5
) -> list[TagSuggestion]:
    """The likeliest tags that the article doesn't carry, itself or by one below."""
    weights: defaultdict[int, float] = defaultdict(float)
    for trait in traits:
        weight = math.log1p(use.articles / (1 + len(trait.articles)))
        for article in trait.articles:
            weights[article] += weight
    votes: defaultdict[str, float] = defaultdict(float)
    voters: Counter[str] = Counter()
    for article, weight in weights.items():
        for path in use.of_article.get(article, ()):
            votes[path] += weight
            voters[path] += 1
    total = sum(weights.values())
    scores = {
        path: score
        for path, voted in votes.items()
        if voters[path] >= _LEAST_ARTICLES
        and not _is_covered(path, carried)
        and (score := _score(voted / total, use.counts.get(path, 0) / max(use.articles, 1)))
    }
    best = sorted(scores, key=lambda path: (-scores[path], path))[:limit]
    return [TagSuggestion(path, _reason(path, traits, use)) for path in best]


def _score(share: float, usual: float) -> float:
    """0 where the tag isn't to be suggested."""
    is_telling = share >= _LEAST_SHARE and share >= _LEAST_LIFT * usual
    return share - usual if is_telling else 0.0


def _is_covered(path: str, carried: Collection[str]) -> bool:
    return any(tag == path or tag.startswith(f"{path}/") for tag in carried)


def _reason(path: str, traits: Sequence[SharedTrait], use: TagUse) -> str:
    """In words, the trait of which most articles have the tag, in number and in share."""

    def tagged(trait: SharedTrait) -> int:
        return sum(path in use.of_article.get(article, ()) for article in trait.articles)

    best = max(traits, key=lambda trait: tagged(trait) ** 2 / (1 + len(trait.articles)))
    return f"on {tagged(best)} of {len(best.articles)} articles {best.words}"
