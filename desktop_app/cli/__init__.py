"""The same services from a terminal; starts without Qt."""
