"""The export dialog: what goes out, in which format, how, where to, and what came of it."""
