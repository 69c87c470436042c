"""What every kind of file stands on: names, folders, safe Markdown, writing."""
