"""README and command line say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from desktop_app.cli.application import cuttings
from desktop_app.core.query import DATE_FIELD_NAMES, FLAGS, TEXT_FIELD_NAMES
from desktop_app.services.browsing.web_engine import WEB_ENGINE_LIBRARIES
from desktop_app.services.doctor import QT_LIBRARIES, X11_LIBRARIES

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
#: Words of the grammar whose feature isn't there yet.
NOT_YET = {"is:read"}


def commands(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")


ALL = dict(commands(cuttings, "cuttings"))


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"^\| `{re.escape(name)}[ `]", README, re.MULTILINE)


def test_the_readme_names_no_command_that_is_not_there() -> None:
    rows = re.findall(r"^\| `(cuttings [a-z-]+(?: [a-z]+)?)", README, re.MULTILINE)
    assert {row for row in rows if row not in ALL} == set()


def test_every_option_in_the_readme_table_exists() -> None:
    longest_first = sorted(ALL, key=len, reverse=True)
    rows = re.findall(r"^\| `(cuttings \S.*)$", README, re.MULTILINE)
    assert rows
    for row in rows:
        command = ALL[next(name for name in longest_first if row.startswith(name))]
        known = {
            flag
            for parameter in command.params
            for flag in (*parameter.opts, *parameter.secondary_opts)
        }
        assert set(re.findall(r"--[a-z][a-z-]+", row)) <= known, row


@pytest.mark.parametrize("command", ALL.values(), ids=ALL)
def test_every_command_says_what_it_does(command: click.Command) -> None:
    assert command.help


def test_every_word_of_the_query_grammar_is_explained() -> None:
    fields = [f"{name}:" for name in (*TEXT_FIELD_NAMES, *DATE_FIELD_NAMES)]
    flags = [f"{group}:{flag}" for group, values in FLAGS.items() for flag in values]
    assert [word for word in (*fields, *flags) if word not in README and word not in NOT_YET] == []


def test_every_system_library_stands_in_the_readme() -> None:
    window = {*QT_LIBRARIES.values(), *X11_LIBRARIES.values()}
    web_pages = set(WEB_ENGINE_LIBRARIES.values())

    named = re.findall(r"^sudo apt-get install (.*)$", README, re.MULTILINE)

    assert [set(each.split()) for each in named] == [window, web_pages]
