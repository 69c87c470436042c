"""Dossiers: what they are called, what stands in them, whether all is well with them."""
