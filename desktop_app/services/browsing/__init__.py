"""Pages opened as a browser would show them, in a window of their own."""
