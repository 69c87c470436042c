"""Copies of one story: found, compared, and the user's word on them."""
