from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox

from briefing.app.desk import Desk
from briefing.app.notes import new_note
from briefing.app.opening import default_template
from briefing.ui import settings
from briefing.ui.settings import Choices
from briefing.ui.settings_dialog import SettingsDialog
from briefing.ui.window import Window
from tests.articles import article
from tests.ui.parts import part


@pytest.fixture
def dialog(dressed: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[SettingsDialog]:
    """The settings over two windows with a note each, as the command shows them."""
    for _ in range(2):
        dressed.open_desk(Desk(new_note(default_template(), [article("Some words of an article.")])))
    monkeypatch.setattr(SettingsDialog, "exec", SettingsDialog.show)  # a loop of its own would hold the test
    dressed.show_settings()
    dialog = part(dressed.frame, SettingsDialog, "settings")
    yield dialog
    dialog.accept()
    for window in windows():
        if window is not dressed and window.desk is not None:
            window.desk.mark_saved(window.desk.note, Path("given-up.brief"))
            window.frame.close()


def windows() -> list[Window]:
    found = [getattr(widget, "commands", None) for widget in QApplication.topLevelWidgets()]
    return [window for window in found if isinstance(window, Window) and window.workspace is not None]


def choose(dialog: SettingsDialog, name: str, value: str) -> None:
    combo = part(dialog, QComboBox, f"settings_{name}")
    combo.setCurrentIndex(combo.findData(value))


def test_every_setting_holds_at_once_in_every_window_and_after_the_next_start(dialog: SettingsDialog) -> None:
    assert len(windows()) == 2
    QTest.keyClicks(part(dialog, QLineEdit, "settings_author"), "A. Analyst")
    choose(dialog, "appearance", "dark")
    choose(dialog, "font", "sans")
    part(dialog, QSpinBox, "settings_width").setValue(80)
    part(dialog, QCheckBox, "settings_quotes").setChecked(True)
    part(dialog, QCheckBox, "settings_spelling").setChecked(False)
    assert QApplication.palette().color(QPalette.ColorRole.Base).lightness() < 100
    for window in windows():
        assert window.article is not None
        assert window.note_pane is not None
        look = window.article.view.look
        assert (look.is_serif, look.characters) == (False, 80)
        assert window.note_pane.editor("energy").has_smart_quotes
        assert not window.note_pane.spelling.is_on
    assert settings.choices() == Choices(
        *("A. Analyst", "dark", "system", "sans", 80), has_smart_quotes=True, has_spelling=False
    )
    windows()[0].frame.perform("new_blank")
    assert "A. Analyst" in [w.desk.note.front.author for w in windows() if w.desk is not None]


def test_everything_but_the_name_is_given_back_at_once(dialog: SettingsDialog) -> None:
    QTest.keyClicks(part(dialog, QLineEdit, "settings_author"), "A. Analyst")
    for name, value in (("appearance", "dark"), ("language", "fr"), ("font", "sans")):
        choose(dialog, name, value)
    part(dialog, QSpinBox, "settings_width").setValue(45)
    part(dialog, QPushButton, "settings_reset").click()
    assert settings.choices() == Choices("A. Analyst")


def test_a_name_is_kept_that_was_typed_just_before_the_dialog_was_left(dialog: SettingsDialog) -> None:
    QTest.keyClicks(part(dialog, QLineEdit, "settings_author"), "B. Analyst")
    dialog.reject()
    assert settings.choices().author == "B. Analyst"
