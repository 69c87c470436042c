"""How many, in words that agree with the number."""

from __future__ import annotations


def counted(number: int, thing: str, things: str | None = None) -> str:
    """“1 word”, “1,234 words”; ``things`` where the plural has more than an s."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def count_articles(number: int) -> str:
    """“1 article”, “1,234 articles”."""
    return counted(number, "article")
