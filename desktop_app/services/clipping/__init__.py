"""From a source to a prepared clip, one or many, and cleaning what is kept again."""
