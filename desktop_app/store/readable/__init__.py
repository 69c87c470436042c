"""Tables for other programs to read, in a SQLite file that is no archive."""
