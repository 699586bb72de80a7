"""The application: one per process, with its appearance and its windows."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefing.ui import appearance, settings
from briefing.ui.translation import speak
from briefing.ui.window import open_window
from briefing.ui.work import wait_for_all


def make() -> QApplication:
    """The application, dressed; the one that exists if there is one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("briefing")
    application.setApplicationDisplayName("Briefing")
    application.setDesktopFileName("briefing")
    speak(application, settings.choices().language)
    application.setStyle("Fusion")
    appearance.apply(application, settings.choices().appearance)
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(lambda: appearance.apply(application, settings.choices().appearance))
    return application


def run(paths: list[Path]) -> int:
    """Open the editor, on files or on the start page, and stay until the last window is closed."""
    application = make()
    window = open_window()
    for path in paths:
        window.articles.open_path(path)
    status = application.exec()
    wait_for_all()
    return status
