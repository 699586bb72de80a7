"""The card of one section: its number, title, status and meter above its editor; it folds."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.domain.note import Section, Status
from briefing.ui.bridge import Bridge
from briefing.ui.citations import NOTHING, Citations
from briefing.ui.note_facts import give_status
from briefing.ui.section_body import MANY
from briefing.ui.section_drops import dragged, dropped
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_head import SectionHead
from briefing.ui.section_hints import SectionHints
from briefing.ui.section_look import Look
from briefing.ui.section_mover import SectionMover
from briefing.ui.section_voice import SectionVoice

COUNT_MANY_AFTER = 400  # the same for what takes a while: not before the note is on show
COUNT_AFTER = 150  # milliseconds without a change, after which the meter is counted anew


class SectionCard(QWidget):
    """Shows one section and lets it be folded, marked and written."""

    def __init__(self, bridge: Bridge, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = bridge.desk
        self._words = bridge.words
        self._section = section
        self._known: Citations = NOTHING
        self._is_target = False
        self.setObjectName(f"card-{section.key}")
        self.head = SectionHead(section.key, self)
        self.editor = SectionEditor(bridge.desk, section, look, self)
        self.mover = SectionMover(self.editor)
        SectionHints(self.editor)
        SectionVoice(self.editor)
        self.setAcceptDrops(True)
        self._timer = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self.head.fold_toggled.connect(lambda is_open: self.set_folded(is_folded=not is_open))
        self.head.status_chosen.connect(self._mark)
        body = QVBoxLayout(self)
        body.setContentsMargins(1, 10, 1, 10)
        body.setSpacing(8)
        body.addWidget(self.head)
        body.addWidget(self.editor)
        self.set_look(look)

    @property
    def key(self) -> str:
        """The key of the section."""
        return self._section.key

    @property
    def is_folded(self) -> bool:
        """Whether only the head is shown."""
        return not self.head.fold.isChecked()

    def set_folded(self, *, is_folded: bool) -> None:
        """Show the head alone, or everything."""
        self.head.fold.setChecked(not is_folded)
        self.editor.setVisible(not is_folded)

    def show_section(self, section: Section, known: Citations, index: int) -> None:
        """Show a section as it is now."""
        self._section, self._known = section, known
        self.head.show_section(section, index, self.editor.look)
        self.editor.show_section(section, known, index)
        self._timer.start(COUNT_AFTER if self.editor.body.is_whole else COUNT_MANY_AFTER)

    def know(self, known: Citations) -> None:
        """Know the excerpts as they are now; the section itself is the same."""
        is_tally_new = known.tally(self.key) != self._known.tally(self.key)
        self._known = known
        self.editor.set_known(known)
        if is_tally_new:
            self._timer.start()

    def fill_to(self, height: int) -> bool:
        """Have the text there that stands above a height of the card, in pixels; whether some was missing."""
        return not self.is_folded and self.editor.fill_to(height - self.editor.y())

    def count_now(self) -> None:
        """Bring the meter up to date without waiting, unless counting would itself take a while."""
        if len(self._section.blocks) <= MANY:
            self._timer.stop()
            self._count()

    def _count(self) -> None:
        self.head.show_meter(self._known.tally(self.key), self._words.in_section(self._section))

    def _mark(self, status: Status) -> None:
        give_status(self._desk, self.key, status)

    def set_look(self, look: Look) -> None:
        """Show everything in another look."""
        self.editor.set_look(look)
        self.head.set_look(look)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the card."""
        theme = self.editor.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.paper)
        painter.setPen(QPen(theme.section(self.editor.colour_index), 2) if self._is_target else QPen(theme.line, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take in what can be filed or moved here."""
        if dragged(event.mimeData(), self._desk.note) is not None:
            event.acceptProposedAction()
            self._mark_target(is_target=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What was dragged goes elsewhere."""
        super().dragLeaveEvent(event)
        self._mark_target(is_target=False)

    def _mark_target(self, *, is_target: bool) -> None:
        """Frame the card while what is dragged would be filed at its end."""
        self._is_target = is_target
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """File or move to the end of the section."""
        self._mark_target(is_target=False)
        thing = dragged(event.mimeData(), self._desk.note)
        step = dropped(thing, self._desk.note, self.key) if thing is not None else None
        if step is not None:
            self._desk.seal()
            self._desk.do(step.label, step.edit)
        event.acceptProposedAction()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold at the head."""
        if event.position().y() < self.editor.y() or self.is_folded:
            self.set_folded(is_folded=not self.is_folded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write where the card is clicked below its text."""
        if not self.is_folded and event.position().y() >= self.editor.y():
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
