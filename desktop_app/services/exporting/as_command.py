"""An export as the one line that does the same in a terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from desktop_app.core.errors import InputError
from desktop_app.services.exporting.export_job import ChosenDossier, What
from desktop_app.services.exporting.export_options import Option, OptionValue
from desktop_app.services.exporting.formats import format_named

#: Longer lines are refused by some shells; Windows takes 8,191 characters.
LONGEST_COMMAND = 8_000
#: How many articles ``--ids`` may name.
MOST_IDS = 100_000


def export_command(
    archive: Path,
    what: What,
    format_name: str,
    to: Path,
    options: Mapping[str, OptionValue],
    dossier_name: Callable[[int], str],
) -> str:
    """The line, quoted for the shell of this machine; raises InputError where it gets too long."""
    parts = ["cuttings", "--archive", str(archive), "export", "--format", format_name]
    parts += ["--to", str(to)]
    for option in format_named(format_name).described_options():
        parts += _given(option, options.get(option.name, option.default))
    if isinstance(what, ChosenDossier):
        parts.append(f"--dossier={dossier_name(what.id)}")
    elif not isinstance(what, str):
        parts += ["--ids", written_ids(what)]
    elif what:
        parts += ["--", what]
    line = subprocess.list2cmdline(parts) if os.name == "nt" else shlex.join(parts)
    if len(line) > LONGEST_COMMAND:
        raise InputError(
            "A command that names so many articles would be too long for a shell.",
            "Export what a search or a dossier finds.",
        )
    return line


def written_ids(ids: Sequence[int]) -> str:
    """Articles as “3,7-9”: in their order, those that follow one another as a span."""
    spans = []
    for _, run in groupby(enumerate(ids), lambda each: each[1] - each[0]):
        span = [article_id for _, article_id in run]
        spans.append(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}")
    return ",".join(spans)


def read_ids(text: str) -> list[int]:
    """The articles of “3,7-9”, each once; raises InputError for anything else."""
    ids: dict[int, None] = {}
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not _is_number(first) or (dash and not _is_number(last)):
            raise InputError(f"“{part}” isn't an article's number.", "Write them as 3,7-9.")
        span = range(int(first), int(last or first) + 1)
        if len(ids) + len(span) > MOST_IDS:
            raise InputError(f"That is more than {MOST_IDS:,} articles.", "Give a query instead.")
        ids.update(dict.fromkeys(span))
    return list(ids)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _given(option: Option, value: OptionValue) -> Iterable[str]:
    """What to write for an option; nothing where it is as it would be without a word.

    Whether one file is wanted or many the terminal would guess from the path: it is always said.
    """
    name = option.name.replace("_", "-")
    if value == option.default and option.name != "files":
        return ()
    if isinstance(value, bool):
        return (f"--{name}" if value else f"--no-{name}",)
    return (f"--{name}={value}",)
