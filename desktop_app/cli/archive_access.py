"""How a command gets at the archive, and how its arguments name articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from desktop_app.cli.output import line_on_progress, say
from desktop_app.services.library import Library


class ListByDefault(click.Group):
    """A group that lists where the first argument names no command below it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``list`` before the arguments of the plain form."""
        names = {*self.commands, *self.get_help_option_names(ctx)}
        if not args or args[0] not in names:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@contextmanager
def open_library(context: click.Context) -> Iterator[Library]:
    """The archive that the command line names, opened, and closed behind the command."""
    library = Library(context.obj.settings)
    open_telling(library)
    try:
        yield library
    finally:
        library.close()


def open_telling(library: Library) -> None:
    """Open the archive; where it has to be brought up to date first, say so and how far it is."""
    if not library.is_older:
        library.open()
        return
    say("The archive is brought up to date; a copy of it as it was is kept beside it.")
    with line_on_progress() as tell:
        library.open(tell)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON on standard output.")
query_argument = click.argument("query", nargs=-1)


def query_text(words: tuple[str, ...]) -> str:
    """The query from the command's arguments.

    An argument the shell has freed of its quotes gets them back: ``title:"a b"`` and ``"a b"``
    arrive here as one word with a blank in it.
    """
    if len(words) == 1:
        return words[0]
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    if " " not in word or '"' in word or "(" in word:
        return word
    field, colon, value = word.partition(":")
    return f'{field}:"{value}"' if colon and field.isalpha() else f'"{word}"'
