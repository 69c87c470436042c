"""The word index, the words of names, and the words of the archive spelt nearly alike."""
