"""Dated things, gathered into the buckets and lanes of a timeline."""
