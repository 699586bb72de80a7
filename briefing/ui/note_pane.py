"""The note as one scrolling page: front matter, then a card for every section."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from briefing.app.change import Change
from briefing.domain.note import Note, Style
from briefing.ui.bridge import Bridge
from briefing.ui.citations import Citations, citations, renewed
from briefing.ui.corrections import corrections
from briefing.ui.front_matter import FrontMatter
from briefing.ui.link_box import LinkBox
from briefing.ui.note_sight import NoteSight
from briefing.ui.scrolling_page import ScrollingPage
from briefing.ui.section_card import SectionCard
from briefing.ui.section_change import changed_sections, changed_spot
from briefing.ui.section_editor import SectionEditor
from briefing.ui.section_look import Look
from briefing.ui.section_marks import Light
from briefing.ui.section_menu import open_menu, place_caret
from briefing.ui.spelling import Spelling, SpellingMarks
from briefing.ui.text_size import note_points, room
from briefing.ui.theme import current
from briefing.ui.words import tr

WIDEST = 860  # pixels of a line of cards; a longer line is hard to read
FLASH = 1400  # milliseconds that an excerpt stays lit after a jump to it
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)  # per cent


REDRESSED = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange)


class NotePane(ScrollingPage):
    """Shows the note of a desk and follows its changes; the window's actions call its methods."""

    excerpt_activated = Signal(str)
    excerpt_hovered = Signal(str)
    section_changed = Signal(str)
    notice = Signal(str)
    citation_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self.setObjectName("note-pane")
        self.setAccessibleName(tr("Note"))
        self._bridge, self._desk = bridge, bridge.desk
        self._zoom = 100
        self._look = Look(current(), note_points())
        self._known: Citations = citations(self._desk.note)
        self._cards: dict[str, SectionCard] = {}
        self._current = ""
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH)
        self._flashed = ""
        self._flash.valueChanged.connect(self._show_flash)
        self.spelling = Spelling(self)
        self.spelling.notice.connect(self.notice)
        self._redress = QTimer(self, singleShot=True, interval=0)
        self._redress.timeout.connect(self._follow_theme)
        self._has_spelling = False
        self._has_smart_quotes = False
        self._lay_out()
        self._build(self._desk.note)
        NoteSight(self, self._shown_cards)
        bridge.changed.connect(self._show)

    def _lay_out(self) -> None:
        self.front = FrontMatter(self._desk, self._look, self.page)
        self.column.addWidget(self.front)
        self.column.addStretch(1)
        self.colour_ground(self._look.theme)

    # What is shown

    def _build(self, note: Note) -> None:
        """Make a card for each section, in order; cards of sections that stay are kept."""
        wanted = {section.key for section in note.sections}
        for key in [key for key in self._cards if key not in wanted]:
            self._cards.pop(key).deleteLater()
        for index, section in enumerate(note.sections):
            is_new = section.key not in self._cards
            card = self._card(section.key) if is_new else self._cards[section.key]
            self._cards[section.key] = card
            self.column.removeWidget(card)
            self.column.insertWidget(index + 1, card)
            card.show_section(section, self._known, index)
            card.count_now()
            if is_new:
                card.editor.go_to_edge(at_start=False)
        self._cards = {section.key: self._cards[section.key] for section in note.sections}
        self._order_keys()
        if self._current not in self._cards:
            self._current = next(iter(self._cards), "")

    def _shown_cards(self) -> Iterable[SectionCard]:
        return self._cards.values()

    def _order_keys(self) -> None:
        """Let Tab go through the page as it is read."""
        last: QWidget = self.front.bottom_line
        for card in self._cards.values():
            for widget in (card.head.fold, card.head.status, card.editor):
                QWidget.setTabOrder(last, widget)
                last = widget

    def _card(self, key: str) -> SectionCard:
        card = SectionCard(self._bridge, self._desk.note.section(key), self._look, self.page)
        editor = card.editor
        editor.excerpt_activated.connect(self.excerpt_activated)
        editor.excerpt_hovered.connect(self.excerpt_hovered)
        editor.citation_wanted.connect(self.citation_wanted)
        editor.link_wanted.connect(self.edit_link)
        editor.has_smart_quotes = self._has_smart_quotes
        editor.menu_wanted.connect(lambda event: self._open_menu(editor, event))
        SpellingMarks(editor, self.spelling)
        editor.focused.connect(lambda: self._enter_section(key))
        editor.caret_moved.connect(lambda rect: self.follow(rect, editor))
        editor.edge_reached.connect(lambda way: self._step_out(key, way))
        card.mover.moved_to.connect(self._select_moved)
        card.mover.dragged_over.connect(self.scroll_for_drag)
        return card

    def _open_menu(self, editor: SectionEditor, event: QContextMenuEvent) -> None:
        place_caret(editor, event)
        open_menu(editor, event, corrections(editor, self.spelling))

    def set_spelling(self, *, is_on: bool) -> None:
        """Mark words that are spelled wrong in the language of the note, or no longer."""
        self._has_spelling = is_on
        self._renew_spelling(self._desk.note)

    def _renew_spelling(self, note: Note) -> None:
        self.spelling.use(note.front.language, is_on=self._has_spelling)
        self.spelling.know_sources(note.sources if self._has_spelling else ())

    def set_smart_quotes(self, *, is_on: bool) -> None:
        """Turn straight quotation marks into typographic ones as they are typed, or no longer."""
        for card in self._cards.values():
            card.editor.has_smart_quotes = is_on
        self._has_smart_quotes = is_on

    def _show(self, change: Change) -> None:
        """Redraw what is not the same object as before."""
        before, after = change.before, change.after
        held = self.hold(self._cards.get(self._current))
        self._show_parts(before, after)
        self.keep(held)
        if change.is_replayed:
            self._go_to_change(before, after)

    def _go_to_change(self, before: Note, after: Note) -> None:
        """Put the caret where undo or redo changed words; the focus follows if it is in the note already."""
        keys = changed_sections(before, after)
        for key in keys:
            spot = changed_spot(before.section(key).blocks, after.section(key).blocks)
            if spot is not None:
                self._cards[key].editor.put_caret(*spot)
        is_writing = any(card.editor.hasFocus() for card in self._cards.values())
        if keys and is_writing:
            editor = self._cards[self._current if self._current in keys else keys[0]].editor
            self._cards[editor.key].set_folded(is_folded=False)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.follow(editor.cursorRect().translated(editor.viewport().pos()), editor)

    def _show_parts(self, before: Note, after: Note) -> None:
        is_known_new = before.excerpts is not after.excerpts or before.sources is not after.sources
        is_built_anew = [s.key for s in before.sections] != [s.key for s in after.sections]
        stale: set[str] = set()
        if is_known_new or is_built_anew:
            self._known, stale = renewed(self._known, before, after)
        if before.front is not after.front or before.title != after.title:
            self.front.show_note(after)
        if before.front.language != after.front.language or before.sources is not after.sources:
            self._renew_spelling(after)
        if is_built_anew:
            self._build(after)
        for index, section in enumerate(after.sections):
            card = self._cards[section.key]
            if not is_built_anew and before.sections[index] is not section:
                card.show_section(section, self._known, index)
            elif is_known_new:
                card.know(self._known)
            if stale:
                card.editor.refresh_chips(stale)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window between light and dark, once its style sheet has been changed too."""
        super().changeEvent(event)
        if event.type() in REDRESSED and hasattr(self, "_redress"):
            self._redress.start()

    def _follow_theme(self) -> None:
        if current() is not self._look.theme:
            self._dress()

    def _dress(self) -> None:
        self._look = Look(current(), note_points() * self._zoom / 100)
        self.page.setMaximumWidth(room(WIDEST * self._zoom // 100))
        self.colour_ground(self._look.theme)
        self.front.set_look(self._look)
        for card in self._cards.values():
            card.set_look(self._look)

    # Zoom

    @property
    def zoom(self) -> int:
        """Size of the text in per cent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller."""
        self._zoom = max(ZOOMS[0], min(percent, ZOOMS[-1]))
        self._dress()

    def zoom_in(self) -> None:
        """Show the text a step larger."""
        self.set_zoom(next((z for z in ZOOMS if z > self._zoom), self._zoom))

    def zoom_out(self) -> None:
        """Show the text a step smaller."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom), self._zoom))

    # Going places

    def current_section(self) -> str:
        """Key of the section that was worked on last, the first one at the beginning; empty without sections."""
        return self._current

    def editor(self, key: str) -> SectionEditor:
        """The editor of a section."""
        return self._cards[key].editor

    def _enter_section(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.section_changed.emit(key)

    def go_to_section(self, key: str) -> None:
        """Put the caret into a section, where it was last (at first: its end), and bring it into view."""
        card = self._cards.get(key)
        if card is None:
            return
        card.set_folded(is_folded=False)
        self.settle()
        card.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reveal(QRect(0, 0, card.width(), min(card.height(), 120)), card)

    def place(self) -> tuple[str, int, int]:
        """Where the caret is: key of the section that was worked on last, number of the block, offset in it."""
        card = self._cards.get(self._current)
        return (self._current, *card.editor.caret_place()) if card is not None else ("", 0, 0)

    def go_to_place(self, key: str, block: int, offset: int) -> None:
        """Put the caret into a block of a section, behind so many positions of it, and bring it into view."""
        if key in self._cards:
            self._cards[key].editor.put_caret(block, offset)
            self.focus_section(key)

    def focus_section(self, key: str = "") -> None:
        """Put the focus where the caret is in a section, else in that of last time, else into the title."""
        card = self._cards.get(key or self._current)
        if card is None:
            self.front.focus_title()
            return
        card.set_folded(is_folded=False)
        self.settle()
        card.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.follow(card.editor.cursorRect().translated(card.editor.viewport().pos()), card.editor)

    def show_excerpt(self, excerpt_id: str) -> bool:
        """Bring the place of an excerpt into view and light it up; False if no section cites it."""
        for card in self._ordered_for(excerpt_id):
            rect = card.editor.rect_of(excerpt_id)
            if rect is not None:
                card.set_folded(is_folded=False)
                self.settle()
                self.reveal(card.editor.rect_of(excerpt_id) or rect, card.editor)
                self._light_up(excerpt_id)
                return True
        return False

    def enter_excerpt(self, excerpt_id: str) -> bool:
        """Put the caret behind the block where an excerpt stands, to write on; False if no section cites it."""
        if not self.show_excerpt(excerpt_id):
            return False
        for card in self._ordered_for(excerpt_id):
            number = card.editor.block_of(excerpt_id)
            if number is not None:
                card.editor.put_caret_behind(number)
                card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def show_words(self, key: str, block: int, start: int, end: int) -> None:
        """Go to a block of a section and select words in it, code points [start, end) of its text."""
        card = self._cards.get(key)
        if card is None:
            return
        self.go_to_section(key)
        card.editor.select_words(block, start, end)
        self.reveal(card.editor.rect_of_block(block), card.editor)

    def go_to_front(self) -> None:
        """Go to the title at the head of the note."""
        self.verticalScrollBar().setValue(0)
        self.front.focus_title()

    def _ordered_for(self, excerpt_id: str) -> list[SectionCard]:
        """All cards, the one that an excerpt is filed under first."""
        excerpt = self._known.excerpts.get(excerpt_id)
        home = excerpt.section if excerpt else None
        return sorted(self._cards.values(), key=lambda card: card.key != home)

    def _step_out(self, key: str, way: int) -> None:
        """Go on to the section above or below when the caret leaves one by an arrow key."""
        order = [k for k, card in self._cards.items() if not card.is_folded]
        at = order.index(key) + way
        if 0 <= at < len(order):
            editor = self._cards[order[at]].editor
            editor.go_to_edge(at_start=way > 0)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_moved(self, key: str, first: int, last: int) -> None:
        """Keep the blocks in hand that were moved by the keyboard."""
        editor = self._cards[key].editor
        self._cards[key].set_folded(is_folded=False)
        editor.select_blocks(first, last)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_hovered(self, excerpt_id: str) -> None:
        """Light up the place of an excerpt while the pointer is on its passage; an empty id puts the light out."""
        for card in self._cards.values():
            card.editor.set_hovered(excerpt_id)

    def _light_up(self, excerpt_id: str) -> None:
        self._flashed = excerpt_id
        self._flash.stop()
        self._flash.start()

    def _show_flash(self, strength: float) -> None:
        for card in self._cards.values():
            card.editor.set_flash(Light(self._flashed if strength else "", strength))

    # What the actions call

    @property
    def writing(self) -> SectionEditor | None:
        """The editor being written in, else the one of the current section."""
        card = self._cards.get(self._current)
        return card.editor if card else None

    def edit_link(self) -> None:
        """Ask for the address of the link at the caret or of the selection."""
        editor = self.writing
        if editor:
            LinkBox(editor, self).open_at(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def toggle_fold(self) -> None:
        """Fold the section being written, or open it again."""
        card = self._cards.get(self._current)
        if card is not None:
            card.set_folded(is_folded=not card.is_folded)

    def insert_citation(self, excerpt_id: str) -> None:
        """Cite an excerpt at the caret of the section being written."""
        editor = self.writing
        if editor:
            editor.insert_citation(excerpt_id)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_section(self) -> None:
        """Copy the section being written as it would be printed, with its notes."""
        from briefing.ui.section_clip import copy_section  # noqa: PLC0415  # seldom asked for

        editor = self.writing
        if editor:
            if copy_section(editor):
                self.notice.emit(tr("“{section}” is copied with its notes.", section=editor.title))
            else:
                self.notice.emit(tr("Nothing stands in “{section}” yet.", section=editor.title))

    def turn_into(self, style: Style) -> None:
        """Give the blocks at the caret a style."""
        editor = self.writing
        if editor:
            editor.turn_into(style)

    def activate(self) -> None:
        """Go to the passage of the chip or quote at the caret."""
        editor = self.writing
        if editor and not editor.activate():
            self.notice.emit(tr("There is no citation at the caret."))
