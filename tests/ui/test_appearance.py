"""The appearance of a window that is open: all of it changes between light and dark."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.ui import appearance, theme
from briefing.ui.dock import EXCERPTS
from briefing.ui.settings import Choices
from briefing.ui.settings_dialog import SettingsDialog
from briefing.ui.theme import DARK, LIGHT, STARK_DARK, STARK_LIGHT
from briefing.ui.window import Window
from tests.articles import article
from tests.ui.parts import part
from tests.ui.test_theme import contrast

BRIGHT, DIM = 170, 90  # lightness of a ground, of 255


def test_every_part_of_an_open_window_follows_from_light_to_dark_and_back(dressed: Window) -> None:
    window = dressed
    window.dress("light")  # as at a start, the style sheet is there before the panes
    window.open_desk(Desk(new_note(default_template(), [article("Some words of an article.")])))
    for choice in ("dark", "light", "dark"):
        window.dress(choice)
        QApplication.processEvents()
        for name in ("article_header", "note-pane", "dock", "article_text"):
            shade = _ground(part(window.frame, QWidget, name)).lightness()
            assert shade < DIM if choice == "dark" else shade > BRIGHT, (name, choice, shade)
        assert window.note_pane is not None
        edge = QColor(window.note_pane.grab().toImage().pixel(2, 40)).lightness()  # beside the cards
        assert edge < DIM if choice == "dark" else edge > BRIGHT, (choice, edge)
        for label in window.frame.findChildren(QLabel):
            if label.objectName().startswith(("title-", "article_title")):
                shade = label.palette().color(QPalette.ColorRole.WindowText).lightness()
                assert shade > BRIGHT if choice == "dark" else shade < DIM, (label.objectName(), choice, shade)


def _ground(widget: QWidget) -> QColor:
    """The colour that most of a widget is painted in."""
    image = widget.grab().toImage()
    seen = [image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 3)]
    return QColor.fromRgb(max(set(seen), key=seen.count))


def test_an_open_window_takes_the_contrast_that_the_system_asks_for(dressed: Window, qapp: QApplication) -> None:
    dressed.open_desk(Desk(new_note(default_template(), [article("Some words of an article.")])))
    for choice, expected in (("light", STARK_LIGHT), ("dark", STARK_DARK)):
        appearance.apply(qapp, choice, is_stark=True)
        QApplication.processEvents()
        assert theme.current() == expected
        assert dressed.article is not None
        assert dressed.article.view.palette().color(QPalette.ColorRole.Text) == expected.ink
    dressed.dress("light")  # the system of the tests asks for nothing
    assert theme.current() == LIGHT


def test_what_a_field_asks_for_can_be_read(dressed: Window) -> None:
    for look in (LIGHT, DARK):
        dressed.dress("dark" if look.is_dark else "light")
        dialog = SettingsDialog(Choices(), dressed.frame)
        dialog.show()
        field = part(dialog, QLineEdit, "settings_author")
        assert contrast(field.palette().color(QPalette.ColorRole.PlaceholderText), look.paper) >= 4.5
        assert field.palette().color(QPalette.ColorRole.PlaceholderText).alpha() == 255
        dialog.close()


def test_the_appearance_that_was_chosen_is_ticked_in_the_menu(dressed: Window) -> None:
    def ticked() -> list[str]:
        return [name for name in ("system", "light", "dark") if dressed.frame.actions_by_id[name].isChecked()]

    assert ticked() == ["system"]
    dressed.frame.perform("dark")
    assert ticked() == ["dark"]
    dressed.frame.perform("dark")
    assert ticked() == ["dark"]


def test_a_list_of_choices_shows_each_of_them_without_scrolling(dressed: Window) -> None:
    dressed.dress("light")
    dressed.open_desk(Desk(new_note(default_template(), [article("Some words of an article.")])))
    assert dressed.workspace is not None
    dressed.workspace.dock.open(EXCERPTS)
    sources = part(dressed.frame, QComboBox, "excerpts_source")
    sources.showPopup()
    QApplication.processEvents()
    rows = sources.view()
    last = rows.visualRect(sources.model().index(sources.count() - 1, 0))
    assert sources.count() > 1
    assert rows.viewport().rect().contains(last)
    sources.hidePopup()
