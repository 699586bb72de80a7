"""A picture of the window with a note in it: `python -m briefing.ui.picture NOTE.brief OUT.png`."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefing.app.opening import open_desk
from briefing.domain.errors import BriefingError
from briefing.ui.application import make, open_frame
from briefing.ui.window import Window

SIZE = (1440, 900)


def take(note: Path, out: Path, size: tuple[int, int] = SIZE) -> None:
    """Draw the window with a note and write it as a PNG."""
    make()
    frame = open_frame()
    frame.resize(*size)
    window = frame.commands
    if isinstance(window, Window):
        window.open_desk(open_desk(note))
    for _ in range(5):
        QApplication.processEvents()
    if not frame.grab().save(str(out), "PNG"):
        raise BriefingError(f"The picture could not be written to “{out}”.")
    frame.close()


def main(arguments: list[str]) -> int:
    """Take the picture that the arguments ask for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        take(Path(arguments[0]), Path(arguments[1]))
    except BriefingError as error:
        sys.stderr.write(f"briefing: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
