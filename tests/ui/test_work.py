from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from briefing.domain.errors import BriefingError
from briefing.ui.work import start, start_aside, wait_for_all
from tests.waiting import until


def _refuse() -> str:
    raise BriefingError("There is no room.")


@pytest.mark.usefixtures("qapp")
def test_the_result_of_slow_work_comes_back_on_the_main_thread() -> None:
    told: list[tuple[bool, bool]] = []
    start(
        lambda: current_thread() is main_thread(),
        lambda was: told.append((was, current_thread() is main_thread())),
        _never,
    )
    until(lambda: bool(told))
    assert told == [(False, True)]


@pytest.mark.usefixtures("qapp")
def test_what_nobody_asked_for_is_done_one_after_the_other_and_keeps_nothing_else_waiting() -> None:
    asked, told = Event(), list[str]()

    def first() -> str:
        asked.wait(20)
        return "first"

    for function in (first, lambda: "second"):
        start_aside(function, told.append, _never)
    start(lambda: "asked for", told.append, _never)
    until(lambda: bool(told))
    asked.set()
    until(lambda: len(told) == 3)
    assert told == ["asked for", "first", "second"]


@pytest.mark.usefixtures("qapp")
def test_a_failure_comes_back_as_its_sentence() -> None:
    told: list[str] = []
    start(_refuse, told.append, lambda error: told.append(str(error)))
    until(lambda: bool(told))
    assert told == ["There is no room."]


@pytest.mark.usefixtures("qapp")
def test_nobody_hears_of_cancelled_work() -> None:
    told: list[object] = []
    start(lambda: 1, told.append, _never).cancel()
    wait_for_all()
    QApplication.processEvents()
    assert told == []


class _Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def hear(self, result: int) -> None:
        self.heard.append(result)


@pytest.mark.usefixtures("qapp")
def test_a_widget_that_is_gone_is_not_told() -> None:
    listener, told = _Listener(), list[int]()
    heard = listener.heard
    start(lambda: 1, listener.hear, _never)
    delete(listener)
    start(lambda: 2, told.append, _never)
    until(lambda: bool(told))
    assert heard == []


def _never(error: Exception) -> None:
    raise AssertionError(error)
