"""From a snapshot to a clean article: pure functions over bytes and text."""
