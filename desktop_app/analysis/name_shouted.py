"""Names in headlines in capitals, by the names of the running text: “BLAIR MEETS CLINTON”.

Where every word is in capitals, capitals tell no name and part none; what the text says in its
own spelling does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_evidence import ends_of
from desktop_app.analysis.name_tokens import Token, is_shouted
from desktop_app.analysis.sentences import Sentence

_LONGEST = 5

Found = tuple[Candidate, Sentence]


def with_shouted(candidates: Sequence[Found], accepted: Sequence[Found]) -> list[Found]:
    """The accepted names, those in lines of capitals bounded as the rest of the text has them."""
    sentences = {id(one.tokens): (one.tokens, where) for one, where in candidates}
    lines = {key: line for key, line in sentences.items() if is_shouted(line[0])}
    if not lines:
        return list(accepted)
    calm = [found for found in accepted if id(found[0].tokens) not in lines]
    names = set(_spellings(one for one, _ in calm))
    told = [(one, where) for tokens, where in lines.values() for one in _named(tokens, names)]
    taken = {token.start for one, _ in told for token in one.words}
    kept = [
        found
        for found in accepted
        if id(found[0].tokens) in lines
        and not any(token.start in taken for token in found[0].words)
        and (not names or _is_plainly_a_name(found[0]))
    ]
    return calm + told + kept


def _spellings(calm: Iterable[Candidate]) -> Iterator[tuple[str, ...]]:
    """Full names and family names, as words in lower case."""
    for one in calm:
        yield one.key
        if len(one.key) > 1:
            yield ends_of(one.key)[1:]


def _named(tokens: list[Token], names: set[tuple[str, ...]]) -> Iterator[Candidate]:
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
            words = tokens[place : place + length]
            if tuple(word.lower for word in words) in names and words[0].all_capitals:
                yield Candidate(tokens, place - _is_behind_given(tokens, place), place + length)
                place += length - 1
                break
        place += 1


def _is_behind_given(tokens: list[Token], place: int) -> bool:
    """Whether a usual given name stands before a name: “TOM COTTON”, whom the text calls Cotton."""
    if not place or tokens[place].gap != " " or not tokens[place - 1].all_capitals:
        return False
    before = kinds_of(tokens[place - 1].text.title())
    return bool(before & Kind.GIVEN and before & Kind.COMMON and not before & Kind.WORD)


def _is_plainly_a_name(candidate: Candidate) -> bool:
    """Whether all its words are known as names, so that no verb is taken in."""
    return all(word.initial or kinds_of(word.text) & Kind.NAME for word in candidate.words)
