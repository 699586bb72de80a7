"""The card of one section: its number, title, status and meter above its editor; it folds."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import set_status
from briefing.domain.note import Section, Status
from briefing.ui.citations import NOTHING, Citations, Tally
from briefing.ui.section_drops import dragged, dropped
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_hints import SectionHints
from briefing.ui.section_look import Look
from briefing.ui.section_mover import SectionMover
from briefing.ui.status_button import StatusButton, status_words
from briefing.ui.words import tr

COUNT_AFTER = 150  # milliseconds without a change, after which the meter is counted anew
PAD = 14


class SectionCard(QWidget):
    """Shows one section and lets it be folded, marked and written."""

    resized = Signal()

    def __init__(self, desk: Desk, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._section = section
        self._known: Citations = NOTHING
        self._index = 0
        self.setObjectName(f"card-{section.key}")
        self.editor = SectionEditor(desk, section, look, self)
        self.mover = SectionMover(self.editor)
        SectionHints(self.editor)
        self.setAcceptDrops(True)
        self._fold = FoldButton(self)
        self._number = NumberBadge(self)
        self._title = QLabel(self)
        self._meter = QLabel(self)
        self._status = StatusButton(self)
        self._timer = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self._fold.toggled.connect(lambda is_open: self.set_folded(is_folded=not is_open))
        self._status.chosen.connect(self._mark)
        self._lay_out()
        self.set_look(look)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, PAD, 0)
        head.setSpacing(8)
        for widget in (self._fold, self._number, self._title, self._meter, self._status):
            head.addWidget(widget)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.setStretchFactor(self._title, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(1, 10, 1, 10)
        body.setSpacing(8)
        body.addLayout(head)
        body.addWidget(self.editor)
        self._meter.setObjectName(f"meter-{self._section.key}")
        self._title.setObjectName(f"title-{self._section.key}")
        self._fold.setObjectName(f"fold-{self._section.key}")
        self._status.setObjectName(f"status-{self._section.key}")

    @property
    def key(self) -> str:
        """The key of the section."""
        return self._section.key

    @property
    def is_folded(self) -> bool:
        """Whether only the head is shown."""
        return not self._fold.isChecked()

    def set_folded(self, *, is_folded: bool) -> None:
        """Show the head alone, or everything."""
        self._fold.setChecked(not is_folded)
        self.editor.setVisible(not is_folded)
        self.resized.emit()

    def show_section(self, section: Section, known: Citations, index: int) -> None:
        """Show a section as it is now."""
        self._section, self._known, self._index = section, known, index
        self._title.setText(section.title)
        self._number.show_number(index + 1, self.editor.look.theme.section(index))
        self._status.show_status(section.status)
        self._fold.setAccessibleName(tr("Fold {section}", section=section.title))
        self._status.setAccessibleName(tr("Status of {section}", section=section.title))
        self.editor.show_section(section, known, index)
        self._timer.start()

    def count_now(self) -> None:
        """Bring the meter up to date without waiting."""
        self._timer.stop()
        self._count()

    def _count(self) -> None:
        tally = self._known.tallies.get(self.key, Tally())
        parts = [
            _counted(tally.excerpts, tr("1 excerpt"), tr("{n} excerpts", n=tally.excerpts)),
            _counted(tally.sources, tr("1 source"), tr("{n} sources", n=tally.sources)),
            _counted(self.editor.body.words, tr("1 word"), tr("{n} words", n=self.editor.body.words)),
        ]
        self._meter.setText("  ·  ".join(part for part in parts if part))

    def _mark(self, status: Status) -> None:
        label = tr("Mark {section} as {status}", section=self._section.title, status=status_words(status))
        self._desk.do(label, lambda note: set_status(note, self.key, status))

    def set_look(self, look: Look) -> None:
        """Show everything in another look."""
        self.editor.set_look(look)
        theme = look.theme
        heading = QFont(look.font)
        heading.setPointSizeF(look.size * 1.18)
        heading.setWeight(QFont.Weight.DemiBold)
        small = QFont(look.font)
        small.setPointSizeF(look.size * 0.86)
        for widget, font, colour in (
            (self._title, heading, theme.ink),
            (self._meter, small, theme.faint),
            (self._status, small, theme.ink),
        ):
            widget.setFont(font)
            widget.setPalette(_inked(widget.palette(), colour))
        self._number.setFont(heading)
        self._number.show_number(self._index + 1, theme.section(self._index))
        self._status.set_theme(theme)
        self._fold.colour = theme.faint
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the card."""
        theme = self.editor.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.paper)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take in what can be filed or moved here."""
        if dragged(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """File or move to the end of the section."""
        thing = dragged(event.mimeData())
        step = dropped(thing, self._desk.note, self.key) if thing is not None else None
        if step is not None:
            self._desk.seal()
            self._desk.do(step.label, step.edit)
        event.acceptProposedAction()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold at the head."""
        if event.position().y() < self.editor.y() or self.is_folded:
            self.set_folded(is_folded=not self.is_folded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write where the card is clicked below its text."""
        if not self.is_folded and event.position().y() >= self.editor.y():
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)


class NumberBadge(QWidget):
    """The key of a section: its number on its colour, for `press 3 to file here`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: int, colour: QColor) -> None:
        """Show a number on a colour."""
        self._text, self._colour = str(number), colour
        self.setAccessibleName(tr("Section {number}", number=number))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A little wider than high enough for the number."""
        height = self.fontMetrics().height() + 4
        return QSize(max(height, self.fontMetrics().horizontalAdvance(self._text) + 12), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setPen(ink_on(self._colour))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class FoldButton(QToolButton):
    """A chevron that points down while the section is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = QColor()
        self.setCheckable(True)
        self.setChecked(True)
        self.setToolTip(tr("Fold or unfold this section"))

    def sizeHint(self) -> QSize:
        """Large enough to hit."""
        return QSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chevron, on a ground while it is pointed at or has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            ground = QColor(self.colour)
            ground.setAlphaF(0.14)
            painter.setBrush(ground)
            painter.setPen(QPen(self.colour, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.translate(self.rect().center() + QPoint(1, 1))
        if not self.isChecked():
            painter.rotate(-90 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else 90)
        pen = QPen(self.colour, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)])
        painter.end()


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever stands out more on a ground (WCAG 2.2, relative luminance)."""
    channels = (ground.redF(), ground.greenF(), ground.blueF())
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004
    luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    is_light = (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05)
    return QColor("#101316") if is_light else QColor("#FFFFFF")


def _counted(count: int, one: str, many: str) -> str:
    return "" if count == 0 else one if count == 1 else many


def _inked(palette: QPalette, colour: QColor) -> QPalette:
    made = QPalette(palette)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        made.setColor(role, colour)
    return made
