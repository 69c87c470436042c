"""The command that shows the templates to begin one's own with."""

from __future__ import annotations

import click

from desktop_app.cli.output import print_text
from desktop_app.services.exporting.vaults import FLAVOURS, shipped_template


@click.command()
@click.argument("flavour", type=click.Choice([name for name, _ in FLAVOURS]), default="obsidian")
def template(flavour: str) -> None:
    """Print the template by which notes are made, to begin one's own with.

    FLAVOUR is that of “cuttings export --format vault”; a changed copy is given to it as
    --template FILE.
    """
    print_text(shipped_template(flavour))
