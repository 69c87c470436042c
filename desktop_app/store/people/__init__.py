"""Persons: assigned to names, merged, compared, chosen by the user, read again."""
