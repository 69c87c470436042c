"""Where a name may stand: runs of capitalised words, without the titles and roles before them.

Nothing is decided here but where a candidate begins and ends; `name_evidence` weighs it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_tokens import Token
from desktop_app.analysis.name_words import (
    ABBREVIATED_TITLES,
    AMBIGUOUS_PARTICLES,
    AND_PARTICLES,
    EPONYMS,
    FOREIGN_STOPS,
    NAME_STOPS,
    NAMED_THINGS,
    NATIONALITIES,
    OF_PARTICLES,
    OPENING_PARTICLES,
    PARTICLES,
    ROLES,
    ROMANCE_WORDS,
    RULERS,
    SHIP_WORDS,
    STOPS,
    SUFFIXES,
    THINGS,
    TITLE_NAMES,
    TITLES,
)
from desktop_app.analysis.namesakes import NAMESAKES

_A_NAME = Kind.NAME | Kind.GIVEN | Kind.FAMILY
_LONGEST_RUN = 12
_LONGEST_NAME = 6
# “The ambassador to Britain Liu Xiaoming”: the country is no part of the name.
_BEFORE_COUNTRIES = ("of", "in", "from", "to")
# “And” between two family names of one person, or between two persons.
_JOINING = frozenset({"e", "i", "y"})
#: What stands between a given name and the nickname quoted behind it.
OPENING_QUOTES = frozenset((' "', " “", " ‘", " '", " («", " «", " („", " („", ' ("', " (", " („"))
_HOMES = frozenset({"u", "us", "usa", "uk", "united", "new", "south", "north", "czech", "saudi"})
#: What closes such a nickname.
CLOSING_QUOTES = frozenset(('" ', "” ", "’ ", "' ", "») ", "» ", '") ', ") ", "”) "))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a name: ``tokens[first:last]`` of their sentence.

    ``lead`` are the capitalised title, role and other words that stood directly before them.
    """

    tokens: list[Token]
    first: int
    last: int
    lead: tuple[Token, ...] = ()

    @property
    def words(self) -> list[Token]:
        """The words of the candidate."""
        return self.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text, a possessive ending left out, the stop of “Jr.” kept."""
        end = self.tokens[self.last - 1]
        kept = end.stopped and (end.lower in ("jr", "sr") or (end.initial and not self._closes))
        return end.end + kept

    @property
    def _closes(self) -> bool:
        return self.last == len(self.tokens)

    @property
    def key(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(token.lower for token in self.tokens[self.first : self.last])


def candidates_of(tokens: list[Token], plain: Container[str]) -> Iterator[Candidate]:
    """The candidates of one sentence, in order; plain are the words in lower case of the text."""
    place = 0
    while place < len(tokens):
        if not tokens[place].capital:
            place += 1
            continue
        end = _run_end(tokens, place)
        if place and _opens_with_particle(tokens, place, plain):
            place -= 1
        yield from _pieces(tokens, place, end, plain)
        place = end


def _opens_with_particle(tokens: list[Token], place: int, plain: Container[str]) -> bool:
    before = tokens[place - 1].lower
    particle = before in OPENING_PARTICLES and tokens[place].gap == " "
    kinds = kinds_of(tokens[place].text)
    if before in OF_PARTICLES:
        romance = any(word in plain for word in ROMANCE_WORDS)
        return particle and not romance and not kinds & (Kind.WORD | Kind.PLACE)
    return particle and bool(kinds & Kind.NAME)


def _run_end(tokens: list[Token], first: int) -> int:
    """The index behind the last word that belongs to the run begun at first."""
    place = first + 1
    while place < len(tokens) and place - first < _LONGEST_RUN:
        step = _joined(tokens, place)
        if step == 0:
            break
        place += step
    return place


def _joined(tokens: list[Token], place: int) -> int:
    """How many words from place on go on with the run before it."""
    token, before = tokens[place], tokens[place - 1]
    if token.capital:
        if _is_space(token.gap) or _after_stop(before, token.gap):
            return 1
        return _nickname(tokens, place)
    if token.lower in PARTICLES and _is_space(token.gap):
        return _particles(tokens, place)
    return 0


def _is_space(gap: str) -> bool:
    return gap == " " or (gap.isspace() and gap.count("\n") < 2)


def _after_stop(before: Token, gap: str) -> bool:
    abbreviated = before.initial or before.lower in ABBREVIATED_TITLES
    return abbreviated and gap in (". ", ".", ".\u00a0", ".\n")


def _nickname(tokens: list[Token], place: int) -> int:
    """How many words a quoted nickname and the word after it take; 0 if it isn't one."""
    if tokens[place].gap not in OPENING_QUOTES:
        return 0
    for length in (1, 2):
        closing = place + length
        if closing < len(tokens) and tokens[closing].gap in CLOSING_QUOTES:
            return length + 1 if tokens[closing].capital and not is_home(tokens[place]) else 0
    return 0


def is_home(token: Token) -> bool:
    """Whether a word in brackets tells where somebody is from: “Udo Bölts (Germany) Telekom”."""
    if not token.gap.endswith("("):
        return False
    kinds = kinds_of(token.text)
    country = kinds & Kind.PLACE and not (kinds & Kind.GIVEN and kinds & Kind.COMMON)
    return bool(country) or token.lower in NATIONALITIES or token.lower in _HOMES


def _particles(tokens: list[Token], place: int) -> int:
    """How many words a row of lower-case particles and the name after it take, else 0."""
    for length in (1, 2, 3):
        after = place + length
        if after >= len(tokens) or not _is_space(tokens[after].gap):
            return 0
        if tokens[after].capital:
            return length + 1 if _particles_fit(tokens, place, after) else 0
        if tokens[after].lower not in PARTICLES:
            return 0
    return 0


def _particles_fit(tokens: list[Token], place: int, after: int) -> bool:
    particle = tokens[place].lower
    if tokens[after].lower in STOPS:
        return False
    if particle not in AMBIGUOUS_PARTICLES:
        return True
    before, behind = kinds_of(tokens[place - 1].text), kinds_of(tokens[after].text)
    if particle in _JOINING and behind & Kind.GIVEN and tokens[after + 1 : after + 2]:
        following = tokens[after + 1]
        if following.capital and following.gap == " ":
            return False  # “Winston Churchill y José Stalin” are two, “Ortega y Gasset” is one
    known = before & behind if particle in AND_PARTICLES else before | behind
    return bool(known & Kind.NAME)


def _pieces(
    tokens: list[Token], first: int, end: int, plain: Container[str]
) -> Iterator[Candidate]:
    """The candidates of one run, which words that are never part of a name cut."""
    begin = first
    for place in range(first, end + 1):
        dateline = place < end and _opens_dateline(tokens, place, begin)
        if place < end and not dateline and not _cuts(tokens, place, (begin, end), plain):
            continue
        if begin < place:
            candidate = _trimmed(tokens, begin, place)
            if candidate is not None:
                yield candidate
        begin = place if dateline else place + 1


def _cuts(tokens: list[Token], place: int, run: tuple[int, int], plain: Container[str]) -> bool:
    """Whether the word parts two names: “But”, “Thursday”, but not “May” behind “Theresa”."""
    token = tokens[place]
    begin, end = run
    if token.initial:
        return _is_pronoun(tokens, place, begin)
    if token.lower in FOREIGN_STOPS and token.lower not in STOPS:
        if not token.opens and token.lower not in plain:
            return False
    elif token.lower not in STOPS:
        return False
    if not token.capital or (place > begin and token.gap in OPENING_QUOTES):
        return False
    if token.lower in NAME_STOPS and _is_name_here(tokens, place, begin, end):
        return False
    opens_a_name = token.lower in PARTICLES and place == begin and place + 1 < end
    return not (opens_a_name and kinds_of(tokens[place + 1].text) & Kind.NAME)


def _is_pronoun(tokens: list[Token], place: int, begin: int) -> bool:
    """Whether a single capital is “I” or “A” and not an initial or a ruler's number."""
    token = tokens[place]
    if token.stopped or token.text not in ("I", "A"):
        return False
    if token.text == "A":
        return token.opens
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if place > begin and (after is None or after.gap.strip() or after.lower == "of"):
        return False
    return not any(before.lower in RULERS for before in tokens[begin:place])


def _is_name_here(tokens: list[Token], place: int, begin: int, end: int) -> bool:
    if place > begin:
        before = tokens[place - 1]
        known = kinds_of(before.text) & Kind.NAME and before.lower not in STOPS
        return bool(known or before.initial or before.lower in TITLES)
    if place + 1 >= end:
        return False
    after = tokens[place + 1]
    given = kinds_of(tokens[place].text) & Kind.GIVEN
    if after.lower in STOPS or not given:
        return False
    behind = kinds_of(after.text)
    if tokens[place].lower == "jan":
        return not behind & (Kind.WORD | Kind.PLACE)
    return bool(behind & Kind.FAMILY)


def _trimmed(tokens: list[Token], begin: int, end: int) -> Candidate | None:
    """The piece without titles and roles before it and letters of degrees behind it."""
    first = _name_start(tokens, begin, end)
    last = end
    while last - 1 > first and _is_trailing(tokens, first, last - 1):
        last -= 1
    while first < last and not _may_open(tokens[first]):
        first += 1
    while last > first and not tokens[last - 1].capital:
        last -= 1
    first = _behind_bracket(tokens, first, last)
    if first >= last or last - first > _LONGEST_NAME:
        return None
    if last - first == 1 and tokens[first].initial:
        return None
    if _names_a_thing(tokens, last) or _is_namesake(tokens, begin, first, last):
        return None
    return Candidate(tokens, first, last, tuple(tokens[begin:first]))


def _is_namesake(tokens: list[Token], begin: int, first: int, last: int) -> bool:
    """Whether a storm, ship or firm bears the name, and no title says that a person is meant."""
    titled = any(token.lower in TITLES for token in tokens[begin:first])
    if tokens[first].lower in NAMED_THINGS and last - first > 1:
        return True
    if first > begin and tokens[first - 1].lower in NAMED_THINGS:
        return True
    if begin and tokens[begin - 1].lower in SHIP_WORDS and tokens[begin].gap == " ":
        return not titled
    words = " ".join(token.lower for token in tokens[first:last])
    return not titled and (words in NAMESAKES or _is_of_a_firm(tokens, first, last))


def _is_of_a_firm(tokens: list[Token], first: int, last: int) -> bool:
    """Whether “&” joins the name with one word to a firm's: “Stanley Black & Decker”."""
    if last < len(tokens) and tokens[last].gap == " & " and tokens[last].capital:
        return (
            last + 1 == len(tokens) or tokens[last + 1].gap != " " or not tokens[last + 1].capital
        )
    return last - first == 1 and tokens[first].gap == " & "


def _behind_bracket(tokens: list[Token], first: int, last: int) -> int:
    """Where the name begins when a quote or bracket that opened before it closes within."""
    opened = False
    for place in range(first + 1, last):
        if tokens[place].gap in OPENING_QUOTES:
            opened = True
        elif tokens[place].gap in CLOSING_QUOTES:
            if not opened:
                return place
            opened = False
    return first


def _names_a_thing(tokens: list[Token], last: int) -> bool:
    """Whether the name is only what something is called after: “Parkinson's disease”."""
    return last < len(tokens) and tokens[last - 1].possessive and tokens[last].lower in EPONYMS


def _may_open(token: Token) -> bool:
    return token.capital or token.lower in OPENING_PARTICLES


def _name_start(tokens: list[Token], begin: int, end: int) -> int:
    first = begin
    for place in range(begin, end - 1):
        if (
            _is_title(tokens, place, end)
            or _is_thing(tokens, place, begin, end)
            or _is_abbreviation(tokens, place, begin, end)
        ):
            first = place + 1
    while first < end - 1 and _is_lead(tokens, first, begin, end):
        first += 1
    return first


def _is_abbreviation(tokens: list[Token], place: int, begin: int, end: int) -> bool:
    """Whether a short word in capitals parts what is before it from a name: “Leeds DL Jane Roe”."""
    token = tokens[place]
    short = token.all_capitals and len(token.text) <= 3 and place > begin and end - place > 2
    mixed = not any(other.all_capitals for other in tokens[place + 1 : end])
    return short and mixed and token.lower not in SUFFIXES and not token.number


def _opens_dateline(tokens: list[Token], place: int, begin: int) -> bool:
    """Whether a place in capitals begins the text behind a byline: “Ann Roe LONDON, March 3”."""
    token = tokens[place]
    if place - begin < 2 or not token.all_capitals or len(token.text) < 4:
        return False
    before = tokens[begin:place]
    return bool(kinds_of(token.text) & Kind.PLACE) and not any(t.all_capitals for t in before)


def _is_title(tokens: list[Token], place: int, end: int) -> bool:
    word = tokens[place].lower
    if word not in TITLES and word not in ROLES:
        return False
    if tokens[place + 1].lower in SUFFIXES:
        return False
    return not (word in TITLE_NAMES and end - place == 2)


def _is_thing(tokens: list[Token], place: int, begin: int, end: int) -> bool:
    """Whether an organisation ends here and a full name begins: “Liberal Party Joe Dickson”."""
    token = tokens[place]
    quoted = place > begin and token.gap in OPENING_QUOTES
    if end - place < 3 or token.initial or not token.capital or quoted:
        return False
    opener = kinds_of(tokens[begin].text)
    named = opener & Kind.COMMON and opener & Kind.GIVEN
    if token.lower not in THINGS and (named or kinds_of(token.text) & Kind.NAME):
        return False
    behind = kinds_of(tokens[place + 1].text.partition("-")[0])
    return bool(behind & Kind.GIVEN and behind & Kind.COMMON and not behind & Kind.PLACE)


def _is_lead(tokens: list[Token], place: int, begin: int, end: int) -> bool:
    """Whether the first word of a piece is no part of the name behind it."""
    token = tokens[place]
    kinds = kinds_of(token.text)
    if token.initial:
        return False
    if token.lower in NATIONALITIES:
        return not (end - place == 2 and _is_given_before_family(tokens, place))
    if end - place < 3:
        return bool(token.opens and kinds & Kind.WORD and not kinds & Kind.NAME)
    behind = kinds_of(tokens[place + 1].text)
    country = kinds & Kind.LARGE and kinds & Kind.PLACE and not kinds & Kind.COMMON
    if country and place == begin and begin and tokens[begin - 1].lower in _BEFORE_COUNTRIES:
        return bool(behind & Kind.NAME)
    nameless = not kinds & _A_NAME
    if kinds & Kind.WORD and nameless and behind & Kind.NAME and not behind & Kind.WORD:
        return True
    return bool(behind & Kind.GIVEN and (country or token.lower in THINGS or nameless))


def _is_given_before_family(tokens: list[Token], place: int) -> bool:
    """Whether a nationality or faith is a given name here: “Christian Jennings”, “Roman Roe”."""
    given = kinds_of(tokens[place].text)
    behind = kinds_of(tokens[place + 1].text)
    known = given & Kind.GIVEN and given & Kind.COMMON and behind & Kind.FAMILY
    return bool(known and not given & Kind.WORD and not behind & (Kind.WORD | Kind.PLACE))


def _is_trailing(tokens: list[Token], first: int, place: int) -> bool:
    """Whether the last word is a role or degree behind a full name."""
    token = tokens[place]
    if token.lower == "day" and tokens[place - 1].lower in SUFFIXES:
        return True
    if token.lower in ("phd", "md", "mp", "mep", "msp", "esq", "qc", "kc", "obe", "mbe", "cbe"):
        return True
    if place - first < 2 or not kinds_of(tokens[first].text) & Kind.GIVEN:
        return False
    role = token.lower in ROLES or token.lower in NATIONALITIES
    return bool(role and not kinds_of(token.text) & Kind.FAMILY)
