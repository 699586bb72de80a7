"""What every test stands on: no display, no network, and no complaint that goes unheard.

A test that expects complaints takes the fixture `complaints`, looks at them and clears the list.
"""

import logging
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, TracebackType

import pytest
from hypothesis import HealthCheck, Phase, settings

# A display is asked for with QT_QPA_PLATFORM=xcb or wayland; sizes must not depend on the machine either way.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(QT_SCALE_FACTOR="1", QT_FONT_DPI="96", LC_ALL="C.UTF-8", TZ="UTC")

settings.register_profile(
    "short",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    stateful_step_count=30,
    suppress_health_check=[HealthCheck.too_slow],  # a shared machine is slow now and then
)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=2000,
    stateful_step_count=80,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)

_complaints: list[str] = []


def _stay_at_home(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every connection that leaves this machine; a server of the test's own may be reached."""
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "localhost"
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host not in {"localhost", "127.0.0.1", "::1", "", None, b"localhost"}:
        raise RuntimeError(f"A test tried to reach {host!r}; tests run without a network.")


sys.addaudithook(_stay_at_home)


class _Listener(logging.Handler):
    """Remembers log records of WARNING and up."""

    def emit(self, record: logging.LogRecord) -> None:
        _complaints.append(f"{record.levelname} of {record.name}: {record.getMessage()}")


logging.getLogger().addHandler(_Listener(logging.WARNING))


def _hear_slot(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Remember an exception that a Qt slot let go: Qt prints it and carries on, a test must not."""
    _complaints.append("".join(traceback.format_exception(kind, error, trace)))


sys.excepthook = _hear_slot


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests that take minutes")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "short")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        for item in items:
            if "long" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="runs for minutes; ./dev test --long"))


@pytest.fixture(autouse=True)
def complaints() -> Iterator[list[str]]:
    """Messages of Qt and log records of WARNING and up; what is left at the end fails the test."""
    _complaints.clear()
    yield _complaints
    left = list(_complaints)
    _complaints.clear()
    if left:
        pytest.fail("Nobody expected these complaints:\n" + "\n".join(left), pytrace=False)


def _hear_qt(core: ModuleType) -> None:
    quiet = {core.QtMsgType.QtDebugMsg, core.QtMsgType.QtInfoMsg}

    def hear(kind: object, _context: object, message: str) -> None:
        # This platform plugin says so of every window that is raised or takes the focus.
        if kind not in quiet and "This plugin does not support" not in message:
            _complaints.append(f"Qt: {message}")

    core.qInstallMessageHandler(hear)


@pytest.fixture(scope="session")
def qapp() -> Iterator[object]:
    """The one application of the test run, looking alike on every machine."""
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: PLC0415 (most tests run without Qt)

    _hear_qt(QtCore)
    application = QtWidgets.QApplication.instance() or QtWidgets.QApplication(["briefing"])
    assert isinstance(application, QtWidgets.QApplication)
    application.setStyle("Fusion")
    application.setFont(QtGui.QFont("DejaVu Sans", 10))
    yield application
    application.closeAllWindows()
    QtCore.qInstallMessageHandler(None)


@pytest.fixture
def window(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A window on the start page, with settings and state of its own; a note left in it is given up."""
    from PySide6 import QtCore  # noqa: PLC0415 (most tests run without Qt)

    from briefing.ui import application  # noqa: PLC0415
    from briefing.ui.window import Window  # noqa: PLC0415

    assert qapp
    ini = QtCore.QSettings.Format.IniFormat
    QtCore.QSettings.setPath(ini, QtCore.QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    frame = application.open_frame()
    frame.resize(1280, 800)
    window = frame.commands
    assert isinstance(window, Window)
    yield window
    if window.desk is not None:
        window.desk.mark_saved(window.desk.note, tmp_path / "given-up.brief")
    frame.close()
    frame.deleteLater()
    QtCore.QCoreApplication.processEvents()
