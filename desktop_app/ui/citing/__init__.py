"""Citing from the window: copied in a style, by keys, and while the user writes."""
