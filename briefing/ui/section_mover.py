"""Moving blocks of a section, with the pointer or the keyboard, and taking in what is dropped on its text."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPixmap

from briefing.ui.block_handle import BlockHandle
from briefing.ui.mime import DraggedBlocks, blocks_data, sign
from briefing.ui.section_drops import Dragged, dragged, dropped, move_blocks
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_keys import blocks_of
from briefing.ui.words import tr

WIDEST = 360  # pixels of the picture that follows the pointer


class SectionMover(QObject):
    """Shows the handle of the block under the pointer and a line where a drop would go."""

    dragged_over = Signal(object)  # QPoint on the screen, None when the drag has left or ended
    moved_to = Signal(str, int, int)  # section, first and last block, after a move by the keyboard

    def __init__(self, editor: SectionEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pointed = 0  # number of the block that the handle is beside
        self.handle = BlockHandle(editor)
        self.handle.clicked.connect(self._select)
        self.handle.drag_wanted.connect(self._drag)
        editor.move_wanted.connect(self.move)
        editor.viewport().setAcceptDrops(True)
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what of the window is dragged over the text; everything else goes its usual way."""
        if watched is self._editor:
            if event.type() == QEvent.Type.Leave:
                self.handle.hide()
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._point(event.position().toPoint())
        elif event.type() == QEvent.Type.DragLeave:
            self._end()
        elif isinstance(event, QDropEvent):  # entering and moving are drops to Qt, too
            return self._take(event)
        return False

    def _take(self, event: QDropEvent) -> bool:
        thing = dragged(event.mimeData(), self._editor.desk.note)
        if thing is None:
            return False
        if event.type() == QEvent.Type.Drop:
            self._end()
            self._drop(thing, event.position().toPoint())
        elif isinstance(event, QDragMoveEvent):
            self._show_place(thing, event.position().toPoint())
        event.setDropAction(event.proposedAction())
        event.accept()
        return True

    def _show_place(self, thing: Dragged, at: QPoint) -> None:
        is_cited = isinstance(thing, str) and self._is_text(at)
        self._editor.set_drop_line(None if is_cited else self.index_at(at))
        self.dragged_over.emit(self._editor.viewport().mapToGlobal(at))

    def _end(self) -> None:
        self._editor.set_drop_line(None)
        self.dragged_over.emit(None)

    def _drop(self, thing: Dragged, at: QPoint) -> None:
        editor = self._editor
        if isinstance(thing, str) and self._is_text(at):
            editor.setTextCursor(editor.cursorForPosition(at))
            editor.insert_citation(thing)
            return
        step = dropped(thing, editor.desk.note, editor.key, self.index_at(at))
        if step is not None:
            editor.desk.seal()
            editor.desk.do(step.label, step.edit)

    def _is_text(self, at: QPoint) -> bool:
        layout = self._editor.page.documentLayout()
        return layout.hitTest(at.toPointF(), Qt.HitTestAccuracy.ExactHit) >= 0

    def index_at(self, at: QPoint) -> int:
        """The index of the block that a drop at a point would stand before."""
        number = self._number_at(at)
        middle = self._editor.rect_of_block(number).center().y() - self._editor.viewport().y()
        index = number + (1 if at.y() > middle else 0)
        return min(index, len(self._editor.body.blocks))

    def _number_at(self, at: QPoint) -> int:
        layout = self._editor.page.documentLayout()
        position = layout.hitTest(at.toPointF(), Qt.HitTestAccuracy.FuzzyHit)
        return self._editor.page.findBlock(max(0, position)).blockNumber()

    def _point(self, at: QPoint) -> None:
        """Show the handle beside the block at a point."""
        editor = self._editor
        number = self._number_at(at)
        if not editor.body.blocks:
            self.handle.hide()
            return
        self._pointed = number
        self.handle.colour = editor.look.theme.faint
        self.handle.move(1, editor.rect_of_block(number).top())
        self.handle.show()

    def _in_hand(self) -> DraggedBlocks:
        first, last = self._together(self._pointed)
        return DraggedBlocks(self._editor.key, first, last)

    def _drag(self) -> None:
        thing = self._in_hand()
        words = "\n".join(b.text for b in self._editor.body.shown[thing.first : thing.last + 1])
        drag = QDrag(self._editor)
        data = blocks_data(thing, words)
        sign(data, self._editor.desk.note.id)
        drag.setMimeData(data)
        drag.setPixmap(self._picture(thing.first, thing.last))
        drag.exec(Qt.DropAction.MoveAction)

    def _together(self, number: int) -> tuple[int, int]:
        """The blocks that are dragged by the handle of one: the selected ones if it is among them."""
        cursor = self._editor.textCursor()
        pieces = blocks_of(cursor)
        first, last = pieces[0].blockNumber(), pieces[-1].blockNumber()
        return (first, last) if cursor.hasSelection() and first <= number <= last else (number, number)

    def _picture(self, first: int, last: int) -> QPixmap:
        rect = self._editor.rect_of_block(first).united(self._editor.rect_of_block(last))
        rect.translate(-self._editor.viewport().pos())
        rect.setSize(rect.size().boundedTo(rect.size().scaled(WIDEST, 120, Qt.AspectRatioMode.IgnoreAspectRatio)))
        return self._editor.viewport().grab(rect)

    def _select(self) -> None:
        thing = self._in_hand()
        self._editor.select_blocks(thing.first, thing.last)
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def move(self, way: int) -> None:
        """Move the blocks of the selection up (-1) or down (1), at the edge into the neighbouring section."""
        editor = self._editor
        pieces = blocks_of(editor.textCursor())
        thing = DraggedBlocks(editor.key, pieces[0].blockNumber(), pieces[-1].blockNumber())
        place = self._beyond(thing, way)
        if place is None or not editor.body.blocks:
            return
        key, index = place
        editor.desk.seal()
        editor.desk.do(tr("Move block"), lambda note: move_blocks(note, thing, key, index))
        first = index - (thing.last - thing.first + 1) if key == thing.section and way > 0 else index
        self.moved_to.emit(key, first, first + thing.last - thing.first)

    def _beyond(self, thing: DraggedBlocks, way: int) -> tuple[str, int] | None:
        """The section and index that blocks are moved to; None at the ends of the note."""
        sections = self._editor.desk.note.sections
        if way < 0 and thing.first > 0:
            return thing.section, thing.first - 1
        if way > 0 and thing.last + 1 < len(self._editor.body.shown):
            return thing.section, thing.last + 2
        at = next(n for n, s in enumerate(sections) if s.key == thing.section) + way
        if not 0 <= at < len(sections):
            return None
        return sections[at].key, len(sections[at].blocks) if way < 0 else 0
