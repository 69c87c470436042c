"""Cuttings: a desktop archive of press articles."""

__version__ = "0.1.0"
