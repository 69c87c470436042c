"""Where Cuttings keeps things, and what the user chose; one frozen value handed down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "Cuttings"
#: Where browsers look for Cuttings on this machine, in this order.
ENDPOINT_PORTS = (47653, 47654, 47655, 47656, 47657)


@dataclass(frozen=True, slots=True)
class Settings:
    """The archive to open and the folders for window state and logs.

    ``recogniser_fixed`` says that the environment chooses who finds the names, not the user's
    kept settings. ``endpoint_ports`` are tried in their order for what browsers send; 0 stands for
    any that is free, and nobody listens where there are none. ``article_to_show`` is what the
    window opens with.
    """

    archive_path: Path
    config_folder: Path
    log_folder: Path
    recogniser_fixed: bool = False
    endpoint_ports: tuple[int, ...] = ENDPOINT_PORTS
    article_to_show: int | None = None

    @property
    def running_folder(self) -> Path:
        """Where each Cuttings that runs says which archive it serves."""
        return self.config_folder / "running"


def default_archive_path() -> Path:
    """The archive used when none is named: in the user's data folder."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "archive.cuttings"


def load_settings(
    archive: Path | None = None,
    environment: Mapping[str, str] = os.environ,
    article_to_show: int | None = None,
) -> Settings:
    """Settings from the command line's choice, then ``CUTTINGS_ARCHIVE``, then the default."""
    named = archive or environment.get("CUTTINGS_ARCHIVE") or default_archive_path()
    return Settings(
        archive_path=Path(named).expanduser().absolute(),
        config_folder=Path(platformdirs.user_config_dir(_NAME, appauthor=False)),
        log_folder=Path(platformdirs.user_log_dir(_NAME, appauthor=False)),
        recogniser_fixed=bool(environment.get("CUTTINGS_RECOGNISER", "").strip()),
        article_to_show=article_to_show,
        endpoint_ports=_ports(environment.get("CUTTINGS_PORT", "")),
    )


def _ports(named: str) -> tuple[int, ...]:
    """The ports that the environment names: one, ``off``, or by default the usual ones."""
    if named.strip().lower() == "off":
        return ()
    is_port = named.strip().isascii() and named.strip().isdecimal() and int(named) < 65_536
    return (int(named),) if is_port else ENDPOINT_PORTS
