"""Everything Qt: the window, its models and its background work."""
