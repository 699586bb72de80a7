"""What is measured in the whole window: articles, note, dock, menus, status bar and recovery copy together."""

import os
from dataclasses import replace
from functools import cache
from tempfile import mkdtemp

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.app.desk import Desk
from briefing.domain.edits import quote_block
from briefing.domain.note import Block, Note
from briefing.ui import application
from briefing.ui.window import Window
from tests.bench.article_measures import aim, note_for
from tests.bench.row import stopwatch


@cache
def _window(excerpts: int | None) -> Window:
    home = mkdtemp(prefix="briefing-bench-")
    os.environ.update(XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
    application.make()
    frame = application.open_frame()
    frame.resize(1280, 800)
    window = frame.commands
    assert isinstance(window, Window)
    window.open_desk(Desk(full_note(excerpts)))
    QTest.qWait(1500)  # Qt lays a long text out in slices
    return window


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
    assert window.article is not None
    aim(window.article)
    with stopwatch() as seconds:
        QTest.keyClick(window.article.view, Qt.Key.Key_1)
        QApplication.processEvents()
    QTest.qWait(30)
    return seconds()
