"""Persons in Korean text: a family name of the closed list and two syllables, beside an office.

Foreign names are told by the name data. A family name with the office that the person was given
before is one more mention; so is a full name anywhere, whatever particle is bound to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.analysis.korean_words import (
    FIRST_SYLLABLES,
    FOREIGN_SYLLABLES,
    LAST_SYLLABLES,
    LOAN_WORDS,
    NO_NAMES,
    OFFICES,
    PROFESSIONS,
)
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.unspaced_text import HANGUL, Found, is_name

_FAMILIES = (
    "(?:남궁|황보|제갈|선우|독고|사공|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진엄채원천방공현"
    "함변염여추도소석선설마길연위표명기반라왕금옥육인맹탁국어은편용])"
)
_COURTESY = "(?:씨|군|양|옹)"
_OFFICE = f"(?:{'|'.join(sorted(OFFICES, key=len, reverse=True))})"
_LED_OFFICE = rf"(?:{HANGUL}{{0,4}}{_OFFICE}|{_COURTESY})"
_PROFESSION = f"(?:{'|'.join(sorted(PROFESSIONS, key=len, reverse=True))})인?"
_PARTICLE = "(?:은|는|이|가|을|를|의|와|과|도|에게|께서|에|로|만|라고|이라고)?"
_ONE_SYLLABLE = "은는이가을를의와과도에로만해한"
_LONGER_PARTICLES = ("에서", "에게", "께서", "까지", "부터", "으로", "하고", "하며")
_INSTITUTIONS = ("부", "처", "청", "원", "당", "국", "위원회", "대학교")
_LONGEST_FOREIGN = 2
_BORDER = rf"(?!{HANGUL})"
# “The foreign ministry's”, “France's”: what may stand between a name and its office.
_BETWEEN = rf"(?:\s(?:전|현|신임|{HANGUL}{{1,6}}(?:부|처|청|원|당|국|위원회)|{HANGUL}{{2,6}}))??"
_BEFORE_OFFICE = re.compile(
    rf"(?<!{HANGUL})(?P<name>{_FAMILIES}{HANGUL}{{2}}|{_FAMILIES}{HANGUL})"
    rf"(?P<between>{_BETWEEN})\s?(?P<office>{_LED_OFFICE}){_PARTICLE}{_BORDER}"
)
_BEHIND_PROFESSION = re.compile(
    rf"(?<!{HANGUL}){HANGUL}{{0,3}}{_PROFESSION}\s(?!{_PROFESSION}\s)"
    rf"(?P<name>{_FAMILIES}{HANGUL}{{2}}|{_FAMILIES}{HANGUL}){_PARTICLE}{_BORDER}"
)
_FOREIGN_BEHIND = re.compile(
    rf"(?<!{HANGUL}){HANGUL}{{0,3}}{_PROFESSION}\s(?P<name>{HANGUL}{{1,6}}\s{HANGUL}{{2,6}}?)"
    rf"{_PARTICLE}{_BORDER}"
)
_FOREIGN = re.compile(
    rf"(?<!{HANGUL})(?P<name>{HANGUL}{{1,7}}(?:\s{HANGUL}{{2,7}}){{0,2}})(?P<between>{_BETWEEN})\s"
    rf"(?P<office>{_LED_OFFICE}){_PARTICLE}{_BORDER}"
)
_WORD = re.compile(rf"(?<!{HANGUL})(?P<name>{_FAMILIES}{HANGUL}{{2}}){_PARTICLE}{_BORDER}")
_SUBJECT = re.compile(
    rf"(?<!{HANGUL})(?P<name>{_FAMILIES}{HANGUL}{{2}})(?:은|는|이|가|도|의){_BORDER}"
)
# What a sentence says of persons alone: speech, feats of sport, life and death.
_OF_PERSONS = re.compile(
    "말했|밝혔|전했|설명했|강조했|주장했|지적했|비판했|덧붙였|털어놨|털어놓|호소했|반박했|사과했|인사했"
    "|골을 |홈런|득점|메달을|별세|숨졌|태어났|결혼|은퇴|데뷔|출연|열연|수상|받았다|불렀|연기했|눈물"
    "|웃었|울었|당선|취임|사임|구속|체포|기소"
)
_TWO_WORDS = re.compile(
    rf"(?<!{HANGUL})(?P<name>(?P<first>{HANGUL}{{1,6}})\s(?P<second>{HANGUL}{{2,6}}?)){_PARTICLE}{_BORDER}"
)
_OFTEN = 2
_LONGEST_SENTENCE = 200
_VERB_ENDINGS = "하해되할된될던들적만며게다한"


def korean_names(text: str) -> Iterator[Found]:
    """The places where a text names persons, in no special order."""
    found: dict[int, Found] = {}
    offices: dict[tuple[str, str], set[str]] = {}
    for match in _FOREIGN.finditer(text):
        each = _foreign(match)
        if each:
            found[each.start] = each
    for match in _FOREIGN_BEHIND.finditer(text):
        if _is_foreign_name(match["name"]) and _is_free(match, found):
            found[match.start("name")] = _found(match)
    for match in _before_offices(text):
        if _is_free(match, found):
            found[match.start("name")] = _found(match)
            for office in _offices(match["office"]):
                offices.setdefault((match["name"][0], office), set()).add(match["name"])
    for match in _BEHIND_PROFESSION.finditer(text):
        name = _without_particle(match["name"], text)
        if _is_free(match, found) and _is_korean_name(name, "of a profession"):
            start = match.start("name")
            found[start] = Found(start, start + len(name), name)
    for each in (*_of_two_words(text), *_told_by_verbs(text), *_often_named(text)):
        if all(each.end <= other.start or other.end <= each.start for other in found.values()):
            found[each.start] = each
    full = {each.name for each in found.values()}
    yield from _tied(found, full)
    yield from _again(text, found, full)
    yield from _by_family_name(text, offices, found)


def _before_offices(text: str) -> Iterator[re.Match[str]]:
    """Korean names before an office; behind a word that is none the next one may be."""
    place = 0
    while match := _BEFORE_OFFICE.search(text, place):
        if _is_korean_name(match["name"], match["between"]):
            yield match
            place = match.end()
        else:
            place = match.end("name")


def _is_free(match: re.Match[str], found: dict[int, Found]) -> bool:
    start, end = match.span("name")
    return all(end <= each.start or each.end <= start for each in found.values())


def _without_particle(name: str, text: str) -> str:
    """A name of two syllables where the third is a particle, as its other places tell."""
    if name[-1] in _ONE_SYLLABLE and re.search(
        rf"(?<!{HANGUL}){name[:-1]}(?!{name[-1]}){_PARTICLE}{_BORDER}", text
    ):
        return name[:-1]
    return name


def _found(match: re.Match[str]) -> Found:
    return Found(*match.span("name"), match["name"])


def _is_korean_name(name: str, between: str) -> bool:
    """Whether a word is a name; of two syllables only where more than an office tells so."""
    if name in NO_NAMES or {name, name[:2]} & (OFFICES | PROFESSIONS):
        return False
    if kinds_of(name) & Kind.PLACE:
        return False
    between = between.strip()
    if between in NO_NAMES and not between.endswith(_INSTITUTIONS):
        return False
    loose = between and not between.endswith(_INSTITUTIONS) and between not in ("전", "현", "신임")
    if loose and between != "of a profession" and not kinds_of(between) & Kind.PLACE:
        return len(name) > 2 and _is_likely(name)
    return len(name) > 2 or bool(between) or is_name(name)


def _offices(office: str) -> set[str]:
    """The office with and without the words bound before it."""
    last = re.search(f"{_OFFICE}$", office)
    return {office, last[0] if last else office}


def _foreign(match: re.Match[str]) -> Found | None:
    """A foreign name: the known words before an office, or any two before a country and one."""
    words = match["name"].split()
    if not match["between"] and len(words) > 1 and kinds_of(words[-1]) & Kind.PLACE:
        words, country = words[:-1], True
    else:
        country = bool(kinds_of(match["between"].strip()) & Kind.PLACE)
    place = len(words)
    begins = match.start("name") == 0 or match.string[match.start("name") - 2] in ".!?"
    while place > 0 and len(words) - place < _LONGEST_FOREIGN:
        opens = begins and place == 1 and _looks_foreign(words[-1])
        if not _is_foreign(words[place - 1], unknown=country or opens):
            break
        place -= 1
    start = match.start("name") + sum(len(word) + 1 for word in words[:place])
    name = " ".join(words[place:])
    if len(name) < 2 or (not any(map(is_name, name.split())) and len(words) - place < 2):
        return None
    if re.fullmatch(f"{_FAMILIES}{HANGUL}{{2}}", name) and not is_name(name):
        return None
    return Found(start, start + len(name), name)


def _is_foreign(word: str, *, unknown: bool) -> bool:
    if word in NO_NAMES or kinds_of(word) & Kind.PLACE:
        return False
    bound = word[-1] in _ONE_SYLLABLE or word.endswith(_LONGER_PARTICLES)
    return is_name(word) or _looks_foreign(word) or (unknown and not bound)


def _looks_foreign(word: str) -> bool:
    """Whether a word is spelt as Korean spells foreign names."""
    return word not in LOAN_WORDS and len(word) > 1 and 2 * _foreign_syllables(word) >= len(word)


def _is_foreign_name(name: str) -> bool:
    """Whether two words behind a profession are a foreign name; the first one tells."""
    words = name.split()
    listed = NO_NAMES | OFFICES | PROFESSIONS
    if not listed.isdisjoint(words) or any(kinds_of(word) & Kind.PLACE for word in words):
        return False
    bound = words[0][-1] in _ONE_SYLLABLE and not is_name(words[0])
    return not bound and (is_name(words[0]) or _looks_foreign(words[0]))


def _foreign_syllables(word: str) -> int:
    return sum(syllable in FOREIGN_SYLLABLES for syllable in word)


def _of_two_words(text: str) -> Iterator[Found]:
    """A given name that is known and another name behind it, both foreign."""
    place = 0
    while match := _TWO_WORDS.search(text, place):
        first, second = match["first"], match["second"]
        known = is_name(first) and first not in NO_NAMES and len(first) > 1
        if known and not kinds_of(first) & Kind.PLACE and _goes_on(first, second):
            yield _found(match)
            place = match.end()
        else:
            place = match.end("first")


def _goes_on(first: str, second: str) -> bool:
    """Whether a word behind a known one is spelt as the rest of a foreign name."""
    if second in NO_NAMES or second in OFFICES or kinds_of(second) & Kind.PLACE:
        return False
    both = first + second
    return _looks_foreign(second) and 2 * _foreign_syllables(both) >= len(both)


def _is_likely(name: str) -> bool:
    """Whether a family name's syllable and two more are those of Korean given names."""
    listed = name in NO_NAMES or {name, name[:2]} & (OFFICES | PROFESSIONS)
    if listed or name[-1] in _VERB_ENDINGS or kinds_of(name) & Kind.PLACE:
        return False
    return is_name(name[1:]) or (name[1] in FIRST_SYLLABLES and name[2] in LAST_SYLLABLES)


def _told_by_verbs(text: str) -> Iterator[Found]:
    """The subject of a sentence of what only persons do, where it is written as a name is."""
    for match in _SUBJECT.finditer(text):
        end = text.find(". ", match.end())
        sentence = text[match.end() : end if end > 0 else match.end() + _LONGEST_SENTENCE]
        if _is_likely(match["name"]) and _OF_PERSONS.search(sentence):
            yield _found(match)


def _often_named(text: str) -> Iterator[Found]:
    """Words of a family name and a likely given name that stand at least twice."""
    places: dict[str, list[Found]] = {}
    for match in _WORD.finditer(text):
        if _is_likely(match["name"]):
            places.setdefault(match["name"], []).append(_found(match))
    for each in places.values():
        if len(each) >= _OFTEN:
            yield from each


def _tied(found: dict[int, Found], full: set[str]) -> Iterator[Found]:
    """What was found, a foreign family name tied to the only full name that ends with it."""
    for each in found.values():
        owners = [name for name in full if name.endswith(" " + each.name)]
        yield Found(each.start, each.end, owners[0] if len(owners) == 1 else each.name)


def _again(text: str, found: dict[int, Found], full: set[str]) -> Iterator[Found]:
    """Other places of the full names, and of the last word of foreign ones."""
    forms = {name: name for name in full}
    last = [name.split()[-1] for name in full if " " in name]
    for name in full:
        word = name.split()[-1]
        if " " in name and last.count(word) == 1:
            forms.setdefault(word, name)
    for form in sorted(forms, key=len, reverse=True):
        for match in re.finditer(
            rf"(?<!{HANGUL})(?P<name>{re.escape(form)}){_PARTICLE}{_BORDER}", text
        ):
            start, end = match.span("name")
            if all(end <= other.start or other.end <= start for other in found.values()):
                found[start] = Found(start, end, forms[form])
                yield found[start]


def _by_family_name(
    text: str, offices: dict[tuple[str, str], set[str]], found: dict[int, Found]
) -> Iterator[Found]:
    """“President Yoon”: the family name with the office of the only one who was named with it."""
    for (family, office), names in offices.items():
        if len(names) > 1 or any(
            each.name[0] == family and each.name not in names and len(each.name) == 3
            for each in found.values()
        ):
            continue
        former = "(?:\\s(?:전|현|신임))?"
        pattern = (
            rf"(?<!{HANGUL})(?P<name>{family}){former}\s?{re.escape(office)}{_PARTICLE}{_BORDER}"
        )
        for match in re.finditer(pattern, text):
            if match.start() not in found:
                found[match.start()] = Found(match.start(), match.end("name"), next(iter(names)))
                yield found[match.start()]
