"""Articles and what hangs on them: snapshots, tags, highlights, how far they were read."""
