"""The JSON Schema of an export's lines, made of the classes that read and write them.

    uv run python -m tests.store.whole.schema

writes it anew, which a change of ``desktop_app/store/whole/lines.py`` makes necessary.
"""

from __future__ import annotations

import inspect
import json

import msgspec

from desktop_app.core.resource_path import resource_path
from desktop_app.store.whole.lines import ANY_LINE, SCHEMA

PATH = resource_path("schemas", f"{SCHEMA.replace('/', '-')}.schema.json")


def schema_text() -> str:
    """The schema of a line, as it is shipped."""
    made = msgspec.json.schema(ANY_LINE)
    for each in made["$defs"].values():
        if "description" in each:
            each["description"] = inspect.cleandoc(each["description"])
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line of a Cuttings archive as JSON Lines, {SCHEMA}",
        "description": "json-lines.md, beside this file, explains it.",
    }
    return json.dumps(head | made, indent=2, ensure_ascii=False, sort_keys=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(schema_text(), encoding="utf-8")
