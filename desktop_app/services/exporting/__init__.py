"""Articles into files and onto paper."""
