"""The commands that say who is named in one article: a mention is somebody else, or was missed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import print_json, say
from desktop_app.core.article import Mention
from desktop_app.core.article_json import named_person_to_json
from desktop_app.core.errors import InputError
from desktop_app.services.library import Library

_Command = TypeVar("_Command", bound=Callable[..., Any])
_article = click.argument("article_id", type=int, metavar="ARTICLE")


def _whom_options(command: _Command) -> _Command:
    """Whom the user means: one of three."""
    for option in (
        click.option("--nobody", is_flag=True, help="No person is named there."),
        click.option("--new", metavar="NAME", help="Somebody new of this name."),
        click.option("--to", "to_person", type=int, metavar="ID", help="This person."),
    ):
        command = option(command)
    return command


@click.command()
@_article
@click.argument("person_id", type=int, metavar="PERSON")
@_whom_options
@click.option(
    "--mention",
    "numbers",
    type=click.IntRange(1),
    multiple=True,
    metavar="N",
    help="Only the person's Nth mention there, from 1; may be given again.",
)
@json_option
@click.pass_context
def assign(
    context: click.Context,
    article_id: int,
    person_id: int,
    to_person: int | None,
    new: str | None,
    nobody: bool,
    numbers: tuple[int, ...],
    as_json: bool,
) -> None:
    """Make who is PERSON in an ARTICLE somebody else there, for good."""
    whom = _whom(to_person, new, nobody)
    with open_library(context) as library:
        if numbers:
            mentions = _mentions(library, article_id, person_id)
            if max(numbers) > len(mentions):
                raise InputError(
                    f"Article {article_id} names person {person_id} {len(mentions)} times.",
                    "“cuttings people show” lists the sentences in order.",
                )
            chosen = [mentions[number - 1] for number in dict.fromkeys(numbers)]
            places = [(mention.start, mention.end) for mention in chosen]
            library.people.assign_mentions(article_id, places, whom)
        else:
            library.people.assign_in_article(article_id, person_id, whom)
        _tell(library, article_id, as_json)


@click.command()
@_article
@click.argument("words")
@_whom_options
@click.option(
    "--occurrence",
    type=click.IntRange(1),
    metavar="N",
    help="Only the Nth place of WORDS, from 1, whoever is named there now.",
)
@json_option
@click.pass_context
def name(
    context: click.Context,
    article_id: int,
    words: str,
    to_person: int | None,
    new: str | None,
    nobody: bool,
    occurrence: int | None,
    as_json: bool,
) -> None:
    """Say whom WORDS mean in an ARTICLE where no person is known by them yet."""
    whom = _whom(to_person, new, nobody)
    with open_library(context) as library:
        library.people.assign_words(article_id, words, whom, occurrence)
        _tell(library, article_id, as_json)


def _whom(to_person: int | None, new: str | None, nobody: bool) -> int | str | None:
    if [to_person is not None, new is not None, nobody].count(True) != 1:
        raise click.UsageError("Give one of --to ID, --new NAME and --nobody.")
    return new if to_person is None else to_person


def _mentions(library: Library, article_id: int, person_id: int) -> tuple[Mention, ...]:
    wanted = library.people.get(person_id).id
    people = library.article(article_id).clean.people
    return next((person.mentions for person in people if person.id == wanted), ())


def _tell(library: Library, article_id: int, as_json: bool) -> None:
    people = library.article(article_id).clean.people
    if as_json:
        print_json([named_person_to_json(person) for person in people])
    else:
        names = ", ".join(f"{person.name} ({len(person.mentions)})" for person in people)
        say(f"Article {article_id} names {names or 'nobody'}.")
