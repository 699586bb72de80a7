"""Asking for the address of an article; nothing is fetched before the answer."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing.domain.addresses import is_address
from briefing.ui.button_row import ButtonRow
from briefing.ui.text_size import hold_width
from briefing.ui.words import tr


class AddressDialog(QDialog):
    """A line for the address; `chosen` carries it once it is asked for."""

    chosen = Signal(str)

    def __init__(self, words: str, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("address")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        self._line = QLineEdit(address, self)
        self._line.setObjectName("address_line")
        self._line.setAccessibleName(tr("Address of the article"))
        self._line.setPlaceholderText("https://")
        self._line.setClearButtonEnabled(True)
        self._line.selectAll()
        told = QLabel(
            tr("The page is fetched once, now, without cookies. Its server sees that somebody asked for it."), self
        )
        told.setWordWrap(True)
        buttons = ButtonRow(QDialogButtonBox.StandardButton.Cancel, self)
        self._fetch = buttons.addButton(tr("Fetch the article"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fetch.setObjectName("address_fetch")
        self._fetch.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(QLabel(tr("Address of the article"), self))
        layout.addWidget(self._line)
        layout.addWidget(told)
        layout.addWidget(buttons)
        hold_width(layout, 556)
        self._line.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self._fetch.setEnabled(bool(completed(self._line.text())))

    def _choose(self) -> None:
        address = completed(self._line.text())
        if address:
            self.accept()
            self.chosen.emit(address)


def completed(typed: str) -> str:
    """The address that was typed, with https where no scheme was; empty if it can be none."""
    typed = typed.strip()
    if not typed or any(letter.isspace() for letter in typed):
        return ""
    if is_address(typed):
        return typed if typed.partition("://")[2].strip("/") else ""
    host = typed.partition("/")[0]
    return f"https://{typed}" if "." in host.strip(".") and ":" not in host and "@" not in host else ""


def address_on_clipboard() -> str:
    """The address that the clipboard holds, and nothing else; empty if it holds none."""
    words = QGuiApplication.clipboard().text().strip()
    return words if is_address(words) and completed(words) else ""


def page_of(copied: QMimeData) -> str:
    """The address of the page that something was copied from, where the browser tells it; empty otherwise."""
    chromium = bytes(copied.data("chromium/x-source-url").data()).decode("utf-8", "replace")
    firefox = bytes(copied.data("text/x-moz-url-priv").data()).decode("utf-16-le", "replace")
    told = (address.strip("\0 \r\n") for address in (chromium, firefox))
    return next((address for address in told if is_address(address) and completed(address)), "")
