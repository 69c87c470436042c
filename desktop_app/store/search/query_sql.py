"""From a parsed query to the SQL condition that finds its articles.

What the word index can answer alone becomes one FTS5 expression, so that ``a b OR c`` is a single
look-up; everything else is a condition on the articles table, called ``a`` here. Every value is
bound, every searched word is one quoted FTS5 string.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.core.query import And, DateRange, Flag, Node, Not, Or, ParsedQuery, Words
from desktop_app.store.words.index_text import lookup
from desktop_app.store.words.person_words import names_where

#: How many words one query may have; far more than anybody writes, far less than SQLite bears.
MAX_TERMS = 2_000
_MAX_TERM_LENGTH = 2_000
#: Conditions side by side that the word index can't join, such as tags and exclusions.
_MAX_CONDITIONS = 300
#: Words joined in one FTS5 expression; its parser nests no deeper than 256.
_MAX_IN_ONE_MATCH = 100

_WORD_COLUMNS = {
    None: None,
    "title": "{title}",
    "text": "{subtitle text}",
    "author": "{authors}",
    "note": "{note}",
}
_FLAGS = {
    ("is", "unread"): "a.unread = 1",
    ("is", "read"): "a.unread = 0",
    ("is", "starred"): "a.starred = 1",
    ("is", "edited"): "(a.edits <> '{}' OR a.text_edited = 1)",
    ("has", "warning"): "a.warnings > 0",
    ("has", "correction"): "a.corrected = 1",
    ("is", "gone"): "a.id IN (SELECT article_id FROM article_looks WHERE gone_since IS NOT NULL)",
    ("has", "note"): "(a.note <> '' OR (a.highlights > 0 AND EXISTS (SELECT 1 FROM highlights h"
    " WHERE h.article_id = a.id AND h.note <> '')))",
    ("has", "highlight"): "a.highlights > 0",
    ("has", "dossier"): "a.id IN (SELECT article_id FROM dossier_entries"
    " WHERE article_id IS NOT NULL)",
    ("is", "copy"): "a.id IN (SELECT m.article_id FROM copy_members m WHERE EXISTS (SELECT 1"
    " FROM copy_members o JOIN articles x ON x.id = o.article_id WHERE o.group_id = m.group_id"
    " AND o.article_id <> m.article_id AND x.deleted IS NULL))",
    ("in", "trash"): "a.deleted IS NOT NULL",
}
#: The articles in the trash, from an index that holds them alone.
TRASH = "SELECT id FROM articles WHERE deleted IS NOT NULL"
# Those that begin in the range, in the order of the list, where what sorts begins with the first
# day; and the few that begin before it but last into it, such as a month or a year.
_PUBLISHED_WITHIN = """
    SELECT id FROM articles
    WHERE deleted IS NULL AND published_sort >= ?2 AND published_sort < ?1 || 'U'
    UNION ALL SELECT id FROM articles WHERE published_latest > published_earliest
        AND published_latest >= ?2 AND published_earliest < ?2
"""
_MATCH = "a.id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)"


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL over the articles table ``a`` with its values.

    ``match`` is the same as an FTS5 expression where the word index can answer it alone;
    ``unless`` is an expression whose articles are just those that don't fulfil the condition;
    ``ids`` is a statement that gives the ids alone, some perhaps twice, without the articles' rows,
    and perhaps without those in the trash.
    """

    sql: str
    values: tuple[object, ...] = ()
    match: str | None = None
    unless: str | None = None
    ids: str | None = None
    terms: int = 0


#: Every article outside the trash.
EVERYTHING = Condition("a.deleted IS NULL")


def articles_where(parsed: ParsedQuery | None) -> Condition:
    """The condition for a query's articles; those in the trash only where it asks for them."""
    condition = None if parsed is None else compiled(parsed.root)
    if condition is None:
        return EVERYTHING
    if parsed is not None and parsed.in_trash:
        return condition
    return replace(condition, sql=f"a.deleted IS NULL AND {condition.sql}")


def matching(parsed: ParsedQuery | None, column: str) -> tuple[str, tuple[object, ...]]:
    """The condition that ``column`` is the id of an article which the query finds.

    Reads no row of the articles where the word index and the trash's can tell.
    """
    condition = articles_where(parsed)
    live = f"{column} NOT IN ({TRASH})"
    if condition == EVERYTHING:
        return live, ()
    if condition.match is not None and parsed is not None and not parsed.in_trash:
        found = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
        return f"{column} IN ({found}) AND {live}", (condition.match,)
    return f"{column} IN (SELECT a.id FROM articles a WHERE {condition.sql})", condition.values


def compiled(root: Node) -> Condition | None:
    """The query as a condition, None where everything matches; InputError for too many words."""
    _require_bounded(root)
    return _compile(root)


def ranking_expression(root: Node) -> str | None:
    """An FTS5 expression of every word looked for, by which matches are ranked."""
    found = list(dict.fromkeys(_looked_for(root)))[:_MAX_IN_ONE_MATCH]
    return " OR ".join(found) or None


def _compile(node: Node) -> Condition | None:
    match node:
        case Words():
            return _words(node)
        case DateRange():
            return _date_range(node)
        case Flag(group, value):
            known = _FLAGS.get((group, value), "0")
            is_dossier = group == "in" and value != "trash"
            return _dossier(value) if is_dossier else Condition(known)
        case Not(inner):
            return _negated(_compile(inner))
        case And(parts):
            return _joined("AND", [_compile(part) for part in parts])
        case Or(parts):
            alternatives = [_compile(part) for part in parts]
            return None if None in alternatives else _joined("OR", alternatives)


def _joined(operator: str, parts: Sequence[Condition | None]) -> Condition | None:
    conditions = [part for part in parts if part is not None]
    if len(conditions) < 2:
        return conditions[0] if conditions else None
    conditions = _matches_joined(operator, conditions)
    if len(conditions) == 1:
        return conditions[0]
    if len(conditions) > _MAX_CONDITIONS:
        raise _too_many_words()
    sql = f" {operator} ".join(condition.sql for condition in conditions)
    values = tuple(value for each in conditions for value in each.values)
    return Condition(f"({sql})", values)


def _negated(inner: Condition | None) -> Condition | None:
    """The opposite; what isn't known, such as a missing date, doesn't fulfil the inner one."""
    if inner is None:
        return None
    return Condition(
        f"NOT coalesce({inner.sql}, 0)", inner.values, unless=inner.match, terms=inner.terms
    )


def _matches_joined(operator: str, conditions: Sequence[Condition]) -> list[Condition]:
    """The conditions with those of the word index put together, as many as one look-up bears."""
    others = [condition for condition in conditions if condition.match is None]
    matches = _batches(operator, [each for each in conditions if each.match is not None])
    if operator == "AND" and matches:
        unwanted = [each for each in others if each.unless is not None]
        others = [each for each in others if each.unless is None]
        negative = _batches("OR", [_match(each.unless or "", each.terms) for each in unwanted])
        if negative and matches[0].terms + negative[0].terms <= 2 * _MAX_IN_ONE_MATCH:
            without = f"({matches[0].match}) NOT ({negative[0].match})"
            matches[0] = _match(without, matches[0].terms + negative[0].terms)
            negative = negative[1:]
        others += [each for each in map(_negated, negative) if each is not None]
    return [*matches, *others]


def _batches(operator: str, conditions: Sequence[Condition]) -> list[Condition]:
    batches: list[list[Condition]] = []
    size = _MAX_IN_ONE_MATCH
    for condition in conditions:
        if size + condition.terms > _MAX_IN_ONE_MATCH:
            batches.append([])
            size = 0
        batches[-1].append(condition)
        size += condition.terms
    return [_match_of(operator, batch) for batch in batches]


def _match_of(operator: str, batch: Sequence[Condition]) -> Condition:
    if len(batch) == 1:
        return batch[0]
    expression = f" {operator} ".join(f"({condition.match})" for condition in batch)
    return _match(expression, sum(condition.terms for condition in batch))


def _among(ids: str, values: tuple[object, ...]) -> Condition:
    return Condition(f"a.id IN ({ids})", values, ids=ids)


def _match(expression: str, terms: int = 1) -> Condition:
    return Condition(_MATCH, (expression,), match=expression, terms=terms)


def _words(node: Words) -> Condition | None:
    text = node.text[:_MAX_TERM_LENGTH]
    if node.field in _WORD_COLUMNS:
        expression = _match_expression(node)
        return _match(expression) if expression else None
    if node.field == "tag":
        return _tag(text, node.prefix)
    if node.field == "person":
        sql, values = names_where(text, "person_id", prefix=node.prefix)
        return _among(f"SELECT article_id AS id FROM article_people WHERE {sql}", values)
    if node.field == "url":
        pattern = f"%{_like(text)}%"
        test = r"(a.url LIKE ? ESCAPE '\' OR a.canonical_url LIKE ? ESCAPE '\')"
        return Condition(test, (pattern, pattern))
    if node.field == "language":
        return _language(text)
    return _folded(str(node.field), text)


def _match_expression(node: Words) -> str | None:
    phrase = lookup(node.text[:_MAX_TERM_LENGTH], prefix=node.prefix)
    columns = _WORD_COLUMNS[node.field]
    return f"{columns} : {phrase}" if phrase and columns else phrase


def _tag(text: str, prefix: bool) -> Condition:
    key = fold("/".join(part.strip() for part in text.split("/") if part.strip()))
    last = f"{_like(key)}%" if prefix else f"{_like(key)}/%"
    return _among(
        "SELECT article_id AS id FROM article_tags WHERE tag_id IN"
        r" (SELECT id FROM tags WHERE key = ? OR key LIKE ? ESCAPE '\')",
        (key, last),
    )


def _dossier(name: str) -> Condition:
    """Blanks of the name may be written as hyphens, so that it needs no quotation marks."""
    key = fold(" ".join(name[:_MAX_TERM_LENGTH].split()))
    return _among(
        "SELECT article_id AS id FROM dossier_entries WHERE article_id IS NOT NULL"
        " AND dossier_id IN (SELECT id FROM dossiers WHERE key = ? OR replace(key, ' ', '-') = ?)",
        (key, key),
    )


def _language(text: str) -> Condition:
    code = fold(text)
    return Condition(
        r"(a.language = ? OR a.language LIKE ? ESCAPE '\')", (code, f"{_like(code)}-%")
    )


def _folded(name: str, text: str) -> Condition:
    """Outlets and agencies are few: each is met once, by leaps in its index, and folded."""
    return Condition(
        f"a.{name} IN (WITH RECURSIVE each(spelling) AS (SELECT min({name}) FROM articles"
        f" UNION ALL SELECT (SELECT min({name}) FROM articles WHERE {name} > spelling)"
        " FROM each WHERE spelling IS NOT NULL)"
        " SELECT spelling FROM each WHERE instr(fold_text(spelling), ?))",
        (fold(text),),
    )


def _date_range(node: DateRange) -> Condition:
    values = (node.latest, node.earliest)
    if node.kind == "captured":
        return Condition("(a.captured < ? || 'U' AND a.captured >= ?)", values)
    if node.kind == "event":
        return _among(
            "SELECT article_id AS id FROM events WHERE earliest <= ? AND latest >= ?", values
        )
    return Condition(
        "(a.published_earliest <= ? AND a.published_latest >= ?)", values, ids=_PUBLISHED_WITHIN
    )


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _looked_for(node: Node) -> list[str]:
    match node:
        case Words() if node.field in _WORD_COLUMNS:
            expression = _match_expression(node)
            return [expression] if expression else []
        case And(parts) | Or(parts):
            return [found for part in parts for found in _looked_for(part)]
        case _:
            return []


def _require_bounded(root: Node) -> None:
    if _size(root) > MAX_TERMS:
        raise _too_many_words()


def _too_many_words() -> InputError:
    return InputError("The search has too many words.", "Search for a few telling ones.")


def _size(node: Node) -> int:
    match node:
        case Not(inner):
            return _size(inner)
        case And(parts) | Or(parts):
            return sum(_size(part) for part in parts)
        case _:
            return 1
