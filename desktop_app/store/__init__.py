"""The archive: one SQLite file. The only SQL."""
