"""The commands for feeds: follow them, look at them, decide on what they bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from desktop_app.cli.archive_access import ListByDefault, json_option, open_library
from desktop_app.cli.output import print_bytes, print_json, print_json_list, print_table, say
from desktop_app.cli.queue import local_time
from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.feeds import (
    Feed,
    FeedCheck,
    FeedItem,
    ItemState,
    feed_check_to_json,
    feed_item_to_json,
    feed_to_json,
)
from desktop_app.core.fetch_states import Interval
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners

_every = click.Choice([str(each) for each in Interval])
_ids = click.argument("ids", type=int, nargs=-1, metavar="[ID]...")
_FOLLOW = "Write `cuttings feeds check` to look at them."


@click.group(cls=ListByDefault, options_metavar="[--json]")
def feeds() -> None:
    """Follow outlets' feeds (RSS, Atom, JSON Feed); what they bring waits in the inbox."""


@feeds.command("list")
@json_option
@click.pass_context
def list_feeds(context: click.Context, as_json: bool) -> None:
    """List the feeds with their new items and what came of looking last (as `feeds` alone)."""
    with open_library(context) as library:
        found, is_paused = library.feeds.all(), library.feeds.is_paused()
    if as_json:
        print_json_list(map(feed_to_json, found))
    else:
        rows = (
            (str(each.id), f"{each.new:,}", each.every, _standing(each), each.name)
            for each in found
        )
        print_table(("ID", "New", "Every", "Last look", "Feed"), rows, "No feed is followed.")
    if is_paused:
        say("Feeds are paused: `cuttings feeds resume` lets them be looked at again.")


@feeds.command()
@click.argument("address")
@click.option("--every", type=_every, default=str(Interval.HOURLY), show_default=True)
@click.option("--filter", "query", default="", metavar="QUERY", help="Keep only what it finds.")
@click.option("--tag", "tags", multiple=True, metavar="T", help="Tag what is clipped from it.")
@click.option("--clip/--inbox", "clips", default=False, help="Clip later items unasked.")
@click.option(
    "--ignore-robots",
    is_flag=True,
    help="Look at it although the site's robots.txt asks programs not to. Your responsibility.",
)
@json_option
@click.pass_context
def add(
    context: click.Context,
    address: str,
    every: str,
    query: str,
    tags: tuple[str, ...],
    clips: bool,
    ignore_robots: bool,
    as_json: bool,
) -> None:
    """Follow a feed, or the first feed that a page names; what it has now waits in the inbox."""
    like = Feed(
        0,
        "",
        every=Interval(every),
        query=query,
        clips_itself=clips,
        tags=tags,
        ignores_robots=ignore_robots,
    )
    with open_library(context) as library:
        look = library.feeds.look(address, ignore_robots=ignore_robots)
        if look.offered:
            for other in look.offered[1:]:
                say(f"The page names another feed: {other.url} {other.title}".rstrip())
            look = library.feeds.look(look.offered[0].url, ignore_robots=ignore_robots)
        check = library.feeds.follow(look, like)
        feed = library.feeds.get(check.feed.id)
    if as_json:
        print_json(feed_to_json(feed))
    say(f"“{feed.name}” is followed {feed.every}. {check.message}")


@feeds.command("set")
@click.argument("feed_id", type=int, metavar="ID")
@click.option("--every", type=_every, help="How often it is looked at.")
@click.option("--filter", "query", metavar="QUERY", help="Keep only what it finds; '' for all.")
@click.option("--tag", "tags", multiple=True, metavar="T", help="Its tags from now on.")
@click.option("--no-tags", is_flag=True, help="No tags from now on.")
@click.option("--title", help="What it is called here.")
@click.option("--clip/--inbox", "clips", default=None, help="Clip later items unasked, or not.")
@json_option
@click.pass_context
def set_feed(
    context: click.Context,
    feed_id: int,
    every: str | None,
    query: str | None,
    tags: tuple[str, ...],
    no_tags: bool,
    title: str | None,
    clips: bool | None,
    as_json: bool,
) -> None:
    """Change how a feed is followed; another filter judges again what waits."""
    with open_library(context) as library:
        feed = library.feeds.get(feed_id)
        changed = library.feeds.change(
            replace(
                feed,
                every=feed.every if every is None else Interval(every),
                query=feed.query if query is None else query,
                tags=() if no_tags else tags or feed.tags,
                title=feed.title if title is None else title,
                clips_itself=feed.clips_itself if clips is None else clips,
            )
        )
    if as_json:
        print_json(feed_to_json(changed))
    say(f"“{changed.name}” is followed {changed.every}; {counted(changed.new, 'new item')}.")


@feeds.command()
@click.argument("ids", type=int, nargs=-1, required=True, metavar="ID...")
@click.pass_context
def remove(context: click.Context, ids: tuple[int, ...]) -> None:
    """Follow feeds no more; articles clipped from them stay, and undo brings them back."""
    with open_library(context) as library:
        count = library.feeds.remove(ids)
    say(f"{counted(count, 'feed is', 'feeds are')} followed no more.")


@feeds.command()
@_ids
@click.option("--all", "every", is_flag=True, help="All feeds, due or not.")
@json_option
@click.pass_context
def check(context: click.Context, ids: tuple[int, ...], every: bool, as_json: bool) -> int:
    """Look at feeds whose time has come, at those named, or at all; one line for each."""
    failed = came = 0
    with open_library(context) as library:
        wanted = [feed.id for feed in library.feeds.all()] if every else list(ids)
        if not wanted and library.feeds.is_paused():
            say("Feeds are paused: `cuttings feeds resume` lets them be looked at again.")
            return 0
        for each in library.feeds.check(wanted or None, manners=Manners()):
            failed += each.outcome == "failed"
            came += each.new
            _tell(each, as_json)
    say(f"{counted(came, 'new item')} in the inbox; {counted(failed, 'feed')} failed.")
    return 1 if failed else 0


@feeds.command()
@click.option("--feed", "feed_id", type=int, metavar="ID", help="Only this feed's.")
@click.option(
    "--state",
    type=click.Choice([str(each) for each in ItemState]),
    default=str(ItemState.NEW),
    show_default=True,
    help="What became of them.",
)
@click.option("--limit", type=click.IntRange(1), help="So many at most.")
@json_option
@click.pass_context
def inbox(
    context: click.Context, feed_id: int | None, state: str, limit: int | None, as_json: bool
) -> None:
    """List the items that wait for your word, the newest first; nothing is fetched."""
    with open_library(context) as library:
        items = library.feeds.items(ItemState(state), feed_id, -1 if limit is None else limit)
    if as_json:
        print_json_list(map(feed_item_to_json, items))
        return
    rows = ((str(each.id), each.published[:10], each.feed, _told(each)) for each in items)
    print_table(("ID", "Date", "Feed", "Title"), rows, "The inbox is empty.")


@feeds.command()
@_ids
@click.option("--all", "every", is_flag=True, help="All that wait in the inbox.")
@click.option("--feed", "feed_id", type=int, metavar="ID", help="With --all: only this feed's.")
@click.pass_context
def clip(context: click.Context, ids: tuple[int, ...], every: bool, feed_id: int | None) -> None:
    """Put items into the queue of addresses; `cuttings queue run` fetches them."""
    with open_library(context) as library:
        count = library.feeds.clip(_chosen(library, ids, every, feed_id))
    say(f"{counted(count, 'item waits', 'items wait')} for `cuttings queue run`.")


@feeds.command()
@_ids
@click.option("--all", "every", is_flag=True, help="All that wait in the inbox.")
@click.option("--feed", "feed_id", type=int, metavar="ID", help="With --all: only this feed's.")
@click.pass_context
def dismiss(context: click.Context, ids: tuple[int, ...], every: bool, feed_id: int | None) -> None:
    """Take items out of the inbox; they never come again, but undo brings them back."""
    with open_library(context) as library:
        count = library.feeds.dismiss(_chosen(library, ids, every, feed_id))
    say(f"Dismissed {counted(count, 'item')}.")


@feeds.command()
@click.pass_context
def pause(context: click.Context) -> None:
    """Look at no feed any more, also in the window."""
    with open_library(context) as library:
        library.feeds.set_paused(True)
    say("No feed is looked at until `cuttings feeds resume`.")


@feeds.command()
@click.pass_context
def resume(context: click.Context) -> None:
    """Let feeds be looked at again."""
    with open_library(context) as library:
        library.feeds.set_paused(False)
    say("Feeds are looked at again.")


@feeds.command()
@click.option("--read", "source", type=click.Path(path_type=Path), help="Follow this file's feeds.")
@click.option("--write", "target", type=click.Path(path_type=Path), help="Write them to this file.")
@json_option
@click.pass_context
def opml(context: click.Context, source: Path | None, target: Path | None, as_json: bool) -> None:
    """Follow the feeds of an OPML list (folders become tags), or print all feeds as one."""
    with open_library(context) as library:
        if source is not None:
            listed = library.feeds.read_opml(source)
            new = library.feeds.follow_all(listed)
            if as_json:
                print_json({"listed": len(listed), "new": new})
            say(f"{counted(new, 'feed is', 'feeds are')} new of {len(listed):,}. {_FOLLOW}")
        if target is not None:
            library.feeds.write_opml(target)
            say(f"Wrote the feeds to “{target}”.")
        elif source is None:
            content = library.feeds.opml()
            print_bytes(content, content.decode)


def _standing(feed: Feed) -> str:
    if feed.problem:
        return f"{feed.problem} Next look at {local_time(feed.next_check)}."
    return (feed.last_check or "not yet").replace("T", " ").removesuffix("Z")


def _told(item: FeedItem) -> str:
    said = [item.title or item.url, item.summary]
    if item.state is ItemState.CLIPPED:
        said.append(" – ".join(filter(None, [item.queue_state, item.reason])))
    return "\n".join(filter(None, said))


def _tell(check: FeedCheck, as_json: bool) -> None:
    if as_json:
        print_json(feed_check_to_json(check))
        return
    moved = f" It answers at {check.feed.moved_to} now." if check.feed.moved_to else ""
    say(f"{check.feed.name}: {check.message}{moved}")


def _chosen(library: Library, ids: Sequence[int], every: bool, feed_id: int | None) -> list[int]:
    waiting = [item.id for item in library.feeds.items(ItemState.NEW, feed_id)]
    if every:
        return waiting
    if not ids:
        raise InputError("No item was named.", "Give ids from `cuttings feeds inbox`, or --all.")
    for each in ids:
        if each not in waiting:
            raise InputError(f"No item {each} waits.", "See `cuttings feeds inbox`.")
    return list(ids)
