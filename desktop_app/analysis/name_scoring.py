"""Which candidates are persons: names of several words first, then the single words they explain.

Only the order of judging is here; evidence and weights have their own modules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.analysis.name_candidates import Candidate, candidates_of
from desktop_app.analysis.name_evidence import DocumentEvidence, features_of, gather
from desktop_app.analysis.name_tokens import tokens_of
from desktop_app.analysis.name_weights import NameWeights
from desktop_app.analysis.sentences import Sentence, sentences

#: A candidate is taken for a person from this probability on.
SEVERAL_THRESHOLD = 0.5
SINGLE_THRESHOLD = 0.5


@dataclass(slots=True)
class ReadText:
    """A text with its sentences, the candidates in them and what the whole says of its words."""

    text: str
    sentences: list[Sentence]
    candidates: list[tuple[Candidate, Sentence]]
    document: DocumentEvidence


@dataclass(slots=True)
class AcceptedEnds:
    """The first and last words of the names of several words that were taken for persons."""

    first: Counter[str] = field(default_factory=Counter)
    last: Counter[str] = field(default_factory=Counter)

    def add(self, candidate: Candidate) -> None:
        """Note the words of a person's full name."""
        key = candidate.key
        self.first[key[0]] += 1
        self.last[key[-1]] += 1

    def features(self, candidate: Candidate) -> list[str]:
        """What the full names of the text say for a single word."""
        word = candidate.key[0]
        if self.last[word]:
            return ["family name of a person"]
        return ["given name of a person"] if self.first[word] else ["no person's name"]


def read_text(text: str) -> ReadText:
    """A text made ready for judging."""
    parts = sentences(text)
    tokens = [tokens_of(sentence.text, sentence.start) for sentence in parts]
    plain = {token.lower for sentence in tokens for token in sentence if not token.capital}
    found = [
        (candidate, sentence)
        for sentence, words in zip(parts, tokens, strict=True)
        for candidate in candidates_of(words, plain)
    ]
    return ReadText(text, parts, found, gather(tokens, [candidate for candidate, _ in found]))


def is_single(candidate: Candidate) -> bool:
    """Whether the candidate is one word."""
    return candidate.last - candidate.first == 1


def persons_in(read: ReadText, weights: NameWeights) -> list[tuple[Candidate, Sentence]]:
    """The candidates that are persons, in the order of the text."""
    several = [found for found in read.candidates if not is_single(found[0])]
    single = [found for found in read.candidates if is_single(found[0])]
    likely = several_probabilities(read, weights.several)
    ends = AcceptedEnds()
    accepted = [found for found in several if likely[found[0].key] >= SEVERAL_THRESHOLD]
    for candidate, _ in accepted:
        ends.add(candidate)
    for found in single:
        features = features_of(found[0], read.text, read.document) + ends.features(found[0])
        if weights.probability(weights.single, features) >= SINGLE_THRESHOLD:
            accepted.append(found)
    return sorted(accepted, key=lambda found: found[0].start)


def several_probabilities(
    read: ReadText, weights: Mapping[str, float]
) -> dict[tuple[str, ...], float]:
    """How likely each name of several words is a person's, by the likeliest of its places."""
    likely: dict[tuple[str, ...], float] = {}
    for candidate, _ in read.candidates:
        if is_single(candidate):
            continue
        features = features_of(candidate, read.text, read.document)
        probability = NameWeights.probability(weights, features)
        likely[candidate.key] = max(likely.get(candidate.key, 0.0), probability)
    return likely
