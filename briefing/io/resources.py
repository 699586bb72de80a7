"""Resources: where the files that come with the program are found."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"  # as installed
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a file or folder that comes with the program; it need not be there."""
    return _root().joinpath(*parts)
