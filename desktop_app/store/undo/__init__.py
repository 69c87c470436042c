"""Acts: transactions that can be taken back, and what they tell has changed."""
