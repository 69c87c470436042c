"""Paths on the command line."""

from __future__ import annotations

import os

import click


class NamedPath(click.Path):
    """A path that isn't empty: an unset shell variable must not mean the current folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path as click reads it; fails where it is empty."""
        if not os.fspath(value):
            self.fail("It is empty.", param, ctx)
        return super().convert(value, param, ctx)
