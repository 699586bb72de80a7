"""The head of an article: its title, and the outlet, date and grade that it is cited with."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from briefing.domain.labels import labels_in, readable_date
from briefing.domain.source import Source
from briefing.ui.text_places import begins_right_to_left
from briefing.ui.theme import Theme, current
from briefing.ui.words import spoken, tr

_SIDE = 20  # pixels


class ArticleHeader(QWidget):
    """Two quiet lines above the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._redress = QTimer(self, singleShot=True, interval=0)
        self._redress.timeout.connect(self._follow_theme)
        self.setObjectName("article_header")
        self._words = ""
        self._line = QColor()
        self._title = QLabel(self)
        self._title.setObjectName("article_title")
        self._details = QLabel(self)
        self._details.setObjectName("article_details")
        for label in (self._title, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sticky = QLabel(self)
        self._sticky.setObjectName("article_sticky")
        self._sticky.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sticky.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 12, _SIDE, 10)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addWidget(self._details)
        layout.addWidget(self._sticky)
        self.setAutoFillBackground(True)

    def show_source(self, source: Source) -> None:
        """Show what is known about a source."""
        record = source.record
        date = record.updated or record.published
        parts = (
            source.id,
            record.outlet,
            ", ".join(record.authors),
            readable_date(date, labels_in(spoken())) if date else "",
            tr("grade {grade}", grade=record.grade) if record.grade else "",
            record.marking,
        )
        self._words = record.title or tr("Untitled article")
        self._title.setToolTip(self._words)
        side = Qt.AlignmentFlag.AlignRight if begins_right_to_left(self._words) else Qt.AlignmentFlag.AlignLeft
        for label in (self._title, self._details):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._elide()
        self._details.setText("  ·  ".join(part for part in parts if part))
        self.setAccessibleName(tr("Article: {title}", title=self._words))

    def show_sticky(self, words: str, colour: QColor) -> None:
        """Say, in a section's colour, that every selection is filed; empty words for no longer."""
        if words == self._sticky.text():
            return
        palette = QPalette(self._title.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._sticky.setPalette(palette)
        self._sticky.setText(words)
        self._sticky.setToolTip(words)
        self._details.setVisible(not words)  # in its place, so that the text stays where it is
        self._sticky.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window between light and dark, once its style sheet has been changed too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_redress"):
            self._redress.start()

    def _follow_theme(self) -> None:
        if self._theme is not current():
            self.show_theme(current())

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of an appearance."""
        self._theme = theme
        self._line = theme.line
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        palette.setColor(QPalette.ColorRole.WindowText, theme.ink)
        self.setPalette(palette)
        faint = QPalette(palette)
        faint.setColor(QPalette.ColorRole.WindowText, theme.faint)
        self._details.setPalette(faint)
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline to the text, which scrolls under it."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title to the width there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 2 * _SIDE
        self._title.setText(self._title.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
