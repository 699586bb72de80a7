"""A desktop of its own for a test that listens like a screen reader: display, message bus, the program, and an ear."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from shutil import which
from time import monotonic, sleep
from typing import Any, TypeVar

PATIENCE = 30.0  # seconds for one thing to come true; on a free machine each takes a fraction of one
POLL = 0.03
HOUSE = Path(__file__).parents[1]
EAR = Path(__file__).with_name("ear.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
SCREEN = ("-screen", "0", "1400x900x24", "-nolisten", "tcp")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
Found = TypeVar("Found")


def lacking() -> str:
    """What this machine lacks to listen to the program, as a reason to skip; empty if it has everything."""
    missing = [tool for tool in ("Xvfb", "dbus-daemon", "xdotool") if which(tool) is None]
    if not any(map(os.access, LAUNCHERS, (os.X_OK, os.X_OK))):
        missing.append("at-spi-bus-launcher (at-spi2-core)")
    if not missing:
        asked = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
        missing += [] if asked.returncode == 0 else ["gir1.2-atspi-2.0 and python3-gi of the system"]
    return f"needs {', '.join(missing)}" if missing else ""


class Desktop:
    """The program as it is heard and driven through AT-SPI, and by the keys of a keyboard."""

    def __init__(self, environment: dict[str, str], ear: subprocess.Popen[str]) -> None:
        self._environment = environment
        self._ear = ear
        self._heard_to = 0

    def ask(self, what: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever that method of the ear gives
        """Ask the ear something; see its methods."""
        assert self._ear.stdin is not None
        assert self._ear.stdout is not None
        self._ear.stdin.write(json.dumps([what, *arguments]) + "\n")
        self._ear.stdin.flush()
        answer = json.loads(self._ear.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["answer"]

    def see(self, role: str, name: str | None = None) -> dict[str, Any]:
        """What is known of a control, as soon as it is shown."""
        shown = lambda: self.ask("names", role)  # noqa: E731
        found = until(lambda: self.ask("see", role, name), f"a {role} called “{name}”", shown)
        assert isinstance(found, dict)
        return found

    def keys(self, *keys: str) -> None:
        """Press keys, each named as X names it."""
        assert self._run("key", "--delay", "4", *keys).returncode == 0

    def type(self, words: str) -> None:
        """Type words."""
        assert self._run("type", "--delay", "4", words).returncode == 0

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Do something with keyboard and windows."""
        command = ["xdotool", *arguments]
        return subprocess.run(command, env=self._environment, check=False, capture_output=True, timeout=PATIENCE)

    def turn_to(self, title: str) -> None:
        """Give a window the keyboard, as a window manager does; there is none on this display."""
        look = ("search", "--onlyvisible", "--name", title, "windowfocus", "--sync", "%1")
        until(lambda: self._run(*look).returncode == 0, f"a window called “{title}”")

    def hear(self, *wanted: str) -> None:
        """Wait until something is said, or something gets the focus; what came before it is left behind."""

        def is_heard() -> bool:
            heard = self.ask("heard")
            for at in range(self._heard_to, len(heard)):
                if heard[at][: len(wanted)] == list(wanted):
                    self._heard_to = at + 1
                    return True
            return False

        until(is_heard, f"to hear {wanted}", lambda: self.ask("heard")[self._heard_to :])


def until(condition: Callable[[], Found], what: str, instead: Callable[[], object] = str) -> Found:
    """Wait until a condition holds, and give what it gave."""
    end = monotonic() + PATIENCE
    while not (found := condition()):
        assert monotonic() < end, f"waited in vain for {what}; there was: {instead()}"
        sleep(POLL)
    return found


@contextmanager
def program_on_a_desktop(home: Path, *arguments: str) -> Iterator[Desktop]:
    """The program on a display and a message bus of its own, with an ear; all of it ends with the test."""
    with ExitStack() as started:
        environment = _homely(home)
        environment["DISPLAY"] = f":{_say_first(started, environment, 'Xvfb', '-displayfd', '1', *SCREEN)}"
        bus = _say_first(started, environment, "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        launcher = next(path for path in LAUNCHERS if os.access(path, os.X_OK))
        _start(started, environment, launcher, "--launch-immediately")
        ear = _start(started, environment, SYSTEM_PYTHON, str(EAR))
        desktop = Desktop(environment, ear)
        desktop.ask("heard")  # the ear listens before there is anything to hear
        _start(started, environment, sys.executable, "-m", "briefing", *arguments)
        yield desktop


def _homely(home: Path) -> dict[str, str]:
    """An environment in which nothing of the user who runs the test is read or written."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV") if name in os.environ}
    own = {"HOME": home}
    for name in ("CONFIG_HOME", "STATE_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        own[f"XDG_{name}"] = home / name.lower()
    for folder in own.values():
        folder.mkdir(mode=0o700, exist_ok=True)
    return {
        **kept,
        **{name: str(folder) for name, folder in own.items()},
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "GSETTINGS_BACKEND": "memory",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_SCALE_FACTOR": "1",
        "QT_FONT_DPI": "96",
    }


def _say_first(started: ExitStack, environment: dict[str, str], *command: str) -> str:
    """Start a program and give the first line it prints."""
    output = _start(started, environment, *command).stdout
    assert output is not None
    line = output.readline().strip()
    assert line, f"{command[0]} could not be started"
    return line


def _start(started: ExitStack, environment: dict[str, str], *command: str) -> subprocess.Popen[str]:
    """Start a program that ends, with all that it has started, when the test does."""
    errors = started.enter_context((Path(environment["HOME"]) / "errors.txt").open("a"))
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=HOUSE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        start_new_session=True,
    )
    started.callback(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(BrokenPipeError):
        process.communicate()
