"""Other programs' exports: a module for each format, and the readers that they share.

A new format is a module with an ``IMPORTER``, and its name in ``registry``.
"""
