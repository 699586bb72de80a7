"""An article before it is taken, set as the reading page will set it, with a switch for the noise of its page."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.domain.source import Kind, Source
from briefing.ui import settings
from briefing.ui.article_document import Look
from briefing.ui.article_view import ArticleView
from briefing.ui.words import tr


class ReadingPreview(QWidget):
    """The text under a line that counts it."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QLabel(self)
        self._told.setObjectName("intake_told")
        self._noise = QCheckBox(self)
        self._noise.setObjectName("intake_noise")
        self._noise.toggled.connect(self._unfold)
        chosen = settings.choices()
        self.view = ArticleView(source, self)
        self.view.setObjectName("intake_text")
        self.view.setAccessibleName(tr("The article as it was read"))
        self.view.set_look(Look(0.86, chosen.line_width, chosen.reading_font == "serif"))
        self.view.fold_pressed.connect(lambda first: self.view.set_opened(self.view.opened ^ {first}))
        head = QHBoxLayout()
        head.addWidget(self._told, 1)
        head.addWidget(self._noise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self._tell(source)

    def show_source(self, source: Source) -> None:
        """Show an article as it was read in another manner."""
        self.view.set_opened(frozenset())
        self.view.show_source(source)
        self._tell(source)
        self._unfold(is_open=self._noise.isChecked())

    def _unfold(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt tells it
        first = {line.passage for line in self.view.positions.lines if line.folds}
        self.view.set_opened(frozenset(first) if is_open else frozenset())

    def _tell(self, source: Source) -> None:
        noise = sum(passage.kind is Kind.NOISE for passage in source.passages)
        words = len(source.words(0, len(source.text)).split())
        self._told.setText(_counted(source.last_number, words))
        self._noise.setVisible(bool(noise))
        self._noise.setText(
            tr("Show 1 line of page noise") if noise == 1 else tr("Show {count} lines of page noise", count=noise)
        )


def _counted(paragraphs: int, words: int) -> str:
    if paragraphs == 1:
        return tr("1 paragraph, {words} words", words=words)
    return tr("{paragraphs} paragraphs, {words} words", paragraphs=paragraphs, words=words)
