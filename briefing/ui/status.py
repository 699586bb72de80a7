"""The status bar: what is saved, how long the note is, how much of the article is filed, where the caret stands."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from briefing.domain.measures import pages_of, share_filed, words_of
from briefing.domain.note import Note
from briefing.domain.source import Source
from briefing.ui.words import tr

PAUSE = 250  # milliseconds after the last change before the words are counted


class Status(QStatusBar):
    """Four quiet labels; counting waits for a pause in typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved, self._length, self._filed, self._caret = (
            self._label(n) for n in ("saved", "length", "filed", "caret")
        )
        self._note: Note | None = None
        self._source: Source | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.count)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"status_{name}")
        self.addWidget(label)
        return label

    def show_saved(self, words: str) -> None:
        """Say whether and when the note was saved."""
        self._saved.setText(words)

    def show_note(self, note: Note | None, source: Source | None) -> None:
        """Count again for a note and the article in view, after a pause."""
        self._note, self._source = note, source
        self._timer.start()

    def show_caret(self, source: Source, position: int) -> None:
        """Say in which paragraph of which source the caret stands."""
        number = source.number_at(position)
        where = tr("{source} para. {number}", source=source.id, number=number) if number else source.id
        self._caret.setText(where)

    def count(self) -> None:
        """Count words, pages and the share filed now."""
        if self._note is None:
            self._length.clear()
            self._filed.clear()
            self._caret.clear()
            return
        words = words_of(self._note)
        pages = pages_of(words)
        about = tr("about 1 page") if pages == 1 else tr("about {pages} pages", pages=pages)
        self._length.setText(tr("{words} words, {about}", words=f"{words:,}", about=about))
        if self._source is not None:
            share = round(100 * share_filed(self._source, self._note.excerpts))
            self._filed.setText(tr("{share} % of {source} filed", share=share, source=self._source.id))
