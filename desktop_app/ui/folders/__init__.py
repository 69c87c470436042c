"""Watched folders in the window."""
