"""What browsers and the endpoint say to each other: the types are the schema.

What comes is checked by them, and the OpenAPI document is made from them, so that it can't say
anything else.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

#: The version of the protocol; a browser extension that knows another one says so to its user.
PROTOCOL = 1
#: The largest clip in bytes, as it is sent.
MAX_CLIP_BYTES = 25 * 2**20
#: The largest of the other messages.
MAX_MESSAGE_BYTES = 2**20
#: The largest message of somebody who isn't paired.
MAX_STRANGERS_BYTES = 4096

Address = Annotated[str, Meta(min_length=1, max_length=8000)]
_WebAddress = Annotated[
    str, Meta(pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#:@\\]", max_length=8000)
]
_Tag = Annotated[str, Meta(pattern=r"[^\s/]", max_length=200)]


class Hello(msgspec.Struct):
    """Who answers here; ``archive`` is told to paired browsers alone."""

    application: Literal["cuttings"]
    version: str
    protocol: int
    paired: bool
    archive: str | None = None


class Pairing(msgspec.Struct, forbid_unknown_fields=True):
    """A browser asks for a token with the code that the user reads in Cuttings."""

    code: Annotated[str, Meta(pattern="^[0-9]{6}$")]
    name: Annotated[str, Meta(min_length=1, max_length=100)]


class Paired(msgspec.Struct):
    """The token that the browser sends from now on."""

    token: str


_Proof = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Challenge(msgspec.Struct, forbid_unknown_fields=True):
    """A paired browser wants proof, before it sends anything, that its own Cuttings answers.

    ``challenge`` is made of 256 random bits. With the hexadecimal SHA-256 of the token as the key
    ``asker`` is the HMAC-SHA-256 of ``cuttings-proof-1 browser CHALLENGE``.
    """

    challenge: _Proof
    asker: _Proof


class Proven(msgspec.Struct):
    """The HMAC-SHA-256 of ``cuttings-proof-1 cuttings PORT CHALLENGE``, with the same key."""

    proof: str


class Addresses(msgspec.Struct, forbid_unknown_fields=True):
    """Addresses of which a browser wants to know whether they are saved."""

    urls: Annotated[list[Address], Meta(max_length=500)]


class KnownArticle(msgspec.Struct):
    """An article that is already there."""

    id: int
    title: str
    captured: str
    tags: list[str]


class KnownAddress(msgspec.Struct):
    """The articles saved from one address, as it was asked for."""

    url: str
    articles: list[KnownArticle]


class Known(msgspec.Struct):
    """One answer for each address, in the order asked."""

    known: list[KnownAddress]


class TagPaths(msgspec.Struct):
    """Tags that begin so, the most used first."""

    tags: Annotated[list[str], Meta(max_length=20)]


class Clip(msgspec.Struct, forbid_unknown_fields=True):
    """What the user wants kept; ``id`` is made by the sender, and kept once however often sent.

    A ``page`` or ``selection`` has ``html``, a ``text`` has ``text``; a ``link`` is fetched by
    Cuttings. ``if_known`` is the user's word on a page whose address is saved already: a new
    version of that article, or a second one. Without it a page becomes a version where its text
    changed, and a selection or a text an article of its own.
    """

    id: UUID
    kind: Literal["page", "selection", "link", "text"]
    url: _WebAddress
    captured: Annotated[datetime, Meta(tz=True)]
    title: Annotated[str, Meta(max_length=2000)] = ""
    canonical_url: Annotated[str, Meta(max_length=8000)] | None = None
    referrer: Annotated[str, Meta(max_length=8000)] | None = None
    html: str | None = None
    text: str | None = None
    tags: Annotated[list[_Tag], Meta(max_length=50)] = []
    note: Annotated[str, Meta(max_length=100_000)] = ""
    starred: bool = False
    if_known: Literal["version", "second"] | None = None


#: What the type can't say of a clip, in the words of JSON Schema; ``routes`` checks it.
CLIP_CONTENT = [
    {
        "if": {"properties": {"kind": {"enum": kinds}}},
        "then": {"required": [name], "properties": {name: {"type": "string", "pattern": r"\S"}}},
    }
    for kinds, name in ((["page", "selection"], "html"), (["text"], "text"))
]


class ClipWarning(msgspec.Struct):
    """Something the user should know about the article as it was cleaned."""

    code: str
    message: str


class ClippedArticle(msgspec.Struct):
    """The article that a clip became."""

    id: int
    title: str
    words: int
    warnings: list[ClipWarning]


State = Literal["queued", "working", "stored", "known", "failed"]


class ClipState(msgspec.Struct):
    """How far a clip is; ``message`` says why it failed, or what was done with a known address."""

    id: UUID
    state: State
    article: ClippedArticle | None = None
    message: str | None = None


class Handover(msgspec.Struct, forbid_unknown_fields=True):
    """A second Cuttings was started for the archive of this one: its window is wanted."""

    article: Annotated[int, Meta(ge=1)] | None = None


class Done(msgspec.Struct):
    """It was done."""

    done: bool = True


class Failure(msgspec.Struct):
    """What is wrong: a stable word, and a sentence fit to show."""

    code: str
    message: str


class Failed(msgspec.Struct):
    """The body of every answer that isn't a success."""

    error: Failure
