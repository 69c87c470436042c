"""How the terminal speaks: JSON on standard output, messages on standard error, nothing else."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

#: Control characters, halves of surrogate pairs, and the marks that turn text round.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202d\u202e]")


def print_json(value: object) -> None:
    """One JSON value on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_json_list(values: Iterable[object]) -> None:
    """One JSON list, each value on a line of its own, written as the values come."""
    opening = "["
    for value in values:
        click.echo(f"{opening}{json.dumps(value, ensure_ascii=False)}", nl=False)
        opening = ",\n"
    click.echo("]" if opening != "[" else "[]")


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], nothing: str = "Nothing was found."
) -> None:
    """A table for a person, or the sentence ``nothing``; no markup in the cells is interpreted."""
    # Imported here: most commands print no table.
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for position, name in enumerate(columns):
        table.add_column(name, overflow="fold" if position == len(columns) - 1 else "ellipsis")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    if not table.row_count:
        say(nothing)
        return
    # Piped output must not be cut to the width of a terminal that isn't there.
    width = None if sys.stdout.isatty() else 10_000
    try:
        Console(width=width, highlight=False).print(table)
    except SystemExit:
        # rich leaves the program where whoever read its output has left; see `run`.
        raise BrokenPipeError from None


def print_text(text: str) -> None:
    """Text from an article, without the control characters a terminal would obey."""
    click.echo(printable(text))


def print_bytes(content: bytes, shown: Callable[[], str]) -> None:
    """The very bytes into a file or pipe; in a terminal, ``shown`` gives what is printed."""
    if sys.stdout.isatty():
        print_text(shown())
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def say(sentence: str) -> None:
    """A message to the person, on standard error."""
    click.echo(printable(sentence), err=True)


@contextmanager
def counter(what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that shows how far work is; silent where no person is looking.

    A total of 0 isn't known.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return

    def show(done: int, total: int) -> None:
        of = f" of {total:,}" if total else ""
        click.echo(f"\r{what}: {done:,}{of}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo("", err=True)


@contextmanager
def line_on_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Gives a function that shows in one line what is being done and how far it is.

    Silent where no person is looking.
    """
    if not sys.stderr.isatty():
        yield lambda words, done, total: None
        return

    def show(words: str, done: int, total: int) -> None:
        # Blanks behind it wipe out what a longer line left.
        line = f"{words}: {done / max(total, 1):.0%}"
        click.echo(f"\r{line:<50}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo("", err=True)


def printable(text: str) -> str:
    """Text in which escape sequences and other control characters are harmless."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)
