"""From core values to files: one module a format."""
