"""The handling label of the note, in the corner of the window: colour on black, as TLP 2.0 prescribes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.domain.marking import TLP
from briefing.ui.words import tr


class MarkingBox(QToolButton):
    """Shows the marking and lets another be chosen; `chosen` carries the label, empty for none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tr("Handling label of the note, in header and footer of every page"))
        menu = QMenu(self)
        group = QActionGroup(menu)
        for label in ("", *TLP):
            action = QAction(label or tr("No marking"), group)
            action.setCheckable(True)
            action.setData(label)
            menu.addAction(action)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)
        self.hide()

    def show_marking(self, marking: str) -> None:
        """Show a label."""
        self.setVisible(True)
        self.setText(marking or tr("No marking"))
        self.setAccessibleName(tr("Marking: {marking}", marking=marking or tr("none")))
        for action in self.menu().actions():
            action.setChecked(action.data() == marking)
        colour = TLP.get(marking)
        ground = "background: #000000;" if marking else ""
        ink = f"color: {colour or '#FFFFFF'}; font-weight: 700;" if marking else ""
        room = "padding: 1px 16px 1px 8px; margin: 2px 8px; border: 2px solid transparent; border-radius: 3px;"
        focus = f"border-color: {colour or 'palette(highlight)'};"
        self.setStyleSheet(f"QToolButton {{ {ground} {ink} {room} }} QToolButton:focus {{ {focus} }}")
