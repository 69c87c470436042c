"""What a search finds, counted in memory; what completes a query."""
