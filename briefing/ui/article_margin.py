"""The margin of an article: paragraph numbers, and a bar for every excerpt with the number of its section."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefing.domain.note import Excerpt
from briefing.ui.article_sight import Stripe, stripe_extent
from briefing.ui.article_view import ArticleView
from briefing.ui.mime import excerpt_data, sign
from briefing.ui.words import tr

LANES = 3  # bars side by side; what needs more is told by a plus sign
_PITCH = 17  # pixels from lane to lane
_GAP = 9  # between text and first lane
_BADGE = 14.0
_BAR = 3.0
_NUMBERS = 8  # between the last lane and the numbers


class ArticleMargin(QWidget):
    """Stands left of the text of an article view, and scrolls with it."""

    excerpt_pressed = Signal(str)
    excerpt_pressed_twice = Signal(str)
    excerpt_hovered = Signal(str)
    number_pressed = Signal(int)  # index of the passage

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self.setObjectName("article_margin")
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Paragraph numbers and excerpts"))
        self._view = view
        self._pressed: Excerpt | None = None
        self._pressed_at = QPointF()
        self._caret_block = -1
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.laid_out.connect(self.place)
        self.place()

    def place(self) -> None:
        """Take as much room as the numbers of this article need, beside the text."""
        metrics = QFontMetrics(self._font())
        digits = len(str(self._view.source.last_number))
        width = _GAP + LANES * _PITCH + _NUMBERS + metrics.horizontalAdvance("0" * max(2, digits)) + 6
        viewport = self._view.viewport().geometry()
        self.setGeometry(QRect(viewport.left() - width, viewport.top(), width, viewport.height()))
        if self._view.gutter != width:
            self._view.set_gutter(width)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands beside the text in sight."""
        shown = self._view.stripes(self._view.viewport().rect())
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._view.theme.paper)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font())
            for stripe in shown:
                self._paint_number(painter, stripe)
            self._paint_lanes(painter, shown, event.rect())

    def follow_caret(self) -> None:
        """Show the number of the passage that the caret stands in as such."""
        block = self._view.textCursor().blockNumber()
        if block != self._caret_block:
            self._caret_block = block
            self.update()

    def _paint_number(self, painter: QPainter, stripe: Stripe) -> None:
        number = self._view.source.numbers[stripe.line.passage]
        if number is None or stripe.line.folds:
            return
        line = stripe.block.layout().lineAt(0)
        baseline = stripe.origin.y() + line.y() + line.ascent()
        right = self.width() - _GAP - LANES * _PITCH - _NUMBERS
        at_caret = self._view.textCursor().blockNumber() == stripe.block.blockNumber()
        painter.setPen(self._view.theme.ink if at_caret else self._view.theme.faint)
        text = str(number)
        painter.drawText(QPointF(right - painter.fontMetrics().horizontalAdvance(text), baseline), text)

    def _extents(self, stripes: list[Stripe]) -> Iterator[tuple[Excerpt, float, float]]:
        """Each excerpt in sight with the top of its first line and the bottom of its last."""
        extents: dict[str, tuple[Excerpt, float, float]] = {}
        for stripe in stripes:
            for excerpt in self._view.highlights.between(stripe.start, stripe.end):
                extent = stripe_extent(self._view.positions, stripe, excerpt.start, excerpt.end)
                if extent:
                    known = extents.get(excerpt.id)
                    extents[excerpt.id] = (excerpt, known[1] if known else extent[0], extent[1])
        for stripe in stripes:
            for excerpt in self._folded(stripe):
                bottom = stripe.origin.y() + stripe.block.layout().boundingRect().height()
                extents.setdefault(excerpt.id, (excerpt, stripe.origin.y(), bottom))
        yield from extents.values()

    def _paint_lanes(self, painter: QPainter, stripes: list[Stripe], area: QRect) -> None:
        """A bar for each excerpt in sight; what is more than there are lanes is counted."""
        crowded: dict[float, int] = {}
        for excerpt, top, bottom in self._extents(stripes):
            if self._view.highlights.lane(excerpt) >= LANES:
                crowded[top] = crowded.get(top, 0) + 1
                continue
            bar = self._bar(excerpt, top, bottom)
            if bar.top() <= area.bottom() and bar.bottom() + 2 >= area.top():
                self._paint_bar(painter, excerpt, bar)
        painter.setPen(self._view.theme.faint)
        for top, count in crowded.items():
            painter.drawText(
                QRectF(0, top, self.width() - _GAP - LANES * _PITCH, _BADGE), Qt.AlignmentFlag.AlignRight, f"+{count}"
            )

    def _folded(self, stripe: Stripe) -> list[Excerpt]:
        """The excerpts of passages that are folded away at a quiet line."""
        line, passages = stripe.line, self._view.source.passages
        if not line.folds or line.is_open:
            return []
        return self._view.highlights.between(passages[line.passage].start, passages[line.passage + line.folds - 1].end)

    def _bar(self, excerpt: Excerpt, top: float, bottom: float) -> QRectF:
        """The room of a bar in its lane, high enough for its badge, which is always in sight."""
        top = max(top, 1.0)
        left = self.width() - _GAP - (self._view.highlights.lane(excerpt) + 1) * _PITCH
        return QRectF(left, top, _PITCH, max(bottom + 2, top + _BADGE) - top)

    def _paint_bar(self, painter: QPainter, excerpt: Excerpt, bar: QRectF) -> None:
        index = None if excerpt.section is None else self._view.sections.get(excerpt.section)
        theme = self._view.theme
        colour = theme.section(index)
        centre, top, bottom = bar.center().x(), bar.top(), bar.bottom()
        glow = self._view.glow.get(excerpt.id, 0.0)
        width = _BAR + 2 * glow
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(centre - width / 2, top + 2, width, bottom - top - 2), width / 2, width / 2)
        badge = QRectF(centre - _BADGE / 2, top + 1, _BADGE, _BADGE)
        painter.drawRoundedRect(badge, 3.5, 3.5)
        painter.setFont(self._badge_font())
        painter.setPen(theme.on_section)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "0" if index is None else str(index + 1))
        if excerpt.comment:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(QPointF(badge.right() - 0.5, badge.top() + 0.5), 3, 3)

    def _font(self) -> QFont:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * 0.95)
        return font

    def _badge_font(self) -> QFont:
        font = QApplication.font()
        font.setPixelSize(10)
        font.setWeight(QFont.Weight.Bold)
        return font

    def bar_at(self, place: QPointF) -> Excerpt | None:
        """The excerpt whose bar is at a place, None if there is none."""
        stripes = self._view.stripes(self._view.viewport().rect())
        for excerpt, top, bottom in self._extents(stripes):
            if self._view.highlights.lane(excerpt) < LANES and self._bar(excerpt, top, bottom).contains(place):
                return excerpt
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A bar stands for its excerpt, a number for its paragraph."""
        bar = self.bar_at(event.position())
        self._pressed, self._pressed_at = bar, event.position()
        if bar:
            self.excerpt_pressed.emit(bar.id)
            return
        for stripe in self._view.stripes(self._view.viewport().rect()):
            height = stripe.block.layout().boundingRect().height()
            if 0 <= event.position().y() - stripe.origin.y() < height and not stripe.line.folds:
                self.number_pressed.emit(stripe.line.passage)

    def _drag(self, excerpt: Excerpt) -> None:
        self._pressed = None
        drag = QDrag(self)
        data = excerpt_data(excerpt.id, excerpt.quote)
        sign(data, self._view.note_id)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A bar leads to the place of its excerpt in the note."""
        bar = self.bar_at(event.position())
        if bar:
            self.excerpt_pressed_twice.emit(bar.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the excerpt of the bar under the mouse; pressed, a bar is dragged to another section."""
        if self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            way = event.position() - self._pressed_at
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._drag(self._pressed)
            return
        bar = self.bar_at(event.position())
        self.excerpt_hovered.emit(bar.id if bar else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if bar else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the mouse was pressed on has the same menu as its text."""
        self._pressed = None
        self._view.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Say what is known of the excerpt whose bar the mouse rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self._view.describe(bar) if bar else "", self)
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        QToolTip.hideText()
        self.excerpt_hovered.emit("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the text."""
        self._view.wheelEvent(event)
