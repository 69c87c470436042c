"""The commands that take articles in: clip and clean."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import print_json, print_text, say
from desktop_app.cli.queue import clip_list
from desktop_app.core.article import Article, CleanArticle
from desktop_app.core.article_json import article_to_json, clean_article_to_json
from desktop_app.services.base.clock import utc_time
from desktop_app.services.clipping.clip_article import already_stored
from desktop_app.services.clipping.prepare_many import Prepared, prepare_many
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.clipping.split_clip import parts_of
from desktop_app.services.library import Library
from desktop_app.services.versions.versions import IfKnown

_url = click.option("--url", help="The address of a pasted page or a file.")
_captured = click.option("--captured", metavar="ISO", help="When it was captured.")
_jobs = click.option("--jobs", type=click.IntRange(1, 64), help="How many processes clean.")


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--from-list",
    "list_file",
    metavar="FILE",
    help="Fetch all addresses in a file (- for a pipe), politely: see `cuttings queue`.",
)
@click.option("--tag", "tags", multiple=True, metavar="T", help="Tag it; may be repeated.")
@_url
@_captured
@_jobs
@click.option("--images/--no-images", default=True, help="Fetch a page's images with it.")
@click.option("--split", is_flag=True, help="Make each article of a source one of its own.")
@click.option(
    "--as-version/--as-new",
    default=None,
    help="What becomes of a page whose address is saved already: a new version of that article,"
    " or an article of its own. Without either you are asked, where there is a terminal; else it"
    " becomes a version where its text changed.",
)
@json_option
@click.pass_context
def clip(
    context: click.Context,
    sources: tuple[str, ...],
    list_file: str | None,
    tags: tuple[str, ...],
    url: str | None,
    captured: str | None,
    jobs: int | None,
    images: bool,
    split: bool,
    as_version: bool | None,
    as_json: bool,
) -> int:
    """Clip addresses, files or - (standard input): capture, clean, analyse, store."""
    if not sources and list_file is None:
        raise click.MissingParameter(ctx=context, param_type="argument", param_hint="SOURCE...")
    moment = utc_time(captured) if captured else None
    failures = 0
    with open_library(context) as library:
        for item in prepare_many(
            sources, jobs=jobs, url=url, captured=moment, images=images, split=split
        ):
            if item.failure is not None or item.clip is None:
                failures += 1
                _say_failed(item.source, item.failure)
                continue
            _say_export(library, item.source)
            for article in _stored(library, item, tags, as_version):
                _print_clipped(article, as_json)
            if not split and parts_of(item.clip):
                say(f"{item.source}: with --split each of its articles becomes one of its own.")
        if list_file is not None:
            failures += clip_list(library, list_file, tags, images=images, as_json=as_json)
        library.copies.keep_up()
    return 1 if failures else 0


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@_url
@_captured
@_jobs
@json_option
def clean(
    sources: tuple[str, ...],
    url: str | None,
    captured: str | None,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Clean addresses, files or - without an archive; one JSON line per source with --json."""
    moment = utc_time(captured) if captured else None
    failures = 0
    for item in prepare_many(sources, jobs=jobs, url=url, captured=moment):
        if item.failure is not None or item.clip is None:
            failures += 1
            _say_failed(item.source, item.failure)
            if as_json:
                nothing = clean_article_to_json(CleanArticle(markdown="", text=""), None)
                print_json({"source": item.source, **nothing, "error": str(item.failure)})
        elif as_json:
            value = clean_article_to_json(item.clip.clean, item.clip.raw)
            print_json({"source": item.source, **value})
        else:
            _print_clean(item.clip.clean)
    return 1 if failures else 0


def _stored(
    library: Library, item: Prepared, tags: Sequence[str], as_version: bool | None
) -> list[Article]:
    clips = list(item.parts or filter(None, [item.clip]))
    if len(clips) == 1:
        return [library.article(_kept(library, item.source, clips[0], tags, as_version))]
    for each in clips:
        earlier = already_stored(library.archive, each.raw)
        if earlier is not None:
            say(f"{item.source}: the same page is already saved as article {earlier}.")
    return [library.article(each) for each in library.store_all(clips, tags=tags)]


def _kept(
    library: Library,
    source: str,
    clip: PreparedClip,
    tags: Sequence[str],
    as_version: bool | None,
) -> int:
    """The article that a clip became, became a version of, or was already; says which."""
    versions = library.versions
    ids = versions.known_clip(clip)
    if_known: IfKnown | None = None
    if as_version is not None:
        if_known = "version" if as_version else "second"
    elif ids and sys.stdin.isatty() and versions.is_news(ids[-1], clip):
        said = f"{source}: this address is saved already, as article {ids[-1]}."
        wanted = click.confirm(f"{said} Keep it as a new version?", default=True, err=True)
        if_known = "version" if wanted else "second"
    kept = versions.keep_clip(clip, if_known=if_known, tags=tags)
    if kept.how == "known" or (kept.how == "version" and if_known == "version"):
        say(f"{source}: article {kept.article_id}. {kept.message}")
    elif kept.message:
        other = "--as-new keeps it apart" if kept.how == "version" else "--as-version joins them"
        say(f"{source}: article {kept.article_id}. {kept.message} ({other}.)")
    return kept.article_id


def _say_export(library: Library, source: str) -> None:
    path = Path(source)
    export = library.importing.surely_of(path) if path.is_file() else None
    if export is not None:
        say(f"{source}: this is an export ({export}). “cuttings import” takes in what it lists.")


def _say_failed(source: str, failure: Exception | None) -> None:
    if failure is not None:
        say(f"{source}: {failure}")


def _print_clipped(article: Article, as_json: bool) -> None:
    if as_json:
        print_json(article_to_json(article))
        return
    clean = article.clean
    facts = [clean.publisher, clean.published, f"{clean.words:,} words"]
    print_text(f"{article.id}  {clean.title or 'Untitled'} ({', '.join(filter(None, facts))})")
    for warning in clean.warnings:
        say(f"{article.id}: {warning.message}")


def _print_clean(clean: CleanArticle) -> None:
    if clean.title:
        print_text(f"# {clean.title}\n")
    print_text(clean.markdown + "\n")
    for warning in clean.warnings:
        say(warning.message)
