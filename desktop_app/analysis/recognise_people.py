"""Who is named in a text: the recogniser alone, whatever the text's source.

It reads scripts that have capitals by learnt evidence (`name_scoring`), Chinese, Japanese and
Korean by what stands beside a name (`ideographic_names`), and ties every short form to its full
name (`name_resolution`). Arabic, Hebrew and Indic scripts are not read yet.
"""

from __future__ import annotations

from desktop_app.analysis.ideographic_names import ideographic_mentions
from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_resolution import PersonMention, resolve
from desktop_app.analysis.name_scoring import persons_in, read_text
from desktop_app.analysis.name_weights import learnt_weights
from desktop_app.analysis.name_words import GIVEN_NAME_TITLES
from desktop_app.analysis.person_roles import role_of
from desktop_app.analysis.sentences import Sentence
from desktop_app.core.article import Mention, NamedPerson


def recognise(text: str, *, wrapped: bool = True) -> tuple[NamedPerson, ...]:
    """The people named in a plain text, in the order of their first mention.

    Offsets count characters of the text; a possessive ending belongs to no mention. ``wrapped``
    tells whether lines of the text may be wrapped within a sentence.
    """
    read = read_text(text, wrapped=wrapped)
    found = persons_in(read, learnt_weights())
    mentions = [_mention(candidate, sentence, text) for candidate, sentence in found]
    for sentence in read.sentences:
        mentions += [PersonMention(mention) for mention in ideographic_mentions(sentence)]
    return resolve(mentions)


def _mention(candidate: Candidate, sentence: Sentence, text: str) -> PersonMention:
    start, end = candidate.start, candidate.end
    mention = Mention(start, end, text[start:end], role_of(candidate, text), sentence.text)
    titles = {token.lower for token in candidate.lead[-1:]}
    return PersonMention(mention, bool(titles & GIVEN_NAME_TITLES))
