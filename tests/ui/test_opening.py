import subprocess
import sys
from pathlib import Path

from briefing.app.notes import new_note
from briefing.app.opening import default_template, write_note
from briefing.domain.edits import retitle
from briefing.io.resources import resource
from briefing.ui.window import Window
from tests.waiting import until

LATER = (
    "briefing.app.intake",  # reads articles
    "briefing.io.readers",
    "briefing.ui.articles",
    "briefing.ui.exports",
    "briefing.ui.read_backs",
    "briefing.ui.taking_over",
    "briefing.ui.preview",
)


def test_an_article_that_is_named_begins_a_note(window: Window) -> None:
    window.open_path(resource("samples", "summit.txt"))
    until(lambda: window.desk is not None)
    assert window.desk is not None
    assert [source.record.file_name for source in window.desk.note.sources] == ["summit.txt"]


def test_a_note_that_is_named_is_opened(window: Window, tmp_path: Path) -> None:
    write_note(retitle(new_note(default_template()), "Kept"), tmp_path / "kept.brief", None)
    window.open_path(tmp_path / "kept.brief")
    until(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.note.title == "Kept"


def test_the_sample_begins_a_note(window: Window) -> None:
    window.opening.new_from_sample()
    until(lambda: window.desk is not None)


def test_a_note_is_on_show_before_what_only_commands_need_is_loaded() -> None:
    loaded = "import sys, briefing.ui.window; print(*(name for name in sys.argv[1:] if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", loaded, *LATER], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
