"""The commands for the queue of addresses: fill it, work through it, see what became of each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from desktop_app.cli.archive_access import ListByDefault, json_option, open_library
from desktop_app.cli.output import counter, print_json, print_json_list, print_table, say
from desktop_app.core.article_json import article_to_json
from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.fetch_queue import Queued, QueueItem, queue_item_to_json
from desktop_app.core.fetch_states import QueueState
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from desktop_app.services.queue.queueing import Queueing

_USUAL = Manners()
_STATES = click.Choice([str(state) for state in QueueState])
_ids = click.argument("ids", type=int, nargs=-1, metavar="[ID]...")
_delay = click.option(
    "--delay",
    type=click.FloatRange(0, 3_600),
    default=_USUAL.delay,
    show_default=True,
    help="Seconds between two pages of one site; a site may ask for more.",
)
_parallel = click.option(
    "--parallel",
    type=click.IntRange(1, 32),
    default=_USUAL.parallel,
    show_default=True,
    help="From how many sites to fetch at once.",
)
_patience = click.option(
    "--patience",
    type=click.FloatRange(0),
    default=15.0,
    show_default=True,
    help="Wait at most so many minutes for what is to be tried again; the rest is left.",
)
_images = click.option("--images/--no-images", default=True, help="Fetch a page's images with it.")


@click.group(cls=ListByDefault, options_metavar="[--state STATE] [--json]")
def queue() -> None:
    """Fetch many addresses politely: add them, run the queue, see what became of each."""


@queue.command("list")
@click.option("--state", "states", multiple=True, type=_STATES, help="Only these; repeatable.")
@json_option
@click.pass_context
def list_items(context: click.Context, states: tuple[str, ...], as_json: bool) -> None:
    """List the addresses with their states and reasons (the same as `queue` alone)."""
    with open_library(context) as library:
        items = library.queue.items([QueueState(state) for state in states])
        is_paused = library.queue.is_paused()
    if as_json:
        print_json_list(queue_item_to_json(item) for item in items)
    else:
        rows = ((str(item.id), str(item.state), _reason(item), item.url) for item in items)
        print_table(("ID", "State", "Reason", "Address"), rows, "The queue is empty.")
    if is_paused:
        say("The queue is paused: `cuttings queue resume` lets it go on.")


@queue.command()
@click.argument("sources", nargs=-1, required=True, metavar="ADDRESS|FILE|-...")
@click.option("--tag", "tags", multiple=True, metavar="T", help="Tag it; may be repeated.")
@click.option(
    "--ignore-robots",
    is_flag=True,
    help="Fetch them although the site's robots.txt asks programs not to. Your responsibility.",
)
@json_option
@click.pass_context
def add(
    context: click.Context,
    sources: tuple[str, ...],
    tags: tuple[str, ...],
    ignore_robots: bool,
    as_json: bool,
) -> None:
    """Put addresses into the queue: given, or from files, or from - (any text with addresses)."""
    with open_library(context) as library:
        addresses = _addresses(library.queue, sources)
        queued = library.queue.add(addresses, tags=tags, ignore_robots=ignore_robots)
    if as_json:
        for each in queued:
            print_json({**queue_item_to_json(each.item), "new": each.is_new})
    _say_added(queued)


@queue.command()
@_delay
@_parallel
@_patience
@_images
@json_option
@click.pass_context
def run(
    context: click.Context,
    delay: float,
    parallel: int,
    patience: float,
    images: bool,
    as_json: bool,
) -> int:
    """Work through the queue; with --json one line for each address whose state changed."""
    manners = Manners(delay=delay, parallel=parallel, patience=patience * 60, images=images)
    with open_library(context) as library:
        return run_queue(library, manners, as_json=as_json)


@queue.command()
@click.pass_context
def pause(context: click.Context) -> None:
    """Begin nothing any more, in the window too; what is being fetched comes in."""
    with open_library(context) as library:
        library.queue.set_paused(True)
    say("The queue is paused.")


@queue.command()
@click.pass_context
def resume(context: click.Context) -> None:
    """Let a paused queue go on (in an open window; else with `queue run`)."""
    with open_library(context) as library:
        library.queue.set_paused(False)
    say("The queue may go on; `cuttings queue run` does it here.")


@queue.command()
@_ids
@click.option("--all", "every", is_flag=True, help="All that wait.")
@click.pass_context
def cancel(context: click.Context, ids: tuple[int, ...], every: bool) -> None:
    """Don't fetch these addresses."""
    with open_library(context) as library:
        chosen = _chosen(library.queue, ids, every, [QueueState.WAITING, QueueState.FETCHING])
        count = library.queue.cancel(chosen)
    say(f"Cancelled {counted(count, 'address', 'addresses')}.")


@queue.command()
@_ids
@click.option("--all", "every", is_flag=True, help="All that failed.")
@click.option(
    "--ignore-robots",
    is_flag=True,
    help="Fetch them although the site's robots.txt asks programs not to. Your responsibility.",
)
@click.option("--anything", is_flag=True, help="Keep what comes even if it is no article.")
@click.pass_context
def retry(
    context: click.Context,
    ids: tuple[int, ...],
    every: bool,
    ignore_robots: bool,
    anything: bool,
) -> None:
    """Let addresses be fetched again, those that wait for a later time at once."""
    with open_library(context) as library:
        chosen = _chosen(library.queue, ids, every, [QueueState.FAILED])
        count = library.queue.retry(chosen, ignore_robots=ignore_robots, take_anything=anything)
    say(f"{counted(count, 'address waits', 'addresses wait')} for `cuttings queue run`.")


@queue.command()
@_ids
@click.option("--all", "every", is_flag=True, help="All that ended, however they did.")
@click.pass_context
def remove(context: click.Context, ids: tuple[int, ...], every: bool) -> None:
    """Take addresses that ended out of the list; their articles stay."""
    ended = [state for state in QueueState if not state.is_open]
    with open_library(context) as library:
        count = library.queue.remove(_chosen(library.queue, ids, every, ended))
    say(f"Took {counted(count, 'address', 'addresses')} out of the list.")


@queue.command()
@click.argument("host")
@click.option("--ignore/--obey", required=True, help="Set it aside, or heed it again.")
@click.pass_context
def robots(context: click.Context, host: str, ignore: bool) -> None:
    """Set a site's robots.txt aside for all its addresses, or obey it again."""
    with open_library(context) as library:
        library.queue.set_ignores_robots(host, ignore)
    say(f"{host}'s robots.txt is {'set aside' if ignore else 'obeyed'} from now on.")


def clip_list(
    library: Library, path: str, tags: Sequence[str], *, images: bool, as_json: bool
) -> int:
    """Put a file's addresses into the queue and work through it: `clip --from-list`."""
    _say_added(library.queue.add(_addresses(library.queue, [path]), tags=tags))
    return run_queue(library, Manners(images=images), as_json=as_json, articles=True)


def run_queue(library: Library, manners: Manners, *, as_json: bool, articles: bool = False) -> int:
    """Work through the queue and tell of it; gives the exit code.

    ``articles`` prints as JSON what was saved, not what became of each address.
    """
    total = sum(library.queue.counts().values())
    with counter("Addresses") as progress:

        def told(items: Sequence[QueueItem]) -> None:
            for item in items:
                _tell(library, item, as_json, articles)
            counts = library.queue.counts()
            progress(total - counts[QueueState.WAITING] - counts[QueueState.FETCHING], total)

        report = library.queue.run(manners, told=told)
    library.copies.keep_up()
    say(
        f"Saved {counted(report.saved, 'article')}; {report.known:,} were saved already;"
        f" {report.failed:,} failed; {report.waiting:,} wait."
    )
    if library.queue.is_paused():
        say("The queue is paused: `cuttings queue resume` lets it go on.")
    elif report.waiting and report.next_try is not None:
        say(f"The next is to be tried at {local_time(report.next_try)}; run the queue again then.")
    return 1 if report.failed else 0


def local_time(seconds: float) -> str:
    """A moment in seconds since 1970 as the clock on the wall tells it."""
    return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M:%S")


def _tell(library: Library, item: QueueItem, as_json: bool, articles: bool) -> None:
    if item.state is QueueState.FETCHING:
        return
    if as_json and articles and item.state is QueueState.SAVED and item.article_id is not None:
        print_json(article_to_json(library.article(item.article_id)))
        return
    if as_json and not articles:
        print_json(queue_item_to_json(item))
        return
    say(f"{item.url}: {' – '.join(filter(None, [str(item.state), _reason(item)]))}")


def _reason(item: QueueItem) -> str:
    waits = item.state is QueueState.WAITING and item.next_try > 0
    when = f"Next try at {local_time(item.next_try)}." if waits else ""
    return " ".join(filter(None, [item.reason, when]))


def _addresses(queue: Queueing, sources: Sequence[str]) -> list[str]:
    found: list[str] = []
    for source in sources:
        if source == "-":
            found += queue.addresses_in_bytes(sys.stdin.buffer.read())
        elif "://" in source or not Path(source).exists():
            given = queue.addresses_in(source)
            if not given:
                raise InputError(
                    f"“{source}” is neither a web address nor a file.", "Check its spelling."
                )
            found += given
        else:
            found += queue.addresses_in_file(Path(source))
    if not found:
        raise InputError("There is no web address in it.", "Give text with http or https links.")
    return list(dict.fromkeys(found))


def _chosen(
    queue: Queueing, ids: Sequence[int], every: bool, states: Sequence[QueueState]
) -> list[int]:
    if every:
        return [item.id for item in queue.items(states)]
    if not ids:
        raise InputError("No address was named.", "Give ids from `cuttings queue`, or --all.")
    known = {item.id for item in queue.items()}
    for each in ids:
        if each not in known:
            raise InputError(f"There is no address {each} in the queue.", "See `cuttings queue`.")
    return list(ids)


def _say_added(queued: Sequence[Queued]) -> None:
    new = [each.item for each in queued if each.is_new]
    known = sum(item.state is QueueState.KNOWN for item in new)
    parts = [f"{counted(len(new) - known, 'address waits', 'addresses wait')} to be fetched"]
    if known:
        parts.append(f"{known:,} are saved already")
    if len(queued) > len(new):
        parts.append(f"{len(queued) - len(new):,} were in the queue")
    say(f"{'; '.join(parts)}.")
