"""Which candidates are persons: names of several words first, then the single words they explain.

Only the order of judging is here; evidence and weights have their own modules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from desktop_app.analysis.name_candidates import Candidate, candidates_of
from desktop_app.analysis.name_contexts import lead_class
from desktop_app.analysis.name_crf import CrfWeights, name_log_odds
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_evidence import DocumentEvidence, ends_of, features_of, gather
from desktop_app.analysis.name_neighbours import is_speaking, is_told_otherwise, told_by_neighbours
from desktop_app.analysis.name_results import is_placed, told_by_results
from desktop_app.analysis.name_runs import RunReader
from desktop_app.analysis.name_shouted import with_shouted
from desktop_app.analysis.name_tokens import tokens_of
from desktop_app.analysis.name_weights import NameWeights, logistic, sum_of
from desktop_app.analysis.name_words import GIVEN_NAME_TITLES, RULERS_NUMBERS, THINGS
from desktop_app.analysis.namesakes import FIRMS
from desktop_app.analysis.sentences import Sentence, sentences

#: A candidate is taken for a person from this probability on.
SEVERAL_THRESHOLD = 0.42
SINGLE_THRESHOLD = 0.4
#: The same for a single word that no full name of the text explains. The weights were learnt from
#: English, so that other languages need more.
LONE_THRESHOLD = 0.5
LONE_FOREIGN_THRESHOLD = 0.7
#: The same in a headline or list item, where every noun may be capitalised, for a name that the
#: running text doesn't have and that begins with no given name.
HEADING_THRESHOLD = 0.9
#: The least probability of a given name and more behind a title.
TITLED = 0.8
#: What a country in brackets behind a name adds to its sum.
PLACED = 2.0
#: The share of the sequence model's word beside the sum of the evidence, found on held-out texts.
SEQUENCE_SHARE = 0.3
#: No probability reaches this.
NEVER = 2.0
_LONGEST_HEADING = 90
# A line with so many numbers or commas is a row of results and no headline.
_FEWEST_FIGURES = 2
_NUMBER = re.compile(r"\d+")


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
        first, last = ends_of(candidate.key)
        self.first[first] += 1
        self.last[last] += 1

    def explain(self, candidate: Candidate) -> bool:
        """Whether a single word is the first or last of a person's full name."""
        word = candidate.key[0]
        return self.last[word] > 0 or self.first[word] > 0

    def features(self, candidate: Candidate) -> list[str]:
        """What the full names of the text say for a single word."""
        word = candidate.key[0]
        if self.last[word]:
            return ["family name of a person"]
        return ["given name of a person"] if self.first[word] else ["no person's name"]


def read_text(text: str, *, wrapped: bool = True) -> ReadText:
    """A text made ready for judging; ``wrapped`` as in ``sentences``."""
    parts = sentences(text, wrapped=wrapped)
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
    odds = sequence_odds(read, weights.sequence)
    likely = several_probabilities(read, weights.several, odds)
    ends = AcceptedEnds()
    running = {found[0].key for found in read.candidates if not _is_heading(found[1])}
    told = told_by_results((one for one, _ in read.candidates), read.text)
    never = set[int]()
    if read.document.is_english:
        told |= told_by_neighbours([one for one, _ in read.candidates], read.text)
        never = {
            one.start for one, _ in read.candidates if is_told_otherwise(one, read.text)
        } - told
    accepted = [
        found
        for found in several
        if found[0].start not in never
        and (
            found[0].start in told
            or likely[found[0].key] >= _threshold(found[0], found[0].key in running)
        )
    ]
    for candidate, _ in accepted:
        ends.add(candidate)
    sums = [
        _judged(
            sum_of(weights.single, features_of(one, read.text, read.document) + ends.features(one)),
            one,
            odds,
        )
        for one, _ in single
    ]
    common = _means(single, sums)
    for found, own in zip(single, sums, strict=True):
        threshold = _single_threshold(found[0], ends, read.document)
        likely_enough = logistic((own + common[found[0].key]) / 2) >= threshold
        quoted = found[0].start in never and not ends.explain(found[0])
        speaks = bool(ends.last[found[0].key[0]]) and is_speaking(found[0])
        if (likely_enough and not quoted) or speaks or found[0].start in told:
            accepted.append(found)
    return sorted(with_shouted(read.candidates, accepted), key=lambda found: found[0].start)


def sequence_odds(read: ReadText, weights: CrfWeights | None) -> dict[int, float]:
    """The log odds of words in runs that they are a person's, by where each begins."""
    if weights is None:
        return {}
    reader = RunReader((one for one, _ in read.candidates), read.text, read.document)
    return {
        token.start: odds
        for run, features in reader.read()
        for token, odds in zip(
            run.tokens[run.first : run.last], name_log_odds(weights, features), strict=True
        )
    }


def _judged(total: float, candidate: Candidate, odds: Mapping[int, float]) -> float:
    """The sum of the evidence, and in part what the sequence model makes of the words."""
    told = [odds[word.start] for word in candidate.words if word.start in odds]
    if not told:
        return total
    return (1 - SEQUENCE_SHARE) * total + SEQUENCE_SHARE * fmean(told)


def _single_threshold(
    candidate: Candidate, ends: AcceptedEnds, document: DocumentEvidence
) -> float:
    if ends.explain(candidate):
        return SINGLE_THRESHOLD
    called = candidate.key[0] in FIRMS or candidate.key[0] in document.things_called
    if called and not document.is_addressed(candidate.key):
        return NEVER
    if document.capitals_say_little and not document.tells_a_person(candidate.key):
        return NEVER
    return LONE_THRESHOLD if document.is_english else LONE_FOREIGN_THRESHOLD


def _threshold(candidate: Candidate, in_running_text: bool) -> float:
    word = candidate.words[0]
    given = word.initial or kinds_of(word.text) & Kind.GIVEN
    return SEVERAL_THRESHOLD if in_running_text or given else HEADING_THRESHOLD


def _is_heading(sentence: Sentence) -> bool:
    text = sentence.text
    if len(text) > _LONGEST_HEADING or text[-1] in '.!?…"”’»:;,)':
        return False
    return len(_NUMBER.findall(text)) < _FEWEST_FIGURES and text.count(",") < _FEWEST_FIGURES


def _means(
    found: Sequence[tuple[Candidate, Sentence]], sums: Sequence[float]
) -> dict[tuple[str, ...], float]:
    """The mean evidence for each word over all its places: a text rarely means two things by it."""
    gathered: dict[tuple[str, ...], list[float]] = {}
    for (candidate, _), total in zip(found, sums, strict=True):
        gathered.setdefault(candidate.key, []).append(total)
    return {key: fmean(totals) for key, totals in gathered.items()}


def _titled(candidate: Candidate) -> bool:
    """Whether a title tells a person: with a given name, “Mr Cyrus Field”, or “King Letsie III”."""
    if candidate.lead and candidate.words[-1].lower in RULERS_NUMBERS:
        return candidate.lead[-1].lower in GIVEN_NAME_TITLES
    given = kinds_of(candidate.words[0].text) & Kind.GIVEN
    things = any(word.lower in THINGS for word in candidate.words)
    return bool(given) and not things and lead_class(candidate) == "title"


def several_probabilities(
    read: ReadText, weights: Mapping[str, float], odds: Mapping[int, float]
) -> dict[tuple[str, ...], float]:
    """How likely each name of several words is a person's, by the likeliest of its places.

    ``odds`` are the sequence model's, none where it isn't asked.
    """
    likely: dict[tuple[str, ...], float] = {}
    for candidate, _ in read.candidates:
        if is_single(candidate):
            continue
        total = sum_of(weights, features_of(candidate, read.text, read.document))
        total = _judged(total, candidate, odds)
        if is_placed(candidate, read.text):
            total += PLACED
        least = TITLED if _titled(candidate) else 0.0
        likely[candidate.key] = max(likely.get(candidate.key, 0.0), logistic(total), least)
    return likely
