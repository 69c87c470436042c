"""Name and password where a site asks for them before it gives a page (HTTP authentication)."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from desktop_app.ui.widgets.question_dialog import QuestionDialog

_LONGEST_REALM = 200


class LogInDialog(QuestionDialog):
    """Nothing typed here is kept anywhere."""

    def __init__(self, url: QUrl, realm: str, parent: QWidget | None) -> None:
        host = url.host()
        words = f"{host} asks for a name and a password: “{realm[:_LONGEST_REALM]}”."
        if url.scheme() != "https":
            words += " Everybody on the way there can read them."
        super().__init__(f"Log in at {host}", words, "Log in", parent)
        self.user = QLineEdit(self)
        self.user.setAccessibleName("Name")
        self.password = QLineEdit(self)
        self.password.setAccessibleName("Password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        fields = QFormLayout()
        fields.addRow("&Name", self.user)
        fields.addRow("&Password", self.password)
        self.column.addLayout(fields)
        self.column.addWidget(self.buttons)

    @staticmethod
    def ask(url: QUrl, authenticator: QAuthenticator, parent: QWidget | None) -> None:
        """Ask and wait, as the page does; closed, the site gets nothing."""
        dialog = LogInDialog(url, authenticator.realm(), parent)

        def answer() -> None:
            authenticator.setUser(dialog.user.text())
            authenticator.setPassword(dialog.password.text())

        dialog.accepted.connect(answer)
        dialog.exec()
