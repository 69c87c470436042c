"""Articles and highlights as Markdown files."""
