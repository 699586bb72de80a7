"""A disk that fails or loses its power: calls that write are counted, made to fail, or written down and replayed.

What a power cut leaves is found by replaying what was written down: data that was not forced to disk may be there, in
part or not at all, and names that were not forced to disk may be the old ones or the new ones, in any order.
"""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

WRITING = ("open", "write", "copy_file_range", "fchmod", "fsync", "close", "replace")


@dataclass
class FailingOs:
    """The functions of `os`, of which one call fails: the one with a number, counted over all that write."""

    fail_at: int
    error: int = errno.ENOSPC
    calls: int = 0
    failed: str = ""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # stands for a module
        real = getattr(os, name)
        if name not in WRITING:
            return real

        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            self.calls += 1
            if self.calls != self.fail_at:
                return real(*arguments, **options)
            self.failed = name
            if name == "write":
                real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            if name == "close":
                real(*arguments)
            raise OSError(self.error, os.strerror(self.error))

        return call


@dataclass
class RecordingOs:
    """The functions of `os`, with every change of the disk written down."""

    log: list[tuple[str, Any, Any]] = field(default_factory=list)
    skip: tuple[str, ...] = ()  # calls that do nothing, to see that it is noticed
    names: dict[int, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # stands for a module
        real = getattr(os, name)
        record: Callable[..., None] | None = getattr(self, f"_{name}", None) if name in RECORDED else None
        if record is None:
            return real

        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            if name in self.skip:
                return None
            done = real(*arguments, **options)
            record(done, *arguments)
            return done

        return call

    def _open(self, handle: int, path: Path, flags: int, _: int = 0) -> None:
        self.names[handle] = str(path)
        if flags & os.O_CREAT:
            self.log.append(("create", str(path), None))

    def _write(self, done: int, handle: int, data: bytes) -> None:
        self.log.append(("write", self.names[handle], bytes(data[:done])))

    def _copy_file_range(self, done: int, old: int, new: int, _: int, at: int) -> None:
        self.log.append(("write", self.names[new], os.pread(old, done, at)))

    def _fsync(self, _: None, handle: int) -> None:
        name = self.names[handle]
        self.log.append(("sync folder" if Path(name).is_dir() else "sync", name, None))

    def _replace(self, _: None, old: Path, new: Path) -> None:
        self.log.append(("replace", str(old), str(new)))

    def _unlink(self, _: None, path: Path) -> None:
        self.log.append(("unlink", str(path), None))


RECORDED = ("open", "write", "copy_file_range", "fsync", "replace", "unlink")


def after_power_cuts(log: list[tuple[str, Any, Any]], name: str, before: bytes) -> Iterator[tuple[int, bytes | None]]:
    """What a file may hold after the power went at any moment: how many calls were done, and the content or None."""
    for done in range(len(log) + 1):
        for content in _contents(log[:done], name, before):
            yield done, content


def _contents(log: list[tuple[str, Any, Any]], name: str, before: bytes) -> set[bytes | None]:
    written: dict[str, bytes] = {}
    safe: dict[str, bytes] = {}
    loose: list[tuple[str, Any, Any]] = []  # changes of names that are not on disk for sure
    firm: list[tuple[str, Any, Any]] = []
    for kind, one, two in log:
        if kind == "write":
            written[one] = written.get(one, b"") + two
        elif kind == "sync":
            safe[one] = written.get(one, b"")
        elif kind == "sync folder":
            firm, loose = [*firm, *loose], []
        else:
            loose.append((kind, one, two))
    found: set[bytes | None] = set()
    for chosen in product((False, True), repeat=len(loose)):
        names: dict[str, str | None] = {name: "the old file"}
        for kind, one, two in (*firm, *(change for change, is_done in zip(loose, chosen, strict=True) if is_done)):
            if kind == "replace":
                names[two] = one
            elif kind == "unlink":
                names[one] = None
        found |= _states(names[name], written, safe, before)
    return found


def _states(inode: str | None, written: dict[str, bytes], safe: dict[str, bytes], before: bytes) -> set[bytes | None]:
    if inode is None:
        return {None}
    if inode == "the old file":
        return {before}
    data, sure = written.get(inode, b""), safe.get(inode)
    if sure == data:
        return {data}
    return {data, data[: len(data) // 2], b"", sure or b""}
