"""Notes opened lately are listed by their titles, over the places of their files."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QListWidget

from briefing.app.notes import new_note
from briefing.app.opening import default_template, protect_note, write_note
from briefing.app.recovered import Recovered
from briefing.domain.edits import retitle
from briefing.io.journal import Told
from briefing.io.process import Owner
from briefing.ui import settings
from briefing.ui.recovery_list import RecoveryList
from briefing.ui.start_page import StartPage
from briefing.ui.window import Window
from tests.waiting import until


def listed(window: Window) -> list[str]:
    recent = window.frame.start_page.findChild(QListWidget, "recent")
    assert recent is not None
    return [recent.item(row).text() for row in range(recent.count())]


def test_a_note_that_was_opened_is_listed_by_its_title(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    write_note(retitle(new_note(default_template()), "Gas & oil"), path, None)
    window.open_path(path)
    until(lambda: window.desk is not None)
    assert window.desk is not None
    window.desk.do("Retitle", lambda note: retitle(note, "Coal"))
    window.frame.perform("save")
    until(lambda: window.desk is not None and not window.desk.is_dirty)
    window.close_note()
    assert listed(window) == [f"Coal\n{path}"]


def test_the_title_of_a_protected_note_is_not_remembered(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    note = retitle(new_note(default_template()), "Secret")
    write_note(note, path, None)
    window.open_path(path)
    until(lambda: bool(settings.recent_titles()))
    assert window.desk is not None
    saved = protect_note(note, path, window.desk.stamp, "some long passphrase")
    window.desk.mark_saved(note, path, saved.stamp)
    assert window.files.save_now()
    assert settings.recent_notes() == [path]
    assert settings.recent_titles() == {}


def test_settings_without_titles_list_files_by_their_names(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "old one.brief"
    path.touch()
    settings.settings().setValue("recent", [str(path)])
    window.frame.show_start()
    assert listed(window) == [f"old one\n{path}"]
    settings.settings().setValue("recent_titles", "half of a pair")
    assert settings.recent_titles() == {}


def test_only_as_many_titles_are_kept_as_notes(window: Window, tmp_path: Path) -> None:
    assert window
    for number in range(settings.RECENT + 3):
        settings.remember_note(tmp_path / f"{number}.brief", f"Title {number}")
    assert set(settings.recent_titles()) == set(settings.recent_notes())


def test_work_that_was_found_is_told_in_full_however_low_the_window_is(qapp: QApplication, tmp_path: Path) -> None:
    page = StartPage()
    title = "A meeting in the capital under the tightest security that has been seen for years"
    told = Told(1, title, "", 0, 0.0, 0, -1, Owner("Ann", "here", 1, ""))
    offer = RecoveryList([Recovered(tmp_path / f"gone-{n}", told) for n in range(5)])
    page.offer(offer)
    page.resize(700, 420)
    page.show()
    qapp.processEvents()
    words = [label for label in offer.findChildren(QLabel) if title in label.text()]
    assert len(words) == 5
    assert all(label.height() >= label.heightForWidth(label.width()) for label in words)
    assert page.verticalScrollBar().maximum() > 0
