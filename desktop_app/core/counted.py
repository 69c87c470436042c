"""How many, in words that agree with the number."""

from __future__ import annotations


def count_articles(number: int) -> str:
    """“1 article”, “1,234 articles”."""
    return "1 article" if number == 1 else f"{number:,} articles"
