"""Persons as the window and the terminal see them; which recogniser finds them."""
