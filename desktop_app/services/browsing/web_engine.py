"""Whether this machine can show a page as a browser does, said without loading what would.

Qt WebEngine is Chromium: it needs a package of its own, libraries that the rest of the window does
without, and a sandbox, which Chromium doesn't make for the system's administrator.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.core.errors import SystemLibraryError
from desktop_app.services.base.system_libraries import install_command, missing_libraries

#: The shared libraries that it needs on Linux beside the window's, with Debian's packages.
WEB_ENGINE_LIBRARIES = {
    "libnss3.so": "libnss3",
    "libnspr4.so": "libnspr4",
    "libasound.so.2": "libasound2",
    "libexpat.so.1": "libexpat1",
    "libgbm.so.1": "libgbm1",
    "libudev.so.1": "libudev1",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libxkbfile.so.1": "libxkbfile1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
}
#: The module that the browser window is made of, below PySide6.
MODULE = "QtWebEngineWidgets"
#: Chromium without its sandbox, for tests in a container; nobody else should.
NO_SANDBOX = "QTWEBENGINE_DISABLE_SANDBOX"
#: Where libraries with 64-bit times have names of their own: the first such versions.
_NEW_NAMES = {"debian": 13, "ubuntu": 24}


def require_web_engine(environment: Mapping[str, str] = os.environ) -> None:
    """Raise SystemLibraryError, with what mends it, where pages can't be shown as in a browser."""
    if not _is_installed():
        raise SystemLibraryError(
            "The part of Qt that shows web pages (PySide6-Addons) isn't installed.",
            f"Install it: {_installer()} PySide6-Addons=={_qt_version()}",
        )
    missing = missing_libraries(WEB_ENGINE_LIBRARIES)
    if missing:
        raise SystemLibraryError(
            f"Web pages can't be shown: this system lacks {', '.join(missing)}.",
            install_command(map(_package_name, missing.values())),
        )
    if _is_administrator() and environment.get(NO_SANDBOX) != "1":
        raise SystemLibraryError(
            "Web pages aren't opened for the user root: they would run without a sandbox.",
            "Start Cuttings as an ordinary user.",
        )


def _is_installed() -> bool:
    """Whether the module is there; looked for among the files, as finding it would load Qt."""
    found = importlib.util.find_spec("PySide6")
    folders = found.submodule_search_locations if found is not None else None
    return any(any(Path(folder).glob(f"{MODULE}.*")) for folder in folders or ())


def _is_administrator() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def _installer() -> str:
    """What installs a package beside Cuttings; an environment that uv made has no pip."""
    if importlib.util.find_spec("pip") is not None:
        return f"{sys.executable} -m pip install"
    return f"uv pip install --python {sys.executable}"


def _qt_version() -> str:
    # Imported here: nothing that starts the window asks for it.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("PySide6-Essentials")
    except PackageNotFoundError:
        return "6.*"


def _package_name(package: str) -> str:
    """The package's name on this system: newer ones call some of them otherwise."""
    if package != "libasound2":
        return package
    try:
        system = platform.freedesktop_os_release()
    except OSError:
        return package
    number = system.get("VERSION_ID", "").partition(".")[0]
    first = _NEW_NAMES.get(system["ID"])
    is_new = first is not None and number.isdecimal() and int(number) >= first
    return f"{package}t64" if is_new else package
