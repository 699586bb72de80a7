import subprocess
import sys
from pathlib import Path

from briefing.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = """
import os
import sys
from pathlib import Path
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
from briefing.__main__ import main
note, out = sys.argv[1:]
article = "resources/samples/summit.txt"
selectors = out + "/selectors"
Path(selectors).write_text('{"id": "a", "exact": "the"}')
runs = {
    "new": [article, "-o", note],
    "add": [note, out + "/second.txt"],
    "file": [note, "--section", "energy", "--quote", "Lann pipeline"],
    "import": [note, out + "/excerpts.csv"],
    "source": [article, "--json"],
    "show": [note, "--json"],
    "anchor": [article, "--selectors", selectors],
    "check": [note],
    "export": [note, "-o", out + "/note.docx"],
    "templates": [],
    "recipes": [note],
    "demo": [out + "/demo"],
    "protect": [note, "--remove"],
    "verify": [note],
    "repair": [note, "-o", out + "/repaired.brief"],
    "snapshots": [note, "--take", "First"],
    "restore": [note, "1", "-o", out + "/restored.brief"],
}
Path(out, "excerpts.csv").write_text("quote\\nThree papers are said to be ready for signature\\n")
Path(out, "second.txt").write_text("Pact Rejected\\n\\nParliament rejected the pact on Tuesday.\\n")
for name in COMMANDS:
    status = main([name, *runs.get(name, ["--help"])])
    assert status == (1 if name == "check" else 0), (name, status)
assert not any(name.startswith("briefing.ui") for name in sys.modules)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
assert main([]) == 1
"""


def test_every_command_runs_in_a_python_without_qt(tmp_path: Path) -> None:
    script = SCRIPT.replace("COMMANDS", repr(list(COMMANDS)))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(tmp_path / "note.brief"), str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "The window cannot be opened, because a part it needs is missing" in done.stderr
