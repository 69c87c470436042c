"""Watched folders: files that appear in them are clipped once."""
