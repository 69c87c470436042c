"""Articles that are the same wire story in several outlets."""
