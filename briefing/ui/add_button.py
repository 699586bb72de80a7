"""The plus beside the tabs of the articles: the ways in which another article is added."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.ui.icons import SIDE, dress_actions, plain_icon
from briefing.ui.words import tr


class AddButton(QToolButton):
    """Opens a menu of actions that bring an article in."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("add_article")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setToolTip(tr("Add an article"))
        self.setAccessibleName(tr("Add an article"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addActions(list(actions))
        menu.aboutToShow.connect(lambda: dress_actions(menu.actions()))
        self.setMenu(menu)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the plus again when the colours have changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.setIcon(plain_icon("plus", self.palette().color(QPalette.ColorRole.Text)))
