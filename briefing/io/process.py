"""Processes: who holds a file, and whether they are still there."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Owner:
    """A program at work: the user's name, the machine, the process and when that began (seconds since 1970)."""

    name: str
    machine: str
    process: int
    began: str  # as the system tells it, so that a number that is used again is told apart

    @property
    def is_here(self) -> bool:
        """Whether it works on this machine."""
        return self.machine == _machine()

    @property
    def is_alive(self) -> bool | None:
        """Whether the process is still there; None if that cannot be known from this machine."""
        if not self.is_here:
            return None
        return _is_running(self.process) and _began(self.process) == self.began


def me() -> Owner:
    """The process that asks."""
    return Owner(_user(), _machine(), os.getpid(), _began(os.getpid()))


def _machine() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _user() -> str:
    import getpass  # noqa: PLC0415  # only when somebody asks who it is

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return str(os.getuid()) if hasattr(os, "getuid") else "someone"


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return process > 0 and _state(process) != "Z"


def _is_running_on_windows(process: int) -> bool:
    import ctypes  # noqa: PLC0415  # only there

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # not known to type checkers elsewhere
    handle = kernel.OpenProcess(0x1000, False, process)  # noqa: FBT003  # PROCESS_QUERY_LIMITED_INFORMATION
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)


def _fields(process: int) -> list[str]:
    """What Linux tells of a process behind its name (proc(5), /proc/pid/stat); nothing elsewhere."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []


def _state(process: int) -> str:
    return (_fields(process) or [""])[0]


def _began(process: int) -> str:
    """When a process began, in the clock ticks of this boot; empty where the system does not tell."""
    fields = _fields(process)
    if len(fields) < _START:
        return ""
    boot = _boot_id()
    return f"{boot}:{fields[_START - 1]}"


_START = 20  # field 22 of the line, counted behind process number and name


def _boot_id() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("utf-8").strip()
    except OSError:
        return ""
