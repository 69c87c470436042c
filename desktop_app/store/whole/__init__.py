"""Everything in an archive as lines of JSON, and an archive made of such lines again."""
