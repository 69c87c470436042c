"""Widgets that know nothing of where they are used."""
