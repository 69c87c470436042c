"""What a vault is made of, as it is asked for; where it comes from is the services' business."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.core.article import Article, Person, StoredImage
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.dossier import Dossier, DossierEntry


@dataclass(frozen=True, slots=True)
class VaultSource:
    """The articles of a vault, in rows that fit into memory, and how all else is had.

    ``persons`` are whom they name, by id; ``image_digests`` the SHA-256 of an article's images by
    their address; ``cite_keys`` those of the articles that have one.
    """

    rows: Sequence[ArticleRow]
    articles: Callable[[Sequence[int]], Iterable[Article]]
    images: Callable[[int], Mapping[str, StoredImage]]
    image_digests: Callable[[int], Mapping[str, str]]
    persons: Sequence[tuple[int, str]] = ()
    people: Callable[[Sequence[int]], Sequence[Person]] = lambda _ids: ()
    dossiers: Sequence[tuple[Dossier, Sequence[DossierEntry]]] = ()
    other_rows: Callable[[Sequence[int]], Sequence[ArticleRow]] = lambda _ids: ()
    cite_keys: Mapping[int, str] = field(default_factory=dict)
