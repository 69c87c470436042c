"""A person's note: names, the user's words on them, and the articles that name them by date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.article import Person
from desktop_app.core.folding import fold
from desktop_app.export.base.portable_markdown import portable_markdown
from desktop_app.export.markdown.markdown_file import ShownImages
from desktop_app.export.vault.article_note import as_day, digest_of
from desktop_app.export.vault.flavours import Flavour, stem
from desktop_app.export.vault.kept_sentences import KeptSentences
from desktop_app.export.vault.names import VaultNames, VaultRow
from desktop_app.export.vault.words import FOREIGN_TO_OWN, as_words

#: A person named in more articles than these has a heading for each year.
_FEW = 30
_MOST_ROLES = 20
#: A name that so many persons go by is nobody's alone.
_SHARED = 2
#: To be raised when the code below makes another note of the same.
_VERSION = 1


@dataclass(frozen=True, slots=True)
class PersonTold:
    """Somebody whom the vault's articles name: these in the order of time, with their sentences.

    ``aliases`` are the names by which a link may call the note.
    """

    person: Person
    name: str
    rows: Sequence[tuple[VaultRow, str]]
    aliases: Sequence[str]

    def made_from(self, flavour: Flavour) -> str:
        """The digest of all that the note is made from."""
        return digest_of(_VERSION, flavour.name, self)


def person_told(
    person: Person,
    flavour: Flavour,
    names: VaultNames,
    sentences: KeptSentences,
    shared: Mapping[str, int],
) -> PersonTold:
    """What there is to tell of a person.

    ``shared`` counts how many persons go by a folded name: one of several can't be an alias where
    a page's alias is its name.
    """
    name = names.people[person.id]
    rows = [(names.rows[at], said) for at, said in sentences.of(person.id) if at in names.rows]
    aliases = [
        alias
        for alias in dict.fromkeys((person.name, *person.aliases))
        if alias != stem(name)
        and (flavour.name != "logseq" or shared.get(fold(alias), 0) < _SHARED)
    ]
    return PersonTold(person, name, rows, aliases)


def person_note(told: PersonTold, flavour: Flavour) -> str:
    """The note of somebody whom the vault's articles name."""
    person, rows = told.person, told.rows
    fields: dict[str, object] = {
        "aliases": list(told.aliases),
        "roles": list(person.roles[-_MOST_ROLES:]),
        "articles": len(rows),
        "first": as_day(rows[0][0].published) if rows else None,
        "last": as_day(_last(rows)),
        "wikidata": person.wikidata,
        "type": "person",
        "cuttings": f"person:{person.id}",
    }
    parts = [own_markdown(person.note)] if person.note.strip() else []
    parts += ["## Articles", "\n".join(_lines(rows, flavour, told.name))] if rows else []
    return flavour.note(told.name, fields, "\n\n".join(parts))


def own_markdown(markdown: str) -> str:
    """Markdown of the user's own, without what would be run or fetched elsewhere."""
    shown = ShownImages({}, str)
    return portable_markdown(markdown.strip("\n"), shown.rewrite, FOREIGN_TO_OWN)


def article_line(row: VaultRow, flavour: Flavour, of: str) -> str:
    """An article in a list: its title as a link, then what tells it from others."""
    link = flavour.link(of, row.name, row.title)
    return f"{link}, {as_words(row.publisher)}" if row.publisher else link


def _lines(rows: Sequence[tuple[VaultRow, str]], flavour: Flavour, of: str) -> Iterator[str]:
    year = None
    for row, sentence in rows:
        if len(rows) > _FEW and row.year != year:
            if year is not None:
                yield ""
            yield from (f"### {row.year or 'Undated'}", "")
            year = row.year
        day = f"{as_words(row.published[:10])} " if row.published else ""
        said = f": “{as_words(sentence)}”" if sentence else ""
        yield f"- {day}{article_line(row, flavour, of)}{said}"


def _last(rows: Sequence[tuple[VaultRow, str]]) -> str | None:
    dated = [row.published for row, _ in rows if row.order]
    return dated[-1] if dated else None
