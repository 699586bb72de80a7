"""Notes, panes and sources for the tests of the note pane."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.app.desk import Desk
from briefing.domain.edits import add_source, file_excerpt, write_body
from briefing.domain.note import Block, Note, Section, Style, Words, block
from briefing.domain.source import Kind, Passage, Record, Source
from briefing.ui.bridge import Bridge
from briefing.ui.note_pane import NotePane
from briefing.ui.section_editor import SectionEditor
from tests.waiting import until

PARAGRAPHS = ("The ministers meet on Monday.", "Prices rise by a tenth.", "A treaty is to be signed.")


def article(title: str = "An article") -> Source:
    text = "\n\n".join(PARAGRAPHS)
    starts = [text.index(p) for p in PARAGRAPHS]
    passages = tuple(Passage(Kind.PARAGRAPH, at, at + len(p)) for at, p in zip(starts, PARAGRAPHS, strict=True))
    return Source(text, passages, Record(title=title, outlet="A paper", reliability="B", credibility="2"))


def bare_note() -> Note:
    keys = ("agenda", "energy", "risks")
    sections = tuple(Section(key, key.title(), f"What belongs under {key}.") for key in keys)
    return add_source(Note("n1", sections=sections), article())


def filed(note: Note, number: int, section: str | None) -> Note:
    """The note with a paragraph of its article (from 1) filed under a section."""
    passage = note.sources[0].passages[number - 1]
    return file_excerpt(note, "S1", passage.start, passage.end, section)


def written(note: Note, key: str, *lines: str | Block) -> Note:
    """The note with paragraphs written into a section."""
    blocks = [block(Style.PARAGRAPH, [Words(line)]) if isinstance(line, str) else line for line in lines]
    return write_body(note, key, blocks)


class Pane:
    """A note pane on show with its desk, and short ways to what stands in it."""

    def __init__(self, note: Note) -> None:
        QApplication.closeAllWindows()  # of earlier tests, which would lie above this one
        self.now = 0.0
        self.desk = Desk(note, clock=lambda: self.now)
        self.bridge = Bridge(self.desk)
        self.pane = NotePane(self.bridge)
        self.pane.resize(700, 800)
        self.pane.show()
        self.pane.activateWindow()
        until(self.pane.isActiveWindow)

    def editor(self, key: str) -> SectionEditor:
        editor = self.pane.editor(key)
        editor.setFocus()
        return editor

    def blocks(self, key: str) -> tuple[Block, ...]:
        return self.desk.note.section(key).blocks

    def texts(self, key: str) -> list[str]:
        return [f"{b.style.value}{b.level or ''}: {b.text}" for b in self.blocks(key)]

    def agrees(self) -> bool:
        """Whether every editor shows what the desk has."""
        sections = self.desk.note.sections
        return all(self.pane.editor(s.key).body.blocks == s.blocks or not s.has_content for s in sections)


def typed(editor: SectionEditor, text: str) -> None:
    """Type a text; a line feed is the Enter key."""
    for letter in text:
        QTest.keyClick(editor, Qt.Key.Key_Return) if letter == "\n" else QTest.keyClicks(editor, letter)


def at(editor: SectionEditor, number: int, offset: int = 0) -> None:
    """Put the caret into a block, at an offset in positions of the document."""
    editor.select(*[editor.document().findBlockByNumber(number).position() + offset] * 2)
