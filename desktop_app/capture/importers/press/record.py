"""One record of a press database in the words that all of them share, and as an article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.capture.importers.press.told_dates import told_date
from desktop_app.capture.importers.references import person, persons
from desktop_app.core.database_labels import LANGUAGES, OUTLET_PLACE
from desktop_app.core.folding import fold
from desktop_app.core.imported import ImportedArticle, Origin

_BY = re.compile(
    r"(?:by|von|par|por|di|da|de|door|av|af|от|por:|byline|texte?|interview)\s*:?\s+", re.IGNORECASE
)
_SHOUTED_BY = re.compile(r"(?:BY|VON|PAR|POR|DI|DOOR)\s")
_AND = re.compile(
    r"\s(?:and|und|et|y|e|och|og|en(?=\s[^\W\d_]\S*\s[^\W\d_]))\s|\s?[;/|]\s?|\s&\s", re.IGNORECASE
)
_IN_PLACE = re.compile(r"\s(?:in|aus|à|at|for|from|en|dans|desde|da)\s", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspond\w+|editors?|special|bureau|columnist|chief|desk"
    r"|redak\w+|korrespond\w+|envoy\w+|agenc\w+|agentur|news|service|press|redac\w+|redazione"
    r"|r[ée]dact\w+|correspons\w+|corrispond\w+|inviat\w+|journalist\w*|author|autor|reuters|anonym\w*|an[óo]nimo|anonimo)\b",
    re.IGNORECASE,
)
_JOINTS = frozenset(("and", "und", "et", "y", "e", "en", "och", "og"))
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+")
_PLACE = re.compile(r"\s*(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\])")
# Words in small letters that are parts of names; others tell what somebody is.
_PARTICLES = frozenset(
    str.split("al bin da das de del della den der di do dos du e el ibn la le ten ter van vom von")
)
_MAX_NAME, _MAX_NAME_WORDS = 60, 5
_MAX_TITLE = 1_000
_MAX_FACT = 20_000


@dataclass(slots=True)
class PressRecord:
    """What a record tells. ``facts`` are what no field takes, with the names they have there.

    ``published`` and ``byline`` are as they are written; ``number`` is the database's own;
    ``broken`` says why it isn't taken over.
    """

    title: str = ""
    subtitle: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    agency: str = ""
    number: str = ""
    broken: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def add_fact(self, name: str, value: str) -> None:
        """Keep what no field takes; nothing for an empty value."""
        if value.strip():
            self.facts.append((name, value.strip()[:_MAX_FACT]))

    def article(self, program: str, row: int) -> ImportedArticle:
        """The record as an article; its number, else all that it tells, is what it is known by."""
        authors, is_whole = authors_of(self.byline)
        if self.byline and not is_whole:
            self.facts.insert(0, ("Byline", self.byline[:_MAX_FACT]))
        day = told_date(self.published) if self.published else None
        if self.published and day is None:
            self.add_fact("Date", self.published)
        code = language_code(self.language)
        if self.language and code is None:
            self.add_fact("Language", self.language)
        outlet = OUTLET_PLACE.sub("", self.outlet).strip() or self.outlet
        if outlet != self.outlet:
            self.facts.insert(0, ("Source", self.outlet[:_MAX_FACT]))
        return ImportedArticle(
            Origin(program, self.number or self._digest(), row),
            url=self.url or None,
            title=self.title[:_MAX_TITLE].strip() or None,
            subtitle=self.subtitle.strip() or None,
            authors=authors,
            publisher=outlet[:_MAX_TITLE].strip() or None,
            agency=self.agency or None,
            language=code,
            published=day,
            text="\n\n".join(self.body),
            note="\n".join(f"- {name}: {value}" for name, value in self.facts),
        )

    def _digest(self) -> str:
        told = (self.title, self.outlet, self.published, self.byline, *self.body)
        words = "\0".join(" ".join(fold(each).split()) for each in told)
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def language_code(told: str) -> str | None:
    """The code of a language that is told by name (“GERMAN; DEUTSCH”); None for one unknown."""
    names = (fold(each).strip(" .") for each in re.split(r"[;,/]", told))
    return next((LANGUAGES[name] for name in names if name in LANGUAGES), None)


def authors_of(byline: str) -> tuple[tuple[str, ...], bool]:
    """The persons a byline names, and whether that is all it says.

    “By Jane Roe in Kyiv and JOHN DOE; jdoe@paper.example” names two, and says more.
    """
    text = _SHOUTED_BY.sub("", byline, count=1) if _SHOUTED_BY.match(byline) else byline
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    bare = _PLACE.sub("", _ADDRESS.sub("", text))
    found: list[str] = []
    for part in _AND.split(bare):
        found += _names_in(_IN_PLACE.split(part)[0].strip(" ,.;:–—-"))
    names = persons(found)
    named = sum(len(_WORD.findall(name)) for name in names)
    said = sum(word.lower() not in _JOINTS for word in _WORD.findall(text))
    return names, named == said


def _names_in(part: str) -> Iterable[str]:
    """The names between commas: “Roe, Jane” is one, “Jane Roe, John Doe” are two."""
    pieces = [each.strip(" .") for each in part.split(",") if each.strip(" .")]
    is_turned = len(pieces) == 2 and all(
        1 <= len(each.split()) <= 2 + at for at, each in enumerate(pieces)
    )
    if is_turned and len(pieces[0].split()) == 1 and _is_name(f"{pieces[1]} {pieces[0]}"):
        return [_recased(person(f"{pieces[0]}, {pieces[1]}"))]
    names = [_recased(each) for each in pieces if _is_name(each)]
    # “Jane Roe, Berlin”: one word beside a full name is a place.
    full = [each for each in names if " " in each]
    return full or names


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _MAX_NAME_WORDS or len(text) > _MAX_NAME:
        return False
    if any(letter.isdigit() for letter in text) or _ROLE.search(text):
        return False
    full = [word for word in words if word not in _PARTICLES]
    is_cased = any(letter.lower() != letter.upper() for letter in text)
    return bool(full) and (not is_cased or all(not word[0].islower() for word in full))


def _recased(name: str) -> str:
    """A name that is all capitals as names are written."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    words = (
        word.lower() if word.lower() in _PARTICLES else re.sub(r"\w+", _capital, word)
        for word in name.split()
    )
    return " ".join(words)


def _capital(match: re.Match[str]) -> str:
    return match[0].capitalize()
