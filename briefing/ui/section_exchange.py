"""A section that words come into and leave, by the clipboard and by dragging, each change a named step of the desk."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from briefing.app.desk import Desk
from briefing.domain.edits import quote_block, write_body
from briefing.domain.note import Block, Section
from briefing.ui import section_keys as keys
from briefing.ui.mime import DraggedRange, dragged_range, is_of
from briefing.ui.pasted import blocks_from, brings_words, can_paste, carry, plain_blocks
from briefing.ui.quotation import is_behind
from briefing.ui.section_drops import filed_once, find_filed, still_says
from briefing.ui.section_look import Look
from briefing.ui.section_spaces import is_of_words, remove_words, spaced
from briefing.ui.section_text import selected_blocks
from briefing.ui.section_view import SectionView
from briefing.ui.words import tr

_MOVE = Qt.DropAction.MoveAction


class SectionExchange(SectionView):
    """Writes to the desk what becomes of its text."""

    def __init__(self, desk: Desk, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(section, look, parent)
        self.desk = desk
        self._label = ""
        self.body.written.connect(self._write)

    @contextmanager
    def step(self, label: str) -> Iterator[QTextCursor]:
        """Make what happens inside one named step of its own."""
        outer, self._label = self._label, self._label or label
        if not outer:
            self.desk.seal()
        try:
            yield self.textCursor()
        finally:
            self._label = outer
            if not outer:
                self.desk.seal()

    def _write(self) -> None:
        label = self._label or tr("Type in {section}", section=self.title)
        merge = ("step", label) if self._label else ("type", self.key)
        blocks = self.body.blocks
        self.desk.do(label, lambda note: write_body(note, self.key, blocks), merge=merge, origin=self)

    def paste_plain(self) -> None:
        """Paste the words of the clipboard and nothing of their form."""
        blocks = plain_blocks(QGuiApplication.clipboard().text())
        if blocks:
            self._insert(blocks, tr("Paste in {section}", section=self.title))

    def _insert(self, blocks: Sequence[Block], label: str) -> None:
        with self.step(label) as cursor:
            keys.insert_blocks(cursor, blocks, self.look)
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: the blocks for this note, plain words for everything else."""
        data = super().createMimeDataFromSelection()  # made by Qt: one made here would not outlive the program
        data.text()  # Qt fills it when it is first asked, over whatever stands there
        cursor = self.textCursor()
        blocks, label = selected_blocks(cursor), self.known.label
        carry(data, blocks, self.desk.note.id, label, is_of_words=is_of_words(cursor))
        return data

    def cut(self) -> None:
        """Move the selection to the clipboard; of whole words no double space is left."""
        if self.textCursor().hasSelection():
            self.copy()
            with self.step(tr("Cut in {section}", section=self.title)) as cursor:
                remove_words(cursor)

    def copy_printed(self, rich: str, plain: str) -> None:
        """Put HTML and plain words on the clipboard in place of the selection."""
        data = super().createMimeDataFromSelection()
        data.text()
        for name in data.formats():
            data.removeFormat(name)
        data.setHtml(rich)
        data.setText(plain)
        QGuiApplication.clipboard().setMimeData(data)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there is anything to paste: blocks or words."""
        return can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste a passage of an article as a quotation; else paragraphs, lists, bold, italic and links."""
        passage = dragged_range(source) if is_of(source, self.desk.note.id) else None
        if passage is not None and still_says(self.desk.note, passage, source.text()):
            self._quote_passage(passage)
            return
        blocks = blocks_from(source, self.desk.note)
        if blocks and brings_words(source) and not is_behind(self.textCursor()):
            blocks = spaced(self.textCursor(), blocks)
        if blocks:
            self._insert(blocks, tr("Paste in {section}", section=self.title))

    def _quote_passage(self, passage: DraggedRange) -> None:
        """Quote a passage at the caret: filed here, if it is not yet, and cited."""
        label = tr("File excerpt in {section}", section=self.title)
        with self.step(label) as cursor:
            self.desk.do(label, lambda note: filed_once(note, passage, self.key), merge=("step", label))
            note = self.desk.note
            excerpt = find_filed(note, passage, self.key)
            if excerpt is not None:
                keys.insert_quote(cursor, quote_block(note.source(excerpt.source), excerpt), self.look)
            self.setTextCursor(cursor)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take words in as one step; Qt tells of the change only when the drop is over."""
        giver = _giver(event)
        if giver is not None and event.proposedAction() == _MOVE:
            self.take_from(giver, event.mimeData(), self.cursorForPosition(event.position().toPoint()))
            event.setDropAction(Qt.DropAction.CopyAction)  # the words have been taken away already
            event.accept()
            self.dragLeaveEvent(QDragLeaveEvent())  # takes the caret of the drag away
            return
        with self.step(tr("Drop in {section}", section=self.title)):
            super().dropEvent(event)
        _copy_from_elsewhere(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show that words from another window are copied."""
        super().dragMoveEvent(event)
        _copy_from_elsewhere(event)

    def take_from(self, giver: "SectionExchange", data: QMimeData, place: QTextCursor) -> None:
        """Move what is selected here or in another section to a place in this one, as one step."""
        taken = giver.textCursor()
        if giver is self and taken.selectionStart() <= place.position() <= taken.selectionEnd():
            return
        title = self.title
        label = tr("Move in {section}", section=title) if giver is self else tr("Move to {section}", section=title)
        with self.step(label), giver.step(label):
            remove_words(taken)
            self.setTextCursor(place)
            self.insertFromMimeData(data)


def _giver(event: QDropEvent) -> SectionExchange | None:
    """The section of this program that a drag began in."""
    source = event.source()
    giver = source.parent() if source is not None else None
    return giver if isinstance(giver, SectionExchange) else None


def _copy_from_elsewhere(event: QDropEvent) -> None:
    """Leave the words where they were: another note does not lose what is dragged into this one."""
    if event.isAccepted() and _giver(event) is None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
