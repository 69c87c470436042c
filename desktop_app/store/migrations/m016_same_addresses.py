"""The columns and tables by which an address finds its article, and what came of fetching it again.

The keys of addresses are ``core.address_key``'s numbers. They follow from the addresses beside
them, so that an older archive gets them when it is brought up to date: ``fill_address_keys`` comes
behind the steps.
"""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
ALTER TABLE articles ADD COLUMN address_key INTEGER;
ALTER TABLE articles ADD COLUMN canonical_key INTEGER;
-- Whether the outlet says that it corrected the article.
ALTER TABLE articles ADD COLUMN corrected INTEGER DEFAULT 0;
DROP INDEX articles_by_url;
DROP INDEX articles_by_canonical_url;
CREATE INDEX articles_by_address ON articles(address_key) WHERE address_key IS NOT NULL;
CREATE INDEX articles_by_canonical ON articles(canonical_key) WHERE canonical_key IS NOT NULL;
CREATE INDEX articles_corrected ON articles(id) WHERE corrected = 1;
-- The addresses that led to an article's own when it was fetched, in order.
CREATE TABLE article_redirects (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    address_key INTEGER NOT NULL
);
CREATE INDEX article_redirects_by_article ON article_redirects(article_id);
CREATE INDEX article_redirects_by_address ON article_redirects(address_key);
-- When an article was fetched again the last time, and what came: a fact, which no undo takes back.
-- ``gone_since`` is the first of the looks in a row at which it wasn't there any more.
CREATE TABLE article_looks (
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    looked TEXT NOT NULL,
    outcome TEXT NOT NULL,
    obstacle TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    gone_since TEXT
);
CREATE INDEX article_looks_gone ON article_looks(article_id) WHERE gone_since IS NOT NULL;
"""


def m016_same_addresses(db: Database) -> None:
    """Addresses found whatever their dressing; what came of fetching an article again."""
    db.executescript(_SQL)
