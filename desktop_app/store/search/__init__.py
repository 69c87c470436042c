"""From a query to the articles it finds, in order; queries with names."""
