"""A web site of articles that needs no server: pages, and a search that runs in the browser."""
