"""Whether a format can be made of what is to go out, and if not, why."""

from __future__ import annotations

from desktop_app.services.exporting.export_job import What
from desktop_app.services.exporting.formats import ExportFormat, Takes


def misfit(chosen: ExportFormat, what: What) -> str:
    """Why the format can't be made of this, as a sentence; empty where it can."""
    if chosen.takes is Takes.ARCHIVE and what != "":
        return "This format is made of the whole archive only."
    return ""
