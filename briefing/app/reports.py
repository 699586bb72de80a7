"""Reports of unexpected errors: where in the program, never a word of an article or a note."""

import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from briefing import __version__
from briefing.io.atomic import write_bytes
from briefing.io.places import state_folder

FOLDER = "reports"
KEPT = 10  # reports; older ones go
HERE = Path(__file__).resolve().parents[1]


def report_words(kind: type[BaseException], trace: TracebackType | None, now: datetime) -> str:
    """What a report says: versions, the kind of error and the lines it passed; messages may quote text, so none."""
    lines = [
        f"Briefing {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        now.astimezone(UTC).isoformat(timespec="seconds"),
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(trace)]
    return "\n".join(lines) + "\n"


def write_report(kind: type[BaseException], trace: TracebackType | None, folder: Path | None = None) -> Path:
    """Write a report into the state folder and drop the oldest; BriefingError if it cannot be written."""
    now = datetime.now(UTC)
    place = folder or state_folder(FOLDER)
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    write_bytes(path, report_words(kind, trace, now).encode())
    for old in sorted(place.glob("*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _place(name: str) -> str:
    """A file by its place in the program, or by its bare name: folders of a machine tell who uses it."""
    path = Path(name)
    for root in (HERE, *map(Path, sys.path)):
        if str(root) not in ("", ".") and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name
