"""What tests of widgets stand on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from briefing.ui.translation import Catalogue
from briefing.ui.window import Window
from tests.articles import article, note_on
from tests.reader import PANES, TEXT, Reader


@pytest.fixture
def reader(qapp: object) -> Reader:  # noqa: ARG001 - a widget needs the application
    """A reader of the usual article, in which nothing is filed."""
    return Reader(note_on(article(*TEXT)))


@pytest.fixture
def dressed(qapp: QApplication, window: Window) -> Iterator[Window]:
    """A window whose appearance may be changed: the application has its usual one again afterwards."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield window
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German."""
    yield from _speaking("de", qapp)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    """The window speaks French."""
    yield from _speaking("fr", qapp)


def _speaking(language: str, qapp: QApplication) -> Iterator[None]:
    translator = Catalogue(language, qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    """Close the windows of a test with the test."""
    yield
    while PANES:
        PANES.pop().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
