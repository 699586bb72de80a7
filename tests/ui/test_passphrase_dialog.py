from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton

from briefing.io.secret import Sealed, make_secret
from briefing.io.store import load, save
from briefing.ui.passphrase_dialog import PassphraseDialog
from briefing.ui.window import Window
from tests.builders import note
from tests.waiting import until

DRAWING = "= Pact\nS1: The pact was signed.\n# energy\n> @S1:4-8"


def _ok(dialog: PassphraseDialog) -> QPushButton:
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Ok)


def _type(dialog: PassphraseDialog, name: str, words: str) -> None:
    field = dialog.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, words)


def _dialog(window: Window) -> PassphraseDialog:
    until(lambda: any(d.isVisible() for d in window.frame.findChildren(PassphraseDialog)))
    return next(d for d in window.frame.findChildren(PassphraseDialog) if d.isVisible())


@pytest.mark.usefixtures("qapp")
def test_a_new_passphrase_is_typed_the_same_twice() -> None:
    dialog = PassphraseDialog("New.", is_new=True)
    given: list[str] = []
    dialog.given.connect(given.append)
    _type(dialog, "passphrase_first", "horse")
    assert not _ok(dialog).isEnabled()
    _type(dialog, "passphrase_again", "horse")
    QTest.mouseClick(_ok(dialog), Qt.MouseButton.LeftButton)
    assert given == ["horse"]


def test_a_protected_note_asks_for_its_passphrase_until_it_is_right(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "pact.brief"
    save(note(DRAWING), path, secret=make_secret("horse", cost=4))
    window.files.open_path(path)
    for words in ("cow", "horse"):
        dialog = _dialog(window)
        _type(dialog, "passphrase_first", words)
        QTest.mouseClick(_ok(dialog), Qt.MouseButton.LeftButton)
        until(lambda d=dialog: not d.isVisible())  # type: ignore[misc]
    until(lambda: window.desk is not None and window.desk.note.title == "Pact")


def test_a_note_is_protected_and_freed_from_the_menu(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "pact.brief"
    save(note(DRAWING), path)
    window.files.open_path(path)
    until(lambda: window.desk is not None and window.desk.note.title == "Pact")
    window.files.protect()
    dialog = _dialog(window)
    for name in ("passphrase_first", "passphrase_again"):
        _type(dialog, name, "horse")
    QTest.mouseClick(_ok(dialog), Qt.MouseButton.LeftButton)
    until(lambda: window.desk is not None and window.desk.stamp is not None and window.desk.stamp.secret is not None)
    with pytest.raises(Sealed):
        load(path)
    window.files.unprotect()
    until(lambda: window.desk is not None and window.desk.stamp is not None and window.desk.stamp.secret is None)
    assert load(path).note.title == "Pact"
