import subprocess
import sys

import pytest
from PySide6.QtWidgets import QMenu

from briefing.ui.application import open_frame
from briefing.ui.frame import Frame
from tests.waiting import until


def _shown(frame: Frame) -> list[str]:
    return [action.text() for action in frame.menuBar().actions()]


@pytest.mark.usefixtures("qapp")
def test_the_menus_of_a_window_are_there_at_once_and_filled_by_themselves() -> None:
    frame = open_frame()
    titles = _shown(frame)
    until(lambda: all(menu.actions() for menu in frame.menuBar().findChildren(QMenu)))
    assert _shown(frame) == titles
    assert frame.actions_by_id["open"].isEnabled()
    assert not frame.actions_by_id["save"].isEnabled()
    frame.close()


@pytest.mark.usefixtures("qapp")
def test_a_choice_is_heard_from_the_first_moment() -> None:
    frame = open_frame()
    frame.perform("new_blank")
    assert frame.windowTitle() != "Briefing"
    frame.close()


def test_a_start_does_not_make_the_namespace_of_qt_known() -> None:
    """That takes a tenth of a start; what needs it is loaded, or loads it, after the first paint."""
    modules = "[name for name, module in sys.modules.items() if name.startswith('briefing.') and hasattr(module, 'Qt')]"
    code = f"import sys, briefing.ui.application; print({modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
