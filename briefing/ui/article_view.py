"""The reading page: the text of one source with a caret, and highlights painted under what is in sight."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from briefing.domain.note import Excerpt
from briefing.domain.source import Kind, Source
from briefing.ui.article_ink import Mark
from briefing.ui.article_sight import Stripe
from briefing.ui.article_text import ArticleText

_CARET = 2  # pixels
_MARKED = re.compile(
    r"(?:[-*•–—·▪]|\(?(?:\w{1,3}\.)*\w{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+)\s"
)  # an item that brings its own bullet or number
_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ArticleView(ArticleText):
    """The text with everything that is painted on it and everything that a mouse does to it."""

    hovered = Signal(int)  # text position under the mouse, -1 for none
    pressed_once = Signal(int)  # text position; nothing is selected
    pressed_twice = Signal(int)  # text position
    fold_pressed = Signal(int)  # first passage of the noise
    selection_settled = Signal()  # the mouse button or the shift key was let go over a selection
    menu_wanted = Signal(QPoint)  # global
    zoom_wanted = Signal(int)  # steps
    offer_changed = Signal()

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(source, parent)
        self.is_dimming = False
        self.glow: dict[str, float] = {}  # how strongly an excerpt's highlight shines, by id
        self.offer: tuple[int, int] | None = None  # the sentence that Enter would select
        self.describe: Callable[[Excerpt], str] = lambda excerpt: excerpt.comment
        self._caret_is_lit = True
        self._caret_was = QRect()
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn_caret)
        self.setCursorWidth(0)  # the caret is painted here: Qt hides it where nothing can be typed
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        # The page paints its own ground: a palette that changes in the midst of a change stops short of the viewport.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.cursorPositionChanged.connect(self._light_caret)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper, highlights under the text, the text, then the caret."""
        shown = self.stripes(event.rect())
        marks = list(self.marks(shown))
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self.theme.paper)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ornaments(painter, shown)
            self.ink.highlights(painter, marks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            if self.is_dimming:
                self.ink.dim(painter, marks)
            if self.offer:
                self.ink.offer(painter, (rect for stripe in shown for rect in self.rects(stripe, *self.offer)))
            if self._caret_is_lit and self.hasFocus():
                painter.fillRect(self.caret_rect(), self.theme.accent)

    def marks(self, shown: list[Stripe]) -> Iterator[Mark]:
        """The highlights of the stripes, with what makes each one glow."""
        for stripe in shown:
            inside = self.highlights.between(stripe.start, stripe.end)
            for excerpt in sorted(inside, key=lambda e: e.start - e.end):  # the shortest is seen best
                rects = tuple(self.rects(stripe, excerpt.start, excerpt.end))
                section = None if excerpt.section is None else self.sections.get(excerpt.section)
                glow = self.glow.get(excerpt.id, 0.0)
                yield Mark(rects, section, self.highlights.lane(excerpt), glow)

    def _paint_ornaments(self, painter: QPainter, shown: list[Stripe]) -> None:
        for stripe in shown:
            kind = self.source.passages[stripe.line.passage].kind
            if kind is Kind.ITEM and not _MARKED.match(stripe.block.text()):
                line = stripe.block.layout().lineAt(0).rect()
                self.ink.bullet(painter, stripe.origin + QPointF(line.left() - line.height() * 0.6, line.height() / 2))
            elif kind is Kind.QUOTE:
                box = stripe.block.layout().boundingRect()
                self.ink.quote_bar(painter, QRectF(0, stripe.origin.y() + box.top(), 1, box.height()))

    def set_offer(self, offer: tuple[int, int] | None) -> None:
        """Mark a sentence as the one that Enter would select."""
        if offer != self.offer:
            self.offer = offer
            self.viewport().update()
            self.offer_changed.emit()

    def caret_rect(self) -> QRect:
        """Where the caret is painted, in the viewport."""
        rect = self.cursorRect()
        left = min(max(0, rect.left() - 1), self.viewport().width() - _CARET)
        return QRect(left, rect.top(), _CARET, rect.height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, whose history is the only one."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _OURS):
            event.ignore()
            return False
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse."""
        super().mouseMoveEvent(event)
        line = self.line_at(event.position().toPoint())
        is_fold = line is not None and bool(line.folds)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_fold else Qt.CursorShape.IBeamCursor)
        place = None if is_fold else self.position_at(event.position().toPoint())
        self.hovered.emit(-1 if place is None else place)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a selection that is done, of a click, and of a click on the quiet line of folded noise."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        line = self.line_at(event.position().toPoint())
        if self.textCursor().hasSelection():
            self.selection_settled.emit()
        elif line and line.folds:
            self.fold_pressed.emit(line.passage)
        else:
            self.pressed_once.emit(self.caret)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell of a selection that is done."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selection_settled.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the mouse is, or at the caret; a click beside the selection moves the caret there."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.caret_rect().bottomLeft()))
            return
        place = self.positions.text_position(self.cursorForPosition(event.pos()).position())
        selected = self.selected()
        if selected is None or not selected[0] <= place < selected[1]:
            self.select(place, place, is_still=True)
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is known of the excerpts under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.position_at(event.pos())
            found = self.highlights.between(place, place + 1) if place is not None else []
            QToolTip.showText(event.globalPos(), "\n".join(map(self.describe, found)), self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl ask for another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a highlight go to its place in the note; elsewhere select the word."""
        place = self.position_at(event.position().toPoint())
        if place is not None and self.highlights.between(place, place + 1):
            self.pressed_twice.emit(place)
            return
        super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the caret."""
        super().focusInEvent(event)
        self._light_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the caret out."""
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    def _light_caret(self) -> None:
        self._caret_is_lit = True
        pace = QGuiApplication.styleHints().cursorFlashTime() // 2
        if pace > 0 and self.hasFocus():
            self._blink.start(pace)
        self.viewport().update(self._caret_was)
        self._caret_was = self.caret_rect()
        self.viewport().update(self._caret_was)

    def _turn_caret(self) -> None:
        self._caret_is_lit = not self._caret_is_lit
        self.viewport().update(self.caret_rect())
