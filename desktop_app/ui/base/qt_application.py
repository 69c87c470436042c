"""Qt's application, one in each process that shows windows."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.core.resource_path import resource_path


def make_application() -> QApplication:
    """Qt's application, made if it isn't there yet, with our name and icon."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Cuttings")
    application.setApplicationDisplayName("Cuttings")
    application.setDesktopFileName("cuttings")
    application.setWindowIcon(QIcon(str(resource_path("icons", "application.svg"))))
    return application
