"""What a user may set on an article."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.base.field_values import FieldValue, checked_changes


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("title", "  A   title ", "A title"),
        ("title", " ", None),
        ("published", "2023-04", "2023-04"),
        ("authors", "Jane Roe; John Doe;", ("Jane Roe", "John Doe")),
        ("authors", ("Jane Roe",), ("Jane Roe",)),
    ],
)
def test_values_are_tidied(name: str, value: FieldValue, kept: FieldValue) -> None:
    assert checked_changes({name: value}) == {name: kept}


@pytest.mark.parametrize(
    ("name", "value"),
    [("colour", "red"), ("published", "soon"), ("title", "x" * 5_000), ("title", ("a", "b"))],
)
def test_what_does_not_fit_is_refused_with_the_reason(name: str, value: FieldValue) -> None:
    with pytest.raises(InputError) as failure:
        checked_changes({name: value})
    assert name in failure.value.message or str(value) in failure.value.message
