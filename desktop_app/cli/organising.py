"""The commands that change an archive, each undoable: edit, tag, delete, restore, reclean, undo."""

from __future__ import annotations

from datetime import date

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import counter, print_json, print_text, say
from desktop_app.core.article import DATE_FIELDS
from desktop_app.core.article_json import article_to_json
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.services.base.field_values import FieldValue
from desktop_app.services.library import Library


def _each_once(_context: click.Context, _argument: click.Parameter, ids: tuple[int, ...]) -> object:
    return tuple(dict.fromkeys(ids))


_ids = click.argument(
    "ids", type=int, nargs=-1, required=True, metavar="ID...", callback=_each_once
)


@click.command()
@_ids
@click.option(
    "--set",
    "settings",
    multiple=True,
    required=True,
    metavar="FIELD=VALUE",
    help="Set a field; may be repeated. An empty value means unknown; authors are parted by ;",
)
@json_option
@click.pass_context
def edit(
    context: click.Context, ids: tuple[int, ...], settings: tuple[str, ...], as_json: bool
) -> None:
    """Set fields of articles by hand (also: note, and markdown for one's text)."""
    changes: dict[str, FieldValue] = dict(_setting(text) for text in settings)
    changes |= _dates_read(changes)
    if "markdown" in changes and len(ids) > 1:
        raise click.UsageError("The text can be set of one article at a time.")
    named = f"article {ids[0]}" if len(ids) == 1 else count_articles(len(ids))
    with open_library(context) as library:
        # One act, so that one undo takes all back, and either all are changed or none.
        with library.archive.act(f"Edited {named}"):
            for article_id in ids:
                _apply(library, article_id, dict(changes))
        if as_json:
            for article_id in ids:
                print_json(article_to_json(library.article(article_id)))
        else:
            say(f"{named.capitalize()}: {', '.join(changes)}.")


# A tag to take off looks like an option, so that no short option may be read here.
@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True, type=click.UNPROCESSED, metavar="ID... +T -T")
@click.pass_context
def tag(context: click.Context, words: tuple[str, ...]) -> None:
    """Tag articles: ``tag 3 7 +diplomacy/russia -unsorted``."""
    ids = list(dict.fromkeys(_article_id(word) for word in words if word[:1] not in "+-"))
    added = [word[1:] for word in words if word.startswith("+")]
    removed = [word[1:] for word in words if word.startswith("-")]
    if not ids or not (added or removed):
        raise click.UsageError("Name at least one article and one +tag or -tag.")
    with open_library(context) as library:
        library.tagging.change(ids, added, removed)
    say(f"Tagged {count_articles(len(ids))}.")


@click.command()
@_ids
@click.pass_context
def delete(context: click.Context, ids: tuple[int, ...]) -> None:
    """Move articles to the trash."""
    with open_library(context) as library:
        library.delete(ids)
    say(f"Moved {count_articles(len(ids))} to the trash; `cuttings restore` brings back.")


@click.command()
@click.option("--yes", is_flag=True, help="Delete without asking.")
@click.pass_context
def empty_trash(context: click.Context, yes: bool) -> None:
    """Delete what is in the trash for good; no undo brings it back."""
    with open_library(context) as library:
        counted = count_articles(library.trash_count())
        if not yes:
            raise InputError(
                f"{counted} in the trash would be deleted for good.", "Add --yes to do so."
            )
        library.empty_trash()
    say(f"Deleted {counted} for good.")


@click.command()
@_ids
@click.pass_context
def restore(context: click.Context, ids: tuple[int, ...]) -> None:
    """Bring articles back from the trash."""
    with open_library(context) as library:
        library.restore(ids)
    say(f"Restored {count_articles(len(ids))}.")


@click.command("reclean")
@query_argument
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes clean.")
@json_option
@click.pass_context
def reclean(
    context: click.Context, query: tuple[str, ...], jobs: int | None, as_json: bool
) -> None:
    """Clean and analyse the articles that match QUERY again; keeps what you edited."""
    text = query_text(query)
    say_notes(parse_query(text).notes)
    with open_library(context) as library, counter("Cleaning") as progress:
        report = library.reclean(text, jobs=jobs, progress=progress)
    changes = [
        {"id": each.article_id, "title": each.title, "changed": list(each.changed)}
        for each in report.changed
    ]
    left_alone = [
        {"id": each.article_id, "title": each.title, "reason": each.left_alone}
        for each in report.articles
        if each.left_alone
    ]
    if as_json:
        summary = {"articles": len(report.articles), "changed": changes, "left_alone": left_alone}
        print_json(summary)
        return
    for each in report.articles:
        if each.changed or each.left_alone:
            what = each.left_alone or f"{', '.join(each.changed)} changed"
            print_text(f"{each.article_id}  {each.title or 'Untitled'}: {what}")
    say(f"{len(report.articles):,} articles cleaned again, {len(changes):,} changed.")


@click.command()
@click.pass_context
def undo(context: click.Context) -> None:
    """Take back the last act, in this or an earlier session."""
    with open_library(context) as library:
        act = library.undo()
    say(f"Undone: {act}." if act else "There is nothing to undo.")


@click.command()
@click.pass_context
def redo(context: click.Context) -> None:
    """Do the last undone act again."""
    with open_library(context) as library:
        act = library.redo()
    say(f"Done again: {act}." if act else "There is nothing to do again.")


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"--set wants FIELD=VALUE, not “{text}”.")
    return name.strip().lower(), value


def _dates_read(changes: dict[str, FieldValue]) -> dict[str, FieldValue]:
    """The dates among the changes that are written in plain words, as EDTF."""
    # Imported here: few commands need the words of dates.
    from desktop_app.services.finding.plain_dates import read_plain_date  # noqa: PLC0415

    today = date.today().isoformat()
    read: dict[str, FieldValue] = {}
    for name, value in changes.items():
        if name in DATE_FIELDS and isinstance(value, str) and value.strip():
            found = read_plain_date(value, today=today)
            read[name] = value if found is None else found.text
    return read


def _apply(library: Library, article_id: int, changes: dict[str, FieldValue]) -> None:
    note, markdown = changes.pop("note", None), changes.pop("markdown", None)
    with library.archive.act(f"Edited article {article_id}"):
        if changes:
            library.edit_fields(article_id, changes)
        if isinstance(markdown, str):
            library.edit_markdown(article_id, markdown)
        if isinstance(note, str):
            library.set_note(article_id, note)


def _article_id(word: str) -> int:
    if not word.isdecimal():
        raise click.UsageError(f"“{word}” is neither an article's number nor a +tag or -tag.")
    return int(word)
