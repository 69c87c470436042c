"""The very words in and beside a candidate, and their endings: what only learnt weights can judge.

Classes of words are `name_evidence`'s and `name_contexts`' business; a word that was too seldom
seen where the weights were learnt has no weight and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.analysis.name_candidates import Candidate


def spelling_features(candidate: Candidate) -> Iterator[str]:
    """The words of a candidate, the one on either side and the parts of its last word."""
    single = candidate.last - candidate.first == 1
    kind = "1" if single else "n"
    for name, word in _beside(candidate):
        yield f"{name} {kind} {word}"
    for word in candidate.key:
        yield f"is {kind} {word}"
    last = candidate.key[-1]
    yield f"ends with {kind} {last[-2:]}"
    yield f"ends with {kind} {last[-4:]}"
    yield f"begins with {kind} {last[:3]}"
    if not single:
        yield f"first ends with {candidate.key[0][-2:]}"


def _beside(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """The words before and behind, the capitalised ones that lead it counted apart."""
    tokens = candidate.tokens
    if candidate.lead:
        yield "led by", candidate.lead[-1].lower
    left = candidate.first - len(candidate.lead)
    if left:
        yield "behind", tokens[left - 1].lower
    if candidate.last < len(tokens):
        yield "before word", tokens[candidate.last].lower
