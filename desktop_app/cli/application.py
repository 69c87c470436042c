"""The `cuttings` command: its global options, and every command below it."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.cli.output import say
from desktop_app.core.errors import AppError
from desktop_app.services.base.settings import Settings, load_settings
from desktop_app.services.people.recogniser_choice import use_kept_recogniser

_log = logging.getLogger(__name__)

#: Opens the window and gives the exit code; handed in, since a terminal knows no Qt.
WindowOpener = Callable[[Settings], int]


@dataclass(frozen=True, slots=True)
class Invocation:
    """What every command is handed: the settings, and how to open the window."""

    settings: Settings
    open_window: WindowOpener


#: Every command in the order of the help, and where it is: module and name within this package.
_COMMANDS = {
    "clip": ("clipping", "clip"),
    "clean": ("clipping", "clean"),
    "queue": ("queue", "queue"),
    "watched": ("watched", "watched"),
    "feeds": ("feeds", "feeds"),
    "watch": ("folders", "watch"),
    "list": ("browsing", "list_articles"),
    "show": ("browsing", "show"),
    "edit": ("organising", "edit"),
    "tag": ("organising", "tag"),
    "tags": ("tags", "tags"),
    "dossier": ("dossiers", "dossier"),
    "delete": ("organising", "delete"),
    "restore": ("organising", "restore"),
    "empty-trash": ("organising", "empty_trash"),
    "reclean": ("organising", "reclean"),
    "refetch": ("versions", "refetch"),
    "undo": ("organising", "undo"),
    "redo": ("organising", "redo"),
    "people": ("people", "people"),
    "copies": ("copies", "copies"),
    "timeline": ("browsing", "timeline"),
    "events": ("browsing", "events"),
    "highlights": ("highlights", "highlights"),
    "highlight": ("highlights", "highlight"),
    "cite": ("citing", "cite"),
    "import": ("importing", "import_file"),
    "export": ("exporting", "export"),
    "template": ("templates", "template"),
    "backup": ("safekeeping", "backup"),
    "check": ("safekeeping", "check"),
    "doctor": ("safekeeping", "doctor"),
    "serve": ("serving", "serve"),
}


class _Commands(click.Group):
    """The commands, each imported when it is asked for: the window's start needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them; None for a word that is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command = getattr(import_module(f"desktop_app.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--archive",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The archive file (default: CUTTINGS_ARCHIVE, else one in your data folder).",
)
@click.option(
    "--article",
    type=click.IntRange(1),
    metavar="ID",
    help="Open the window with this article; one that is open shows it.",
)
@click.version_option(__version__, package_name="cuttings")
@click.pass_context
def cuttings(context: click.Context, archive: Path | None, article: int | None) -> None:
    """Keep press articles: clip, clean, find by date or person, export.

    Without a command, the window opens; where it is open already, it comes to the front.
    """
    settings = load_settings(archive, article_to_show=article)
    use_kept_recogniser(settings)
    context.obj = Invocation(settings, context.obj)
    if context.invoked_subcommand is None:
        context.exit(context.obj.open_window(settings))


def run(arguments: Sequence[str], open_window: WindowOpener) -> int:
    """Run one command; gives the exit code: 0 done, 1 the input or the world, 2 wrong usage."""
    _speak_utf8()
    with _logging_to_file():
        try:
            return _invoke(arguments, open_window)
        except AppError as failure:
            say(str(failure))
        except BrokenPipeError:
            # Whoever read our output has left; Python must not complain about it while it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except Exception as fault:  # noqa: BLE001 - the last door: no traceback reaches a user
            _log.exception("unexpected failure")
            say(f"Something went wrong that shouldn't have ({type(fault).__name__}: {fault}).")
            say(f"The details are in {_log_file()}; your archive holds what was saved before.")
    return 1


def _invoke(arguments: Sequence[str], open_window: WindowOpener) -> int:
    try:
        result = cuttings.main(
            list(arguments), prog_name="cuttings", standalone_mode=False, obj=open_window
        )
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("Stopped.")
        return 130
    return result if isinstance(result, int) else 0


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system's locale; what has no encoding becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _log_file() -> Path:
    return load_settings().log_folder / "cuttings.log"


@contextmanager
def _logging_to_file() -> Iterator[None]:
    """Send warnings and faults to a file; libraries' chatter never reaches the terminal."""
    root = logging.getLogger()
    handler = _log_handler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


def _log_handler() -> logging.Handler:
    try:
        _log_file().parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(
            _log_file(), maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        # A machine on which no log can be written must still be able to read its archive.
        return logging.NullHandler()
