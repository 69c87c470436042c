"""A dossier as DOCX, ODT, EPUB, HTML and Markdown: data for pandoc, never markup of its own."""
