"""PDFium may only be called by one thread at a time, whoever in this process reads a PDF by it."""

from __future__ import annotations

import threading

#: Held while anything of PDFium is called.
PDFIUM_LOCK = threading.Lock()
