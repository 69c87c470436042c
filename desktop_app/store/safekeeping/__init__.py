"""Opening and upgrading, copying, checking an archive, and emptying its trash."""
