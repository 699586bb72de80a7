"""The menu at a place in the text of a section."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from briefing.domain.note import Style
from briefing.ui.actions import row_of, shown_words
from briefing.ui.pasted import can_paste
from briefing.ui.quotation import excerpt_at
from briefing.ui.section_editor import SectionEditor, turning
from briefing.ui.section_look import style_of
from briefing.ui.words import tr

Correction = tuple[str, Callable[[], None]]  # its words, and what brings it into the text


def open_menu(editor: SectionEditor, event: QContextMenuEvent, corrections: Sequence[Correction]) -> None:
    """Show the menu where it was asked for; corrections of the spelling come first."""
    is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    at = editor.viewport().mapFrom(editor, event.pos()) if not is_by_key else editor.cursorRect().bottomLeft()
    menu = section_menu(editor, corrections)
    menu.popup(editor.viewport().mapToGlobal(at))


def place_caret(editor: SectionEditor, event: QContextMenuEvent) -> None:
    """Put the caret where the pointer is, unless that is in the selection."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        return
    here = editor.cursorForPosition(editor.viewport().mapFrom(editor, event.pos()))
    cursor = editor.textCursor()
    if not cursor.hasSelection() or not cursor.selectionStart() <= here.position() <= cursor.selectionEnd():
        editor.setTextCursor(here)


def section_menu(editor: SectionEditor, corrections: Sequence[Correction]) -> QMenu:
    """The menu for what the caret is at; it deletes itself when it closes."""
    menu = QMenu(editor)
    menu.aboutToHide.connect(menu.deleteLater)
    for words, correct in corrections:
        menu.addAction(words).triggered.connect(correct)
    if corrections:
        menu.addSeparator()
    _add_place(menu, editor)
    _add_clipboard(menu, editor)
    _add_form(menu, editor)
    return menu


def _add_place(menu: QMenu, editor: SectionEditor) -> None:
    """What can be done with the citation or link at the caret."""
    if excerpt_at(editor.textCursor()):
        _add(menu, tr("Go to the passage"), "to_passage", editor.activate)
    if editor.textCursor().charFormat().anchorHref():
        _add(menu, tr("Edit link…"), "link", editor.link_wanted.emit)
        _add(menu, tr("Remove link"), "unlink", editor.remove_link)
    if menu.actions() and not menu.actions()[-1].isSeparator():
        menu.addSeparator()


def _add_clipboard(menu: QMenu, editor: SectionEditor) -> None:
    has_words = editor.textCursor().hasSelection()
    has_offer = can_paste(QGuiApplication.clipboard().mimeData())
    _add(menu, tr("Cut"), "cut", editor.cut, is_enabled=has_words)
    _add(menu, tr("Copy"), "copy", editor.copy, is_enabled=has_words)
    _add(menu, tr("Paste"), "paste", editor.paste, is_enabled=has_offer)
    _add(menu, tr("Paste words only"), "paste_plain", editor.paste_plain, is_enabled=has_offer)
    from briefing.ui.section_clip import copy_section  # noqa: PLC0415  # not before a menu is asked for

    clip = partial(copy_section, editor)
    has_content = editor.desk.note.section(editor.key).has_content
    _add(menu, tr("Copy section with its notes"), "copy_section", clip, is_enabled=has_content)
    _add(menu, tr("Select all"), "select_all", editor.selectAll)
    menu.addSeparator()


def _add_form(menu: QMenu, editor: SectionEditor) -> None:
    here = style_of(editor.textCursor().blockFormat())
    for style in Style:
        action = _add(menu, turning(style), f"as_{style.value}", partial(editor.turn_into, style))
        action.setCheckable(True)
        action.setChecked(style is here)
        action.setEnabled(style is not here)
    menu.addSeparator()
    _add(menu, tr("Bold"), "bold", editor.bold)
    _add(menu, tr("Italic"), "italic", editor.italic)
    _add(menu, tr("Link…"), "link", editor.link_wanted.emit)
    _add(menu, tr("Cite an excerpt…"), "cite", editor.citation_wanted.emit)
    menu.addSeparator()
    _add(menu, tr("Move up"), "block_up", lambda: editor.move_wanted.emit(-1))
    _add(menu, tr("Move down"), "block_down", lambda: editor.move_wanted.emit(1))


def _add(menu: QMenu, words: str, name: str, act: Callable[[], object], *, is_enabled: bool = True) -> QAction:
    """Add a line for an action of the table; its key is shown, and heard by the editor itself."""
    action = menu.addAction(shown_words(row_of(name), words))
    action.setEnabled(is_enabled)
    action.triggered.connect(lambda _=False: act())
    return action
