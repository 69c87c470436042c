"""Taking in what the user's browsers send."""
