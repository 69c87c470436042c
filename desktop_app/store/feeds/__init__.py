"""Feeds that are followed, and the items that they brought."""
