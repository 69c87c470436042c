"""What every line of a whole archive is, and the kinds of values that stand in it."""

from __future__ import annotations

from typing import Annotated, ClassVar, TypeAlias

from msgspec import Meta, Struct

#: Below 2^53, so that every reader of JSON keeps them exactly.
Id: TypeAlias = Annotated[int, Meta(ge=1, lt=2**53)]
Count: TypeAlias = Annotated[int, Meta(ge=0, lt=2**53)]
Whole: TypeAlias = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Time: TypeAlias = Annotated[str, Meta(description="ISO 8601, in UTC, ending in Z", max_length=64)]
#: No calendar goes beyond the year 9999.
Seconds: TypeAlias = Annotated[
    float, Meta(ge=0, lt=253_402_300_800, description="Seconds since 1970, 0 for at once")
]
Edtf: TypeAlias = Annotated[str, Meta(description="An EDTF date, 2023-04 or 2023-04-13/2023-04-15")]


def said(words: str) -> Meta:
    """What the schema says of a field."""
    return Meta(description=words)


class Line(Struct, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """One line; ``table`` is where the archive keeps it, in the order of ``order``."""

    table: ClassVar[str] = ""
    order: ClassVar[str] = "id"
    #: Fields that are told for readers and made again from others when the archive comes back.
    only_told: ClassVar[frozenset[str]] = frozenset()
    #: Fields that stand in no column as they are: whoever writes or reads the line sees to them.
    apart: ClassVar[frozenset[str]] = frozenset()
