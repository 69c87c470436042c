"""Persons: their pages, names, mentions, network, and the questions about them."""
