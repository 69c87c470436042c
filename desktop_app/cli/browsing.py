"""The commands that look: list, show, timeline and events."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.output import (
    print_bytes,
    print_json,
    print_json_list,
    print_table,
    print_text,
    say,
)
from desktop_app.core.arrangement import Arrangement
from desktop_app.core.article import Article, Revision, UnassignedMention
from desktop_app.core.article_json import (
    Json,
    article_event_to_json,
    article_to_json,
    bucket_to_json,
    revision_to_json,
)
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.core.refetch import RefusedPage
from desktop_app.services.library import Library

#: How many rows are read from the archive at a time.
_BATCH = 500


@click.command("list")
@query_argument
@click.option(
    "--sort",
    type=click.Choice(["published", "captured", "title", "relevance"]),
    default="published",
    show_default=True,
    help="The order; dates run newest first.",
)
@click.option("--reverse", is_flag=True, help="The other way round; what is unknown stays last.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@json_option
@click.pass_context
def list_articles(
    context: click.Context,
    query: tuple[str, ...],
    sort: str,
    reverse: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """List the articles that match QUERY; without one, all of them."""
    with open_library(context) as library:
        found = library.arranged(query_text(query), Arrangement(sort, is_reversed=reverse))
        say_notes(found.notes)
        ids = found.ids[:limit]
        if as_json:
            print_json_list(article_to_json(library.article(article_id)) for article_id in ids)
            return
        columns = ("ID", "Published", "Outlet", "Words", "Title")
        nothing = "No article was found." if query else "No article is in this archive yet."
        print_table(columns, (_list_row(row) for row in _rows(library, ids)), nothing)


@click.command()
@click.argument("article_id", type=int, metavar="ID")
@json_option
@click.option("--markdown", "form", flag_value="markdown", help="The text as Markdown.")
@click.option("--raw", "form", flag_value="raw", help="The page as it was captured, byte for byte.")
@click.option("--revisions", "form", flag_value="revisions", help="Every state of the text.")
@click.option("--diff", nargs=2, type=int, metavar="A B", help="Compare two revisions.")
@click.pass_context
def show(
    context: click.Context,
    article_id: int,
    as_json: bool,
    form: str | None,
    diff: tuple[int, int] | None,
) -> None:
    """Show one article."""
    if as_json and (diff is not None or form in ("markdown", "raw")):
        raise click.UsageError("--json goes with --revisions or alone.")
    with open_library(context) as library:
        article = library.article(article_id)
        if diff is not None:
            print_text(_difference(library.revisions(article_id), *diff))
        elif form == "revisions":
            _print_revisions(library.revisions(article_id), as_json)
            _say_refused(library.versions.refused(article_id))
        elif form == "raw":
            raw = library.snapshot(article_id)
            print_bytes(raw.content, lambda: library.raw_text(article_id))
        elif form == "markdown":
            print_text(article.clean.markdown)
        elif as_json:
            print_json(article_to_json(article))
        else:
            _print_article(article)


@click.command()
@query_argument
@click.option("--by", type=click.Choice(["day", "week", "month", "year"]), default="month")
@click.option("--date", type=click.Choice(["published", "event", "captured"]), default="published")
@json_option
@click.pass_context
def timeline(
    context: click.Context, query: tuple[str, ...], by: str, date: str, as_json: bool
) -> None:
    """Count the articles that match QUERY, or the events they tell, by span of time."""
    with open_library(context) as library:
        text = query_text(query)
        say_notes(parse_query(text).notes)
        buckets = library.timeline(text, by=by, date=date)
    if as_json:
        print_json([bucket_to_json(bucket) for bucket in buckets])
        return
    longest = max((bucket.count for bucket in buckets), default=1)
    print_table(
        ("Date", "Count", ""),
        (
            (bucket.date, f"{bucket.count:,}", "█" * max(1, round(40 * bucket.count / longest)))
            for bucket in buckets
        ),
        "No date was found.",
    )


@click.command()
@query_argument
@json_option
@click.pass_context
def events(context: click.Context, query: tuple[str, ...], as_json: bool) -> None:
    """List what the articles that match QUERY tell, by the date it happened."""
    with open_library(context) as library:
        text = query_text(query)
        say_notes(parse_query(text).notes)
        found = library.events(text)
    if as_json:
        print_json([article_event_to_json(event) for event in found])
        return
    rows = ((item.event.date, str(item.article_id), item.event.text) for item in found)
    print_table(("Date", "Article", "Sentence"), rows, "No event was found.")


def say_notes(notes: Iterable[str]) -> None:
    """Tell what the query's parser couldn't read as it was meant."""
    for note in notes:
        say(note)


def _rows(library: Library, ids: Sequence[int]) -> Iterator[ArticleRow]:
    for start in range(0, len(ids), _BATCH):
        yield from library.rows(ids[start : start + _BATCH])


def _list_row(row: ArticleRow) -> tuple[str, ...]:
    return (
        str(row.id),
        row.published or "",
        row.publisher or "",
        f"{row.words:,}",
        row.title or "Untitled",
    )


def _print_revisions(revisions: Sequence[Revision], as_json: bool) -> None:
    if as_json:
        print_json([revision_to_json(revision) for revision in revisions])
        return
    rows = (
        (str(revision.number), revision.created, revision.kind, f"{len(revision.text.split()):,}")
        for revision in revisions
    )
    print_table(("Revision", "Made", "How", "Words"), rows)


def _say_refused(pages: Sequence[RefusedPage]) -> None:
    for page in pages:
        say(f"Kept beside it, {page.captured}: {page.message}")
    if pages:
        say("“cuttings refetch ID --use-refused” shows the last of them as the text.")


def _difference(revisions: Sequence[Revision], first: int, second: int) -> str:
    by_number = {revision.number: revision for revision in revisions}
    for number in (first, second):
        if number not in by_number:
            raise InputError(
                f"There is no revision {number}.", f"The article has {len(revisions)}."
            )
    return "\n".join(
        difflib.unified_diff(
            by_number[first].markdown.splitlines(),
            by_number[second].markdown.splitlines(),
            f"revision {first}",
            f"revision {second}",
            lineterm="",
        )
    )


def _unassigned_words(unassigned: Sequence[UnassignedMention]) -> str:
    """“3 mentions: Clinton (Bill Clinton or Hillary Clinton?)”, or nothing."""
    if not unassigned:
        return ""
    asked = dict.fromkeys(
        f"{each.mention.text} ({' or '.join(each.names)}?)" for each in unassigned
    )
    count = counted(len(unassigned), "mention")
    return f"{count}: {', '.join(asked)}"


def _print_article(article: Article) -> None:
    clean = article.clean
    facts: Json = {
        "Title": clean.title or "Untitled",
        "Subtitle": clean.subtitle,
        "Authors": "; ".join(clean.authors),
        "Publisher": clean.publisher,
        "Agency": clean.agency,
        "Published": clean.published,
        "Captured": article.captured,
        "Address": clean.url,
        "Tags": ", ".join(article.tags),
        "People": ", ".join(person.name for person in clean.people),
        "Unassigned": _unassigned_words(clean.unassigned),
        "Note": article.note,
    }
    for name, value in facts.items():
        if value:
            print_text(f"{name + ':':<12}{value}")
    print_text(f"\n{clean.text}")
    for warning in clean.warnings:
        say(warning.message)
