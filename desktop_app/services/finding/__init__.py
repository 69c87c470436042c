"""What a query finds, what completes and corrects it, and queries with names."""
