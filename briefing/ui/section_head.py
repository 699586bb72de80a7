"""The head of a section's card: fold, number, title, meter and status, on one line however narrow it is."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from briefing.domain.note import Section
from briefing.ui.citations import Tally
from briefing.ui.section_look import Look
from briefing.ui.status_button import StatusButton, status_words
from briefing.ui.words import tr

DOT = "  ·  "


class SectionHead(QWidget):
    """Where room is short the meter says less, and only then is the title cut."""

    fold_toggled = Signal(bool)  # whether the section is open
    status_chosen = Signal(object)  # Status

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._parts: list[str] = []
        self._index = 0
        self.fold = FoldButton(self)
        self._number = NumberBadge(self)
        self._title = QLabel(self)
        self._meter = QLabel(self)
        self.status = StatusButton(self)
        named = (("fold", self.fold), ("title", self._title), ("meter", self._meter), ("status", self.status))
        for name, widget in named:
            widget.setObjectName(f"{name}-{key}")
        self._lay_out()
        self.fold.toggled.connect(self.fold_toggled)
        self.status.chosen.connect(self.status_chosen)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(8)
        for widget in (self.fold, self._number, self._title, self._meter, self.status):
            row.addWidget(widget)
        for label in (self._title, self._meter):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.setStretchFactor(self._title, 1)

    def show_section(self, section: Section, index: int, look: Look) -> None:
        """Show number, title and status of a section."""
        self._words, self._index = section.title, index
        self._title.setAccessibleName(section.title)
        self._number.show_number(index + 1, look.theme.section(index))
        self.status.show_status(section.status)
        self.fold.setAccessibleName(tr("Show {section}", section=section.title))
        status = status_words(section.status)
        self.status.setAccessibleName(tr("Status of {section}: {status}", section=section.title, status=status))
        self._fit()

    def show_meter(self, tally: Tally, words: int) -> None:
        """Show how much is in the section; nothing is said of what there is none of."""
        parts = [
            _counted(tally.excerpts, tr("1 excerpt"), tr("{n} excerpts", n=tally.excerpts)),
            _counted(tally.sources, tr("1 source"), tr("{n} sources", n=tally.sources)),
            _counted(words, tr("1 word"), tr("{n} words", n=words)),
        ]
        self._parts = [part for part in parts if part]
        self._meter.setAccessibleName(", ".join(self._parts))
        self._fit()

    def set_look(self, look: Look) -> None:
        """Show everything in another look."""
        theme = look.theme
        heading = QFont(look.font)
        heading.setPointSizeF(look.size * 1.18)
        heading.setWeight(QFont.Weight.DemiBold)
        small = QFont(look.font)
        small.setPointSizeF(look.size * 0.86)
        looks = ((self._title, heading, theme.ink), (self._meter, small, theme.faint), (self.status, small, theme.ink))
        for widget, font, colour in looks:
            widget.setFont(font)
            widget.setPalette(_inked(widget.palette(), colour))
        self._number.setFont(heading)
        self._number.show_number(self._index + 1, theme.section(self._index))
        self.status.set_theme(theme)
        self.fold.colour = theme.faint
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit title and meter to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        title = QFontMetrics(self._title.font())
        meter = QFontMetrics(self._meter.font())
        others = sum(w.sizeHint().width() for w in (self.fold, self._number, self.status)) + 22 + 4 * 8
        room = self.width() - others - title.horizontalAdvance(self._words) - 6
        said = [DOT.join(self._parts[at:]) for at in range(len(self._parts) + 1)]
        fitting = next(words for words in said if not words or meter.horizontalAdvance(words) <= room)
        self._meter.setText(fitting)
        self._meter.setVisible(bool(fitting))
        left = self.width() - others - (meter.horizontalAdvance(fitting) if fitting else 0)
        shown = title.elidedText(self._words, Qt.TextElideMode.ElideRight, max(20, left))
        self._title.setText(shown)
        self._title.setToolTip("" if shown == self._words else self._words)


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
