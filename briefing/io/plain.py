"""Plain words: what the operating system refuses, said as one sentence a person can act on."""

import errno
from pathlib import Path

from briefing.domain.errors import BriefingError

_REASONS = {
    errno.ENOENT: "“{name}” is not there; check the name and the folder.",
    errno.EACCES: "“{name}” may not be opened or written with your permissions; choose another place.",
    errno.EPERM: "“{name}” may not be opened or written with your permissions; choose another place.",
    errno.EROFS: "“{name}” is on a disk that can only be read; choose another place.",
    errno.ENOSPC: "There is no room left on the disk for “{name}”; make room or choose another place.",
    errno.EDQUOT: "Your share of the disk is used up, so “{name}” was not written; make room or choose another place.",
    errno.EFBIG: "“{name}” is larger than the disk allows; choose another place.",
    errno.EISDIR: "“{name}” is a folder, not a file.",
    errno.ENOTDIR: "“{name}” lies in something that is not a folder.",
    errno.ENAMETOOLONG: "The name “{name}” is too long; choose a shorter one.",
    errno.EIO: "The disk could not read or write “{name}”; it may be failing, so use another one.",
    errno.ESTALE: "The network folder of “{name}” is no longer there; connect it again.",
    errno.ETXTBSY: "“{name}” is in use by another program; close it there first.",
    errno.EBUSY: "“{name}” is in use by another program; close it there first.",
    errno.EMFILE: "Too many files are open; close some and try again.",
    errno.ELOOP: "“{name}” is a link that leads in a circle.",
}


def sentence(error: OSError, path: Path | str | None = None) -> str:
    """What happened, in one sentence; `path` is what was asked for, where the error does not say."""
    name = str(path if path is not None else error.filename or "the file")
    known = _REASONS.get(error.errno or 0)
    if known is None:
        return f"“{name}” could not be used: {error.strerror or error}."
    return known.format(name=name)


def read_bounded(path: Path, most: int, too_large: str) -> bytes:
    """The content of a file; BriefingError with what the system says, or `too_large` if it has over `most` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise BriefingError(sentence(error, path)) from error
    if len(data) > most:
        raise BriefingError(too_large)
    return data
