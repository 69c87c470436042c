"""The window that shows pages as a browser does, and the process that it runs in.

``browsing_acts`` is the main window's side; everything else runs in the process, and only there is
Qt WebEngine imported.
"""
