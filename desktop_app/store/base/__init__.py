"""What every table stands on: the connection, the file's format, how an article's state is kept."""
