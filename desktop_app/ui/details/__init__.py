"""What is known of an article, seen and edited."""
