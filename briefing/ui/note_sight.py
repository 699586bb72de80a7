"""What is in sight of the note: cards whose text comes near get it, and what is at hand stays in place meanwhile."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer

from briefing.ui.scrolling_page import ScrollingPage
from briefing.ui.section_card import SectionCard

_LAID_OUT = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class NoteSight(QObject):
    """Follows the scroll bar and the layout of a page of cards."""

    def __init__(self, pane: ScrollingPage, cards: Callable[[], Iterable[SectionCard]]) -> None:
        super().__init__(pane)
        self._pane = pane
        self._cards = cards
        self._is_filling = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        pane.page.installEventFilter(self)
        pane.verticalScrollBar().valueChanged.connect(self._fill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once the page has been laid out."""
        if event.type() in _LAID_OUT:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        if self._is_filling or not self._pane.isVisible():
            return
        top = self._pane.verticalScrollBar().value()
        bottom = top + 2 * self._pane.viewport().height()  # a page more than is in sight
        near = [card for card in self._cards() if card.y() < bottom and card.geometry().bottom() > top]
        lower = next((card for card in near if card.y() > top), None)
        held = (lower, lower.y()) if lower is not None and top else None
        self._is_filling = True
        is_filled = [card.fill_to(bottom - card.y()) for card in near]
        if any(is_filled):
            self._pane.keep(held)
        self._is_filling = False
