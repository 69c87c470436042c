"""The commands about persons: list them, show, merge, split, rename, hide, and recognise."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop_app.cli.archive_access import (
    ListByDefault,
    json_option,
    open_library,
    query_argument,
    query_text,
)
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import counter, print_json, print_table, print_text, say
from desktop_app.cli.person_mentions import assign, name
from desktop_app.core.article import Person
from desktop_app.core.article_json import (
    named_person_to_json,
    person_mention_to_json,
    person_suggestion_to_json,
    person_to_json,
)
from desktop_app.core.errors import AppError, InputError
from desktop_app.core.query import parse_query
from desktop_app.core.wikidata import item_address, items_given_up
from desktop_app.services.library import Library
from desktop_app.services.people.recognise_people import recognise_in_file

_person = click.argument("person_id", type=int, metavar="ID")


@click.group(cls=ListByDefault, options_metavar="[QUERY] [--json]")
def people() -> None:
    """List the persons named in the articles that match QUERY, or change one."""


@people.command("list")
@query_argument
@json_option
@click.pass_context
def list_people(context: click.Context, query: tuple[str, ...], as_json: bool) -> None:
    """List persons with counts and dates (the same as `people` alone)."""
    text = query_text(query)
    say_notes(parse_query(text).notes)
    with open_library(context) as library:
        found = library.people.find(query=text)
    if as_json:
        print_json([person_to_json(person) for person in found])
        return
    columns = ("ID", "Articles", "First", "Last", "Name", "Also")
    print_table(columns, (_row(person) for person in found), "Nobody was found.")


@people.command()
@_person
@json_option
@click.pass_context
def show(context: click.Context, person_id: int, as_json: bool) -> None:
    """Show a person: every name and role, and every sentence that names them."""
    with open_library(context) as library:
        person = library.people.get(person_id)
        mentions = library.people.mentions(person_id)
    if as_json:
        places = [person_mention_to_json(found) for found in mentions]
        print_json(person_to_json(person) | {"places": places})
        return
    print_text(person.name)
    for label, values in (("Also", person.aliases), ("Roles", person.roles)):
        if values:
            print_text(f"{label}: {'; '.join(values)}")
    if person.hidden:
        print_text("Hidden: not a person")
    if person.wikidata:
        print_text(f"Wikidata: {item_address(person.wikidata)}")
    if person.note:
        print_text(f"Note: {person.note}")
    rows = (
        (found.published or "", str(found.article_id), found.mention.sentence) for found in mentions
    )
    print_table(("Published", "Article", "Sentence"), rows, "No article names this person now.")


@people.command()
@_person
@click.argument("others", type=int, nargs=-1, required=True, metavar="OTHER...")
@json_option
@click.pass_context
def merge(context: click.Context, person_id: int, others: tuple[int, ...], as_json: bool) -> None:
    """Make OTHER persons the same as ID."""
    with open_library(context) as library:
        persons = [library.people.get(each) for each in (person_id, *others)]
        if all(person.id == persons[0].id for person in persons):
            raise InputError(f"That is one person already: {persons[0].name}.", "Name another id.")
        if told := items_given_up(persons):
            say(told)
        library.people.merge(person_id, others)
        kept = library.people.get(person_id)
        _say_changed(kept, f"Merged into {kept.name}.", as_json)


@people.command()
@_person
@click.argument("alias")
@json_option
@click.pass_context
def split(context: click.Context, person_id: int, alias: str, as_json: bool) -> None:
    """Make ALIAS a person of its own."""
    with open_library(context) as library:
        made = library.people.get(library.people.split_alias(person_id, alias))
        _say_changed(made, f"“{alias}” is now person {made.id}.", as_json)


@people.command()
@_person
@click.argument("name")
@json_option
@click.pass_context
def rename(context: click.Context, person_id: int, name: str, as_json: bool) -> None:
    """Give a person another canonical NAME; the old one stays an alias."""
    with open_library(context) as library:
        library.people.rename(person_id, name)
        renamed = library.people.get(person_id)
        _say_changed(renamed, f"Person {person_id} is now “{renamed.name}”.", as_json)
        _say_namesakes(library, person_id, name)


def _say_namesakes(library: Library, person_id: int, name: str) -> None:
    """Tell who else has a name: that doesn't make them one person."""
    for other in library.people.namesakes(person_id, name):
        say(
            f"Person {other.id}, {other.name}, is called so too;"
            f" “cuttings people merge {person_id} {other.id}” makes them one."
        )


@people.command()
@_person
@click.option("--show", "shown", is_flag=True, help="Show the person again.")
@json_option
@click.pass_context
def hide(context: click.Context, person_id: int, shown: bool, as_json: bool) -> None:
    """Hide what isn't a person."""
    with open_library(context) as library:
        library.people.hide(person_id, not shown)
        words = f"Person {person_id} is {'shown again' if shown else 'hidden'}."
        _say_changed(library.people.get(person_id), words, as_json)


@people.command()
@_person
@click.argument("name")
@click.option("--remove", is_flag=True, help="NAME is not this person's, for good.")
@json_option
@click.pass_context
def alias(context: click.Context, person_id: int, name: str, remove: bool, as_json: bool) -> None:
    """Note another spelling, NAME, of a person."""
    with open_library(context) as library:
        if remove:
            library.people.remove_alias(person_id, name)
        else:
            library.people.add_alias(person_id, name)
        what = "no name of" if remove else "noted for"
        person = library.people.get(person_id)
        _say_changed(person, f"“{name}” is {what} {person.name}.", as_json)
        if not remove:
            _say_namesakes(library, person_id, name)


@people.command()
@_person
@click.argument("text")
@json_option
@click.pass_context
def note(context: click.Context, person_id: int, text: str, as_json: bool) -> None:
    """Write a note, TEXT in Markdown, on a person; “-” reads it from standard input."""
    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    with open_library(context) as library:
        library.people.set_note(person_id, text)
        _say_changed(library.people.get(person_id), "The note is kept.", as_json)


@people.command()
@_person
@click.argument("item")
@json_option
@click.pass_context
def wikidata(context: click.Context, person_id: int, item: str, as_json: bool) -> None:
    """Link a person to Wikidata by the id of its ITEM, such as Q58217; "" takes the link away."""
    with open_library(context) as library:
        library.people.link_wikidata(person_id, item)
        _say_changed(library.people.get(person_id), "The link is kept.", as_json)


def _say_changed(person: Person, words: str, as_json: bool) -> None:
    """Print a person as it is now, or say in words what was done."""
    if as_json:
        print_json(person_to_json(person))
    else:
        say(words)


@people.command()
@click.option("--limit", type=click.IntRange(1), default=50, help="At most so many.")
@click.option("--accept", type=int, metavar="ID", help="These two are one person.")
@click.option(
    "--accept-spelling", type=int, metavar="ID", help="And so in every question on this spelling."
)
@click.option("--refuse", type=int, metavar="ID", help="These two are not the same, for good.")
@click.option("--later", type=int, metavar="ID", help="Ask about these two again behind the rest.")
@json_option
@click.pass_context
def suggestions(
    context: click.Context,
    limit: int,
    accept: int | None,
    accept_spelling: int | None,
    refuse: int | None,
    later: int | None,
    as_json: bool,
) -> None:
    """Answer which persons may be one, and list those that are open."""
    with open_library(context) as library:
        if accept is not None:
            say(f"Merged into {library.people.get(library.people.accept_suggestion(accept)).name}.")
        if accept_spelling is not None:
            kept = library.people.accept_spelling(accept_spelling)
            say(f"Merged into {library.people.get(kept).name}.")
        if refuse is not None:
            library.people.refuse_suggestion(refuse)
            say("Kept apart.")
        if later is not None:
            library.people.postpone_suggestion(later)
        found = library.people.suggestions(limit)
    if as_json:
        print_json([person_suggestion_to_json(each) for each in found])
        return
    rows = (
        (str(each.id), f"{one.name} ({one.articles:,})", each.reason, sentence)
        for each in found
        for one, sentence in ((each.person, each.sentence), (each.other, each.other_sentence))
    )
    print_table(("ID", "Person", "Why", "Sentence"), rows, "No question is open.")


@people.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@json_option
def recognise(files: tuple[Path, ...], as_json: bool) -> int:
    """Find who is named in plain text FILEs, taken as they are; touches no archive."""
    failures = 0
    for path in files:
        try:
            found = recognise_in_file(path)
        except AppError as failure:
            failures += 1
            say(f"{path}: {failure}")
            if as_json:
                print_json({"source": str(path), "people": [], "error": str(failure)})
            continue
        if as_json:
            names = [named_person_to_json(person) for person in found]
            print_json({"source": str(path), "people": names})
        else:
            for person in found:
                print_text(f"{path}: {person.name} ({len(person.mentions)})")
    return 1 if failures else 0


@people.command()
@click.option("--all", "again", is_flag=True, help="Every name, also those compared before.")
@json_option
@click.pass_context
def compare(context: click.Context, again: bool, as_json: bool) -> None:
    """Compare the names of an older archive; joins what is surely one person, asks the rest."""
    with open_library(context) as library, counter("Comparing names") as progress:
        done = library.people.compare_names(again=again, progress=progress)
    if as_json:
        print_json({"compared": done.compared, "joined": done.joined, "asked": done.asked})
    else:
        say(f"Compared {done.compared:,} names: {done.joined:,} joined, {done.asked:,} to ask.")


people.add_command(assign)
people.add_command(name)


def _row(person: Person) -> tuple[str, ...]:
    return (
        str(person.id),
        f"{person.articles:,}",
        person.first or "",
        person.last or "",
        person.name,
        ", ".join(person.aliases),
    )
