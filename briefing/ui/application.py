"""The application: one per process, with its appearance and its windows."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefing.app import waste
from briefing.ui import appearance, settings
from briefing.ui.frame import Frame
from briefing.ui.work import wait_for_all

WARM_UP = 200  # milliseconds after the start: the window is painted, and no command has been asked for
SWITCH = 0.0005  # seconds after which a thread in the background lets the window go on
_STYLE = ("-style", "fusion")  # setStyle would hand the style back, and everything known of styles with it
_frames: list[Frame] = []  # a frame lives until it is closed


def make() -> QApplication:
    """The application, dressed; the one that exists if there is one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], *_STYLE])
    sys.setswitchinterval(SWITCH)
    application.setApplicationName("briefing")
    application.setApplicationDisplayName("Briefing")
    application.setDesktopFileName("briefing")
    if settings.choices().language != "en":
        import_module("briefing.ui.translation").speak(application, settings.choices().language)
    appearance.apply(application, settings.choices().appearance, is_stark=False)
    application.styleHints().colorSchemeChanged.connect(lambda: _dress(application))
    return application


def _dress(application: QApplication) -> None:
    appearance.apply(application, settings.choices().appearance)


def open_frame() -> Frame:
    """A new window, shown, on the start page."""
    frame = Frame(_work)
    _frames.append(frame)
    frame.destroyed.connect(lambda: _frames.remove(frame) if frame in _frames else None)
    frame.show()
    return frame


def _work(frame: Frame) -> Any:  # noqa: ANN401  # a Window, whose module is loaded only here
    window = import_module("briefing.ui.window")  # the panes and all that they need: not before the first paint
    return window.Window(frame, lambda: open_frame().commands)


def watch() -> None:
    """From now on, unexpected errors are met where they do no harm; what meets them is loaded with the first."""
    sys.excepthook = lambda *failed: import_module("briefing.ui.crash").meet(*failed)


def _settle(frame: Frame) -> None:
    """Load what the commands need, and let waste be collected again: all that is loaded by now stays."""
    frame.commands  # noqa: B018  # made at the first call
    waste.leave_out()


def run(paths: list[Path]) -> int:
    """Open the editor, on files or on the start page, and stay until the last window is closed."""
    application = make()
    watch()
    frame = open_frame()
    for path in paths:
        frame.commands.open_path(path)
    QTimer.singleShot(WARM_UP, frame, lambda: _settle(frame))
    QTimer.singleShot(WARM_UP, lambda: appearance.heed_contrast(application, lambda: _dress(application)))
    status = application.exec()
    wait_for_all()
    return status
