"""Long pages of our own making: a book, a ruling or a transcript in a page with menus and footer.

Every paragraph says which one it is, so that a test can tell exactly what was lost.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

_NOUNS = str.split(
    "court harbour minister witness report river engineer village committee letter bridge garden "
    "judge teacher market ferry council doctor archive railway winter election contract valley "
    "factory newspaper evidence captain island school storm library farmer treaty budget hospital "
    "station orchard lawyer company window museum soldier union professor road kitchen border"
)
_VERBS = str.split(
    "described opened crossed refused remembered signed questioned followed repaired examined "
    "left measured published watched defended rebuilt visited delayed explained recorded sold "
    "promised carried inspected reached"
)
_ADJECTIVES = str.split(
    "old northern quiet narrow public early former heavy foreign broken distant local careful "
    "second unusual small written late common empty"
)
_TIMES = (
    "in the spring of 1911",
    "three weeks later",
    "before noon",
    "after the second hearing",
    "during the long winter",
    "on the following morning",
    "shortly before the vote",
    "at the end of June",
)
_JOINS = ("while", "because", "although", "and", "but", "so that", "where", "as")
_PEOPLE = ("Anna Keller", "Mr Okafor", "the Duchess", "Ivo Brandt", "Judge Alvarez", "her brother")
_TEASERS = (
    "Five gardens to see this weekend",
    "Why the night train came back",
    "Quiz: how well do you know the coast?",
    "The bakery that never closes",
    "Opinion: give us back our benches",
)


@dataclass(frozen=True, slots=True)
class LongPage:
    """A page's source, and every paragraph, heading, quote and item of its article in order."""

    html: str
    parts: tuple[str, ...]

    def missing_from(self, text: str) -> list[str]:
        """The parts of the article that a text lacks."""
        folded = " ".join(text.split())
        return [part for part in self.parts if part not in folded]


def long_page(
    paragraphs: int, *, seed: int = 1, sentences: int = 5, shape: str = "div"
) -> LongPage:
    """An article of so many paragraphs, with a heading every ten, some quotations and lists.

    ``shape`` is how the body is built: ``div`` (one container), ``sections`` (one a heading) or
    ``breaks`` (paragraphs parted by line breaks alone).
    """
    chance = random.Random(seed)
    parts: list[str] = []
    body: list[str] = []
    for number in range(1, paragraphs + 1):
        if number % 10 == 1:
            _heading(chance, number, shape, body, parts)
        text = f"{_sentences(chance, sentences)} This was paragraph {number} of the account."
        parts.append(text)
        if shape == "breaks":
            body.append(f"{text}<br><br>")
        elif number % 17 == 0:
            body.append(f"<blockquote><p>{text}</p></blockquote>")
        else:
            body.append(f"<p>{text}</p>")
        if number % 25 == 0 and shape != "breaks":
            items = [f"{_sentences(chance, 1)[:-1]} (item {number}.{at})" for at in range(1, 4)]
            parts.extend(items)
            body.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
    if shape == "sections":
        body.append("</section>")
    return LongPage(_framed("\n".join(body)), tuple(parts))


def _heading(
    chance: random.Random, number: int, shape: str, body: list[str], parts: list[str]
) -> None:
    heading = f"The {chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)}, part {number // 10 + 1}"
    parts.append(heading)
    if shape == "breaks":
        body.append(f"<b>{heading}</b><br><br>")
        return
    if shape == "sections":
        body.append("</section><section>" if number > 1 else "<section>")
    body.append(f"<h2>{heading}</h2>")


def _sentences(chance: random.Random, count: int) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(max(1, count - 2), count + 2)))


def _sentence(chance: random.Random) -> str:
    first = f"the {chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)}"
    subject = chance.choice((first, chance.choice(_PEOPLE)))
    sentence = (
        f"{subject} {chance.choice(_VERBS)} the {chance.choice(_NOUNS)} {chance.choice(_TIMES)}, "
        f"{chance.choice(_JOINS)} the {chance.choice(_NOUNS)} of the {chance.choice(_ADJECTIVES)} "
        f"{chance.choice(_NOUNS)} {chance.choice(_VERBS)} {chance.choice(_PEOPLE)}."
    )
    return sentence[0].upper() + sentence[1:]


def _framed(body: str) -> str:
    menu = "".join(
        f'<li><a href="/{name.lower()}">{name}</a></li>'
        for name in ("Home", "World", "Business", "Culture", "Sport", "Weather")
    )
    teasers = "".join(
        f'<div class="teaser-card"><a href="/t{at}"><h3>{text}</h3></a></div>'
        for at, text in enumerate(_TEASERS)
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        "<title>The harbour account, complete - The Daily Example</title>"
        '<meta property="og:type" content="article">'
        '<meta name="author" content="Jane Roe">'
        '<meta property="article:published_time" content="2024-03-07T08:00:00Z"></head><body>'
        f'<header class="site-header"><nav><ul>{menu}</ul></nav></header>'
        "<main><article><h1>The harbour account, complete</h1>"
        '<p class="byline">By Jane Roe</p><time datetime="2024-03-07">March 7, 2024</time>'
        f'<div class="article-body">\n{body}\n</div></article>'
        f'<aside class="related"><h2>Related stories</h2>{teasers}</aside>'
        '<div class="newsletter"><p>Sign up for our newsletter and never miss a story.</p></div>'
        "</main>"
        '<footer class="site-footer"><p>© 2024 The Daily Example. All rights reserved.</p>'
        '<ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy policy</a></li>'
        "</ul></footer></body></html>"
    )


FURNITURE = ("never miss a story", "All rights reserved", "Privacy policy", *_TEASERS)
