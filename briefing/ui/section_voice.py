"""What a screen reader is told as the caret moves through a section: the kind of block, and the chip it passed."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from briefing.domain.note import Style
from briefing.ui.announce import announce, is_heard
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_look import CHIP, EXCERPT, style_of
from briefing.ui.words import tr


class SectionVoice(QObject):
    """Speaks only of what is new: another kind of block, or a chip beside the caret."""

    def __init__(self, view: SectionEditor) -> None:
        super().__init__(view)
        self._view = view
        self._entered = QTimer(self, singleShot=True, interval=0)  # the name of the section is said before
        self._entered.timeout.connect(self._speak)
        view.focused.connect(self._enter)
        self._style = Style.PARAGRAPH
        self._position = 0
        view.cursorPositionChanged.connect(self._speak)

    def _speak(self) -> None:
        if is_heard() and self._view.hasFocus():
            words = self.words()
            if words:
                announce(self._view, words)

    def _enter(self) -> None:
        """Where the caret enters a section, speak of the block it comes to stand in, unless that is a plain one."""
        self._style, self._position = Style.PARAGRAPH, self._view.textCursor().position()
        self._entered.start()

    def words(self) -> str:
        """What there is to say of where the caret has come; nothing if nothing is new."""
        cursor = self._view.textCursor()
        style = style_of(cursor.blockFormat())
        before, self._position = self._position, cursor.position()
        parts = []
        if style is not self._style:
            self._style = style
            parts.append(kind(style))
        chip = passed_chip(cursor, before)
        if chip:
            parts.append(self._said_of(chip))
        return ". ".join(parts)

    def _said_of(self, excerpt_id: str) -> str:
        known = self._view.known
        excerpt = known.excerpts.get(excerpt_id)
        quote = excerpt.quote if excerpt else ""
        return tr("Citation {label}: {quote}", label=known.label(excerpt_id), quote=quote)


def passed_chip(cursor: QTextCursor, before: int) -> str:
    """The excerpt of the chip that the caret has just passed by a step to either side."""
    at = cursor.position()
    if abs(at - before) != 1:
        return ""
    probe = QTextCursor(cursor.document())
    probe.setPosition(max(at, before))  # a cursor gives the format of the character before it
    made = probe.charFormat()
    return made.stringProperty(EXCERPT) if made.objectType() == CHIP else ""


def kind(style: Style) -> str:
    """A style as it is spoken."""
    return {
        Style.PARAGRAPH: tr("Paragraph"),
        Style.BULLET: tr("Bullet"),
        Style.NUMBER: tr("Numbered item"),
        Style.QUOTE: tr("Quote"),
        Style.HEADING: tr("Sub-heading"),
    }[style]
