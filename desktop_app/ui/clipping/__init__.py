"""Pasting, fetching and dropping: the capture sheet and the clips that wait for it."""
