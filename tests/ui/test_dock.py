"""The dock opens at a height that is of use, and shows which of its panes is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.app.desk import Desk
from briefing.ui import appearance, settings
from briefing.ui.dock import EXCERPTS, SEARCH
from briefing.ui.window import Window
from briefing.ui.workspace import Workspace
from tests.ui.notes import bare_note, filed


@pytest.fixture
def workspace(window: Window) -> Workspace:
    window.frame.show()
    window.open_desk(Desk(filed(bare_note(), 1, "energy")))
    assert window.workspace is not None
    return window.workspace


def share(workspace: Workspace) -> float:
    return workspace.dock.height() / workspace.height()


def test_the_dock_opens_over_a_third_of_the_height(workspace: Workspace) -> None:
    workspace.dock.toggle(EXCERPTS)
    assert share(workspace) == pytest.approx(1 / 3, abs=0.01)
    workspace.dock.toggle(EXCERPTS)
    assert workspace.dock.height() == workspace.dock.tabs.sizeHint().height()


def test_the_dock_opens_again_as_high_as_it_was_drawn(window: Window, workspace: Workspace) -> None:
    workspace.dock.toggle(EXCERPTS)
    handle, button = workspace.handle(1), Qt.MouseButton.LeftButton
    QTest.mousePress(handle, button, pos=QPoint(5, 0))
    QTest.mouseMove(handle, QPoint(5, -120))
    QTest.mouseRelease(handle, button, pos=QPoint(5, -120))
    drawn = share(workspace)
    assert drawn > 0.4
    workspace.dock.fold()
    workspace.dock.toggle(SEARCH)
    assert share(workspace) == pytest.approx(drawn, abs=0.01)
    assert settings.dock_share() == pytest.approx(drawn, abs=0.01)
    assert window.workspace is workspace


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[str]:
    """The light appearance, for one test."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    appearance.apply(qapp, appearance.BRIGHT)
    yield qapp.palette().highlight().color().name()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def test_only_an_open_tab_is_marked(workspace: Workspace, dressed: str) -> None:
    tabs = workspace.dock.tabs

    def marked() -> list[int]:
        image = tabs.grab().toImage()
        ratio = image.devicePixelRatio()
        points = [round(tabs.tabRect(n).center().x() * ratio) for n in range(tabs.count())]
        return [n for n, x in enumerate(points) if image.pixelColor(x, 0).name() == dressed]

    assert marked() == []
    workspace.dock.toggle(SEARCH)
    assert marked() == [SEARCH]
    workspace.dock.open(EXCERPTS)
    assert marked() == [EXCERPTS]
    workspace.dock.fold()
    assert marked() == []


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("stored", ["much", "0", "7", "nan"])
def test_a_share_that_makes_no_sense_is_a_third(stored: str) -> None:
    settings.settings().setValue("dock_share", stored)
    assert settings.dock_share() == pytest.approx(1 / 3)
