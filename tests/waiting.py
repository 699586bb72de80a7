"""Waiting for something to come true while Qt works, instead of sleeping."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtTest import QTest

PATIENCE = 20.0  # seconds, after which the wait has failed; a condition that comes true ends it at once


def until(condition: Callable[[], bool]) -> None:
    """Let Qt work until a condition holds."""
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, "what was waited for did not come"
        QTest.qWait(2)
