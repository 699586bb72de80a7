"""The glow of highlights: of the one under the mouse, here or in the note, and of one that was gone to."""

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.ui.article_margin import ArticleMargin
from briefing.ui.article_view import ArticleView

_FLASH = 900  # milliseconds that an excerpt glows when it was gone to
_HOVERED = 0.55  # of the full glow


class Glow(QObject):
    """Lights excerpts up in the text and in the margin."""

    hovered = Signal(str)  # id of the excerpt under the mouse, empty for none

    def __init__(self, view: ArticleView, margin: ArticleMargin) -> None:
        super().__init__(view)
        self._view = view
        self._margin = margin
        self._id = ""
        self._flash = QTimer(self, singleShot=True, interval=_FLASH)
        self._flash.timeout.connect(self._rest)
        view.hovered.connect(self._hover_at)
        margin.excerpt_hovered.connect(self._hover)

    def flash(self, excerpt_id: str) -> None:
        """Let an excerpt glow for a moment."""
        self._flash.start()
        self._show({excerpt_id: 1.0})

    def set_hovered(self, excerpt_id: str) -> None:
        """Light up an excerpt that is hovered elsewhere; empty for none."""
        if excerpt_id != self._id:
            self._id = excerpt_id
            self._rest()

    def _rest(self) -> None:
        self._show({self._id: _HOVERED} if self._id else {})

    def _show(self, glow: dict[str, float]) -> None:
        self._view.glow = glow
        self._view.viewport().update()
        self._margin.update()

    def _hover_at(self, position: int) -> None:
        near = self._view.highlights.between(position, position + 1) if position >= 0 else []
        self._hover(min(near, key=lambda e: e.end - e.start).id if near else "")

    def _hover(self, excerpt_id: str) -> None:
        if excerpt_id != self._id:
            self.set_hovered(excerpt_id)
            self.hovered.emit(excerpt_id)
