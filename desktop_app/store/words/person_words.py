"""The words of every name, so that one of them, or its beginning, finds the persons at once.

Triggers of the file follow the names. Which words a name has tells its key, where blanks part them.
"""

from __future__ import annotations

from desktop_app.core.folding import name_key
from desktop_app.store.base.connection import Connection
from desktop_app.store.words.index_text import lookup

_MAX_LENGTH = 2_000
_LAST = "\U0010ffff"
_WITHIN = "instr(' ' || n.key || ' ', ?)"
#: So many names are quicker met among the persons named most than looked up and sorted.
_COMMON = 8_000
#: Among how many persons such a name is looked for before it is looked up after all.
NAMED_MOST = 3_000
# A key is letters, digits and blanks but for a name of marks alone, which nobody looks up by words.
_WORDS = (
    "json_each(CASE WHEN {row}.key GLOB '*[\"\\\x01-\x1f]*' OR instr({row}.key, char(0))"
    " THEN '[]' ELSE '[\"' || replace({row}.key, ' ', '\",\"') || '\"]' END)"
)
_PUT = f"""
    INSERT OR IGNORE INTO person_words (word, name_id)
    SELECT value, new.id FROM {_WORDS.format(row="new")};
"""
_TAKE = f"""
    DELETE FROM person_words WHERE name_id = old.id
    AND word IN (SELECT value FROM {_WORDS.format(row="old")});
"""

_WANTED = f"SELECT DISTINCT value, n.id FROM person_names n, {_WORDS.format(row='n')}"
_KEPT = "SELECT word, name_id FROM person_words"
_FILL = f"INSERT INTO person_words (word, name_id) {_WANTED}"
#: What a migration runs: the table, what it holds of an older archive, and the triggers.
NAME_WORDS = (
    "CREATE TABLE person_words (word TEXT NOT NULL, name_id INTEGER NOT NULL,"
    " PRIMARY KEY (word, name_id)) WITHOUT ROWID",
    _FILL,
    f"CREATE TRIGGER words_of_name AFTER INSERT ON person_names BEGIN {_PUT} END",
    f"CREATE TRIGGER words_of_lost_name AFTER DELETE ON person_names BEGIN {_TAKE} END",
    "CREATE TRIGGER words_of_other_name AFTER UPDATE OF id, key ON person_names"
    f" WHEN old.id <> new.id OR old.key <> new.key BEGIN {_TAKE} {_PUT} END",
)


def put_words(connection: Connection) -> None:
    """Write the words of every name anew."""
    connection.write("DELETE FROM person_words")
    connection.write(_FILL)


def words_differ(connection: Connection) -> bool:
    """Whether other words are kept than those that the names have."""
    return bool(
        connection.value(
            f"SELECT EXISTS ({_WANTED} EXCEPT {_KEPT}) OR EXISTS ({_KEPT} EXCEPT {_WANTED})"
        )
    )


def names_where(text: str, column: str, *, prefix: bool = False) -> tuple[str, tuple[object, ...]]:
    """The condition that ``column`` is a person with all these words in one of the names.

    With ``prefix`` the words may be only the beginnings of a name's words.
    """
    tokens = _tokens(text)
    if not tokens:
        return "1", ()
    source, values = "person_names n", []
    tests = [_WITHIN for _ in tokens]
    if found := _looked_up(tokens):
        source = "person_words w JOIN person_names n ON n.id = w.name_id"
        tests.insert(0, "w.word BETWEEN ? AND ?")
        values += _bounds(found, prefix=prefix)
    values += [within_name(token, prefix=prefix) for token in tokens]
    sql = f"SELECT n.person_id FROM {source} WHERE {' AND '.join(tests)}"
    return f"{column} IN ({sql})", tuple(values)


def name_tested(text: str, column: str) -> tuple[str, tuple[object, ...]]:
    """As ``names_where`` by beginnings, but tested person by person: quicker where many pass."""
    tokens = _tokens(text)
    tests = "".join(f" AND {_WITHIN}" for _ in tokens)
    sql = f"EXISTS (SELECT 1 FROM person_names n WHERE n.person_id = {column}{tests})"
    return sql, tuple(within_name(token, prefix=True) for token in tokens)


def is_common(connection: Connection, text: str) -> bool:
    """Whether each of the words is the beginning of very many names' words."""
    tokens = _tokens(text)
    sql = "SELECT count(*) FROM (SELECT 1 FROM person_words WHERE word BETWEEN ? AND ? LIMIT ?)"
    return bool(tokens) and all(
        not _spaceless(token)
        and connection.value(sql, (*_bounds(token, prefix=True), _COMMON)) == _COMMON
        for token in tokens
    )


def _tokens(text: str) -> list[str]:
    return name_key(text[:_MAX_LENGTH]).split()


def _looked_up(tokens: list[str]) -> str:
    """The word by which names are found in the index: the longest that may stand there."""
    return max((each for each in tokens if not _spaceless(each)), key=len, default="")


def _bounds(word: str, *, prefix: bool) -> list[str]:
    return [word, f"{word}{_LAST}" if prefix else word]


def within_name(token: str, *, prefix: bool) -> str:
    """What a name's key, with a blank before and behind it, holds where the name has this word."""
    if _spaceless(token):
        return token
    return f" {token}" if prefix else f" {token} "


def _spaceless(token: str) -> bool:
    """Whether it is of a script without blanks, where any part of a name may be meant."""
    return not token.isascii() and lookup(token) != f'"{token}"'
