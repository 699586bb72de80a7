"""The reading page: the text of one source with a caret, and highlights painted under what is in sight."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing.domain.source import Kind, Source
from briefing.ui.article_document import Look, article_document, column_width
from briefing.ui.article_ink import Ink, Mark
from briefing.ui.article_sight import Stripe, stripe_rects, stripes
from briefing.ui.highlights import Highlights
from briefing.ui.positions import Line, Positions, shown_lines
from briefing.ui.theme import Theme, current
from briefing.ui.words import tr

_CARET = 2  # pixels
_PAD = 22  # pixels between the text and the edges of the page
_MARKED = re.compile(r"(?:[-*•–—·▪]|\(?\w{1,3}[.)])\s")  # an item that brings its own bullet or number
_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ArticleView(QTextEdit):
    """Shows a source read-only, with a caret that can be seen; knows nothing of the desk."""

    hovered = Signal(int)  # text position under the mouse, -1 for none
    pressed_twice = Signal(int)  # text position
    fold_pressed = Signal(int)  # first passage of the noise
    laid_out = Signal()  # geometry of the text changed

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.highlights = Highlights(source)
        self.sections: dict[str, int] = {}
        self.ink = Ink(current())
        self.look = Look()
        self.gutter = 0
        self.overhang = 0
        self.is_dimming = False
        self._page: QTextDocument | None = None
        self.glow: dict[str, float] = {}  # how strongly an excerpt's highlight shines, by id
        self._opened: frozenset[int] = frozenset()
        self._caret_is_lit = True
        self._caret_was = QRect()
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn_caret)
        self.positions = self._positions()
        self._prepare()

    def _prepare(self) -> None:
        self.setObjectName("article_text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setCursorWidth(0)  # the caret is painted here: Qt hides it where nothing can be typed
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.cursorPositionChanged.connect(self._light_caret)

    @property
    def theme(self) -> Theme:
        """The appearance in use."""
        return self.ink.theme

    @property
    def opened(self) -> frozenset[int]:
        """The first passages of the noise that is unfolded."""
        return self._opened

    # What is shown

    def show_source(self, source: Source) -> None:
        """Show the source as it is now: its text is the same, what its passages are may differ."""
        self.source = source
        self.highlights = Highlights(source)
        self._recompose()

    def set_opened(self, opened: frozenset[int]) -> None:
        """Unfold exactly the noise that begins at these passages."""
        if opened != self._opened:
            self._opened = opened
            self._recompose()

    def set_gutter(self, width: int) -> None:
        """Keep room for a margin of this many pixels left of the text."""
        self.gutter = width
        self._fit()
        self.laid_out.emit()

    def set_look(self, look: Look) -> None:
        """Set the article differently."""
        if look != self.look:
            self.look = look
            self._recompose()

    def set_theme(self, theme: Theme) -> None:
        """Show the article in another appearance."""
        self.ink = Ink(theme)
        self._recompose()

    def _recompose(self) -> None:
        """Build the document anew; the caret, the selection and the line at the top stay."""
        if self._page is None:
            self.positions = self._positions()
            return
        anchor, caret = self.positions.text_position(self.textCursor().anchor()), self.caret
        top, shift = self.top_place()
        self.positions = self._positions()
        self._compose()
        self.select(anchor, caret, is_still=True)
        self.restore_top(top, shift)
        self.laid_out.emit()

    def _positions(self) -> Positions:
        return Positions(self.source, shown_lines(self.source, self._opened), fold_label)

    def _compose(self) -> None:
        """Set the article and show it."""
        palette = self.palette()
        for role, colour in self.ink.palette().items():
            palette.setColor(role, colour)
        self.setPalette(palette)
        self._fit()
        blocked = self.blockSignals(True)  # noqa: FBT003 - the caret only seems to move while documents change
        document = article_document(self.positions, self.look, self.theme)
        document.setParent(self)
        self.setDocument(document)
        self.blockSignals(blocked)
        if self._page is not None:
            self._page.deleteLater()
        self._page = document

    def _ensure_page(self) -> None:
        """Set the article, if that is not done: it waits for the size of the page, so that it is done once."""
        if self._page is None:
            self._compose()

    # Positions

    @property
    def caret(self) -> int:
        """Text position of the caret."""
        return self.positions.text_position(self.textCursor().position())

    def select(self, anchor: int, caret: int, *, is_still: bool = False) -> None:
        """Select between two text positions; if still, the page does not scroll to show the caret."""
        self._ensure_page()
        scrolled = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(self.positions.document_position(anchor))
        cursor.setPosition(self.positions.document_position(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if is_still:
            self.verticalScrollBar().setValue(scrolled)

    def selected(self) -> tuple[int, int] | None:
        """The code points selected, just as they were selected; None if nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        first = self.positions.text_position(cursor.selectionStart())
        return first, self.positions.text_position(cursor.selectionEnd())

    def position_at(self, point: QPoint) -> int | None:
        """The text position whose glyph is under a point of the viewport, None if there is none."""
        layout = self.document().documentLayout()
        spot = QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        hit = layout.hitTest(spot, Qt.HitTestAccuracy.ExactHit)
        return None if hit < 0 else self.positions.text_position(hit)

    def line_at(self, point: QPoint) -> Line | None:
        """The block at the height of a point of the viewport."""
        if not self.positions.lines:
            return None
        return self.positions.lines[self.cursorForPosition(point).blockNumber()]

    # Geometry

    def stripes(self, area: QRect) -> list[Stripe]:
        """The blocks that show in an area of the viewport, from the top."""
        self._ensure_page()
        return list(stripes(self, self.positions, area))

    def rects(self, stripe: Stripe, start: int, end: int) -> list[QRectF]:
        """Where [start, end) stands in a stripe, in the viewport."""
        return stripe_rects(self.positions, stripe, start, end)

    def top_place(self) -> tuple[int, int]:
        """The text position at the top of the viewport, and how many pixels its line is above the edge."""
        cursor = self.cursorForPosition(QPoint(0, 0))
        return self.positions.text_position(cursor.position()), self.cursorRect(cursor).top()

    def restore_top(self, position: int, shift: int) -> None:
        """Scroll so that a text position stands where `top_place` found it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.document_position(position))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - shift)

    def reveal(self, start: int, end: int) -> None:
        """Scroll only if [start, end) is out of sight, and then so that it stands in the upper third."""
        self._ensure_page()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.document_position(end))
        bottom = self.cursorRect(cursor).bottom()
        cursor.setPosition(self.positions.document_position(start))
        top = self.cursorRect(cursor).top()
        height = self.viewport().height()
        if top >= 0 and (bottom <= height or top < height // 3):
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - height // 4)

    def _fit(self) -> None:
        """Keep the column at its width and in the middle of the page."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - self.overhang
        column = max(120, min(column_width(self.look), room - self.gutter - _PAD))
        left = max(self.gutter, (room - column) // 2)
        self.setViewportMargins(left, 0, max(0, room - left - column) + self.overhang, 0)
        if self.lineWrapColumnOrWidth() != column:
            self.setLineWrapColumnOrWidth(column)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column; the line at the top stays at the top."""
        top = self.top_place() if self.verticalScrollBar().value() else None
        width = self.lineWrapColumnOrWidth()
        self._fit()
        self._ensure_page()
        super().resizeEvent(event)
        if top and self.lineWrapColumnOrWidth() != width:
            self.restore_top(*top)
        self.laid_out.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Highlights under the text, the text, then the caret."""
        shown = self.stripes(event.rect())
        marks = list(self.marks(shown))
        with QPainter(self.viewport()) as painter:
            self._paint_ornaments(painter, shown)
            self.ink.highlights(painter, marks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            if self.is_dimming:
                self.ink.dim(painter, marks)
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
        """A click on the quiet line of folded noise unfolds it."""
        super().mouseReleaseEvent(event)
        line = self.line_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and line and line.folds and not self.textCursor().hasSelection():
            self.fold_pressed.emit(line.passage)

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system from light to dark and back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "ink") and current() is not self.theme:
            self.set_theme(current())

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


def fold_label(line: Line) -> str:
    """What the quiet line of noise says."""
    if line.is_open:
        return tr("▾ Page noise, click to fold")
    if line.folds == 1:
        return tr("▸ 1 line of page noise folded")
    return tr("▸ {count} lines of page noise folded", count=line.folds)
