"""The reader: text, highlights, versions, printing."""
