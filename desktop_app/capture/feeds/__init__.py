"""Feeds: found in pages, fetched politely, read; and lists of them as OPML."""
