"""Addresses that wait to be fetched, and pages that are watched."""
