"""The command that takes in what browsers send, without the window."""

from __future__ import annotations

import threading

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import print_json, print_text, say
from desktop_app.core.article_json import article_to_json
from desktop_app.core.errors import AppError, InputError
from desktop_app.services.library import Library
from desktop_app.services.receiving.running import is_served
from desktop_app.services.receiving.serving import Listeners, Serving
from desktop_app.services.receiving.taking_in import TakingIn

#: How often it is looked whether there is work that nobody told of.
_LOOK_SECONDS = 30.0


@click.command()
@click.option("--pair", is_flag=True, help="Show a code by which one more browser is paired.")
@click.option("--browsers", is_flag=True, help="List the paired browsers, and end.")
@click.option("--forget", metavar="ID", help="Take a browser's leave to send back, and end.")
@json_option
@click.pass_context
def serve(
    context: click.Context, pair: bool, browsers: bool, forget: str | None, as_json: bool
) -> int:
    """Take in what paired browsers send, until Ctrl+C; with --json a line for each article.

    Listens on this machine alone. The window does the same while it is open.
    """
    settings = context.obj.settings
    if not (browsers or forget) and is_served(settings):
        raise InputError(
            "Another Cuttings takes in what browsers send to this archive.",
            "Pair browsers there: Edit ▸ Browsers… in its window.",
        )
    with open_library(context) as library:
        came = threading.Event()
        listeners = Listeners(came.set, lambda name: say(f"“{name}” is paired."))
        serving = Serving(settings, lambda: library.archive, listeners)
        if forget:
            return _forget(serving, forget)
        if browsers:
            return _list(serving, as_json)
        port = serving.start()
        try:
            say(f"Listening on http://127.0.0.1:{port} for {library.path}; Ctrl+C ends it.")
            if pair or not serving.browsers.all():
                _show_code(serving, port)
            _take_in(library, came, as_json)
        except KeyboardInterrupt:
            say("Ended; what came and isn't cleaned yet is kept for the next start.")
        finally:
            serving.stop()
    return 0


def _show_code(serving: Serving, port: int) -> None:
    say(f"To pair a browser, type this code into the extension within 5 minutes: {_new(serving)}")
    say(f"Without the extension: http://127.0.0.1:{port}/v1/bookmarklet")


def _new(serving: Serving) -> str:
    code = serving.code.renew()
    return f"{code[:3]} {code[3:]}"


def _take_in(library: Library, came: threading.Event, as_json: bool) -> None:
    with TakingIn(library.received) as taking:
        while True:
            for received, outcome in taking.all_waiting():
                if isinstance(outcome, AppError):
                    say(f"{received.clip.url}: {outcome}")
                    continue
                article = library.article(outcome.article_id)
                if as_json:
                    print_json(article_to_json(article))
                else:
                    known = "" if outcome.is_new else " (was already saved)"
                    print_text(f"{article.id}  {outcome.title}{known}")
            library.copies.keep_up()
            came.wait(_LOOK_SECONDS)
            came.clear()


def _list(serving: Serving, as_json: bool) -> int:
    found = serving.browsers.all()
    if as_json:
        print_json([{"id": each.id, "name": each.name, "paired": each.paired} for each in found])
        return 0
    for each in found:
        print_text(f"{each.id}  {each.name}, paired {each.paired}")
    if not found:
        say("No browser is paired. “cuttings serve --pair” shows a code.")
    return 0


def _forget(serving: Serving, browser_id: str) -> int:
    if browser_id not in [each.id for each in serving.browsers.all()]:
        raise InputError(
            f"No browser “{browser_id}” is paired.", "“cuttings serve --browsers” lists them."
        )
    serving.browsers.forget(browser_id)
    say("It can't send any more.")
    return 0
