"""A dossier as a document of any format: its parts, sources, notes, index and chronology."""
