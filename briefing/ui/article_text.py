"""The text of one source as a document to read: what it shows, where its words stand, and how wide it is."""

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing.domain.source import Source
from briefing.domain.wording import mended
from briefing.ui.article_document import Look, article_document, column_width
from briefing.ui.article_ink import Ink
from briefing.ui.article_sight import Stripe, stripe_rects, stripes
from briefing.ui.highlights import Highlights
from briefing.ui.mime import DraggedRange, sign, write_range
from briefing.ui.positions import Line, Positions, shown_lines
from briefing.ui.theme import Theme, current, dress_selection
from briefing.ui.words import tr

_SLACK = 15  # characters that a line may have more than usual
_AROUND = 8  # pixels above and below the words of a block that its rules, bars and badges may take
_PAD = 22  # pixels between the text and the edges of the page


class ArticleText(QTextEdit):
    """Shows a source read-only; knows nothing of the desk."""

    laid_out = Signal()  # the geometry of the text changed

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.note_id = ""  # of the note that what is dragged from here belongs to
        self.highlights = Highlights(source)
        self.sections: dict[str, int] = {}  # index in the note by key
        self.ink = Ink(current())
        self.look = Look()
        self._column = column_width(self.look)
        self.gutter = 0
        self._overhang = 0
        self._near = 0  # number of a block that was in sight lately
        self._page: QTextDocument | None = None
        self._opened: frozenset[int] = frozenset()
        self.positions = self._positions()
        self.setObjectName("article_text")
        self.setAccessibleName(tr("Text of the article"))
        self.setAccessibleDescription(
            tr("Select with Shift and the arrow keys; a section's number files the selection.")
        )
        self.setPlaceholderText(tr("This article has no text."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)

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

    def set_overhang(self, width: int) -> None:
        """Keep room for so many pixels beside the scroll bar."""
        self._overhang = width
        self._fit()

    def set_look(self, look: Look) -> None:
        """Set the article differently."""
        if look != self.look:
            self.look = look
            self._column = column_width(look)
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
        dress_selection(palette, self.theme)
        self.setPalette(palette)
        self._fit()
        blocked = self.blockSignals(True)  # noqa: FBT003 - the caret only seems to move while documents change
        document = article_document(self.positions, self.look, self.theme, self.lineWrapColumnOrWidth())
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

    def line_at_caret(self) -> Line | None:
        """The block that the caret stands in."""
        return self.positions.lines[self.textCursor().blockNumber()] if self.positions.lines else None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged: the words as they stand in the source, and where they stand, half words mended."""
        data = super().createMimeDataFromSelection()  # made by Qt: one made here would not outlive the program
        data.text()  # Qt fills it when it is first asked, over whatever stands there
        selected = self.selected()
        if selected is not None:
            data.clear()
            whole = mended(self.source, *selected)
            write_range(data, DraggedRange(self.source.id, *whole), self.source.words(*selected))
            sign(data, self.note_id)
        return data

    # Geometry

    def stripes(self, area: QRect) -> list[Stripe]:
        """The blocks that show in an area of the viewport, from the top."""
        self._ensure_page()
        found = list(stripes(self, self.positions, area, self._near))
        if found:
            self._near = found[0].block.blockNumber()
        return found

    def heights_of(self, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Top and bottom, in the viewport, of the blocks in sight that hold a code point of some ranges."""
        found = []
        for stripe in self.stripes(self.viewport().rect()):
            passages = self.source.passages
            start = passages[stripe.line.passage].start
            end = passages[stripe.line.passage + max(0, stripe.line.folds - 1)].end
            if any(low < end and high > start for low, high in ranges):
                box = self.document().documentLayout().blockBoundingRect(stripe.block)
                top = floor(stripe.origin.y())
                found.append((top - _AROUND, ceil(top + box.height()) + _AROUND))
        return found

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

    def centre(self, position: int) -> None:
        """Scroll so that a text position stands in the middle."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.document_position(position))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 2)

    def _fit(self) -> None:
        """Keep the column at its width and in the middle of the page."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - self._overhang
        column = max(120, min(self._column, room - self.gutter - _PAD))
        left = max(self.gutter, (room - column) // 2)
        self.setViewportMargins(left, 0, max(0, room - left - column) + self._overhang, 0)
        self.highlights.keep_apart(round(self.look.characters * column / self._column) + _SLACK)
        if self.lineWrapColumnOrWidth() != column:
            self.setLineWrapColumnOrWidth(column)

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system from light to dark and back."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "ink") and current() is not self.theme:
            self.set_theme(current())


def fold_label(line: Line) -> str:
    """What the quiet line of noise says."""
    if line.is_open:
        return tr("▾ Page noise, click to fold")
    if line.folds == 1:
        return tr("▸ 1 line of page noise folded")
    return tr("▸ {count} lines of page noise folded", count=line.folds)
