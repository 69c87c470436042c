"""Dossiers in the window: acts, dialogs, the page of one."""
