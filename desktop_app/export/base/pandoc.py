"""pandoc at work: a document in, a file's bytes out.

It is a program of its own, run in a folder of its own that holds what it is given. It runs in its
sandbox, so it reads nothing but the files named to it and asks no network; images come as ``data:``
addresses within the document. Its time and memory are bounded, and it can be stopped.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.core.errors import ExportError
from desktop_app.export.base.write_file import export_failure

#: How long one run may take, in seconds, and how much it may hold in memory, in MiB.
SECONDS, MEGABYTES = 900.0, 3_000
#: Between two looks whether the user stops, in seconds.
_PAUSE = 0.05
_SOURCE, _MADE = "source", "made"
#: What pandoc ends with when its memory is used up.
_HEAP_EXHAUSTED = 251
# On Windows a window would flash up otherwise.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
#: What Windows needs to start any program at all.
_KEPT_SETTINGS = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR")
_log = logging.getLogger(__name__)


class PandocError(ExportError):
    """pandoc couldn't do it: refused what it was given, or had no more time or memory."""


@dataclass(frozen=True, slots=True)
class PandocLimits:
    """The bounds of one run: ``seconds`` of time and ``megabytes`` (MiB) of its own memory."""

    seconds: float = SECONDS
    megabytes: int = MEGABYTES


def run_pandoc(
    source: Iterable[bytes],
    *,
    reader: str,
    writer: str,
    options: Sequence[str] = (),
    files: Mapping[str, bytes] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    limits: PandocLimits | None = None,
) -> bytes | None:
    """What pandoc makes of the source, or None where the user stopped it.

    ``reader`` and ``writer`` are pandoc's names of formats (``json``, ``docx``, ``html5``).
    ``source`` comes in pieces, so that a large one needn't be in memory whole; ``files`` are put
    beside it, and ``options`` may name them as they are called there (``--csl=style.csl``).
    The same input gives the same bytes: in its sandbox pandoc knows no clock, and the times in its
    files are of 1970 and 1980.
    Raises PandocError, and ExportError where there is no room for the working folder.
    """
    limits = limits or PandocLimits()
    with tempfile.TemporaryDirectory(prefix="cuttings-pandoc-") as name:
        folder = Path(name)
        try:
            _lay_out(folder, source, files or {})
            command = _command(reader, writer, options, limits)
            done = _run(command, folder, cancelled, limits.seconds)
            return (folder / _MADE).read_bytes() if done else None
        except OSError as failure:
            raise export_failure(folder, failure) from failure


@cache
def pandoc_program() -> Path:
    """The pandoc that came with Cuttings; raises PandocError where it is missing."""
    # Found without importing pypandoc, which would look for others on the machine and ask the
    # network; another version may write other bytes or do without a sandbox.
    package = importlib.util.find_spec("pypandoc")
    for place in package.submodule_search_locations or () if package else ():
        for name in ("pandoc", "pandoc.exe"):
            program = Path(place) / "files" / name
            if program.is_file():
                return program
    raise PandocError("pandoc, which writes this format, is missing.", "Install Cuttings again.")


def _command(reader: str, writer: str, options: Sequence[str], limits: PandocLimits) -> list[str]:
    memory = ("+RTS", f"-M{limits.megabytes}m", "-RTS")
    formats = (f"--from={reader}", f"--to={writer}", f"--output={_MADE}")
    # --data-dir: templates and styles that the user keeps for pandoc aren't meant here.
    own = ("--sandbox", "--data-dir=.", "--quiet")
    return [str(pandoc_program()), *memory, *own, *formats, *options, _SOURCE]


def _lay_out(folder: Path, source: Iterable[bytes], files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        if Path(name).name != name or name in (_SOURCE, _MADE):
            raise ValueError(f"{name!r} can't be the name of a file beside the source")
        (folder / name).write_bytes(content)
    with (folder / _SOURCE).open("wb") as file:
        file.writelines(source)


def _run(
    command: list[str],
    folder: Path,
    cancelled: Callable[[], bool],
    seconds: float,
) -> bool:
    """Run it to its end; gives whether it came there, rather than being stopped."""
    kept = {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ}
    settings = {**kept, "LC_ALL": "C.UTF-8"}
    # Its words go into a file: a pipe that nobody reads would bring it to a stand.
    with (folder / "said").open("wb+") as said:
        process = subprocess.Popen(  # noqa: S603 - our own program, its files named by us
            command,
            cwd=folder,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            creationflags=_NO_WINDOW,
        )
        try:
            ended = _wait(process, cancelled, time.monotonic() + seconds)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        said.seek(0)
        words = said.read(4000).decode("utf-8", "replace").strip()
    if ended and process.returncode:
        raise _refusal(process.returncode, words)
    return ended


def _wait(process: subprocess.Popen[bytes], cancelled: Callable[[], bool], until: float) -> bool:
    """Wait for its end; gives False where the user stops it. Raises PandocError out of time."""
    while not cancelled():
        try:
            process.wait(_PAUSE)
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise PandocError(
                    "pandoc took too long and was stopped.", "Export fewer articles at once."
                ) from None
        else:
            return True
    return False


def _refusal(code: int, words: str) -> PandocError:
    _log.info("pandoc ended with %s: %s", code, words)
    if code == _HEAP_EXHAUSTED:
        return PandocError("pandoc needs too much memory.", "Export fewer articles at once.")
    reason = next((line.strip() for line in words.splitlines() if line.strip()), "")[:300]
    because = f": {reason.rstrip('.')}" if reason else f" (it ended with {code})"
    return PandocError(f"pandoc couldn't write the document{because}.")
