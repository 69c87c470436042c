"""The strip over the list and the page of years."""
