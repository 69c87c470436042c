"""Folders that are watched for pages, and what became of the files in them."""
