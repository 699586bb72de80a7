from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefing.io.recipes import cookbook
from briefing.ui import appearance, text_size
from briefing.ui.lock_dialog import LockDialog
from briefing.ui.passphrase_dialog import PassphraseDialog
from briefing.ui.recipe_dialog import RecipeDialog
from briefing.ui.settings import Choices
from briefing.ui.settings_dialog import SettingsDialog
from briefing.ui.window import Window

LARGE = 16  # points


@pytest.fixture
def large(qapp: QApplication, dressed: Window) -> Iterator[Window]:
    """A window of a system whose text is set large."""
    usual = qapp.font()
    appearance.apply(qapp, "light")
    font = qapp.font()
    font.setPointSize(LARGE)
    qapp.setFont(font)
    yield dressed
    qapp.setFont(usual)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("kind", ["settings", "lock", "passphrase", "recipe"])
def test_in_large_text_no_word_of_a_dialog_is_cut(kind: str) -> None:
    made: dict[str, QDialog] = {
        "settings": SettingsDialog(Choices()),
        "lock": LockDialog("The note is open elsewhere."),
        "passphrase": PassphraseDialog("Choose a passphrase.", is_new=True),
        "recipe": RecipeDialog(cookbook().listed[0].recipe, is_in_note=False),
    }
    dialog = made[kind]
    dialog.show()
    QApplication.processEvents()
    for button in dialog.findChildren(QAbstractButton):
        if isinstance(button, QPushButton | QCheckBox):
            assert button.width() >= button.sizeHint().width(), button.text()
    for field in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)):
        assert room_for_line(field) >= field.fontMetrics().height(), field.objectName()
    dialog.close()


def room_for_line(field: QWidget) -> int:
    """The pixels of height that a field leaves for its words: without its frame, and with no more padding than fits."""
    return field.height() - 2


def test_the_text_of_a_note_is_no_smaller_than_that_of_the_system(large: Window) -> None:
    large.frame.perform("new_blank")
    assert large.note_pane is not None
    assert large.note_pane.editor("energy").font().pointSizeF() >= LARGE
    assert text_size.room(100) > 110


def test_in_usual_text_things_have_their_usual_size(window: Window) -> None:
    assert window
    assert text_size.room(100) == 100
    assert text_size.note_points() == 10.5
