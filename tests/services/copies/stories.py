"""Stories in made-up words, and copies of them as other outlets would print them."""

from __future__ import annotations

import random

_SYLLABLES = ("ka", "lo", "mi", "ren", "tas", "vu", "bel", "dor", "zin", "pha")


def story(seed: str, paragraphs: int = 5) -> list[str]:
    """A story in paragraphs of 40 words; another seed tells another story."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(40 * paragraphs)]
    return [" ".join(words[at : at + 40]) + "." for at in range(0, len(words), 40)]


def reworded(paragraphs: list[str], every: int) -> list[str]:
    """The same with each so-manieth word replaced."""
    made = []
    for paragraph in paragraphs:
        words = paragraph.split()
        words[::every] = ["otherwise"] * len(words[::every])
        made.append(" ".join(words))
    return made


def text(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)
