"""The archive's tables, as numbered steps that are each applied once; a module a step.

Only the shape of the file belongs here. A step that was released is never changed. A new one gets
the next number, a place in ``steps.STEPS``, a ``SCHEMA_VERSION`` one higher and, in
``tests/store/older_archive.py``, the way back. One that wants another word index drops the old:
opening makes it anew.
"""
