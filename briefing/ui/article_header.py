"""The head of an article: its title, and the outlet, date and grade that it is cited with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from briefing.domain.labels import ENGLISH, readable_date
from briefing.domain.source import Source
from briefing.ui.theme import Theme
from briefing.ui.words import tr


class ArticleHeader(QWidget):
    """Two quiet lines above the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_header")
        self._title = QLabel(self)
        self._title.setObjectName("article_title")
        self._details = QLabel(self)
        self._details.setObjectName("article_details")
        for label in (self._title, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addWidget(self._details)
        self.setAutoFillBackground(True)

    def show_source(self, source: Source) -> None:
        """Show what is known about a source."""
        record = source.record
        date = record.updated or record.published
        parts = (
            source.id,
            record.outlet,
            ", ".join(record.authors),
            readable_date(date, ENGLISH) if date else "",
            tr("grade {grade}", grade=record.grade) if record.grade else "",
            record.marking,
        )
        self._title.setText(record.title or tr("Untitled article"))
        self._details.setText("  ·  ".join(part for part in parts if part))
        self.setAccessibleName(tr("Article: {title}", title=self._title.text()))

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of an appearance."""
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
