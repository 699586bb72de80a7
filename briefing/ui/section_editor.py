"""The editor of one section: what a word processor does, every change of which goes to the desk as a named step."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from briefing.app.desk import Desk
from briefing.domain.note import Citation, Section, Style, Words
from briefing.ui import quotation, section_words
from briefing.ui import section_keys as keys
from briefing.ui.actions import SECTION
from briefing.ui.article_keys import action_of
from briefing.ui.plain_fields import is_of_window, is_undo
from briefing.ui.section_exchange import SectionExchange
from briefing.ui.section_look import EXCERPT, WORN, Look, bare, style_of
from briefing.ui.section_text import insert_runs
from briefing.ui.words import tr

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SectionEditor(SectionExchange):
    """Writes a section; it has no undo of its own, which belongs to the window."""

    excerpt_activated = Signal(str)
    citation_wanted = Signal()
    link_wanted = Signal()
    edge_reached = Signal(int)  # -1 above the first line, 1 below the last
    focused = Signal()
    move_wanted = Signal(int)  # blocks of the selection up (-1) or down (1)
    menu_wanted = Signal(object)  # QContextMenuEvent

    def __init__(self, desk: Desk, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, section, look, parent)
        self.has_smart_quotes = False

    def bold(self) -> None:
        """Make the selection bold, or no longer; without one, what is typed next."""
        self._emphasise("bold", tr("Bold"))

    def italic(self) -> None:
        """Make the selection italic, or no longer; without one, what is typed next."""
        self._emphasise("italic", tr("Italic"))

    def _emphasise(self, name: str, label: str) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            wanted = not keys.has_everywhere(cursor, name)
            with self.step(label):
                keys.emphasise(cursor, self.look, **{name: wanted})
            return
        words = bare(self.currentCharFormat())
        words = keys.changed(words, **{name: not getattr(words, name)})
        self.setCurrentCharFormat(self.look.words(style_of(cursor.blockFormat()), words))

    def link_at_caret(self) -> str:
        """The address of the link at the caret, all of whose words become the selection; empty if there is none."""
        cursor = self.textCursor()
        href = cursor.charFormat().anchorHref()
        if href and not cursor.hasSelection():
            keys.select_link(cursor)
            self.setTextCursor(cursor)
        return href

    def set_link(self, address: str) -> None:
        """Link the selection, or the address itself put at the caret; an empty address takes the link away."""
        with self.step(tr("Link") if address else tr("Remove link")) as cursor:
            if cursor.hasSelection():
                keys.emphasise(keys.without_spaces(cursor), self.look, link=address)
            elif address:
                insert_runs(cursor, (Words(address, link=address),), self.look)

    def remove_link(self) -> None:
        """Take the link at the caret away; its words stay."""
        if self.link_at_caret():
            self.set_link("")

    def insert_citation(self, excerpt_id: str) -> None:
        """Put a citation chip behind the selection or at the caret."""
        with self.step(tr("Cite in {section}", section=self.title)) as cursor:
            cursor.setPosition(cursor.selectionEnd())
            insert_runs(cursor, (Citation(excerpt_id),), self.look)
            self.setTextCursor(cursor)

    def turn_into(self, style: Style) -> None:
        """Give the blocks of the selection a style; if they all have it already, they become paragraphs."""
        cursor = self.textCursor()
        has_it = all(style_of(piece.blockFormat()) is style for piece in keys.blocks_of(cursor))
        wanted = Style.PARAGRAPH if has_it else style
        with self.step(turning(wanted)):
            keys.turn_into(cursor, wanted, self.look)

    def activate(self) -> bool:
        """Go to the passage of the excerpt at the caret; False if there is none."""
        excerpt = quotation.excerpt_at(self.textCursor())
        if excerpt:
            self.excerpt_activated.emit(excerpt)
        return bool(excerpt)

    def event(self, event: QEvent) -> bool:
        """Decline the keys that belong to the window, which a text field would claim."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_of_window(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_tab_in_list(event):
            self.keyPressEvent(event)  # before the focus would move on
            return True
        return super().event(event)

    def _is_tab_in_list(self, event: QKeyEvent) -> bool:
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not event.modifiers() & ~_SHIFT
        return is_tab and any(style_of(p.blockFormat()) in keys.ITEMS for p in keys.blocks_of(self.textCursor()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a word processor does; undo and redo are left to the window."""
        if is_undo(event):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # the page around turns
            return
        if _is_typed(event):
            self.textCursor().removeSelectedText()
        self._settle()
        if self._command(event) or self._structure(event) or self._leave(event) or self._step(event):
            event.accept()
            return
        if _is_typed(event) and self._begin_own_words() and event.text() == " ":
            return  # the space that would have stood between the quotation and the words
        if self.has_smart_quotes and event.text() in ('"', "'"):
            self._quote(event.text())
            return
        super().keyPressEvent(event)
        if event.text() == " ":
            self._follow_mark()

    def _command(self, event: QKeyEvent) -> bool:
        action = action_of(event, SECTION)
        commands: dict[str, Callable[[], object]] = {
            "bold": self.bold,
            "italic": self.italic,
            "link": self.link_wanted.emit,
            "cite": self.citation_wanted.emit,
            "unlink": self.remove_link,
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "paste_plain": self.paste_plain,
            "select_all": self.selectAll,
            "indent": lambda: self.indent(1),
            "outdent": lambda: self.indent(-1),
            "block_up": lambda: self.move_wanted.emit(-1),
            "block_down": lambda: self.move_wanted.emit(1),
            "to_passage": self.activate,
            **{f"as_{style.value}": partial(self.turn_into, style) for style in Style},
        }
        command = commands.get(action.id) if action is not None else None
        if command:
            command()
        return command is not None

    def _structure(self, event: QKeyEvent) -> bool:
        """Enter and Backspace where they mean more than a character."""
        cursor = self.textCursor()
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and modifiers in (_NONE, _SHIFT):
            return self._enter(cursor, is_break=modifiers == _SHIFT)
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not modifiers & ~_CTRL:
            return self._delete(cursor, is_forward=key == Qt.Key.Key_Delete, is_letter=modifiers == _NONE)
        return False

    def _delete(self, cursor: QTextCursor, *, is_forward: bool, is_letter: bool) -> bool:
        """Make less of a list, quote or heading at its start, or spare the edge and the chip of a quotation."""
        is_back = is_letter and not is_forward
        if is_back and self._stepped(turning(Style.PARAGRAPH), lambda: keys.backspace(cursor, self.look)):
            return True
        is_spared = quotation.spare_quote(cursor, is_forward=is_forward) or (
            is_letter and quotation.select_chip(cursor, is_forward=is_forward)
        )
        self.setTextCursor(cursor)
        return is_spared

    def indent(self, by: int) -> None:
        """Move the items of the selection a level in, or out."""
        cursor = self.textCursor()
        self._stepped(tr("Indent") if by > 0 else tr("Outdent"), lambda: keys.indent(cursor, by, self.look))

    def _stepped(self, label: str, act: Callable[[], bool]) -> bool:
        self._label = label
        try:
            is_done = act()
        finally:
            self._label = ""
        if is_done:
            self.desk.seal()
        return is_done

    def _enter(self, cursor: QTextCursor, *, is_break: bool) -> bool:
        if is_break and not quotation.is_behind(cursor):
            cursor.insertText("\u2028")
        else:
            keys.enter(cursor, self.look)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _step(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        is_done = section_words.step(cursor, event)
        if is_done:
            self.setTextCursor(cursor)
        return is_done

    def _leave(self, event: QKeyEvent) -> bool:
        """Go to the neighbour at the first or last line."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        way = -1 if key == Qt.Key.Key_Up else 1
        move = QTextCursor.MoveOperation.Up if way < 0 else QTextCursor.MoveOperation.Down
        if self.textCursor().movePosition(move):
            return False
        self.edge_reached.emit(way)
        return True

    def _follow_mark(self) -> None:
        cursor = self.textCursor()
        style = keys.mark_at(cursor)
        if style:
            with self.step(turning(style)):
                keys.follow_mark(cursor, style, self.look)

    def _quote(self, typed: str) -> None:
        """Write the typographic mark; undo gives the straight one back."""
        cursor = self.textCursor()
        mark = keys.quotation_mark(cursor, typed, self.desk.note.front.language)
        cursor.insertText(typed, self.currentCharFormat())
        with self.step(tr("Typographic quotation mark")):
            cursor.deletePreviousChar()
            cursor.insertText(mark, self.currentCharFormat())

    def _settle(self) -> None:
        """Let what is typed next look like words: no leftover of a chip, another style, or a link that ends here."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return  # a format set now would change what is selected
        made = self.currentCharFormat()
        style = style_of(cursor.blockFormat())
        words = bare(made)
        ends_link = bool(words.link) and keys.link_ends_at(cursor)
        if ends_link or made.stringProperty(EXCERPT) or made.stringProperty(WORN) != style.value:
            words = keys.changed(words, link="") if ends_link else words
            self.setCurrentCharFormat(self.look.words(style, words))

    def _begin_own_words(self) -> bool:
        """Where a quotation has ended, write on in a paragraph of one's own; False elsewhere."""
        cursor = self.textCursor()
        is_begun = quotation.begin_own_words(cursor, self.look, bare(self.currentCharFormat()))
        if is_begun:
            made = cursor.charFormat()
            self.setTextCursor(cursor)
            self.setCurrentCharFormat(made)
        return is_begun

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose inside the one history: only what is committed becomes text."""
        self._settle()
        if event.commitString() and not event.replacementLength() and quotation.is_behind(self.textCursor()):
            super().inputMethodEvent(QInputMethodEvent())  # what is composed is shown here no longer
            self._begin_own_words()
        super().inputMethodEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the passage behind a chip or a quote."""
        super().mouseDoubleClickEvent(event)
        excerpt, _ = self.excerpt_under(event.position().toPoint())
        if excerpt:
            self.excerpt_activated.emit(excerpt)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the page around, which knows what can be done."""
        self.menu_wanted.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is the section being worked on."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step of typing."""
        self.desk.seal()
        super().focusOutEvent(event)


def _is_typed(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~_SHIFT


def turning(style: Style) -> str:
    """The name of the step that gives blocks a style."""
    return {
        Style.PARAGRAPH: tr("Turn into paragraph"),
        Style.BULLET: tr("Turn into bullet"),
        Style.NUMBER: tr("Turn into numbered item"),
        Style.QUOTE: tr("Turn into quote"),
        Style.HEADING: tr("Turn into sub-heading"),
    }[style]
