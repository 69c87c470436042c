"""Which of the system's shared libraries are missing, and the command that installs them."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable, Mapping


def missing_libraries(wanted: Mapping[str, str]) -> dict[str, str]:
    """Of these libraries, each with Debian's package for it, the ones that can't be loaded.

    None are looked for where the system isn't Linux: elsewhere Qt brings all it needs.
    """
    if sys.platform != "linux":
        return {}
    return {library: package for library, package in wanted.items() if not _loads(library)}


def install_command(packages: Iterable[str]) -> str:
    """What to type on Debian or Ubuntu to get these packages."""
    return f"On Debian or Ubuntu: sudo apt-get install {' '.join(dict.fromkeys(packages))}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
