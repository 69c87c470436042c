"""Who is named in a text: the recogniser alone, whatever the text's source.

It reads scripts that have capitals by the lists of words of their language (`cased_names`) or else
by evidence learnt from English (`name_scoring`), Chinese, Japanese and Korean by what stands beside
a name (`ideographic_names`), Arabic, Hebrew and Devanagari by titles, verbs and name data
(`uncased_names`), and ties every short form to its full name (`name_resolution`).
Where the user has chosen a spaCy pipeline, it says who is a person, in any
script (`spacy_names`); all else stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.analysis.cased_names import cased_mentions, is_in
from desktop_app.analysis.ideographic_names import ideographic_mentions
from desktop_app.analysis.language_words.registry import words_of
from desktop_app.analysis.name_address import address_of
from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_credits import credited
from desktop_app.analysis.name_resolution import PersonMention, Resolution, resolve
from desktop_app.analysis.name_scoring import ReadText, persons_in, read_text
from desktop_app.analysis.name_weights import NameWeights, learnt_weights
from desktop_app.analysis.name_words import GIVEN_NAME_TITLES
from desktop_app.analysis.person_roles import role_of
from desktop_app.analysis.sentences import Sentence, sentences
from desktop_app.analysis.spacy_names import spacy_persons
from desktop_app.analysis.uncased_names import uncased_mentions
from desktop_app.core.article import Mention, NamedPerson


def recognise(
    text: str, *, wrapped: bool = True, language: str | None = None
) -> tuple[NamedPerson, ...]:
    """The people named in a plain text, in the order of their first mention."""
    return names_in(text, wrapped=wrapped, language=language).persons


def names_in(text: str, *, wrapped: bool = True, language: str | None = None) -> Resolution:
    """The people named in a plain text, and the short forms that may be several of them.

    Offsets count characters of the text; a possessive ending belongs to no mention. ``wrapped``
    tells whether lines of the text may be wrapped within a sentence. ``language`` is a BCP 47 tag;
    without it a text in Latin or Cyrillic script is read as English.
    """
    told = spacy_persons(text, language)
    if told is not None:
        read = read_text(text, wrapped=wrapped)
        return resolve(_uncredited((_told_mention(start, end, read) for start, end in told), text))
    words = words_of(language)
    if words is not None:
        parts = sentences(text, wrapped=wrapped)
        if is_in(parts, words):
            return _resolved(cased_mentions(text, parts, words), text, parts)
    return resolve_read(read_text(text, wrapped=wrapped), learnt_weights())


def resolve_read(read: ReadText, weights: NameWeights) -> Resolution:
    """What the evidence learnt from English tells of a text with these weights."""
    found = persons_in(read, weights)
    mentions = (_mention(one, sentence, read.text) for one, sentence in found)
    return _resolved(mentions, read.text, read.sentences)


def _resolved(cased: Iterable[PersonMention], text: str, parts: Sequence[Sentence]) -> Resolution:
    """The persons of a text by their mentions in scripts with capitals, and those in others."""
    mentions = _uncredited(cased, text)
    mentions += ideographic_mentions(text, parts)
    mentions += uncased_mentions(text, parts)
    return resolve(mentions)


def _uncredited(mentions: Iterable[PersonMention], text: str) -> list[PersonMention]:
    """The mentions without those that only credit who made the text or its pictures."""
    spans = credited(text)
    return [
        found
        for found in mentions
        if not any(start <= found.mention.start < end for start, end in spans)
    ]


def _told_mention(start: int, end: int, read: ReadText) -> PersonMention:
    """A name that spaCy found, as we would bound it, where we see a name there too."""
    for candidate, sentence in read.candidates:
        if candidate.start < end and start < candidate.end:
            return _mention(candidate, sentence, read.text)
    around = next((part for part in read.sentences if part.start <= start < part.end), None)
    sentence_text = around.text if around else read.text[start:end]
    return PersonMention(Mention(start, end, read.text[start:end], None, sentence_text))


def _mention(candidate: Candidate, sentence: Sentence, text: str) -> PersonMention:
    start, end = candidate.start, candidate.end
    mention = Mention(start, end, text[start:end], role_of(candidate, text), sentence.text)
    title = candidate.lead[-1].lower if candidate.lead else ""
    return PersonMention(mention, title in GIVEN_NAME_TITLES, address=address_of(title))
