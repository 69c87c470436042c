"""Data files that other programs count, draw and search with."""
