import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from briefing.app.desk import Desk
from briefing.domain.note import Note
from briefing.ui.frame import Frame
from briefing.ui.window import Window


def test_a_window_that_is_closed_is_no_more_and_the_others_go_on(window: Window) -> None:
    window.open_desk(Desk(Note("n")))
    window.open_desk(Desk(Note("m")))
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, Frame) and w.isVisible()]
    (second,) = (frame for frame in shown if frame is not window.frame)
    assert second.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(second)
    window.frame.perform("status")
    assert window.desk is not None


def test_a_window_that_may_not_be_closed_stays(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.files, "may_leave", lambda: False)
    assert not window.frame.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(window.frame)
    monkeypatch.undo()
