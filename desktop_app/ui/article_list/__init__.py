"""The list of articles and the acts on those chosen in it."""
