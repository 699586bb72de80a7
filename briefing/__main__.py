"""The way in: a command goes to the command line, anything else opens the editor."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

WAY_OUT = "“briefing --help” lists what can be done without a window."
FAILED = 1
NO_DISPLAY = f"There is no display to open a window on; {WAY_OUT}"


class Application(Protocol):
    """What the window's module offers."""

    def run(self, paths: list[Path]) -> int:
        """Open the editor on files and give the exit status when it is closed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments:
        from briefing import cli  # noqa: PLC0415  # nothing asked for: the window, and nothing else, is loaded

        if arguments[0] == cli.PICTURE:
            return int(import_module("briefing.ui.picture").main(arguments[1:]))
        if arguments[0] in cli.COMMANDS or arguments[0].startswith("-") or arguments[0] == "help":
            return cli.main(arguments)
        missing = next((name for name in arguments if not Path(name).exists()), None)
        if missing is not None:
            return _refuse(f"“{missing}” is neither a command nor a file; try “briefing --help”.", cli.WRONG)
    return open_window([Path(argument) for argument in arguments])


def open_window(paths: list[Path]) -> int:
    """Open the editor on notes or articles; a plain sentence and status 1 where Qt cannot start."""
    if not has_display():
        return _refuse(NO_DISPLAY)
    gc.disable()  # what is loaded stays; looking through it for waste takes a tenth of the start
    try:
        application = cast("Application", import_module("briefing.ui.application"))  # Qt is loaded for the window only
    except ImportError as error:
        gc.enable()
        return _refuse(f"The window cannot be opened, because a part it needs is missing ({error}); {WAY_OUT}")
    missing = missing_library(_platform_plugin())
    if missing:
        gc.enable()
        return _refuse(f"The window cannot be opened, because a part it needs is missing ({missing}); {WAY_OUT}")
    return application.run(paths)


def missing_library(plugin: Path | None) -> str:
    """What the part of Qt that talks to the display lacks; without this look Qt would end the program by itself."""
    if plugin is None or not plugin.is_file():
        return ""
    import ctypes  # noqa: PLC0415  # only here

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


def _platform_plugin() -> Path | None:
    """The part of Qt that is used on an X display; None where another one is used."""
    is_other = any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    place = getattr(sys.modules.get("PySide6"), "__file__", None)
    if is_other or not place or not os.environ.get("DISPLAY"):
        return None
    return Path(place).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"


def has_display() -> bool:
    """Whether there is something to show a window on; Qt itself would end the program without a word to the point."""
    if sys.platform in ("win32", "darwin"):
        return True
    if any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return True
    display = os.environ.get("DISPLAY", "")
    return bool(display) and not _is_gone(display)


def _is_gone(display: str) -> bool:
    """Whether an X display of this machine (`:0`, `:0.0`) has nobody behind it; others are believed."""
    number = display.removeprefix("unix").removeprefix(":").partition(".")[0]
    if not number.isdigit() or Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108  # where X servers listen
        return False
    import socket  # noqa: PLC0415  # only where there is something wrong, or a server without a file

    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(f"\0/tmp/.X11-unix/X{number}") != 0


def _refuse(message: str, status: int = FAILED) -> int:
    sys.stderr.write(f"briefing: {message}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
