"""What the status bar says of the open note; counting waits for a pause in typing."""

from PySide6.QtCore import QLocale, QObject, QTimer

from briefing.app.desk import Desk
from briefing.domain.measures import pages_of
from briefing.domain.source import Source
from briefing.ui.article_pane import ArticlePane
from briefing.ui.bridge import Bridge
from briefing.ui.status import Status
from briefing.ui.words import tr

PAUSE = 250  # milliseconds after the last change before the words are counted


class Counts(QObject):
    """Keeps the status bar true to a desk and the article in view."""

    def __init__(self, status: Status, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._status = status
        self._desk = bridge.desk
        self._words = bridge.words
        self._pane: ArticlePane | None = None  # the article in view
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.count)

    def show_article(self, pane: ArticlePane | None) -> None:
        """Count for another article from now on."""
        if self._pane is not None:
            self._pane.view.offer_changed.disconnect(self._hint)
        if pane is not None:
            pane.view.offer_changed.connect(self._hint)
        self._pane = pane
        self._timer.start()

    def wait(self) -> None:
        """Count again, after a pause."""
        self._timer.start()

    def show_caret(self, source: Source, position: int) -> None:
        """Say in which paragraph of which source the caret stands."""
        number = source.number_at(position)
        where = tr("{source} para. {number}", source=source.id, number=number) if number else source.id
        self._status.caret.setText(where)

    def show_saved(self) -> None:
        """Say whether and where the note is saved."""
        self._status.saved.setText(_saved_words(self._desk))

    def count(self) -> None:
        """Count words, pages and the share filed now."""
        note = self._desk.note
        words = self._words.of(note)
        pages = pages_of(words)
        about = tr("about 1 page") if pages == 1 else tr("about {pages} pages", pages=pages)
        self._status.length.setText(_length(words, about))
        self._status.filed.setText(_filed_words(self._pane) if self._pane is not None else "")
        self._hint()

    def _hint(self) -> None:
        """Say what a key would do here that nobody can see."""
        words = ""
        if self._pane is not None and self._pane.view.offer is not None:
            words = tr("Enter selects the sentence")
        elif self._pane is not None and not self._desk.note.excerpts:
            words = tr("Select a passage, then press a section's number to file it")
        self._status.hint.setText(words)


def _filed_words(pane: ArticlePane) -> str:
    share = round(100 * pane.view.highlights.share)
    return tr("{share} % of {source} filed", share=share, source=pane.source_id)


def _saved_words(desk: Desk) -> str:
    if desk.path is None:
        return tr("not saved yet")
    return tr("changed") if desk.is_dirty else tr("saved in {name}", name=desk.path.name)


def _length(words: int, about: str) -> str:
    if words == 1:
        return tr("1 word, {about}", about=about)
    return tr("{words} words, {about}", words=QLocale().toString(words), about=about)
