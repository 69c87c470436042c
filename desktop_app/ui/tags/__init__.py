"""Choosing, renaming, colouring and suggesting tags."""
