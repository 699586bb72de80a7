from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefing.app.notes import new_note
from briefing.app.opening import default_template, write_note
from briefing.ui import settings
from briefing.ui.dock import FINDINGS
from briefing.ui.window import Window
from tests.articles import article
from tests.waiting import until


def test_a_note_is_found_again_as_it_was_left(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    sources = [article("Some words of an article."), article("Other words of another article.")]
    write_note(new_note(default_template(), sources), path, None)
    window.open_path(path)
    until(lambda: window.workspace is not None)
    left = window.workspace
    assert left is not None
    left.show_article("S1")
    left.panes()[0].set_zoom(150)
    left.note_pane.set_zoom(125)
    left.dock.open(FINDINGS)
    window.close_note()
    assert window.workspace is None
    window.open_path(path)
    until(lambda: window.workspace is not None)
    found = window.workspace
    assert found is not None
    until(lambda: found.dock.open_pane == FINDINGS)
    assert found.article is not None
    assert (found.article.source_id, found.article.zoom, found.note_pane.zoom) == ("S1", 150, 125)
    assert [pane.zoom for pane in found.panes()] == [150, 150]
    assert found.sizes()[1] > found.dock.tabs.height()
    QApplication.processEvents()


def test_what_cannot_be_read_of_how_it_was_left_is_as_on_a_first_start(window: Window) -> None:
    assert window
    for name in ("article_zoom", "note_zoom", "dock"):
        settings.settings().setValue(f"sight/{name}", "nonsense")
    settings.settings().setValue("sources_in_view", "half of a pair")
    assert settings.sight() == settings.Sight()
    assert settings.last_source(Path("/nowhere")) == ""
