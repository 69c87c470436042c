"""Articles, persons and mentions as FollowTheMoney entities, a JSON line each, for OpenAleph.

The properties are those of the schemata ``Article``, ``Person`` and ``Mention``
(https://followthemoney.tech/explorer/schemata/). Ids are made of what stays the same, so that a
second import changes what the first brought.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from desktop_app.core.article import Article, NamedPerson, Person
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError
from desktop_app.export.base.folder_record import article_key
from desktop_app.export.base.moments import utc_text
from desktop_app.export.base.plain_words import one_line, web_address, writable

#: The longest values that the schema has room for: texts, other words, names.
MOST_TEXT, MOST_WORDS, MOST_NAME = 65_000, 1_000, 300
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_MEDIA_TYPE = re.compile(r"[\w.+-]{1,100}/[\w.+-]{1,100}", re.ASCII)
#: ISO 639-1 codes with those of ISO 639-3 that the schema knows.
_CODES = """
    af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell
    en:eng es:spa et:est fa:fas fi:fin fil:fil fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye
    id:ind is:isl it:ita ja:jpn ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir lb:ltz lo:lao lt:lit
    lv:lav mk:mkd mn:mon ms:msa mt:mlt my:mya nb:nor ne:nep nl:nld nn:nor no:nor pl:pol ps:pus
    pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel tg:tgk
    th:tha tk:tuk tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho
"""
_LANGUAGES = dict(pair.split(":") for pair in _CODES.split())


class FtmEntities:
    """Makes the lines; ``mark`` tells the archive from others, whose persons have the same ids.

    ``person_ids`` are the persons named so far, in the order in which they were.
    """

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self.person_ids: dict[int, None] = {}

    def article(self, article: Article) -> Iterator[bytes]:
        """The lines of an article and of who is named there; persons come by ``persons``."""
        document = _id("article", article_key(article))
        yield _line(document, "Article", _article_properties(article))
        for person in article.clean.people:
            names = _names(person)
            if person.id is None or not names:
                continue
            self.person_ids[person.id] = None
            resolved = self._person_id(person.id)
            mention = {
                "document": [document],
                "resolved": [resolved],
                "name": names,
                "detectedSchema": ["Person"],
            }
            yield _line(_id("mention", document, resolved), "Mention", mention)

    def persons(self, persons: Iterable[Person]) -> Iterator[bytes]:
        """The lines of persons."""
        for person in persons:
            name = _name(person.name)
            aliases = [_name(each) for each in person.aliases]
            properties = {
                "name": [name],
                "alias": [each for each in aliases if " " in each and each != name],
                # A surname alone may be another's.
                "weakAlias": [each for each in aliases if " " not in each and each != name],
                "position": [one_line(role, MOST_WORDS) for role in person.roles],
                "wikidataId": [person.wikidata or ""],
            }
            if not _WIKIDATA.fullmatch(person.wikidata or ""):
                del properties["wikidataId"]
            if name:
                yield _line(self._person_id(person.id), "Person", properties)

    def _person_id(self, person_id: int) -> str:
        return _id("person", self._mark, str(person_id))


def _article_properties(article: Article) -> dict[str, list[str]]:
    clean, snapshot = article.clean, article.snapshot
    addresses = (web_address(clean.url), web_address(clean.canonical_url))
    language = _LANGUAGES.get((clean.language or "").partition("-")[0].lower(), "")
    media_type = snapshot.media_type if snapshot else ""
    return {
        "title": [one_line(clean.title or "", MOST_WORDS) or "Untitled"],
        "summary": [one_line(clean.subtitle or "", MOST_TEXT)],
        "author": [one_line(each, MOST_WORDS) for each in clean.authors],
        "publisher": [one_line(clean.publisher or "", MOST_WORDS)],
        "publishedAt": [_date(clean.published)],
        "modifiedAt": [_date(clean.modified)],
        "retrievedAt": [utc_text(article.captured).removesuffix("Z")],
        "sourceUrl": [each for each in addresses if each],
        "language": [language],
        "mimeType": [media_type if _MEDIA_TYPE.fullmatch(media_type) else ""],
        "keywords": [one_line(each, MOST_WORDS) for each in article.tags],
        "peopleMentioned": [_name(each.name) for each in clean.people],
        # The schema's own property for hashes is for SHA-1, by which OpenAleph looks for a file.
        "notes": [f"SHA-256 of the page as captured: {snapshot.sha256}" if snapshot else ""],
        "bodyText": list(_texts(writable(clean.text))),
    }


def _texts(text: str) -> Iterator[str]:
    """The text in values as long as the schema takes them, parted between paragraphs or words."""
    while len(text) > MOST_TEXT:
        end = max(text.rfind("\n\n", 0, MOST_TEXT), 0) or max(text.rfind(" ", 0, MOST_TEXT), 0)
        end = end or MOST_TEXT
        yield text[:end].strip()
        text = text[end:].lstrip()
    yield text.strip()


def _names(person: NamedPerson) -> list[str]:
    """The name, and the words by which the article names the person."""
    used = (person.name, *(each.text for each in person.mentions))
    return [each for each in dict.fromkeys(map(_name, used)) if each]


def _name(text: str) -> str:
    """A name on one line; empty where it is none, but signs alone."""
    name = one_line(text, MOST_NAME)
    return name if any(map(str.isalnum, name)) else ""


def _date(edtf: str | None) -> str:
    """As much of a date as is sure: a day, a month, a year, or nothing."""
    try:
        date = EdtfDate.parse(edtf) if edtf else None
    except InputError:
        return ""
    if date is None:
        return ""
    first, last = date.earliest, date.latest
    for length in (10, 7, 4):
        if first[:length] == last[:length]:
            return first[: min(length, len(date.text.rstrip("?~%")))] if length < 10 else first
    return ""


def _id(*parts: str) -> str:
    content = "\x1f".join(("cuttings", *parts)).encode("utf-8", "replace")
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def _line(entity_id: str, schema: str, properties: dict[str, list[str]]) -> bytes:
    """An entity; properties without a value are left out, each value stands once."""
    told = {name: list(dict.fromkeys(filter(None, each))) for name, each in properties.items()}
    entity = {
        "id": entity_id,
        "schema": schema,
        "properties": {name: each for name, each in told.items() if each},
    }
    return (json.dumps(entity, ensure_ascii=False) + "\n").encode("utf-8", "replace")
