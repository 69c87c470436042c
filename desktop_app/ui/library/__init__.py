"""The tree of places at the left: library, saved searches, tags, trash."""
