"""Other programs' archives taken over: read, shown beforehand, stored as one act."""
