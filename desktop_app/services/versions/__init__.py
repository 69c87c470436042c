"""Articles fetched again: what changed, what kept them from coming, and what is gone."""
