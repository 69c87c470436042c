"""The command that fetches articles again: what changed, what is gone, what the archive has."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import print_json, print_text, say
from desktop_app.core.counted import count_articles, counted
from desktop_app.core.errors import AppError, CaptureError, InputError
from desktop_app.core.query import parse_query
from desktop_app.core.refetch import RefetchResult, outcomes_in_words
from desktop_app.core.text_changes import Change
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.library import Library

#: How many characters of what stayed are shown beside a change.
_AROUND = 40


@click.command("refetch")
@query_argument
@click.option(
    "--from-web-archive",
    "archived",
    is_flag=True,
    help="Fetch the Internet Archive's copy nearest to the day of the capture.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(0, 3600),
    default=1.0,
    show_default=True,
    help="How long to wait between two fetches from one host.",
)
@click.option(
    "--use-refused",
    is_flag=True,
    help="Fetch nothing: show the page that was refused last as the text after all.",
)
@click.option("--due", is_flag=True, help="Only the watched pages whose time has come.")
@json_option
@click.pass_context
def refetch(
    context: click.Context,
    query: tuple[str, ...],
    archived: bool,
    seconds: float,
    use_refused: bool,
    due: bool,
    as_json: bool,
) -> int:
    """Fetch the articles that match QUERY again; a changed text is a new version.

    A number alone is an article's. Nothing good is ever replaced by an error page, a wall or
    another article, and your own text stays the one that is shown.
    """
    if due:
        return _refetch_due(context, seconds, as_json)
    text = query_text(query)
    if use_refused:
        return _use_refused(context, text)
    with open_library(context) as library:
        ids = _ids(library, text)
        found = _archived(library, ids) if archived else None
        outcomes: dict[str, int] = {}
        for result in found or library.versions.refetch_all(ids, pause=seconds):
            outcomes[result.outcome] = outcomes.get(result.outcome, 0) + 1
            _print(result, as_json)
        library.copies.keep_up()
    looked = sum(outcomes.values())
    if looked < len(ids) and not archived:
        say(f"{count_articles(len(ids) - looked)} had no address to be fetched from.")
    told = outcomes_in_words(outcomes)
    say(f"{count_articles(looked)} fetched again{': ' if told else ''}{told}.")
    return 1 if outcomes.get("failed") else 0


def _use_refused(context: click.Context, text: str) -> int:
    if not text.isdecimal():
        raise click.UsageError("--use-refused goes with the number of one article.")
    with open_library(context) as library:
        article = library.article(int(text))
        pages = library.versions.refused(article.id)
        if not pages:
            raise InputError(
                f"Article {article.id} has no page that was refused.",
                "Only pages that came in an article's place when it was fetched again are.",
            )
        raw = library.versions.refused_page(article.id, pages[-1].id)
        library.versions.use_refused(article.id, prepare_clip(raw))
        library.copies.keep_up()
    say(f"Article {article.id} shows the page of {pages[-1].captured} now. {pages[-1].message}")
    return 0


def _refetch_due(context: click.Context, seconds: float, as_json: bool) -> int:
    failed = count = 0
    with open_library(context) as library:
        for result in library.watching.look_at_due(pause=seconds):
            count += 1
            failed += result.outcome == "failed"
            _print(result, as_json)
        library.copies.keep_up()
    say(f"{counted(count, 'watched page')} fetched again; {failed:,} not to be had now.")
    return 1 if failed else 0


def _ids(library: Library, text: str) -> list[int]:
    if text.isdecimal():
        return [library.article(int(text)).id]
    say_notes(parse_query(text).notes)
    return library.versions.matching(text)


def _archived(library: Library, ids: list[int]) -> Iterator[RefetchResult]:
    for article_id in ids:
        try:
            yield library.versions.fetch_archived(article_id)
        except CaptureError as failure:
            article = library.article(article_id)
            kind = failure.kind
            yield RefetchResult(article_id, article.clean.title, "failed", str(failure), "", kind)
        except AppError as failure:
            say(str(failure))


def _print(result: RefetchResult, as_json: bool) -> None:
    if as_json:
        print_json(_as_json(result))
        return
    print_text(f"{result.article_id}  {result.title or 'Untitled'}: {result.message}")
    for line in _changed_lines(result.changes):
        print_text(f"    {line}")
    if result.gone_since:
        print_text(f"    Gone since {result.gone_since[:10]}.")
    if result.archived_url:
        host = urlsplit(result.archived_url).netloc
        print_text(
            f"    {host} may have it: cuttings refetch {result.article_id} --from-web-archive"
        )


def _changed_lines(changes: tuple[Change, ...]) -> Iterator[str]:
    """Each change with some words around it: ``… by the [-autumn-] {+winter+} and …``."""
    line = ""
    for number, change in enumerate(changes):
        words = " ".join(change.text.split())
        if change.kind == "taken":
            line += f" [-{words}-]"
        elif change.kind == "added":
            line += f" {{+{words}+}}"
        elif line and len(words) > 2 * _AROUND:
            yield f"{line} {words[:_AROUND].rsplit(' ', 1)[0]}…".strip()
            line = f"…{words[-_AROUND:].partition(' ')[2]}"
        elif number == 0 and len(words) > _AROUND:
            line = f"…{words[-_AROUND:].partition(' ')[2]}"
        else:
            line += f" {words}"
    if "[-" in line or "{+" in line:
        yield line.strip()


def _as_json(result: RefetchResult) -> dict[str, object]:
    return {
        "id": result.article_id,
        "title": result.title,
        "outcome": result.outcome,
        "obstacle": result.obstacle or None,
        "message": result.message,
        "looked": result.looked or None,
        "revision": result.revision_id,
        "changes": [
            {"kind": each.kind, "text": each.text} for each in result.changes if each.kind != "same"
        ],
        "correction": result.correction,
        "gone_since": result.gone_since,
        "archived_url": result.archived_url,
    }
