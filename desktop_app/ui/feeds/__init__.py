"""Feeds in the window: followed, looked at, their items decided on."""
