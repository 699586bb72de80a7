"""What is measured in the whole window: articles, note, dock, menus, status bar and recovery copy together."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import count
from statistics import median
from tempfile import mkdtemp
from time import perf_counter, sleep

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollBar, QSplitter, QTextEdit

from briefing.app.desk import Desk
from briefing.domain.edits import quote_block
from briefing.domain.note import Block, Note, Style, Words
from briefing.io.spelling import speller
from briefing.ui import application
from briefing.ui.frame import Frame
from briefing.ui.window import Window
from tests.bench.article_measures import aim, note_for
from tests.bench.row import stopwatch

_SIZE = (1280, 800)
_LAID_OUT = 3000  # milliseconds: Qt lays a long text out in slices, and what was opened is looked through once
_AFTER = 1.5  # seconds after a change in which everything that waits for a pause has had its turn
_KEYS = 20  # pressed in a measurement, whose median counts
_turn = count()


@cache
def _home() -> str:
    home = mkdtemp(prefix="briefing-bench-")
    os.environ.update(XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
    application.make()
    return home


def wait(milliseconds: int) -> None:
    """Let the window run as when nobody touches it; what runs aside has its turn, which QTest.qWait denies it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _frame() -> tuple[Frame, Window]:
    _home()
    frame = application.open_frame()
    frame.resize(*_SIZE)
    window = frame.commands
    assert isinstance(window, Window)
    QApplication.processEvents()
    return frame, window


def _opened(note: Note) -> Window:
    _, window = _frame()
    window.open_desk(Desk(note))
    wait(_LAID_OUT)
    return window


@cache
def _window(excerpts: int | None) -> Window:
    return _opened(full_note(excerpts))


@cache
def full_note(excerpts: int | None) -> Note:
    """As in the rows of the article pane, with the quote block of every excerpt in its section."""
    note = note_for(excerpts)
    blocks: dict[str | None, list[Block]] = {}
    for excerpt in note.excerpts:
        blocks.setdefault(excerpt.section, []).append(quote_block(note.sources[0], excerpt))
    sections = (replace(section, blocks=tuple(blocks.get(section.key, ()))) for section in note.sections)
    return replace(note, sections=tuple(sections))


def file(excerpts: int | None) -> float:
    """From the key that files a selection to highlight and quote block, painted."""
    window = _window(excerpts)
    seconds = _file(window)
    wait(30)
    return seconds


def _file(window: Window) -> float:
    assert window.article is not None
    aim(window.article)
    return _timed(lambda: QTest.keyClick(window.article.view, Qt.Key.Key_1) if window.article else None)


def _timed(act: Callable[[], object]) -> float:
    with stopwatch() as seconds:
        act()
        QApplication.processEvents()
    return seconds()


def undo(excerpts: int | None) -> float:
    """Take a filing back, until that is painted."""
    window = _window(excerpts)
    _file(window)
    wait(30)
    seconds = _timed(window.undo)
    wait(30)
    return seconds


def settle(excerpts: int | None) -> float:
    """The longest that the window answers to nothing while everything that waits for a pause follows a filing."""
    _file(_window(excerpts))
    return _longest(_AFTER)


def calm(excerpts: int | None) -> float:
    """The same once a note is on show, while it is looked through and words and recovery copy are made ready."""
    speller.cache_clear()
    frame, window = _frame()
    window.open_desk(Desk(full_note(excerpts)))
    QApplication.processEvents()
    frame.grab()
    longest = _longest(_LAID_OUT / 1000)
    _leave(frame, window)
    return longest


def _longest(seconds: float) -> float:
    """The longest that the window answers to nothing in so many seconds."""
    longest, last = 0.0, perf_counter()
    end = last + seconds
    while last < end:
        QApplication.processEvents()
        now = perf_counter()
        longest, last = max(longest, now - last), now
        sleep(0.001)  # what runs aside has its turn as well
        last = perf_counter()
    return longest


def scroll_article(excerpts: int | None) -> float:
    """Scroll the article by two lines."""
    article = _window(excerpts).article
    assert article is not None
    return _scroll(article.view.verticalScrollBar())


def scroll_note(excerpts: int | None) -> float:
    """Scroll the note by two lines."""
    pane = _window(excerpts).note_pane
    assert pane is not None
    return _scroll(pane.verticalScrollBar())


def _scroll(bar: QScrollBar) -> float:
    return _timed(lambda: bar.setValue((bar.value() + 60) % max(1, bar.maximum())))


@cache
def _writing() -> Window:
    """Ten thousand excerpts, and a section of 2,000 blocks with the caret in the middle."""
    note = full_note(10_000)
    first, *others = note.sections
    more = (
        Block(Style.PARAGRAPH, (Words(f"Paragraph {number} says something at some length."),)) for number in count()
    )
    blocks = (*first.blocks, *(next(more) for _ in range(2000 - len(first.blocks))))
    window = _opened(replace(note, sections=(replace(first, blocks=blocks), *others)))
    assert window.note_pane is not None
    window.note_pane.show_words(first.key, 1000, 3, 3)
    window.note_pane.editor(first.key).setFocus()
    wait(1000)
    return window


def type_word() -> float:
    """A key in a section of 2,000 blocks, until it is painted."""
    window = _writing()
    assert window.note_pane is not None
    editor = window.note_pane.editor(window.note_pane.current_section())
    taken = [_timed(lambda: QTest.keyClicks(editor, "a")) for _ in range(_KEYS)]
    wait(20 * (next(_turn) % 40))  # so that what waits for a pause falls between other keys each time
    return median(taken)


def open_note(excerpts: int | None) -> float:
    """Show a note that was read, to the first painted window."""
    note = full_note(excerpts)
    frame, window = _frame()
    with stopwatch() as seconds:
        window.open_desk(Desk(note))
        QApplication.processEvents()
        frame.grab()
    _leave(frame, window)
    return seconds()


def _leave(frame: Frame, window: Window) -> None:
    window.close_note()
    frame.close()
    frame.deleteLater()
    wait(200)


def open_bare(excerpts: int | None) -> float:
    """Show the same words, of article and note, in two bare QTextEdits in a window."""
    _home()
    note = full_note(excerpts)
    text = note.sources[0].text.replace("\n\n", "\n")
    words = "\n".join(block.text for section in note.sections for block in section.blocks)
    bare = QMainWindow()
    bare.resize(*_SIZE)
    bare.show()
    QApplication.processEvents()
    with stopwatch() as seconds:
        splitter = QSplitter()
        for shown in (text, words):
            editor = QTextEdit()
            editor.setPlainText(shown)
            splitter.addWidget(editor)
        bare.setCentralWidget(splitter)
        QApplication.processEvents()
        bare.grab()
    bare.deleteLater()
    wait(200)
    return seconds()
