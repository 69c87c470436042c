"""Feeds: followed, looked at politely, their new items decided on by the user."""
