"""What tests of widgets stand on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.articles import article, note_on
from tests.reader import PANES, TEXT, Reader


@pytest.fixture
def reader(qapp: object) -> Reader:  # noqa: ARG001 - a widget needs the application
    """A reader of the usual article, in which nothing is filed."""
    return Reader(note_on(article(*TEXT)))


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    """Close the windows of a test with the test."""
    yield
    while PANES:
        PANES.pop().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
