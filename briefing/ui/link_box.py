"""A small box at the caret that asks for the address of a link."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.ui.pasted_html import safe_link
from briefing.ui.plain_fields import LineField
from briefing.ui.section_editor import SectionEditor
from briefing.ui.words import tr


class LinkBox(QFrame):
    """Takes an address: Enter links, an empty address takes the link away, Esc leaves everything as it was."""

    def __init__(self, editor: SectionEditor, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("link-box")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor = editor
        self._had_link = bool(editor.link_at_caret())
        self._field = LineField(editor.link_at_caret(), self)
        self._field.setObjectName("link-address")
        self._field.setAccessibleName(tr("Address of the link"))
        self._field.setPlaceholderText(tr("https://… or a mail address"))
        self._field.setMinimumWidth(320)
        self._problem = QLabel(tr("A link begins with https:// or http://, or is a mail address."), self)
        self._problem.hide()
        self._accept = QPushButton(tr("Link"), self)
        self._field.returnPressed.connect(self._apply)
        self._accept.clicked.connect(self._apply)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        for widget in (self._field, self._problem, self._accept):
            row.addWidget(widget)

    def open_at(self, place: QPoint) -> None:
        """Show the box below a place on the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(min(place.x(), screen.right() - self.width()), min(place.y(), screen.bottom() - self.height()))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._field.selectAll()

    def _apply(self) -> None:
        typed = self._field.text().strip()
        address = complete(typed)
        if typed and not address:
            self._problem.show()
            self.adjustSize()
            return
        if address or self._had_link:
            self._editor.set_link(address)
        self.close()
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)


def complete(typed: str) -> str:
    """An address with its scheme: `example.org` is on the web, `name@example.org` is mail; empty if it is neither."""
    if not typed or safe_link(typed) or any(letter.isspace() for letter in typed):
        return safe_link(typed)
    if "://" in typed or typed.lower().startswith(("javascript:", "data:", "file:")):
        return ""
    if "@" in typed and "/" not in typed:
        return f"mailto:{typed}"
    return f"https://{typed}" if "." in typed else ""
