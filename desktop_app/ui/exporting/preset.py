"""A format with options, as a place in the window asks for it when it opens the export dialog."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.services.exporting.export_options import OptionValue

_NONE: Mapping[str, OptionValue] = MappingProxyType({})


class Preset(NamedTuple):
    """The format by its name, and what is chosen of its options; of the rest the last choice."""

    format_name: str
    options: Mapping[str, OptionValue] = _NONE
