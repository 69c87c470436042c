"""The schema that ships with Cuttings, and the page that explains it."""

from __future__ import annotations

from desktop_app.core.resource_path import resource_path
from desktop_app.store.whole.lines import KEPT
from tests.store.whole.schema import PATH, schema_text


def test_the_shipped_schema_is_that_of_the_lines() -> None:
    assert PATH.read_text(encoding="utf-8") == schema_text(), (
        "run: uv run python -m tests.store.whole.schema"
    )


def test_every_type_of_line_is_explained() -> None:
    page = resource_path("schemas", "json-lines.md").read_text(encoding="utf-8")
    types = [str(kind.__struct_config__.tag) for kind in KEPT]
    assert [each for each in types if f"`{each}`" not in page] == []
