"""The endpoint on the loopback address through which the user's browsers send pages."""
