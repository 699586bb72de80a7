"""What the rows of the article pane measure; it stands apart because it needs Qt."""

import random
from dataclasses import replace
from functools import cache
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from briefing.app.desk import Desk
from briefing.domain.anchor import describe
from briefing.domain.note import Excerpt, Note
from briefing.domain.source import Source
from briefing.ui.article_pane import ArticlePane
from briefing.ui.bridge import Bridge
from tests.articles import article, note_on
from tests.bench.row import stopwatch
from tests.bench.rows_start import SAMPLE

_WORDS = "has words enough to be read, and one more 日 besides. " * 9
_SIZE = (700, 800)
_turn = count()


@cache
def _application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["briefing"])


@cache
def note_for(excerpts: int | None) -> Note:
    """The sample (None), or a note on a million characters with so many excerpts."""
    if excerpts is None:
        return _sample()
    return _endless(-excerpts) if excerpts < 0 else _long(excerpts)


def _long(excerpts: int) -> Note:
    """A million characters in 2,000 paragraphs, and excerpts all over them."""
    note = note_on(article(*(f"Paragraph {number} {_WORDS}" for number in range(2000))))
    return _strewn(note, excerpts)


def _endless(excerpts: int) -> Note:
    """A million characters in one line."""
    return _strewn(note_on(article("word " * 200_000)), excerpts)


def _strewn(note: Note, excerpts: int) -> Note:
    chance = random.Random(1)
    text = note.sources[0].text
    made = []
    for number in range(1, excerpts + 1):
        start = chance.randrange(len(text) - 200)
        anchor = describe(text, start, start + chance.randrange(20, 160))
        made.append(Excerpt(f"x{number}", "S1", note.sections[number % 6].key, anchor))
    return replace(note, excerpts=tuple(made), last_excerpt=excerpts)


def _sample() -> Note:
    lines = [line for line in SAMPLE.read_text("utf-8").split("\n") if line.strip()]
    source: Source = article(*lines)
    return note_on(source)


@cache
def _pane(excerpts: int | None) -> tuple[Desk, ArticlePane]:
    _application()
    desk = Desk(note_for(excerpts))
    pane = ArticlePane(Bridge(desk), "S1")
    pane.resize(*_SIZE)
    pane.show()
    pane.view.setFocus()
    QTest.qWait(1500)  # Qt lays a long text out in slices
    return desk, pane


def aim(pane: ArticlePane) -> None:
    """Select some words in the middle of the article, never the same ones twice."""
    passages = pane.source.passages
    passage = passages[len(passages) // 2 + next(_turn) % 3]
    start = min(passage.start + 10 * next(_turn) % 400, passage.end - 20)
    pane.view.select(start, start + 60)
    pane.view.reveal(start, start + 60)
    QApplication.processEvents()


def file(excerpts: int | None) -> float:
    """File an excerpt, from the key to the painted highlight."""
    _, pane = _pane(excerpts)
    aim(pane)
    with stopwatch() as seconds:
        QTest.keyClick(pane.view, Qt.Key.Key_5)
        QApplication.processEvents()
    return seconds()


def undo(excerpts: int | None) -> float:
    """Take the filing of an excerpt back."""
    desk, _ = _pane(excerpts)
    file(excerpts)
    with stopwatch() as seconds:
        desk.undo()
        QApplication.processEvents()
    return seconds()


def scroll(excerpts: int | None) -> float:
    """Scroll by two lines."""
    _, pane = _pane(excerpts)
    bar = pane.view.verticalScrollBar()
    with stopwatch() as seconds:
        bar.setValue((bar.value() + 60) % bar.maximum())
        QApplication.processEvents()
    return seconds()


def open_pane(excerpts: int | None) -> float:
    """Open an article, to the first painted page."""
    _application()
    desk = Desk(note_for(excerpts))
    with stopwatch() as seconds:
        pane = ArticlePane(Bridge(desk), "S1")
        pane.resize(*_SIZE)
        pane.show()
        pane.grab()
    pane.deleteLater()
    return seconds()


def open_bare(excerpts: int | None) -> float:
    """Show the same text in a bare QTextEdit."""
    _application()
    text = note_for(excerpts).sources[0].text.replace("\n\n", "\n")
    with stopwatch() as seconds:
        bare = QTextEdit()
        bare.resize(*_SIZE)
        bare.setReadOnly(True)
        bare.setPlainText(text)
        bare.show()
        bare.grab()
    bare.deleteLater()
    return seconds()
