"""From a clean article to people, events and language: pure functions over text."""
