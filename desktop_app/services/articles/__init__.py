"""What the user does with articles: edit, tag, highlight, read on."""
